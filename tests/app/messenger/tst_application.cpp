#include "app/messenger/application.h"

#include "app/demo/demoaccounts.h"
#include "app/demo/demonetwork.h"
#include "app/messenger/chatwindows.h"
#include "app/messenger/historyviewer.h"
#include "app/messenger/hosting.h"
#include "app/messenger/newnetworks.h"
#include "app/messenger/optionswindow.h"
#include "app/messenger/sessions.h"
#include "app/messenger/singleinstance.h"
#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/protocol/networkdescription.h"
#include "core/roster/contactlist.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/savedaccounts.h"
#include "core/storage/settings.h"
#include "tests/ui/signin/memorysecretstore.h"
#include "ui/contacts/contactview.h"
#include "ui/conversation/view/findbar.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/history/historywindow.h"
#include "ui/hosting/hostingquitdialog.h"
#include "ui/hosting/hostingwindow.h"
#include "ui/mainwindow/accounthead.h"
#include "ui/mainwindow/accountsection.h"
#include "ui/mainwindow/connectionbanner.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/meheader.h"
#include "ui/mainwindow/undobar.h"
#include "ui/nearby/joinnetworkdialog.h"
#include "ui/options/optionsdialog.h"
#include "ui/pictures/builtinpictures.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace App;
using namespace Msn;

namespace {

QPushButton *button(QWidget &parent, const QString &text)
{
    const QList<QPushButton *> buttons = parent.findChildren<QPushButton *>();
    for (QPushButton *candidate : buttons) {
        if (candidate->text().remove(u'&') == text && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

} // namespace

/// The whole messenger against the service inside it, over real sockets.
class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneClickToARobot();
    void findLeadsIntoTheHistory();
    void historyIsReadWithoutSigningIn();
    void commandLineSignsIn();
    void linkOpensAChat();
    void wrongPasswordIsSaid();
    void unknownNetworkIsSaid();
    void otherWaysWhereTheDirectOneIsClosed();
    void gatewayWithoutAskingIfAllowed();
    void complaint21_focusIsInTheContactList();
    void signOutAndInAgain();
    void blockAndUndo();
    void removeAndUndo();
    void nobodyOfThatName();
    void aNetworkLinkAsksAndLeadsToThePage();
    void secondStartHandsOver();
    void complaint32_severalNetworksInOneList();
    void twoAccountsChatWithEachOther();
    void oneStatusForAllAndOneForEach();
    void signingOutOneLeavesTheOther();
    void complaint17_noReconnectWar();
    void theWayBackFromThePage();
    void severalAccountsSignInAtStart();
    void complaint3_hostsAChatAndSignsInToIt();
    void hostingBeginsAtTheStartIfWanted();
    void quittingAsksWhileOthersAreThere();
    void complaint5_quittingIsNotHeldUpByAWindowThatStays();

private:
    void start(const CommandLine &commandLine = {});
    /// A network whose dispatch server is gone, and an account there.
    CommandLine closedNetwork();
    void clickSignIn();
    /// A network in the profile, with Ana on it.
    void hostForAna();
    bool hasMenuEntry(const QString &text) const;
    QByteArray readFile(const QString &name) const;
    void addAccount(const Address &address);
    void signInTwo();
    Account *accountOf(const Address &address)
    {
        const QList<Session *> sessions = m_application->sessions().all();
        for (const Session *session : sessions) {
            if (session->address() == address)
                return session->account();
        }
        return nullptr;
    }
    Ui::ContactPage &page() { return *m_application->window().contactPage(); }
    const Contact *contact(const Address &address)
    {
        return m_application->session().account()->contacts().find(address);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<DemoNetwork> m_demo;
    std::unique_ptr<Application> m_application;
    QHash<QString, QString> m_secrets;
};

void TestApplication::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_demo = std::make_unique<DemoNetwork>();
}

void TestApplication::cleanup()
{
    m_application.reset();
    m_demo.reset();
}

void TestApplication::start(const CommandLine &commandLine)
{
    Application::Environment environment;
    environment.directories = ProfileDirectories::inside(m_directory->path());
    auto secrets = std::make_unique<MemorySecretStore>();
    secrets->secrets = m_secrets;
    environment.secrets = std::move(secrets);
    environment.demoAddress = DemoAccounts::you();
    environment.demoPassword = DemoAccounts::password();
    environment.demo = {[this]() -> Expected<NetworkDescription, Error> {
                            if (const Outcome started = m_demo->start(); !started)
                                return Unexpected(started.error());
                            return m_demo->description();
                        },
        [] {}};
    m_application = std::make_unique<Application>(std::move(environment), commandLine);
    const auto started = m_application->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error()));
}

