#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/protocol/servererror.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "tests/core/coverage/errorrows.h"
#include "tests/support/commands.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Msn;
using Test::FakeConnection;
using Test::Session;
using Version = Msn::ProtocolVersion;

namespace {

const Address bob = Test::address(Test::bob);
const Address dave = Test::address("dave@example.com");
const GroupId empty("2");

/// How often a request ended, and with which number; 0 for success.
class Endings
{
public:
    template <typename Value>
    Completion<Value> done(QObject *context)
    {
        return {context, [this](const Expected<Value, Error> &result) {
                    m_numbers.append(result ? 0 : result.error().serverNumber);
                }};
    }
    const QList<int> &numbers() const { return m_numbers; }

private:
    QList<int> m_numbers;
};

struct Request
{
    Version version;
    std::function<void(Account &, Endings &)> ask;
};

const FriendlyName newName(QStringLiteral("New name"));

/// What makes the client send a verb, for requests that somebody waits for.
const QHash<QByteArray, Request> &requests()
{
    using Done = std::monostate;
    static QObject context;
    static const QHash<QByteArray, Request> table{
        {"ADD",
            {Version::Msnp9,
                [](Account &a, Endings &e) { a.editor().addContact(dave, {}, e.done<Done>(&context)); }}},
        {"ADC",
            {Version::Msnp10,
                [](Account &a, Endings &e) { a.editor().addContact(dave, {}, e.done<Done>(&context)); }}},
        {"REM",
            {Version::Msnp9,
                [](Account &a, Endings &e) { a.editor().removeContact(bob, e.done<Done>(&context)); }}},
        {"REA",
            {Version::Msnp9,
                [](Account &a, Endings &e) {
                    a.editor().renameContact(bob, newName, e.done<Done>(&context));
                }}},
        {"SBP",
            {Version::Msnp10,
                [](Account &a, Endings &e) {
                    a.editor().renameContact(bob, newName, e.done<Done>(&context));
                }}},
        {"ADG",
            {Version::Msnp9,
                [](Account &a, Endings &e) { a.editor().addGroup(newName, e.done<GroupId>(&context)); }}},
        {"REG",
            {Version::Msnp9,
                [](Account &a, Endings &e) {
                    a.editor().renameGroup(empty, newName, e.done<Done>(&context));
                }}},
        {"RMG",
            {Version::Msnp9,
                [](Account &a, Endings &e) { a.editor().removeGroup(empty, e.done<Done>(&context)); }}},
        {"BLP",
            {Version::Msnp9,
                [](Account &a, Endings &e) {
                    a.editor().setDefaultPrivacy(DefaultPrivacy::BlockOthers, e.done<Done>(&context));
                }}},
        {"GTC",
            {Version::Msnp9,
                [](Account &a, Endings &e) {
                    a.editor().setAddPrompt(AddPrompt::DoNotAsk, e.done<Done>(&context));
                }}},
        {"PRP",
            {Version::Msnp10, [](Account &a, Endings &e) { a.setOwnName(newName, e.done<Done>(&context)); }}},
        {"URL",
            {Version::Msnp9,
                [](Account &a, Endings &e) {
                    a.requestServiceUrl({"INBOX", {}}, e.done<ServiceUrl>(&context));
                }}},
        {"SDC",
            {Version::Msnp9,
                [](Account &a, Endings &e) {
                    a.sendEmailInvitation(dave, QStringLiteral("Hi"), e.done<Done>(&context));
                }}},
    };
    return table;
}

/// Waits for the next command of the client and answers it with \p number; false if it is not \p verb.
bool refuseNext(FakeConnection &connection, const QByteArray &verb, int number)
{
    Test::ReadResult sent;
    const auto arrived = [&] {
        sent = Test::readCommands(connection.sent(), Test::Sender::Client);
        return !sent.commands.isEmpty();
    };
    if (!Test::eventually(arrived, 5000))
        return false;
    const Command command = sent.commands.constFirst();
    connection.dropSent(encode(command).size());
    if (command.verb != verb || !command.transactionId)
        return false;
    connection.say(QByteArray::number(number) + ' ' + QByteArray::number(*command.transactionId) + "\r\n");
    return true;
}

/// The first \p count lines.
QByteArray beginning(const QByteArray &script, qsizetype count)
{
    return script.split('\n').first(count).join('\n');
}

} // namespace

