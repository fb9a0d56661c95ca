#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/protocol/presence.h"
#include "core/roster/contactlist.h"
#include "tests/support/capture.h"
#include "tests/support/commands.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using State = Account::State;
using Test::Capture;
using Test::FakeConnection;
using Test::Sender;
using Test::Session;
using Version = Msn::ProtocolVersion;

namespace {

/// What the captured client said, and what the server said to it before the client spoke again.
struct Exchange
{
    std::optional<Command> question; ///< nothing: before the first word of the client
    QList<Command> answers;
};

QList<Exchange> exchangesOf(const Capture::Connection &connection)
{
    QList<Exchange> exchanges{{}};
    QByteArray client;
    QByteArray server;
    const auto takeAnswers = [&] {
        exchanges.last().answers += Test::readCommands(server, Sender::Server).commands;
        server.clear();
    };
    for (const Capture::Line &line : connection.lines) {
        if (line.sender == Sender::Server) {
            server += line.bytes;
            continue;
        }
        takeAnswers();
        client += line.bytes;
        const auto read = Test::readCommands(client, Sender::Client);
        if (read.commands.size() == 1 && !read.isMidCommand) {
            exchanges.append({read.commands.constFirst(), {}});
            client.clear();
        }
    }
    takeAnswers();
    return exchanges;
}

/// Says \p answers as the answer to \p question of our client, whose ids are others.
void answer(FakeConnection &connection, const Exchange &exchange, const Command &question)
{
    for (Command line : exchange.answers) {
        if (line.transactionId && exchange.question && line.transactionId == exchange.question->transactionId)
            line.transactionId = question.transactionId;
        connection.say(Test::serverLine(line));
    }
}

std::optional<Command> nextCommand(FakeConnection &connection, int timeoutMs)
{
    QList<Command> sent;
    const auto arrived = [&] {
        sent = Test::readCommands(connection.sent(), Sender::Client).commands;
        return !sent.isEmpty();
    };
    if (!Test::eventually(arrived, timeoutMs))
        return std::nullopt;
    connection.dropSent(encode(sent.constFirst()).size());
    return sent.constFirst();
}

/// Takes the first exchange that \p question would have begun.
std::optional<Exchange> takeExchange(QList<Exchange> &exchanges, const Command &question)
{
    for (qsizetype i = 0; i < exchanges.size(); ++i) {
        const auto &asked = exchanges[i].question;
        const bool isSame = asked && asked->verb == question.verb
            && (question.verb != "CAL" || asked->args == question.args);
        if (isSame)
            return exchanges.takeAt(i);
    }
    return std::nullopt;
}

void sayRest(FakeConnection &connection, const QList<Exchange> &exchanges)
{
    for (const Exchange &exchange : exchanges) {
        for (const Command &line : exchange.answers)
            connection.say(Test::serverLine(line));
    }
}

bool signsIn(const Capture::Connection &connection)
{
    return connection.sentBy(Sender::Server).contains(" OK ");
}

/// The last word on everybody's presence.
QMap<QByteArray, QByteArray> lastPresence(const Capture::Connection &connection)
{
    QMap<QByteArray, QByteArray> last;
    const auto lines = Test::readCommands(connection.sentBy(Sender::Server), Sender::Server).commands;
    for (const Command &line : lines) {
        if (line.verb == "FLN")
            last[line.argument(0).toLower()] = "FLN";
        else if (line.verb == "NLN" || line.verb == "ILN")
            last[line.argument(1).toLower()] = line.argument(0);
    }
    return last;
}

} // namespace

/// Every captured stream of a third-party server through the whole client: it must get along with
/// each line. The captured client said things ours does not; what it was answered comes unasked.
class TestCaptures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notificationServer_data();
    void notificationServer();
    void switchboard_data();
    void switchboard();

private:
    static void rows(bool switchboards);
    void signInWith(Session &session, QList<Exchange> &exchanges);
};

void TestCaptures::rows(bool switchboards)
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("index");
    const QStringList names = Capture::names();
    for (const QString &name : names) {
        const auto connections = Capture::load(name).connections();
        for (qsizetype i = 0; i < connections.size(); ++i) {
            const Capture::Connection &connection = connections[i];
            if (connection.isHttp || connection.isSwitchboard() != switchboards)
                continue;
            if (!connection.sentBy(Sender::Server).isEmpty())
                QTest::addRow("%s %s %d", qPrintable(name), connection.who.constData(), static_cast<int>(i))
                    << name << static_cast<int>(i);
        }
    }
}

void TestCaptures::notificationServer_data()
{
    rows(false);
}

