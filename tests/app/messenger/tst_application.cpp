#include "app/messenger/application.h"

#include "app/demo/demoaccounts.h"
#include "app/demo/demonetwork.h"
#include "app/messenger/chatwindows.h"
#include "app/messenger/singleinstance.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "tests/ui/signin/memorysecretstore.h"
#include "ui/contacts/contactview.h"
#include "ui/conversation/conversationwindow.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/meheader.h"
#include "ui/mainwindow/undobar.h"
#include "ui/signin/signinpage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
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
    void commandLineSignsIn();
    void linkOpensAChat();
    void wrongPasswordIsSaid();
    void unknownNetworkIsSaid();
    void signOutAndInAgain();
    void blockAndUndo();
    void removeAndUndo();
    void nobodyOfThatName();
    void secondStartHandsOver();

private:
    void start(const CommandLine &commandLine = {});
    void clickSignIn();
    Ui::ContactPage &page() { return *m_application->window().contactPage(); }
    const Contact *contact(const Address &address)
    {
        return m_application->session().account()->contacts().find(address);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<DemoNetwork> m_demo;
    std::unique_ptr<Application> m_application;
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
    environment.secrets = std::make_unique<MemorySecretStore>();
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
    QVERIFY(m_application->chats().window()->find(*conversation));
    conversation->sendText(QStringLiteral("Hello, robot"), {});
    QTRY_VERIFY_WITH_TIMEOUT(conversation->messages().size() >= 2, 15000);
    QCOMPARE(conversation->messages().first().delivery, ChatMessage::Delivery::Delivered);
    QVERIFY(!conversation->messages().last().outgoing);
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
    QTRY_VERIFY(m_application->chats().window());
    QCOMPARE(m_application->chats().window()->conversations().size(), 1);
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

void TestApplication::secondStartHandsOver()
{
    SingleInstance first(m_directory->path());
    QVERIFY(first.claim());
    first.listen();
    QSignalSpy activated(&first, &SingleInstance::activated);
    SingleInstance second(m_directory->path());
    QVERIFY(!second.claim());
    // The first answers in this very thread; without it the second gives up in time.
    std::unique_ptr<QThread> thread(QThread::create(
        [&] { SingleInstance(m_directory->path()).handOver(Address(QStringLiteral("ana@example.com"))); }));
    thread->start();
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<Address>(), Address(QStringLiteral("ana@example.com")));
    QVERIFY(thread->wait(10000));
    QVERIFY(SingleInstance(m_directory->filePath(QStringLiteral("other"))).claim());
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
