#include "core/net/commandchannel.h"
#include "core/net/switchboardconnection.h"
#include "core/protocol/verb.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using Test::serverMessage;
using State = SwitchboardConnection::State;

namespace {

const Endpoint server{QStringLiteral("192.0.2.20"), 1863};

/// Alice on a switchboard that the test plays.
struct Switchboard
{
    Test::FakeNetwork network;
    SwitchboardConnection connection{std::make_unique<CommandChannel>(network.transports()(), nullptr),
        Test::address(Test::alice), Test::Session::timing()};

    bool enter()
    {
        connection.open(server, "1.2");
        return network.await(0)
            && play("C USR 1 alice@example.com 1.2\\r\\n\nS USR 1 OK alice@example.com Alice\\r\\n")
            && connection.isOpen();
    }
    bool play(const QByteArray &script) { return Test::ServerScript(network.at(0)).play(script); }
    void say(const QByteArray &bytes) { network.at(0).say(bytes); }
};

} // namespace

/// One switchboard: entering, people, messages, and what a server may say out of turn.
class TestSwitchboardConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleComeAndGo();
    void calledIn();
    void acknowledged();
    void tooLongIsRefusedHere();
    void callOfSomebodyHere();
    void malformed_data();
    void malformed();
    void lyingPayloadLength_data();
    void lyingPayloadLength();
    void replyThatNobodyAskedFor();
    void endTellsEverybodyOnce();
    void leavingListens();
};

void TestSwitchboardConnection::peopleComeAndGo()
{
    Switchboard switchboard;
    QSignalSpy joined(&switchboard.connection, &SwitchboardConnection::joined);
    QSignalSpy left(&switchboard.connection, &SwitchboardConnection::left);
    QVERIFY(switchboard.enter());
    switchboard.say("JOI bob@example.com Bob\r\nJOI Bob@Example.com Bob\r\nJOI carol@example.com Carol\r\n");
    QCOMPARE(switchboard.connection.participants().size(), 2);
    QVERIFY(switchboard.connection.contains(Test::address(Test::bob)));
    switchboard.say("BYE bob@example.com 1\r\nBYE nobody@example.com\r\n");
    QCOMPARE(switchboard.connection.participants().size(), 1);
    QVERIFY(left.size() >= 1);
}

void TestSwitchboardConnection::calledIn()
{
    Test::FakeNetwork network;
    SwitchboardConnection connection(std::make_unique<CommandChannel>(network.transports()(), nullptr),
        Test::address(Test::alice), Test::Session::timing());
    connection.answer(
        {"20481", server, "1.2", Test::address(Test::bob), FriendlyName(QStringLiteral("Bob"))});
    QVERIFY(network.await(0));
    QVERIFY(Test::ServerScript(network.at(0))
                .play("C ANS 1 alice@example.com 1.2 20481\\r\\n\nS IRO 1 1 2 bob@example.com Bob\\r\\n\n"
                      "S IRO 1 2 2 carol@example.com Carol\\r\\n\nS ANS 1 OK\\r\\n"));
    QVERIFY(connection.isOpen());
    QCOMPARE(connection.participants().size(), 2);
}

void TestSwitchboardConnection::acknowledged()
{
    Switchboard switchboard;
    QVERIFY(switchboard.enter());
    switchboard.say("JOI bob@example.com Bob\r\n");
    QList<Reply> replies;
    for (int i = 0; i < 3; ++i)
        switchboard.connection.sendAcknowledged(
            "x", [&replies](const Reply &reply) { replies.append(reply); });
    switchboard.say("NAK 3\r\nACK 2\r\nACK 2\r\nNAK 2\r\n282 4\r\n");
    QCOMPARE(replies.size(), 3);
    QCOMPARE(replies[0].error().code, ErrorCode::ServerRefused);
    QVERIFY(replies[1]);
    QCOMPARE(replies[2].error().serverNumber, 282);
}

void TestSwitchboardConnection::tooLongIsRefusedHere()
{
    Switchboard switchboard;
    QVERIFY(switchboard.enter());
    QList<Reply> replies;
    switchboard.connection.sendAcknowledged(
        QByteArray(1665, 'x'), [&replies](const Reply &reply) { replies.append(reply); });
    QCOMPARE(replies.size(), 1);
    QCOMPARE(replies[0].error().code, ErrorCode::MessageTooLong);
    QVERIFY(switchboard.network.at(0).sent().isEmpty());
}

void TestSwitchboardConnection::callOfSomebodyHere()
{
    Switchboard switchboard;
    QVERIFY(switchboard.enter());
    QList<Reply> replies;
    switchboard.connection.call(
        Test::address(Test::bob), [&replies](const Reply &reply) { replies.append(reply); });
    QVERIFY(switchboard.play("C CAL 2 bob@example.com\\r\\n\nS 215 2\\r\\n"));
    QCOMPARE(replies.size(), 1);
    QVERIFY(replies[0]);
}