void TestApplication::clickSignIn()
{
    QPushButton *signIn = button(m_application->window(), QStringLiteral("Sign in"));
    QVERIFY(signIn);
    QTest::mouseClick(signIn, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_application->window().contactPage(), 15000);
}

void TestApplication::oneClickToARobot()
{
    start();
    QVERIFY(!m_demo->isRunning());
    clickSignIn();
    const Address echo = DemoAccounts::echo().address;
    QTRY_VERIFY_WITH_TIMEOUT(contact(echo) && contact(echo)->isOnline(), 15000);
    page().actions()->chat(echo);
    Conversation *conversation = m_application->session().account()->conversations().with(echo);
    QVERIFY(m_application->chats().windows()->find(*conversation));
    conversation->sendText(QStringLiteral("Hello, robot"), {});
    QTRY_VERIFY_WITH_TIMEOUT(conversation->messages().size() >= 2, 15000);
    QCOMPARE(conversation->messages().first().delivery, ChatMessage::Delivery::Delivered);
    QVERIFY(!conversation->messages().last().outgoing);
}

/// From the find bar to all that is kept, and the window outlives the account it shows.
void TestApplication::findLeadsIntoTheHistory()
{
    start();
    clickSignIn();
    const Address echo = DemoAccounts::echo().address;
    QTRY_VERIFY_WITH_TIMEOUT(contact(echo) && contact(echo)->isOnline(), 15000);
    page().actions()->chat(echo);
    Conversation *conversation = m_application->session().account()->conversations().with(echo);
    conversation->sendText(QStringLiteral("A needle in it"), {});
    QTRY_VERIFY_WITH_TIMEOUT(conversation->messages().size() >= 2, 15000);
    Ui::ConversationWidget *widget = m_application->chats().widgetOf(*conversation);
    widget->findBar().open();
    QTest::keyClicks(widget->findBar().findChild<QLineEdit *>(), QStringLiteral("needle"));
    QTest::mouseClick(button(widget->findBar(), QStringLiteral("Search older messages")), Qt::LeftButton);
    Ui::HistoryWindow *history = m_application->history()->window();
    QVERIFY(history && history->isVisible());
    const auto *hits = history->findChild<QListView *>(QStringLiteral("hits"));
    QTRY_VERIFY(hits->model()->rowCount() > 0 && hits->isVisible());
    QVERIFY(hits->model()->index(0, 0).data().toString().contains(QStringLiteral("needle")));
    Q_EMIT page().signOutRequested();
    QTRY_VERIFY(!m_application->window().contactPage());
    QVERIFY(history->isVisible());
}

void TestApplication::historyIsReadWithoutSigningIn()
{
    const Address you = DemoAccounts::you();
    const QString network = NetworkCatalog::demoName();
    const ProfileDirectories directories = ProfileDirectories::inside(m_directory->path());
    {
        Settings settings(directories.settingsFile());
        SavedAccounts(settings).remember({you, network});
        HistoryEntry entry;
        entry.with = entry.sender = Address(QStringLiteral("bob@example.com"));
        entry.time = QDateTime(QDate(2024, 5, 1), QTime(8, 0), Qt::UTC);
        entry.text = QStringLiteral("A needle in it");
        HistoryStore store({directories.historyFile(you, network)});
        QSignalSpy stored(&store, &HistoryStore::stored);
        store.add(entry);
        QVERIFY(stored.wait());
    }
    start();
    QPushButton *link = button(m_application->window(), QStringLiteral("Message history"));
    QVERIFY(link);
    QTest::mouseClick(link, Qt::LeftButton);
    QVERIFY(m_application->history()->window()->isVisible());
    m_application->history()->show(nullptr, {}, QStringLiteral("needle"));
    const auto *hits = m_application->history()->window()->findChild<QListView *>(QStringLiteral("hits"));
    QTRY_COMPARE(hits->model()->rowCount(), 1);
    // Signed in to it, the same history is there once.
    m_application->sessions().signIn(
        {network, you, DemoAccounts::password(), Status::Online, false, false, false});
    m_application->history()->show(nullptr, {}, QStringLiteral("needle"));
    QCOMPARE(m_application->history()->window()->archives().count(), 1);
}