/// Every error number as the answer to every request of ours that it can answer: it ends that
/// request once, is told with its number, and nothing else breaks. Source: errors.md.
class TestErrorReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNumberHasARow();
    void request_data();
    void request();
    void status_data();
    void status();
    void signIn_data();
    void signIn();
    void list_data();
    void list();
    void challenge();
    void switchboardRequest_data();
    void switchboardRequest();
    void call_data();
    void call();
    void message_data();
    void message();
    void answeringACall();
    void withoutARequest();

private:
    static void rowsFor(const QByteArrayList &verbs);
    bool openSwitchboard(Session &session);
};

void TestErrorReplies::rowsFor(const QByteArrayList &verbs)
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("verb");
    const QList<ErrorRow> rows = errorRows();
    for (const ErrorRow &row : rows) {
        if (verbs.contains(row.request) && row.clientAbsence.isEmpty())
            QTest::addRow("%d %s", row.number, row.request.constData()) << row.number << row.request;
    }
}

void TestErrorReplies::everyNumberHasARow()
{
    QList<int> listed;
    const QList<ErrorRow> rows = errorRows();
    for (const ErrorRow &row : rows)
        listed.append(row.number);
    for (const ServerErrorRow &known : serverErrorTable())
        QVERIFY2(listed.contains(known.number), QByteArray::number(known.number).constData());
}

void TestErrorReplies::request_data()
{
    rowsFor(requests().keys());
}

void TestErrorReplies::request()
{
    QFETCH(int, number);
    QFETCH(QByteArray, verb);
    const Request request = requests().value(verb);
    Session session(request.version);
    session.options.timing.tooFast = std::chrono::milliseconds(20);
    QByteArray list = session.defaultList();
    list.replace("139 2 2", "139 2 3").replace("S LSG 1 ", "S LSG 2 Empty 0\\r\\n\nS LSG 1 ");
    QVERIFY(session.signIn(list));
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    Endings endings;
    request.ask(session.account(), endings);
    QVERIFY(refuseNext(session.ns(), verb, number));
    // A recipe may go on where the number says that it is so already, or try once more.
    for (int step = 0; endings.numbers().isEmpty() && step < 3; ++step)
        QVERIFY(refuseNext(session.ns(), verb, number));
    Test::turnEventLoop();
    // Not on the list, says a third-party server (205): nothing is left to remove.
    const bool isSoAlready = errorAction(number) == ErrorAction::Repair || (number == 205 && verb == "REM");
    QCOMPARE(endings.numbers(), QList<int>{isSoAlready && endings.numbers() == QList<int>{0} ? 0 : number});
    QCOMPARE(session.account().state(), Account::State::SignedIn);
    QVERIFY2(errors.isEmpty(), "the same failure never shows twice");
}

void TestErrorReplies::status_data()
{
    rowsFor({"CHG"});
}

void TestErrorReplies::status()
{
    QFETCH(int, number);
    Session session;
    QVERIFY(session.signIn());
    session.account().setStatus(Status::Busy);
    QVERIFY(refuseNext(session.ns(), "CHG", number));
    Test::turnEventLoop();
    QCOMPARE(session.account().status(), Status::Online);
    QCOMPARE(session.account().state(), Account::State::SignedIn);
}

void TestErrorReplies::signIn_data()
{
    rowsFor({"VER", "CVR", "USR"});
}

void TestErrorReplies::signIn()
{
    QFETCH(int, number);
    QFETCH(QByteArray, verb);
    Session session;
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    session.account().signIn(QStringLiteral("secret"), Status::Online);
    QVERIFY(session.followTo(0));
    const qsizetype before = verb == "VER" ? 0 : verb == "CVR" ? 2 : 4;
    QVERIFY(session.play(beginning(session.opening(), before)));
    QVERIFY(refuseNext(session.ns(), verb, number));
    if (verb == "CVR") // many servers do not mean it; this one does
        session.ns().hangUp();
    EVENTUALLY(errors.size() == 1);
    QCOMPARE(session.account().lastError().serverNumber, number);
    QVERIFY(session.account().state() != Account::State::SigningIn);
    QVERIFY(session.account().state() != Account::State::SignedIn);
}

void TestErrorReplies::list_data()
{
    rowsFor({"SYN"});
}

void TestErrorReplies::list()
{
    QFETCH(int, number);
    Session session;
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    QVERIFY(session.signInUntilSyn());
    QVERIFY(refuseNext(session.ns(), "SYN", number));
    EVENTUALLY(errors.size() == 1);
    QCOMPARE(session.account().lastError().serverNumber, number);
}

void TestErrorReplies::challenge()
{
    Session session;
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    QVERIFY(session.signIn());
    session.ns().say("CHL 0 15570131571988941333\r\n");
    QVERIFY(refuseNext(session.ns(), "QRY", 540));
    EVENTUALLY(errors.size() == 1);
    QCOMPARE(session.account().lastError().serverNumber, 540);
}

