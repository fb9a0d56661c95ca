#include "core/protocol/conversation.h"

#include "tests/support/commands.h"

#include <QTest>

using namespace Msn;
using Test::fromClient;
using Test::fromServer;
using Test::Sender;

class tst_Conversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ring_data();
    void ring();
    void entry();
    void answer();
    void call();
    void roster_data();
    void roster();
    void joined();
    void departure();
    void ackModes_data();
    void ackModes();
    void messages();
    void refuses();
    void everyRecordedLineParses();
};

void tst_Conversation::ring_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Ring>("expected");
    const Endpoint endpoint{QStringLiteral("192.0.2.20"), 1863};
    const Address bob(QStringLiteral("bob@example.com"));
    QTest::newRow("classic") << QByteArray(
        "RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob")
                             << Ring{"20481", endpoint, "1100000123.204418", bob,
                                    FriendlyName(QStringLiteral("Bob"))};
    QTest::newRow("session is a UUID")
        << QByteArray("RNG 22222222-2222-4222-8222-222222222222 192.0.2.20 CKI x bob@example.com Bob%20B")
        << Ring{"22222222-2222-4222-8222-222222222222", endpoint, "x", bob,
               FriendlyName(QStringLiteral("Bob B"))};
    QTest::newRow("no name") << QByteArray("RNG 1 192.0.2.20:1863 CKI x bob@example.com")
                             << Ring{
                                    "1", endpoint, "x", bob, FriendlyName(QStringLiteral("bob@example.com"))};
    QTest::newRow("later version") << QByteArray(
        "RNG 1 192.0.2.20:1863 CKI x bob@example.com Bob U messenger.example.net 1")
                                   << Ring{"1", endpoint, "x", bob, FriendlyName(QStringLiteral("Bob"))};
}

void tst_Conversation::ring()
{
    QFETCH(QByteArray, line);
    QFETCH(Ring, expected);
    const auto ring = parseRing(fromServer(line));
    QVERIFY(ring);
    QVERIFY(*ring == expected);
    QVERIFY(*parseRing(encodeRing(*ring)) == expected);
}

void tst_Conversation::entry()
{
    const auto entry = parseSwitchboardEntry(fromClient("USR 1 alice@example.com 204417.1100000100.5120"));
    QVERIFY(entry);
    QCOMPARE(entry->address, Address(QStringLiteral("alice@example.com")));
    QCOMPARE(entry->cookie, QByteArray("204417.1100000100.5120"));
    QCOMPARE(encodeLine(encodeSwitchboardEntry(1, *entry)),
        QByteArray("USR 1 alice@example.com 204417.1100000100.5120"));
    QCOMPARE(
        encodeLine(encodeSwitchboardEntryReply(1, entry->address, FriendlyName(QStringLiteral("Alice A.")))),
        QByteArray("USR 1 OK alice@example.com Alice%20A."));
    QCOMPARE(encodeLine(encodeSwitchboardEntryReply(1, entry->address, {})),
        QByteArray("USR 1 OK alice@example.com alice@example.com"));
}

void tst_Conversation::answer()
{
    const QByteArray line("ANS 1 alice@example.com 1100000123.204418 20481");
    const auto entry = parseSwitchboardAnswer(fromClient(line));
    QVERIFY(entry);
    QCOMPARE(entry->session, QByteArray("20481"));
    QCOMPARE(encodeLine(encodeSwitchboardAnswer(1, *entry)), line);
    QCOMPARE(encodeLine(encodeSwitchboardAnswerReply(1)), QByteArray("ANS 1 OK"));
}

void tst_Conversation::call()
{
    const auto called = parseCall(fromClient("CAL 2 bob@example.com"));
    QVERIFY(called);
    QCOMPARE(encodeLine(encodeCall(2, *called)), QByteArray("CAL 2 bob@example.com"));
    QCOMPARE(encodeLine(encodeCallReply(2, "20481")), QByteArray("CAL 2 RINGING 20481"));
}

void tst_Conversation::roster_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("shown");
    QTest::newRow("classic") << QByteArray("IRO 1 2 2 carol@example.com Carol%20C.") << 2 << 2
                             << QStringLiteral("Carol C.");
    QTest::newRow("no name") << QByteArray("IRO 1 1 1 carol@example.com") << 1 << 1
                             << QStringLiteral("carol@example.com");
    QTest::newRow("with capabilities")
        << QByteArray("IRO 1 1 1 carol@example.com Carol 268435492") << 1 << 1 << QStringLiteral("Carol");
}

void tst_Conversation::roster()
{
    QFETCH(QByteArray, line);
    const auto roster = parseRosterLine(fromServer(line));
    QVERIFY(roster);
    QTEST(roster->index, "index");
    QTEST(roster->count, "count");
    QTEST(roster->participant.friendlyName.text(), "shown");
    QVERIFY(*parseRosterLine(encodeRosterLine(1, *roster)) == *roster);
}