void TestApplication::commandLineSignsIn()
{
    QFile password(m_directory->filePath(QStringLiteral("password")));
    QVERIFY(password.open(QIODevice::WriteOnly));
    password.write(DemoAccounts::password().toUtf8() + '\n');
    password.close();
    CommandLine line;
    line.network = QStringLiteral("demo");
    line.account = DemoAccounts::friendOfYours();
    line.passwordFile = password.fileName();
    line.status = Status::Busy;
    line.trafficLog = m_directory->filePath(QStringLiteral("traffic.log"));
    start(line);
    QTRY_VERIFY_WITH_TIMEOUT(m_application->window().contactPage(), 15000);
    QTRY_COMPARE(m_application->session().account()->status(), Status::Busy);
    m_application.reset();
    QFile log(line.trafficLog);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray traffic = log.readAll();
    QVERIFY(traffic.contains("-> CHG"));
    QVERIFY(!traffic.contains("pwd=demo"));
}

void TestApplication::linkOpensAChat()
{
    CommandLine line;
    line.chatWith = DemoAccounts::slow().address;
    start(line);
    clickSignIn();
    QTRY_VERIFY(m_application->chats().windows());
    QCOMPARE(m_application->chats().windows()->conversations().size(), 1);
}

void TestApplication::wrongPasswordIsSaid()
{
    start();
    const QList<QLineEdit *> fields = m_application->window().findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->echoMode() == QLineEdit::Password)
            field->setText(QStringLiteral("wrong"));
    }
    QTest::mouseClick(button(m_application->window(), QStringLiteral("Sign in")), Qt::LeftButton);
    Ui::MessageBar *bar = m_application->window().signInPage()->bar();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 15000);
    QVERIFY2(bar->text().startsWith(QLatin1String("The address and the password do not match.")),
        qPrintable(bar->text()));
    QVERIFY(button(m_application->window(), QStringLiteral("Sign in")));
}

void TestApplication::unknownNetworkIsSaid()
{
    Application::Environment environment;
    environment.directories = ProfileDirectories::inside(m_directory->path());
    environment.secrets = std::make_unique<MemorySecretStore>();
    CommandLine line;
    line.network = QStringLiteral("Atlantis");
    Application application(std::move(environment), line);
    const auto started = application.start();
    QVERIFY(!started);
    QVERIFY(started.error().contains(QLatin1String("Atlantis")));
}

