#include "app/shots/mainwindowshots.h"

#include "app/shots/liststage.h"
#include "ui/contacts/contactview.h"
#include "ui/mainwindow/accountsection.h"
#include "ui/mainwindow/connectionbanner.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/inboxline.h"
#include "ui/mainwindow/listarrangement.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/meheader.h"
#include "ui/mainwindow/undobar.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QLineEdit>

namespace App {

using namespace Msn;

namespace {

using Change = std::function<void(Ui::MainWindow &)>;

Shot windowShot(const QString &name, const Change &change, QSize size = {330, 660})
{
    return {name, [change, size] {
                listStage().resetSettings();
                auto window = std::make_unique<Ui::MainWindow>(listStage().settings);
                window->resize(size);
                change(*window);
                return window;
            }};
}

void fillSignIn(Ui::MainWindow &window)
{
    Ui::SignInForm *form = window.signInPage()->form();
    form->networkBox()->setNetworks(listStage().networks.networks());
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
            window.showContacts(account,
                &account == &listStage().account ? listStage().annotations : listStage().noAnnotations,
                QStringLiteral("Example"));
            window.contactPage()->meHeader()->setName(FriendlyName(QStringLiteral("Marta Ruiz")));
            window.contactPage()->meHeader()->setStatus(Status::Online);
            window.contactPage()->meHeader()->setConnected(true);
            change(window);
        },
        size);
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

/// On another network, signed out because somebody signed in elsewhere.
void addSecond(Ui::MainWindow &window)
{
    ListStage &stage = listStage();
    window.showContacts(stage.emptyAccount, stage.noAnnotations, QStringLiteral("CrossTalk"));
    Ui::ConnectionBanner *banner = window.contactPage()->section(stage.emptyAccount)->banner();
    banner->showError(Ui::ErrorText::describe(
        makeError(ErrorCode::SignedInElsewhere, stage.emptyAccount.address().toString())));
    banner->addButton(QStringLiteral("Sign in a&gain"));
    banner->addButton(QStringLiteral("Close this a&ccount"));
}

QList<Shot> contactShots()
{
    Account &account = listStage().account;
    return {
        contactsShot(QStringLiteral("contacts"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->setUnread(
                    listStage().account, Address(QStringLiteral("rosa@example.com")), 2);
                window.contactPage()->view()->setCurrentIndex(
                    rowOf(*window.contactPage(), QStringLiteral("小雨")));
            }),
        contactsShot(QStringLiteral("contacts-by-status"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->arrangement()->sortByStatus()->setChecked(true);
            }),
        contactsShot(QStringLiteral("contacts-by-name"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->arrangement()->sortByName()->setChecked(true);
            }),
        contactsShot(QStringLiteral("contacts-by-address"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->arrangement()->viewByAddress()->setChecked(true);
                window.contactPage()->arrangement()->offlineTogether()->setChecked(true);
            }),
        contactsShot(QStringLiteral("contacts-drag"), account,
            [](Ui::MainWindow &window) {
                dragOver(*window.contactPage(), QStringLiteral("Rosa"), QStringLiteral("Family"));
            }),
        contactsShot(QStringLiteral("contacts-nickname"), account,
            [](Ui::MainWindow &window) {
                Ui::ContactView *view = window.contactPage()->view();
                view->setCurrentIndex(rowOf(*window.contactPage(), QStringLiteral("Ben")));
                view->edit(view->currentIndex());
            }),
        contactsShot(QStringLiteral("contacts-search"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->arrangement()->sortByGroup()->setChecked(true);
                window.contactPage()->searchField()->setText(QStringLiteral("ar"));
            }),
        contactsShot(QStringLiteral("contacts-nobody-found"), account,
            [](Ui::MainWindow &window) {
                window.contactPage()->searchField()->setText(QStringLiteral("xyz"));
            }),
        contactsShot(QStringLiteral("contacts-new-mail"), account,
            [](Ui::MainWindow &window) {
                auto *mail = window.contactPage()->findChild<Ui::InboxLine *>();
                mail->setText(QStringLiteral("2 new"));
                mail->show();
            }),
    };
}

QList<Shot> contactNewsShots()
{
    Account &account = listStage().account;
    return {
        contactsShot(QStringLiteral("contacts-empty"), listStage().emptyAccount, [](Ui::MainWindow &) {}),
        contactsShot(QStringLiteral("contacts-large"), listStage().largeAccount, [](Ui::MainWindow &) {}),
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
                banner->showInformation(QStringLiteral(
                    "The server is going down for maintenance. The next try is in 28 seconds."));
                banner->addButton(QStringLiteral("&Connect now"));
                banner->addButton(QStringLiteral("Sign &out"));
                window.contactPage()->meHeader()->setStatus(Status::Offline);
                window.contactPage()->meHeader()->setConnected(false);
            }),
        contactsShot(QStringLiteral("contacts-several"), account, addSecond),
        contactsShot(QStringLiteral("contacts-several-mirrored"), account,
            [](Ui::MainWindow &window) {
                addSecond(window);
                window.setLayoutDirection(Qt::RightToLeft);
            }),
        contactsShot(QStringLiteral("signin-beside"), account,
            [](Ui::MainWindow &window) {
                fillSignIn(window);
                window.signInPage()->form()->setRequest({QStringLiteral("Escargot"), {}, {}});
                window.showSignInBeside();
            }),
        contactsShot(QStringLiteral("contacts-mail-arrived"), account,
            [](Ui::MainWindow &window) {
                auto *bar = window.contactPage()->bar();
                bar->tell(
                    QStringLiteral("New e-mail from Björn: The train at five, and what to bring along"));
                bar->addButton(QStringLiteral("&Open"));
            }),
        contactsShot(QStringLiteral("contacts-mirrored"), account,
            [](Ui::MainWindow &window) { window.setLayoutDirection(Qt::RightToLeft); }),
        contactsShot(QStringLiteral("contacts-narrow"), account, [](Ui::MainWindow &) {}, {280, 420}),
    };
}

} // namespace

QList<Shot> mainWindowShots()
{
    return signInShots() + contactShots() + contactNewsShots();
}

} // namespace App