void TestErrorReplies::switchboardRequest_data()
{
    rowsFor({"XFR"});
}

void TestErrorReplies::switchboardRequest()
{
    QFETCH(int, number);
    Session session;
    session.options.timing.tooFast = std::chrono::milliseconds(20);
    QVERIFY(session.signIn());
    Conversation *conversation = session.account().conversations().with(bob);
    conversation->sendText(QStringLiteral("hi"), {});
    const auto hasFailed
        = [conversation] { return conversation->messages()[0].delivery == ChatMessage::Delivery::Failed; };
    for (int attempt = 0; attempt < 2 && !hasFailed(); ++attempt)
        QVERIFY(refuseNext(session.ns(), "XFR", number));
    QVERIFY(hasFailed());
    QCOMPARE(conversation->messages()[0].error.serverNumber, number);
    QCOMPARE(session.account().state(), Account::State::SignedIn);
}

bool TestErrorReplies::openSwitchboard(Session &session)
{
    return session.play("C XFR 10 SB\\r\\n\nS XFR 10 SB 192.0.2.20:1863 CKI 204417.1100000100.5120\\r\\n")
        && session.network.await(1)
        && Test::ServerScript(session.network.at(1))
               .play("C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\n"
                     "S USR 1 OK alice@example.com Alice%20A.\\r\\n");
}

void TestErrorReplies::call_data()
{
    rowsFor({"CAL"});
}

void TestErrorReplies::call()
{
    QFETCH(int, number);
    Session session;
    QVERIFY(session.signIn());
    Conversation *conversation = session.account().conversations().with(bob);
    conversation->sendText(QStringLiteral("hi"), {});
    QVERIFY(openSwitchboard(session));
    QVERIFY(refuseNext(session.network.at(1), "CAL", number));
    Test::turnEventLoop();
    if (number == 215) { // they are here already, or will say so
        QCOMPARE(conversation->messages()[0].delivery, ChatMessage::Delivery::Pending);
        session.network.at(1).say("JOI bob@example.com Bob\r\n");
        EVENTUALLY(session.network.at(1).sent().startsWith("MSG "));
        return;
    }
    if (number == 280 || number == 281) // another switchboard may do better
        QVERIFY(refuseNext(session.ns(), "XFR", number));
    QCOMPARE(conversation->messages()[0].delivery, ChatMessage::Delivery::Failed);
    QCOMPARE(conversation->messages()[0].error.serverNumber, number);
    QCOMPARE(session.account().state(), Account::State::SignedIn);
}

void TestErrorReplies::message_data()
{
    rowsFor({"MSG"});
}

void TestErrorReplies::message()
{
    QFETCH(int, number);
    Session session;
    QVERIFY(session.signIn());
    Conversation *conversation = session.account().conversations().with(bob);
    conversation->sendText(QStringLiteral("hi"), {});
    QVERIFY(openSwitchboard(session));
    QVERIFY(
        Test::ServerScript(session.network.at(1))
            .play("C CAL 2 bob@example.com\\r\\n\nS CAL 2 RINGING 1\\r\\n\nS JOI bob@example.com Bob\\r\\n"));
    QVERIFY(refuseNext(session.network.at(1), "MSG", number));
    QCOMPARE(conversation->messages()[0].delivery, ChatMessage::Delivery::Failed);
    QCOMPARE(conversation->messages()[0].error.serverNumber, number);
}

/// 911: the call was over before we came.
void TestErrorReplies::answeringACall()
{
    Session session;
    QVERIFY(session.signIn());
    session.ns().say("RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob\r\n");
    QVERIFY(session.network.await(1));
    QVERIFY(refuseNext(session.network.at(1), "ANS", 911));
    EVENTUALLY(session.network.at(1).isLeft());
    QVERIFY(session.account().conversations().all().isEmpty());
    QCOMPARE(session.account().state(), Account::State::SignedIn);
}

/// Logged; only what follows tells whether the connection is still good.
void TestErrorReplies::withoutARequest()
{
    Session session;
    QVERIFY(session.signIn());
    session.ns().say("600\r\n");
    QVERIFY(session.play("S ILN 6 AWY bob@example.com Bob 268435492\\r\\n"));
    QCOMPARE(session.account().contacts().find(bob)->status, Status::Away);
    QCOMPARE(session.account().state(), Account::State::SignedIn);
}

QTEST_GUILESS_MAIN(TestErrorReplies)

#include "tst_errorreplies.moc"
