#include "ui/mainwindow/contactactions.h"

#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "core/storage/contactannotations.h"
#include "ui/contacts/contactdrop.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/contactcard.h"
#include "ui/dialogs/emailinvitedialog.h"
#include "ui/dialogs/groupnamedialog.h"
#include "ui/mainwindow/undobar.h"
#include "ui/widgets/mailprogram.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace Ui {

using namespace Msn;

ContactActions::ContactActions(Account &account, ContactAnnotations &annotations, const QString &networkName,
    UndoBar &bar, QWidget &window)
    : QObject(&window)
    , m_account(account)
    , m_annotations(annotations)
    , m_networkName(networkName)
    , m_bar(bar)
    , m_window(window)
{
}

void ContactActions::chat(const Address &address)
{
    Q_EMIT chatWanted(address);
}

void ContactActions::sendMail(const Address &address)
{
    if (!openMailProgram(address))
        m_bar.showError({tr("No mail program could be opened."), tr("Copy the address instead."), {}});
}

void ContactActions::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void ContactActions::block(const Address &address)
{
    const QString name = nameOf(address);
    m_account.editor().block(address, report(name, [this, address, name] {
        m_bar.offer(tr("%1 is blocked, sees you as offline and cannot write to you.").arg(name),
            [this, address] { unblock(address); });
    }));
}

void ContactActions::unblock(const Address &address)
{
    m_account.editor().unblock(address, report(nameOf(address)));
}

void ContactActions::removeContact(const Address &address)
{
    const Contact *known = m_account.contacts().find(address);
    if (!known)
        return;
    const Contact contact = *known;
    const QString name = nameOf(address);
    m_account.editor().removeContact(address, report(name, [this, contact, name] {
        m_bar.offer(
            tr("%1 was removed from your contacts.").arg(name), [this, contact] { restore(contact); });
        if (!contact.isBlocked())
            m_bar.offerAlso(tr("&Block too"), [this, contact] { block(contact.address); });
    }));
}

void ContactActions::copyToGroup(const Address &address, const GroupId &group)
{
    m_account.editor().copyToGroup(address, group, report(nameOf(address)));
}

void ContactActions::moveToGroup(const Address &address, const GroupId &from, const GroupId &to)
{
    if (from.isEmpty())
        copyToGroup(address, to);
    else
        m_account.editor().moveToGroup(address, from, to, report(nameOf(address)));
}

void ContactActions::removeFromGroup(const Address &address, const GroupId &group)
{
    m_account.editor().removeFromGroup(address, group, report(nameOf(address)));
}

void ContactActions::removeFromAllGroups(const Address &address)
{
    if (const Contact *contact = m_account.contacts().find(address))
        removeFromGroups(address, contact->groups);
}

/// One after the other: servers of MSNP8 and MSNP9 drop somebody with their last group, and which
/// one is the last is known only when the others are gone.
void ContactActions::removeFromGroups(const Address &address, const QList<GroupId> &groups)
{
    if (groups.isEmpty())
        return;
    m_account.editor().removeFromGroup(address, groups.constFirst(),
        report(nameOf(address), [this, address, rest = groups.mid(1)] { removeFromGroups(address, rest); }));
}

void ContactActions::drop(const ContactDrop &drop)
{
    switch (drop.deed) {
    case ContactDrop::Deed::Move:
        moveToGroup(drop.address, GroupId(drop.from), GroupId(drop.to));
        return;
    case ContactDrop::Deed::Copy:
        copyToGroup(drop.address, GroupId(drop.to));
        return;
    case ContactDrop::Deed::TakeOut:
        removeFromGroup(drop.address, GroupId(drop.from));
        return;
    case ContactDrop::Deed::MakeFavourite:
        setFavourite(drop.address, true);
    }
}

void ContactActions::setNickname(const Address &address, const QString &nickname)
{
    const Contact *contact = m_account.contacts().find(address);
    const bool isTheirs = contact && contact->displayName() == nickname.trimmed();
    m_annotations.setNickname(address, isTheirs ? QString() : nickname);
}

