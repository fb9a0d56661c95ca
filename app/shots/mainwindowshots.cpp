#include "app/shots/mainwindowshots.h"

#include "app/shots/samplecontacts.h"
#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactview.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/addedmedialog.h"
#include "ui/dialogs/emailinvitedialog.h"
#include "ui/dialogs/groupnamedialog.h"
#include "ui/mainwindow/connectionbanner.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactmenus.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/mainmenu.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/meheader.h"
#include "ui/mainwindow/statusmenu.h"
#include "ui/mainwindow/undobar.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>

namespace App {

using namespace Msn;

namespace {

/// What the windows stand on, alive as long as the program.
struct World
{
    Settings settings{QString()};
    NetworkCatalog networks{QStringLiteral(":/networks"), QString()};
    Account account{NetworkDescription(), Address(QStringLiteral("marta.ruiz@example.com"))};
    Account emptyAccount{NetworkDescription(), Address(QStringLiteral("you@demo.example"))};
    Account largeAccount{NetworkDescription(), Address(QStringLiteral("marta.ruiz@example.com"))};

    World()
    {
        const SampleList sample = sampleList();
        account.contacts().replace(sample.contacts, sample.groups);
        const SampleList large = largeSampleList();
        largeAccount.contacts().replace(large.contacts, large.groups);
    }
};

World &world()
{
    static World world;
    return world;
}

using Change = std::function<void(Ui::MainWindow &)>;

Shot windowShot(const QString &name, const Change &change, QSize size = {330, 660})
{
    return {name, [change, size] {
                auto window = std::make_unique<Ui::MainWindow>(world().settings);
                window->resize(size);
                change(*window);
                return window;
            }};
}

void fillSignIn(Ui::MainWindow &window)
{
    Ui::SignInForm *form = window.signInPage()->form();
    form->networkBox()->setNetworks(world().networks.networks());
    form->setRequest({NetworkCatalog::demoName(), Address(QStringLiteral("you@demo.example")),
        QStringLiteral("demo"), Status::Online, true, false, false});
}

Shot signInShot(const QString &name, const Change &change, QSize size = {330, 660})
{
    return windowShot(
        name,
        [change](Ui::MainWindow &window) {
            fillSignIn(window);
            change(window);
        },
        size);
}

Shot contactsShot(const QString &name, Account &account, const Change &change, QSize size = {330, 660})
{
    return windowShot(
        name,
        [&account, change](Ui::MainWindow &window) {
            window.showContacts(account, QStringLiteral("Example"));
            window.contactPage()->meHeader()->setName(FriendlyName(QStringLiteral("Marta Ruiz")));
            window.contactPage()->meHeader()->setStatus(Status::Online);
            window.contactPage()->meHeader()->setConnected(true);
            change(window);
        },
        size);
}

template <typename Dialog>
Shot dialogShot(const QString &name, const std::function<std::unique_ptr<Dialog>()> &make)
{
    return {name, [make]() -> std::unique_ptr<QWidget> {
                auto dialog = make();
                dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                return dialog;
            }};
}

QModelIndex rowOf(Ui::ContactPage &page, const QString &name)
{
    const QAbstractItemModel *model = page.view()->model();
    const QModelIndexList found = model->match(
        model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchStartsWith | Qt::MatchRecursive);
    return found.value(0);
}

/// A menu of a page that is never shown itself.
Shot menuShot(const QString &name, const QString &row)
{
    return {name, [row]() -> std::unique_ptr<QWidget> {
                auto *page
                    = new Ui::ContactPage(world().account, QStringLiteral("Example"), world().settings);
                auto menu = std::make_unique<QMenu>();
                page->findChild<Ui::ContactMenus *>()->fill(*menu, rowOf(*page, row));
                QObject::connect(menu.get(), &QObject::destroyed, page, &QObject::deleteLater);
                return menu;
            }};
}

Shot statusMenuShot()
{
    return {QStringLiteral("menu-status"), []() -> std::unique_ptr<QWidget> {
                auto menu = std::make_unique<Ui::StatusMenu>(QString());
                menu->setStatus(Status::Away);
                return menu;
            }};
}

QList<Shot> signInShots()
{
    const Ui::ErrorWords wrong = Ui::ErrorText::describe({ErrorCode::WrongPassword, 0, {}, {}, {}, {}});
    const Ui::ErrorWords notFound = Ui::ErrorText::describe({ErrorCode::HostNotFound, 0,
        QStringLiteral("messenger.example.com:1863"), QStringLiteral("Host not found"), {}, {}});
    return {
        signInShot(QStringLiteral("signin"), [](Ui::MainWindow &) {}),
        signInShot(QStringLiteral("signin-known"),
            [](Ui::MainWindow &window) {
                Ui::SignInForm *form = window.signInPage()->form();
                form->setRequest({QStringLiteral("Escargot"),
                    Address(QStringLiteral("marta.ruiz@example.com")), {}, Status::Away, true, true, true});
                form->setKnown(true);
                form->setPasswordSaved(true);
            }),
        signInShot(QStringLiteral("signin-error"),
            [wrong](Ui::MainWindow &window) { window.signInPage()->bar()->showError(wrong); }),
        signInShot(QStringLiteral("signin-error-details"),
            [notFound](Ui::MainWindow &window) { window.signInPage()->bar()->showError(notFound); },
            {330, 720}),
        signInShot(QStringLiteral("signin-progress"),
            [](Ui::MainWindow &window) {
                window.signInPage()->showProgress(SignInProgress::CheckingPassword,
                    QStringLiteral("you@demo.example"), QStringLiteral("This computer (demo)"));
            }),
        signInShot(QStringLiteral("signin-certificate"),
            [](Ui::MainWindow &window) {
                window.signInPage()->askAboutCertificate(QStringLiteral("192.168.1.10:1864"),
                    QStringLiteral("Home"),
                    QByteArray::fromHex("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
            }),
        signInShot(QStringLiteral("signin-mirrored"),
            [](Ui::MainWindow &window) { window.setLayoutDirection(Qt::RightToLeft); }),
        signInShot(QStringLiteral("signin-wide"), [](Ui::MainWindow &) {}, {700, 560}),
    };
}

QList<Shot> contactShots()
{
    Account &account = world().account;
    return {
        contactsShot(QStringLiteral("contacts"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->setUnread(Address(QStringLiteral("rosa@example.com")), 2);
                window.contactPage()->view()->setCurrentIndex(
                    rowOf(*window.contactPage(), QStringLiteral("小雨")));
            }),
        contactsShot(QStringLiteral("contacts-by-status"), account,
            [](Ui::MainWindow &window) { window.contactPage()->menu()->sortByStatus()->setChecked(true); }),
        contactsShot(QStringLiteral("contacts-search"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->menu()->sortByGroup()->setChecked(true);
                window.contactPage()->searchField()->setText(QStringLiteral("ar"));
            }),
        contactsShot(QStringLiteral("contacts-nobody-found"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->searchField()->setText(QStringLiteral("xyz"));
            }),
        contactsShot(QStringLiteral("contacts-empty"), world().emptyAccount, [](Ui::MainWindow &) {}),
        contactsShot(QStringLiteral("contacts-large"), world().largeAccount, [](Ui::MainWindow &) {}),
        contactsShot(QStringLiteral("contacts-undo"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->bar()->offer(
                    QStringLiteral("Rosa is blocked, sees you as offline and cannot write to you."), [] {});
            }),
        contactsShot(QStringLiteral("contacts-error"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->bar()->showError(Ui::ErrorText::describe(
                    {ErrorCode::ServerRefused, 223, QStringLiteral("Holidays"), {}, {}, {}}));
            }),
        contactsShot(QStringLiteral("contacts-reconnecting"), account,
            [](Ui::MainWindow &window) {
                auto *banner = window.contactPage()->findChild<Ui::ConnectionBanner *>();
                banner->showInformation(
                    QStringLiteral("The connection was lost. It is tried again in 12 seconds."));
                banner->addButton(QStringLiteral("&Connect now"));
                banner->addButton(QStringLiteral("Sign &out"));
                window.contactPage()->meHeader()->setStatus(Status::Offline);
                window.contactPage()->meHeader()->setConnected(false);
            }),
        contactsShot(QStringLiteral("contacts-mirrored"), account,
            [](Ui::MainWindow &window) { window.setLayoutDirection(Qt::RightToLeft); }),
        contactsShot(QStringLiteral("contacts-narrow"), account, [](Ui::MainWindow &) {}, {280, 420}),
    };
}

QList<Shot> dialogShots()
{
    Account &account = world().account;
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
        menuShot(QStringLiteral("menu-contact"), QStringLiteral("Rosa")),
        menuShot(QStringLiteral("menu-group"), QStringLiteral("Friends")),
        statusMenuShot(),
    };
}

} // namespace

QList<Shot> mainWindowShots()
{
    return signInShots() + contactShots() + dialogShots();
}

} // namespace App