void tst_Conversation::joined()
{
    const auto bob = parseJoined(fromServer("JOI bob@example.com Bob%20N\xC3\xABw%20%%20name"));
    QVERIFY(bob);
    QCOMPARE(bob->friendlyName.text(), QStringLiteral("Bob N\u00EBw % name"));
    QVERIFY(*parseJoined(encodeJoined(*bob)) == *bob);
    const auto nameless = parseJoined(fromServer("JOI bob@example.com"));
    QVERIFY(nameless);
    QCOMPARE(nameless->friendlyName.text(), QStringLiteral("bob@example.com"));
}

void tst_Conversation::departure()
{
    const auto left = parseDeparture(fromServer("BYE bob@example.com"));
    QVERIFY(left && !left->idle);
    const auto idle = parseDeparture(fromServer("BYE bob@example.com 1"));
    QVERIFY(idle && idle->idle);
    QCOMPARE(encodeLine(encodeDeparture(*left)), QByteArray("BYE bob@example.com"));
    QCOMPARE(encodeLine(encodeDeparture(*idle)), QByteArray("BYE bob@example.com 1"));
}

void tst_Conversation::ackModes_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::addColumn<int>("mode");
    QTest::newRow("U") << QByteArray("U") << int(AckMode::None);
    QTest::newRow("N") << QByteArray("N") << int(AckMode::NakOnly);
    QTest::newRow("A") << QByteArray("A") << int(AckMode::Full);
    QTest::newRow("D") << QByteArray("D") << int(AckMode::Data);
    QTest::newRow("S") << QByteArray("S") << -1;
    QTest::newRow("lower case") << QByteArray("a") << -1;
    QTest::newRow("two letters") << QByteArray("AA") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
}

void tst_Conversation::ackModes()
{
    QFETCH(QByteArray, letter);
    QFETCH(int, mode);
    const auto parsed = parseAckMode(letter);
    QCOMPARE(parsed ? int(*parsed) : -1, mode);
    if (parsed)
        QCOMPARE(encodeAckMode(*parsed), letter);
}

void tst_Conversation::messages()
{
    QCOMPARE(encode(encodeOutgoingMessage(5, AckMode::Full, "abc")), QByteArray("MSG 5 A 3\r\nabc"));
    const auto fromPeer
        = parseIncomingMessage(Test::parseCommand("MSG bob@example.com Bob 3\r\nabc", Sender::Server));
    QVERIFY(fromPeer);
    QCOMPARE(fromPeer->sender.address, Address(QStringLiteral("bob@example.com")));
    QCOMPARE(fromPeer->payload, QByteArray("abc"));
    QCOMPARE(encode(encodeIncomingMessage(*fromPeer)), QByteArray("MSG bob@example.com Bob 3\r\nabc"));
    const auto empty
        = parseIncomingMessage(Test::parseCommand("MSG bob@example.com Bob 0\r\n", Sender::Server));
    QVERIFY(empty);
    QVERIFY(empty->payload.isEmpty());
    const auto fromServerItself
        = parseIncomingMessage(Test::parseCommand("MSG Hotmail Hotmail 1\r\nx", Sender::Server));
    QVERIFY(fromServerItself);
    QCOMPARE(fromServerItself->sender.address.toString(), QStringLiteral("Hotmail"));
}

void tst_Conversation::refuses()
{
    QVERIFY(!parseRing(fromServer("RNG 20481 192.0.2.20:1863 CKI x")));
    QVERIFY(!parseRing(fromServer("RNG 20481 192.0.2.20:0 CKI x bob@example.com Bob")));
    QVERIFY(!parseRing(fromServer("RNG 20481 192.0.2.20:1863 MD5 x bob@example.com Bob")));
    QVERIFY(!parseSwitchboardEntry(fromClient("USR 1 alice@example.com")));
    QVERIFY(!parseSwitchboardAnswer(fromClient("ANS 1 alice@example.com x")));
    QVERIFY(!parseCall(fromClient("CAL 2")));
    QVERIFY(!parseRosterLine(fromServer("IRO 1 1 1")));
    QVERIFY(!parseRosterLine(fromServer("IRO 1 x 1 bob@example.com")));
    QVERIFY(!parseJoined(fromServer("JOI")));
    QVERIFY(!parseDeparture(fromServer("BYE")));
    QVERIFY(!parseIncomingMessage(fromServer("MSG")));
}

void tst_Conversation::everyRecordedLineParses()
{
    int parsed = 0;
    const auto recorded = Test::recordedCommands(Sender::Server);
    for (const auto &entry : recorded) {
        const Command &command = entry.command;
        const QByteArray line = encodeLine(command);
        if (command.verb == "RNG")
            QVERIFY2(parseRing(command), line.constData());
        else if (command.verb == "IRO")
            QVERIFY2(parseRosterLine(command), line.constData());
        else if (command.verb == "JOI")
            QVERIFY2(parseJoined(command), line.constData());
        else if (command.verb == "BYE")
            QVERIFY2(parseDeparture(command), line.constData());
        else if (command.verb == "MSG")
            QVERIFY2(parseIncomingMessage(command), line.constData());
        else
            continue;
        ++parsed;
    }
    QVERIFY(parsed > 50);
}

QTEST_GUILESS_MAIN(tst_Conversation)

#include "tst_conversation.moc"
