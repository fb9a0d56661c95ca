#include "app/shots/listdialogshots.h"

#include "app/shots/liststage.h"
#include "app/shots/optionsshots.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/addedmedialog.h"
#include "ui/dialogs/contactcard.h"
#include "ui/dialogs/emailinvitedialog.h"
#include "ui/dialogs/groupnamedialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/options/personalpage.h"
#include "ui/options/privacypage.h"
#include "ui/options/reverselistdialog.h"
#include "ui/widgets/messagebar.h"

namespace App {

using namespace Msn;

namespace {

template <typename Dialog>
Shot dialogShot(const QString &name, const std::function<std::unique_ptr<Dialog>()> &make)
{
    return {name, [make]() -> std::unique_ptr<QWidget> {
                auto dialog = make();
                dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                return dialog;
            }};
}

} // namespace

QList<Shot> listDialogShots()
{
    Account &account = listStage().account;
    const auto privacy = [&account] { return new Ui::PrivacyPage(account); };
    return {
        dialogShot<Ui::AddContactDialog>(QStringLiteral("dialog-add-contact"),
            [&account] { return std::make_unique<Ui::AddContactDialog>(account, nullptr); }),
        dialogShot<Ui::AddContactDialog>(QStringLiteral("dialog-add-contact-refused"),
            [&account] {
                auto dialog = std::make_unique<Ui::AddContactDialog>(account, nullptr);
                dialog->setAddress(Address(QStringLiteral("nobody@example.com")));
                dialog->bar()->showError(Ui::ErrorText::describe(
                    {ErrorCode::ServerRefused, 205, QStringLiteral("nobody@example.com"), {}, {}, {}}));
                dialog->bar()->addButton(QStringLiteral("&Invite by e-mail…"));
                return dialog;
            }),
        dialogShot<Ui::AddedMeDialog>(QStringLiteral("dialog-added-me"),
            [&account] {
                auto dialog = std::make_unique<Ui::AddedMeDialog>(account, nullptr);
                dialog->addPerson(Address(QStringLiteral("someone.new@example.net")));
                dialog->addPerson(Address(QStringLiteral("max@example.net")));
                dialog->addPerson(Address(QStringLiteral("xiaoyu@example.net")));
                dialog->resize(420, 520);
                return dialog;
            }),
        dialogShot<Ui::EmailInviteDialog>(QStringLiteral("dialog-email-invite"),
            [&account] {
                return std::make_unique<Ui::EmailInviteDialog>(account, QStringLiteral("Example"), nullptr);
            }),
        dialogShot<Ui::GroupNameDialog>(QStringLiteral("dialog-new-group"),
            [&account] { return std::make_unique<Ui::GroupNameDialog>(account, nullptr); }),
        dialogShot<Ui::AboutDialog>(
            QStringLiteral("dialog-about"), [] { return std::make_unique<Ui::AboutDialog>(nullptr); }),
        dialogShot<Ui::ContactCard>(QStringLiteral("dialog-contact-card"),
            [&account] {
                return std::make_unique<Ui::ContactCard>(
                    account, listStage().annotations, Address(QStringLiteral("rosa@example.com")), nullptr);
            }),
        dialogShot<Ui::ContactCard>(QStringLiteral("dialog-contact-card-blocked"),
            [&account] {
                return std::make_unique<Ui::ContactCard>(
                    account, listStage().annotations, Address(QStringLiteral("spam@example.net")), nullptr);
            }),
        dialogShot<Ui::ContactCard>(QStringLiteral("dialog-contact-card-mirrored"),
            [&account] {
                auto card = std::make_unique<Ui::ContactCard>(
                    account, listStage().annotations, Address(QStringLiteral("max@example.net")), nullptr);
                card->setLayoutDirection(Qt::RightToLeft);
                return card;
            }),
        dialogShot<Ui::KeysDialog>(
            QStringLiteral("dialog-keys"), [] { return std::make_unique<Ui::KeysDialog>(nullptr); }),
        dialogShot<Ui::ReverseListDialog>(QStringLiteral("dialog-who-added-me"),
            [&account] { return std::make_unique<Ui::ReverseListDialog>(account, nullptr); }),
        {QStringLiteral("options-privacy"),
            [privacy] {
                return optionsWith(QStringLiteral("Privacy"), QStringLiteral("lock"), {720, 600}, privacy);
            }},
        {QStringLiteral("options-privacy-mirrored"),
            [privacy] {
                return optionsWith(
                    QStringLiteral("Privacy"), QStringLiteral("lock"), {720, 600}, privacy, Qt::RightToLeft);
            }},
        {QStringLiteral("options-personal"),
            [&account] {
                return optionsWith(QStringLiteral("Personal"), QStringLiteral("person"), {720, 520},
                    [&account] { return new Ui::PersonalPage(account); });
            }},
    };
}

} // namespace App