void ContactActions::setFavourite(const Address &address, bool favourite)
{
    m_annotations.setFavourite(address, favourite);
}

void ContactActions::showProperties(const Address &address)
{
    openCard(address);
}

void ContactActions::editNote(const Address &address)
{
    openCard(address)->editNote();
}

ContactCard *ContactActions::openCard(const Address &address)
{
    auto *card = new ContactCard(m_account, m_annotations, address, &m_window);
    connect(card, &ContactCard::chatWanted, this, &ContactActions::chat);
    connect(card, &ContactCard::blockWanted, this, &ContactActions::block);
    connect(card, &ContactCard::unblockWanted, this, &ContactActions::unblock);
    card->open();
    return card;
}

void ContactActions::addContact(const Address &address)
{
    auto *dialog = new AddContactDialog(m_account, &m_window);
    for (const QPointer<ContactActions> &other : std::as_const(m_all)) {
        if (other && other != this)
            dialog->addAccount(other->account());
    }
    connect(dialog, &AddContactDialog::emailInvitationWanted, this,
        [this](const Account *account, const Address &invited) {
            const auto its = std::find_if(
                m_all.cbegin(), m_all.cend(), [account](const QPointer<ContactActions> &other) {
                    return other && &other->m_account == account;
                });
            (its == m_all.cend() ? this : its->data())->inviteByEmail(invited);
        });
    dialog->setAddress(address);
    dialog->open();
}

void ContactActions::inviteByEmail(const Address &address)
{
    auto *dialog = new EmailInviteDialog(m_account, m_networkName, &m_window);
    dialog->setAddress(address);
    dialog->open();
}

void ContactActions::addGroup()
{
    (new GroupNameDialog(m_account, &m_window))->open();
}

void ContactActions::renameGroup(const GroupId &group, const QString &name)
{
    m_account.editor().renameGroup(group, FriendlyName(name), report(name));
}

void ContactActions::removeGroup(const GroupId &id)
{
    const Group *group = m_account.contacts().findGroup(id);
    if (!group)
        return;
    const QString name = group->name.singleLine();
    const auto members = static_cast<int>(m_account.contacts().membersOf(id).size());
    const auto remove = [this, id, name] { m_account.editor().removeGroup(id, report(name)); };
    if (members == 0)
        remove();
    else
        m_bar.ask(tr("The group “%1” has %n person(s). They stay in your list without it.", nullptr, members)
                      .arg(name),
            tr("&Delete the group"), remove);
}

void ContactActions::renameSelf(const QString &name)
{
    m_account.setOwnName(FriendlyName(name), report(name));
}

ContactActions::Done ContactActions::report(const QString &subject)
{
    return report(subject, [] {});
}

ContactActions::Done ContactActions::report(const QString &subject, const std::function<void()> &then)
{
    return {this, [this, subject, then](const Expected<std::monostate, Error> &result) {
                if (result)
                    then();
                else
                    showError(result.error(), subject);
            }};
}

void ContactActions::showError(const Error &error, const QString &subject)
{
    if (ErrorText::isToldByConnection(error) || error.code == ErrorCode::Cancelled)
        return; // overtaken by another wish, or said by the connection banner
    Error named = error;
    if (named.subject.isEmpty())
        named.subject = subject;
    m_bar.showError(ErrorText::describe(named));
}

/// As somebody was before they were removed: in the same groups.
void ContactActions::restore(const Contact &contact)
{
    const GroupId first = contact.groups.value(0);
    m_account.editor().addContact(contact.address, first, report(nameOf(contact.address), [this, contact] {
        for (const GroupId &group : contact.groups.mid(1))
            m_account.editor().copyToGroup(contact.address, group, report(nameOf(contact.address)));
    }));
}

QString ContactActions::nameOf(const Address &address) const
{
    const QString nickname = m_annotations.nicknameOf(address);
    if (!nickname.isEmpty())
        return nickname;
    const Contact *contact = m_account.contacts().find(address);
    return contact ? contact->displayName() : address.toString();
}

} // namespace Ui