CommandLine TestApplication::closedNetwork()
{
    if (!m_demo->start())
        qFatal("the demo does not start");
    NetworkDescription network = m_demo->description();
    network.name = QStringLiteral("Closed");
    {
        QTcpServer gone;
        if (!gone.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        network.dispatch = {QStringLiteral("127.0.0.1"), gone.serverPort()};
    }
    CommandLine line;
    line.network = m_directory->filePath(QStringLiteral("closed.json"));
    line.account = DemoAccounts::friendOfYours();
    line.passwordFile = m_directory->filePath(QStringLiteral("password"));
    QFile file(line.network);
    QFile password(line.passwordFile);
    if (!file.open(QIODevice::WriteOnly) || !password.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(encodeNetworkFile(network));
    password.write(DemoAccounts::password().toUtf8());
    return line;
}

/// One click leads through the web gateway; a proxy is the other choice.
void TestApplication::otherWaysWhereTheDirectOneIsClosed()
{
    start(closedNetwork());
    Ui::MainWindow &window = m_application->window();
    QTRY_VERIFY_WITH_TIMEOUT(window.signInPage()->bar()->isVisible(), 15000);
    QVERIFY(window.signInPage()->bar()->text().startsWith(QLatin1String("Nothing answers at")));
    QTest::mouseClick(button(window, QStringLiteral("Use a proxy…")), Qt::LeftButton);
    QVERIFY(m_application->options().dialog());
    QCOMPARE(m_application->options().dialog()->currentPage(), QStringLiteral("connection"));
    m_application->options().dialog()->close();
    QPushButton *gateway = button(window, QStringLiteral("Try through the web gateway"));
    QVERIFY(gateway);
    QTest::mouseClick(gateway, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window.contactPage(), 30000);
    QVERIFY(m_application->sessions().latest()->wentThroughGateway());
}

void TestApplication::gatewayWithoutAskingIfAllowed()
{
    {
        Settings settings(ProfileDirectories::inside(m_directory->path()).settingsFile());
        settings.setValue(Setting::gatewayUse, QStringLiteral("fallback"));
    }
    start(closedNetwork());
    QTRY_VERIFY_WITH_TIMEOUT(m_application->window().contactPage(), 30000);
    QVERIFY(m_application->sessions().latest()->wentThroughGateway());
}

/// It was left in a field of the hidden sign-in page, whose cursor woke the program twice a second.
void TestApplication::complaint21_focusIsInTheContactList()
{
    start();
    clickSignIn();
    QCOMPARE(m_application->window().focusWidget(), page().view());
}

void TestApplication::signOutAndInAgain()
{
    start();
    clickSignIn();
    Q_EMIT page().signOutRequested();
    QTRY_VERIFY(!m_application->window().contactPage());
    QVERIFY(!m_application->window().signInPage()->bar()->isVisible());
    clickSignIn();
    QVERIFY(m_application->session().isSignedIn());
}

void TestApplication::blockAndUndo()
{
    start();
    clickSignIn();
    const Address echo = DemoAccounts::echo().address;
    page().actions()->block(echo);
    QTRY_VERIFY(contact(echo)->isBlocked());
    QTRY_VERIFY(button(*page().bar(), QStringLiteral("Undo")));
    QTest::mouseClick(button(*page().bar(), QStringLiteral("Undo")), Qt::LeftButton);
    QTRY_VERIFY(!contact(echo)->isBlocked());
    QVERIFY(!page().bar()->isVisible());
}

void TestApplication::removeAndUndo()
{
    start();
    clickSignIn();
    const Address echo = DemoAccounts::echo().address;
    const QList<GroupId> groups = contact(echo)->groups;
    page().actions()->removeContact(echo);
    QTRY_VERIFY(button(*page().bar(), QStringLiteral("Undo")));
    QVERIFY(!contact(echo) || !contact(echo)->isOnForwardList());
    QTest::mouseClick(button(*page().bar(), QStringLiteral("Undo")), Qt::LeftButton);
    QTRY_VERIFY(contact(echo) && contact(echo)->isOnForwardList());
    QTRY_COMPARE(contact(echo)->groups, groups);
}

void TestApplication::nobodyOfThatName()
{
    start();
    clickSignIn();
    page().actions()->addContact(Address(QStringLiteral("nobody@nowhere.example")));
    auto *dialog = page().findChild<Ui::AddContactDialog *>();
    QVERIFY(dialog);
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QTRY_VERIFY(dialog->bar()->isVisible());
    QVERIFY2(dialog->bar()->text().contains(QLatin1String("nobody@nowhere.example")),
        qPrintable(dialog->bar()->text()));
    QVERIFY(button(*dialog->bar(), QStringLiteral("Invite by e-mail…")));
    QVERIFY(!dialog->isBusy());
}

void TestApplication::aNetworkLinkAsksAndLeadsToThePage()
{
    start();
    clickSignIn();
    QVERIFY(!m_application->window().isSignInShown());
    StartRequest request;
    request.networkLink = QStringLiteral("msnp:chat.example.com?name=Old%20friends&tls=1");
    m_application->activate(request);
    const Ui::JoinNetworks &joining = m_application->newNetworks()->joining();
    QVERIFY(joining.dialog());
    joining.dialog()->joinButton()->click();
    QVERIFY(m_application->window().isSignInShown());
    QCOMPARE(
        m_application->window().signInPage()->form()->networkBox()->network(), QStringLiteral("Old friends"));
}

void TestApplication::secondStartHandsOver()
{
    SingleInstance first(m_directory->path());
    QVERIFY(!first.isTaken());
    QVERIFY(first.claim());
    QVERIFY(first.claim());
    first.listen();
    QSignalSpy activated(&first, &SingleInstance::activated);
    SingleInstance second(m_directory->path());
    QVERIFY(second.isTaken());
    QVERIFY(!second.claim());
    // The first answers in this very thread; without it the second gives up in time.
    const StartRequest request{Address(QStringLiteral("ana@example.com")),
        QStringLiteral("msnp:chat.example.com?name=The whole family"), "token"};
    std::unique_ptr<QThread> thread(
        QThread::create([&] { SingleInstance(m_directory->path()).handOver(request); }));
    thread->start();
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<StartRequest>(), request);
    QVERIFY(thread->wait(10000));
    QVERIFY(SingleInstance(m_directory->filePath(QStringLiteral("other"))).claim());
}

void TestApplication::addAccount(const Address &address)
{
    const qsizetype before = page().sections().size();
    Q_EMIT page().anotherAccountRequested();
    QVERIFY(m_application->window().isSignInShown());
    m_application->window().signInPage()->form()->setRequest(
        {NetworkCatalog::demoName(), address, DemoAccounts::password(), Status::Online, true, false, false});
    QTest::mouseClick(button(m_application->window(), QStringLiteral("Sign in")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(page().sections().size(), before + 1, 15000);
}

void TestApplication::signInTwo()
{
    start();
    clickSignIn();
    addAccount(DemoAccounts::friendOfYours());
}

/// "The whole scene is split into rival servers": every account is a top level of the one list.
void TestApplication::complaint32_severalNetworksInOneList()
{
    signInTwo();
    QVERIFY(!m_application->window().isSignInShown());
    const QList<Ui::AccountSection *> sections = page().sections();
    for (const Ui::AccountSection *section : sections) {
        QVERIFY(section->head()->isVisible());
        QVERIFY(section->head()->text().contains(section->account().address().toString()));
        QVERIFY(section->view()->isVisible());
        QVERIFY(section->head()->text().contains(QLatin1String("demo")));
    }
}

void TestApplication::twoAccountsChatWithEachOther()
{
    signInTwo();
    Account &you = *accountOf(DemoAccounts::you());
    Account &friendly = *accountOf(DemoAccounts::friendOfYours());
    QTRY_VERIFY_WITH_TIMEOUT(
        you.contacts().find(friendly.address()) && you.contacts().find(friendly.address())->isOnline(),
        15000);
    page().actions()->chat(friendly.address());
    Conversation *mine = you.conversations().with(friendly.address());
    mine->sendText(QStringLiteral("Is that me?"), {});
    QTRY_COMPARE_WITH_TIMEOUT(m_application->chats().windows()->conversations().size(), 2, 15000);
    Conversation *theirs = friendly.conversations().with(you.address());
    QTRY_COMPARE_WITH_TIMEOUT(theirs->messages().size(), 1, 15000);
    QCOMPARE(theirs->messages().first().text, QStringLiteral("Is that me?"));
    theirs->sendText(QStringLiteral("It is."), {});
    QTRY_COMPARE_WITH_TIMEOUT(mine->messages().size(), 2, 15000);
    QVERIFY(!mine->messages().last().outgoing);
}

void TestApplication::oneStatusForAllAndOneForEach()
{
    signInTwo();
    Q_EMIT page().meHeader()->statusChosen(Status::Away);
    QTRY_COMPARE(accountOf(DemoAccounts::you())->status(), Status::Away);
    QTRY_COMPARE(accountOf(DemoAccounts::friendOfYours())->status(), Status::Away);
    accountOf(DemoAccounts::friendOfYours())->setStatus(Status::Busy);
    QTRY_COMPARE(accountOf(DemoAccounts::friendOfYours())->status(), Status::Busy);
    QCOMPARE(accountOf(DemoAccounts::you())->status(), Status::Away);
}

void TestApplication::signingOutOneLeavesTheOther()
{
    signInTwo();
    Q_EMIT page().accountSignOutRequested(accountOf(DemoAccounts::you()));
    QTRY_COMPARE(page().sections().size(), 1);
    QCOMPARE(page().sections().constFirst()->account().address(), DemoAccounts::friendOfYours());
    QVERIFY(!page().sections().constFirst()->head()->isVisible());
    QCOMPARE(accountOf(DemoAccounts::friendOfYours())->state(), Account::State::SignedIn);
    Q_EMIT page().signOutRequested();
    QTRY_VERIFY(!m_application->window().contactPage());
}

/// "Reconnect war between home and work": who is signed in elsewhere is told so, above their own
/// people, and nothing comes back by itself.
void TestApplication::complaint17_noReconnectWar()
{
    signInTwo();
    Account elsewhere(m_demo->description(), DemoAccounts::you());
    elsewhere.signIn(DemoAccounts::password(), Status::Online);
    Account &you = *accountOf(DemoAccounts::you());
    QTRY_COMPARE_WITH_TIMEOUT(you.state(), Account::State::SignedOut, 15000);
    QCOMPARE(page().sections().size(), 2);
    const Ui::AccountSection *section = page().section(you);
    QVERIFY(section->banner()->isVisible());
    QVERIFY2(section->banner()->text().contains(QLatin1String("somewhere else")),
        qPrintable(section->banner()->text()));
    QVERIFY(!page().section(*accountOf(DemoAccounts::friendOfYours()))->banner()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(elsewhere.state(), Account::State::SignedIn, 15000);
    QCOMPARE(you.state(), Account::State::SignedOut);
    QPushButton *close = button(*section->banner(), QStringLiteral("Close this account"));
    QVERIFY(close);
    close->click();
    QTRY_COMPARE(page().sections().size(), 1);
}

void TestApplication::theWayBackFromThePage()
{
    start();
    QVERIFY(!button(m_application->window(), QStringLiteral("Back to my contacts")));
    clickSignIn();
    Q_EMIT page().anotherAccountRequested();
    QVERIFY(m_application->window().isSignInShown());
    QTest::mouseClick(button(m_application->window(), QStringLiteral("Back to my contacts")), Qt::LeftButton);
    QVERIFY(!m_application->window().isSignInShown());
    QCOMPARE(page().sections().size(), 1);
}

void TestApplication::severalAccountsSignInAtStart()
{
    Settings settings(ProfileDirectories::inside(m_directory->path()).settingsFile());
    SavedAccounts accounts(settings);
    const QString demo = NetworkCatalog::demoName();
    accounts.remember({DemoAccounts::you(), demo, Status::Online, true, true});
    accounts.remember({DemoAccounts::friendOfYours(), demo, Status::Busy, true, true});
    settings.flush();
    m_secrets = {{passwordKey(DemoAccounts::you(), demo), DemoAccounts::password()},
        {passwordKey(DemoAccounts::friendOfYours(), demo), DemoAccounts::password()}};
    start();
    QTRY_VERIFY_WITH_TIMEOUT(m_application->window().contactPage(), 15000);
    QTRY_COMPARE_WITH_TIMEOUT(page().sections().size(), 2, 15000);
    QTRY_COMPARE(accountOf(DemoAccounts::friendOfYours())->status(), Status::Busy);
    QTRY_COMPARE(accountOf(DemoAccounts::you())->status(), Status::Online);
}

/// From the menu's place on the sign-in page to the list of the one who hosts; quitting ends it.
void TestApplication::complaint3_hostsAChatAndSignsInToIt()
{
    start();
    QTest::mouseClick(button(m_application->window(), QStringLiteral("Host a chat…")), Qt::LeftButton);
    Ui::HostingWindow *window = m_application->hosting().window();
    QVERIFY(window && window->isVisible());
    // Whatever else runs on this computer.
    HostingChoices choices;
    choices.port = choices.tlsPort = choices.httpsPort = 0;
    const DataDirectory directory(m_directory->filePath(QStringLiteral("data/hosted-network")));
    QVERIFY(directory.create() && choices.save(directory));
    QTest::mouseClick(button(*window, QStringLiteral("Next")), Qt::LeftButton);
    QTest::keyClicks(window->focusWidget(), QStringLiteral("Ana"));
    QTest::mouseClick(button(*window, QStringLiteral("Start hosting")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_application->hosting().isRunning(), 15000);
    QTRY_VERIFY(button(*window, QStringLiteral("Sign in")));
    QTest::mouseClick(button(*window, QStringLiteral("Sign in")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_application->window().contactPage(), 15000);
    QCOMPARE(m_application->session().address(), Address(QStringLiteral("ana@home.example")));
    QTRY_VERIFY(window->state().people.constFirst().isSignedIn);
    // Hosts who do nothing about it give everybody a picture.
    const QByteArray picture = window->state().people.constFirst().picture;
    QCOMPARE(picture, Ui::BuiltInPictures::png(QStringLiteral("cat")));
    Q_EMIT window->pictureChanged(Address(QStringLiteral("ana@home.example")), {});
    QCOMPARE(window->state().people.constFirst().picture, QByteArray());
    // What was offered is there now.
    QVERIFY(hasMenuEntry(QStringLiteral("&Your network…")));
    QVERIFY(!hasMenuEntry(QStringLiteral("&Host a chat on this network…")));
    Q_EMIT m_application->window().hostingRequested();
    QVERIFY(window->isVisible());
    // Alone on it: quitting needs no question.
    Q_EMIT m_application->window().quitRequested();
    QVERIFY(!m_application->hosting().isRunning());
}

/// Others are on it: they are not thrown out by a slip.
void TestApplication::quittingAsksWhileOthersAreThere()
{
    hostForAna();
    Settings(ProfileDirectories::inside(m_directory->path()).settingsFile())
        .setValue(Setting::hostAtStart, true);
    start();
    const auto network = parseNetworkFile(readFile(QStringLiteral("data/hosted-network/network.json")));
    QVERIFY(network);
    NetworkDescription here = *network;
    here.dispatch.host = QStringLiteral("127.0.0.1");
    here.nexus.setHost(here.dispatch.host);
    Account ana(here, Address(QStringLiteral("ana@home.example")));
    ana.signIn(QStringLiteral("moon"), Status::Online);
    QTRY_COMPARE_WITH_TIMEOUT(ana.state(), Account::State::SignedIn, 15000);
    const auto question = [this] {
        return m_application->window().findChild<Ui::HostingQuitDialog *>(
            QString(), Qt::FindDirectChildrenOnly);
    };
    Q_EMIT m_application->window().quitRequested();
    QVERIFY(question() && question()->isVisible());
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!question());
    QVERIFY(m_application->hosting().isRunning());
    Q_EMIT m_application->window().quitRequested();
    QTest::mouseClick(question()->quitButton(), Qt::LeftButton);
    QVERIFY(!m_application->hosting().isRunning());
    QTRY_VERIFY(ana.state() != Account::State::SignedIn);
}

/// With a tray the main window hid, a conversation stayed, and the program with it.
void TestApplication::complaint5_quittingIsNotHeldUpByAWindowThatStays()
{
    start();
    m_application->window().setCloseGuard([] { return false; });
    m_application->window().move(40, 50);
    const QSignalSpy ended(m_application.get(), &Application::ended);
    Q_EMIT m_application->window().quitRequested();
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(m_application->window().isVisible());
    const Settings kept(ProfileDirectories::inside(m_directory->path()).settingsFile());
    QCOMPARE(kept.value(Setting::mainWindowGeometry), m_application->window().saveGeometry());
}

bool TestApplication::hasMenuEntry(const QString &text) const
{
    const auto actions = m_application->window().findChildren<QAction *>();
    return std::any_of(
        actions.cbegin(), actions.cend(), [&text](const QAction *action) { return action->text() == text; });
}

void TestApplication::hostForAna()
{
    HostedNetwork network(
        m_directory->filePath(QStringLiteral("data/hosted-network")), PasswordCost::least());
    HostingChoices choices;
    choices.name = QStringLiteral("Home");
    choices.port = choices.tlsPort = choices.httpsPort = 0;
    QVERIFY(network.setChoices(choices));
    QSignalSpy changed(&network, &HostedNetwork::peopleChanged);
    network.add(
        {{Address(QStringLiteral("ana@home.example")), QStringLiteral("Ana"), QStringLiteral("moon")}});
    QVERIFY(changed.wait());
}

QByteArray TestApplication::readFile(const QString &name) const
{
    QFile file(m_directory->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestApplication::hostingBeginsAtTheStartIfWanted()
{
    const QString path = m_directory->filePath(QStringLiteral("data/hosted-network"));
    hostForAna();
    start();
    QVERIFY(!m_application->hosting().isRunning());
    m_application.reset();
    Settings(ProfileDirectories::inside(m_directory->path()).settingsFile())
        .setValue(Setting::hostAtStart, true);
    {
        const auto lock = DataDirectory(path).lock();
        QVERIFY(lock);
        start();
        QVERIFY(!m_application->hosting().isRunning());
        QVERIFY(m_application->window().signInPage()->bar()->isVisible());
        m_application.reset();
    }
    start();
    QVERIFY(m_application->hosting().isRunning());
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