/// Each answer of ours is the captured one to the same verb, as long as there is one.
void TestCaptures::signInWith(Session &session, QList<Exchange> &exchanges)
{
    session.account().signIn(QStringLiteral("secret"), Status::Online);
    QVERIFY(session.followTo(0));
    while (session.account().state() == State::SigningIn) {
        const auto question = nextCommand(session.ns(), 5000);
        if (!question)
            break;
        const auto exchange = takeExchange(exchanges, *question);
        if (!exchange)
            break;
        answer(session.ns(), *exchange, *question);
    }
}

void TestCaptures::notificationServer()
{
    QFETCH(QString, name);
    QFETCH(int, index);
    const Capture capture = Capture::load(name);
    const Capture::Connection &connection = capture.connections()[index];
    Session session(static_cast<Version>(capture.protocolVersion()));
    session.options.reconnects = false;
    session.own = Address(QString::fromUtf8(connection.who + "@example.com"));
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    QList<Exchange> exchanges = exchangesOf(connection);
    const bool begins = exchanges.size() > 1 && exchanges[1].question->verb == "VER";
    if (begins)
        signInWith(session, exchanges);
    else
        QVERIFY(session.signInUntilSyn() && session.play(session.defaultList())
            && session.play(session.firstStatus()));
    sayRest(session.ns(), exchanges);
    if (begins && !signsIn(connection))
        session.ns().hangUp();
    Test::turnEventLoop();
    EVENTUALLY(session.account().state() != State::SigningIn);
    QVERIFY(session.account().lastError().code != ErrorCode::ProtocolViolation);
    QVERIFY(errors.size() <= 1);
    if (session.account().state() != State::SignedIn) {
        QCOMPARE(errors.size(), 1);
        return;
    }
    const auto presence = lastPresence(connection);
    for (auto last = presence.cbegin(); last != presence.cend(); ++last) {
        const Contact *contact = session.account().contacts().find(Address::fromUtf8(last.key()));
        if (contact && contact->isOnForwardList()) // nobody else's presence is of interest
            QCOMPARE(contact->status, parseStatus(last.value()).value_or(Status::Offline));
    }
}

void TestCaptures::switchboard_data()
{
    rows(true);
}

void TestCaptures::switchboard()
{
    QFETCH(QString, name);
    QFETCH(int, index);
    const Capture capture = Capture::load(name);
    const Capture::Connection &connection = capture.connections()[index];
    QList<Exchange> exchanges = exchangesOf(connection);
    const QByteArray firstVerb = exchanges.size() > 1 ? exchanges[1].question->verb : QByteArray();
    Session session(static_cast<Version>(capture.protocolVersion()));
    session.own
        = Address(QString::fromUtf8(connection.who.left(connection.who.indexOf('-')) + "@example.com"));
    QVERIFY(session.signInUntilSyn() && session.play(session.defaultList())
        && session.play(session.firstStatus()));
    QByteArray peer = session.own == Address::fromUtf8(Test::bob) ? Test::carol : Test::bob;
    if (firstVerb == "ANS") {
        peer = "alice@example.com";
        session.ns().say("RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 alice@example.com Alice\r\n");
    } else {
        session.account().conversations().with(Address::fromUtf8(peer))->sendText(QStringLiteral("hi"), {});
        QVERIFY(
            session.play("C XFR 10 SB\\r\\n\nS XFR 10 SB 192.0.2.20:1863 CKI 204417.1100000100.5120\\r\\n"));
    }
    FakeConnection *switchboard = session.network.await(1);
    QVERIFY(switchboard);
    const auto entered = nextCommand(*switchboard, 5000);
    QVERIFY(entered);
    const auto welcome = takeExchange(exchanges, *entered);
    QVERIFY2(welcome, entered->verb.constData());
    answer(*switchboard, *welcome, *entered);
    sayRest(*switchboard, exchanges);
    Test::turnEventLoop();
    QCOMPARE(session.account().state(), State::SignedIn);

    qsizetype texts = 0;
    const auto lines = Test::readCommands(connection.sentBy(Sender::Server), Sender::Server).commands;
    for (const Command &line : lines)
        texts += line.verb == "MSG" && line.payload->contains("Content-Type: text/plain");
    qsizetype shown = 0;
    const auto conversations = session.account().conversations().all();
    for (const Conversation *conversation : conversations) {
        for (const ChatMessage &message : conversation->messages())
            shown += !message.outgoing && message.kind == ChatMessage::Kind::Text;
    }
    QCOMPARE(shown, texts);
}

QTEST_GUILESS_MAIN(TestCaptures)

#include "tst_captures.moc"