void TestSwitchboardConnection::malformed_data()
{
    QTest::addColumn<QByteArray>("line");
    const std::pair<const char *, QByteArray> tails[] = {{"nothing behind it", ""}, {"an id alone", " 0"},
        {"an id that nobody waits for", " 4711 a b c"}, {"words", " a b c d"}, {"numbers", " 0 1 2 3 4"},
        {"blanks", "   0    a  "}, {"broken escapes", " 0 %ZZ%4 %00%0D%0A %FF%FE"},
        {"far too much", QByteArray(" x").repeated(100)}};
    for (const VerbRow &verb : verbTable()) {
        const bool isOurs
            = verb.fromServer.use != VerbDirection::Use::Never && (verb.servers & VerbRow::Switchboard);
        if (!isOurs || verb.fromServer.payloadFromTokens > 0 || verb.verb == Verb::Out)
            continue;
        for (const auto &[what, tail] : tails)
            QTest::addRow("%s with %s", verb.name, what) << verb.name + tail;
    }
    QTest::newRow("a verb of the other server") << QByteArray("NLN AWY bob@example.com Bob 0");
    QTest::newRow("unknown verb") << QByteArray("XYZ 1 2 3");
    QTest::newRow("error without an id") << QByteArray("911");
}

void TestSwitchboardConnection::malformed()
{
    QFETCH(QByteArray, line);
    Switchboard switchboard;
    QVERIFY(switchboard.enter());
    QSignalSpy messages(&switchboard.connection, &SwitchboardConnection::messageReceived);
    switchboard.say(line + "\r\n");
    switchboard.say(serverMessage("bob@example.com", "Bob", Test::plainText("hi")));
    QVERIFY(switchboard.connection.isOpen());
    QCOMPARE(messages.size(), 1);
}

void TestSwitchboardConnection::lyingPayloadLength_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no number") << QByteArray("MSG bob@example.com Bob x\r\n");
    QTest::newRow("negative") << QByteArray("MSG bob@example.com Bob -1\r\n");
    QTest::newRow("absurd") << QByteArray("MSG bob@example.com Bob 9999999\r\n");
    QTest::newRow("too short") << QByteArray("MSG bob@example.com Bob 2\r\nhello, you\r\n");
}

void TestSwitchboardConnection::lyingPayloadLength()
{
    QFETCH(QByteArray, bytes);
    Switchboard switchboard;
    QVERIFY(switchboard.enter());
    QSignalSpy closed(&switchboard.connection, &SwitchboardConnection::closed);
    switchboard.say(bytes);
    EVENTUALLY(closed.size() == 1);
    QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::ProtocolViolation);
}

void TestSwitchboardConnection::replyThatNobodyAskedFor()
{
    Switchboard switchboard;
    QVERIFY(switchboard.enter());
    switchboard.say(
        "ACK 99\r\nNAK 99\r\nCAL 99 RINGING 1\r\nUSR 99 OK mallory@example.com M\r\nANS 99 OK\r\n217 99\r\n");
    QVERIFY(switchboard.connection.isOpen());
    QVERIFY(switchboard.connection.participants().isEmpty());
}

void TestSwitchboardConnection::endTellsEverybodyOnce()
{
    Switchboard switchboard;
    QVERIFY(switchboard.enter());
    QSignalSpy closed(&switchboard.connection, &SwitchboardConnection::closed);
    QList<Reply> replies;
    switchboard.connection.sendAcknowledged("x", [&replies](const Reply &reply) { replies.append(reply); });
    switchboard.network.at(0).hangUp();
    EVENTUALLY(closed.size() == 1);
    QCOMPARE(replies.size(), 1);
    QVERIFY(!replies[0]);
    switchboard.connection.sendAcknowledged("x", [&replies](const Reply &reply) { replies.append(reply); });
    QCOMPARE(replies.size(), 2);
    QVERIFY(!replies[1]);
}

void TestSwitchboardConnection::leavingListens()
{
    Switchboard switchboard;
    QVERIFY(switchboard.enter());
    QSignalSpy messages(&switchboard.connection, &SwitchboardConnection::messageReceived);
    switchboard.connection.leaveListening();
    QCOMPARE(switchboard.network.at(0).takeSent(), QByteArray("OUT\r\n"));
    switchboard.say(serverMessage("bob@example.com", "Bob", Test::plainText("wait")));
    QCOMPARE(messages.size(), 1);
    QVERIFY(!switchboard.connection.isOpen());
}

QTEST_GUILESS_MAIN(TestSwitchboardConnection)

#include "tst_switchboardconnection.moc"
