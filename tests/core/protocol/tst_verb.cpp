#include "core/protocol/verb.h"

#include "tests/support/commands.h"

#include <QSet>
#include <QTest>

using namespace Msn;
using Use = VerbDirection::Use;
using Test::Sender;

class tst_Verb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreAlphabeticalAndUnique();
    void namesAndEnumeratorsAgree();
    void rows_data();
    void rows();
    void laterVerbsKeepStep_data();
    void laterVerbsKeepStep();
    void payloadDependsOnDirection();
    void unknownVerbs();
    void everyRecordedCommandTravelsTheRightWay_data();
    void everyRecordedCommandTravelsTheRightWay();
    void makesCommands();
};

void tst_Verb::namesAreAlphabeticalAndUnique()
{
    const auto rows = verbTable();
    for (size_t i = 1; i < rows.size(); ++i)
        QVERIFY2(QByteArray(rows[i - 1].name) < QByteArray(rows[i].name), rows[i].name);
}

void tst_Verb::namesAndEnumeratorsAgree()
{
    QSet<int> verbs;
    for (const VerbRow &row : verbTable()) {
        QCOMPARE(qstrlen(row.name), 3U);
        QCOMPARE(encodeVerb(row.verb), QByteArray(row.name));
        QVERIFY(parseVerb(row.name) == row.verb);
        verbs.insert(int(row.verb));
    }
    QCOMPARE(verbs.size(), qsizetype(verbTable().size()));
    QCOMPARE(verbs.size(), int(Verb::Xfr) + 1);
}

/// versions.md §2 and §3, wire-format.md §3 and the command table of the MSNP9 analysis: who sends it
/// (t with transaction id, n without, - never), with a payload (p), from which version to which.
void tst_Verb::rows_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    const auto row = [](const char *verb, const char *client, const char *server, int servers, int first = 8,
                         int last = 10) {
        QTest::newRow(verb) << QByteArray(client) << QByteArray(server) << servers << first << last;
    };
    constexpr int ns = VerbRow::Notification;
    constexpr int sb = VerbRow::Switchboard;
    constexpr int both = VerbRow::Both;
    row("VER", "t", "t", ns);
    row("CVR", "t", "t", ns);
    row("USR", "t", "t", both);
    row("XFR", "t", "t", ns);
    row("SYN", "t", "t", ns);
    row("CHG", "t", "t", ns);
    row("ADD", "t", "t", ns, 8, 9);
    row("ADC", "t", "t", ns, 10, 10);
    row("REM", "t", "t", ns);
    row("REA", "t", "t", ns, 8, 9);
    row("SBP", "t", "t", ns, 10, 10);
    row("PRP", "t", "t", ns);
    row("BPR", "-", "n", ns);
    row("ADG", "t", "t", ns);
    row("REG", "t", "t", ns);
    row("RMG", "t", "t", ns);
    row("BLP", "t", "t", ns);
    row("GTC", "t", "t", ns);
    row("LSG", "t", "n", ns);
    row("LST", "t", "n", ns);
    row("ILN", "-", "t", ns);
    row("NLN", "-", "n", ns);
    row("FLN", "-", "n", ns);
    row("CHL", "-", "t", ns);
    row("QRY", "tp", "t", ns);
    row("PNG", "n", "-", ns);
    row("QNG", "-", "n", ns);
    row("OUT", "n", "n", both);
    row("URL", "t", "t", ns);
    row("SDC", "tp", "t", ns);
    row("SND", "t", "t", ns);
    row("FND", "t", "t", ns);
    row("IMS", "t", "t", ns);
    row("PAG", "tp", "t", ns, 8, 8);
    row("PGD", "tp", "t", ns, 9, 10);
    row("NOT", "-", "np", ns);
    row("IPG", "-", "np", ns);
    row("RNG", "-", "n", ns);
    row("MSG", "tp", "np", both);
    row("CAL", "t", "t", sb);
    row("ANS", "t", "t", sb);
    row("IRO", "-", "t", sb);
    row("JOI", "-", "n", sb);
    row("BYE", "-", "n", sb);
    row("ACK", "-", "t", sb);
    row("NAK", "-", "t", sb);
    row("INF", "t", "t", ns, 2, 7);
    row("UBX", "-", "np", ns, 11, 99);
    row("UUX", "tp", "t", ns, 11, 99);
    row("GCF", "t", "tp", ns, 11, 99);
    row("SBS", "-", "t", ns, 11, 99);
}

void tst_Verb::rows()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArray, server);
    QFETCH(int, servers);
    QFETCH(int, first);
    QFETCH(int, last);
    const VerbRow *row = findVerb(QTest::currentDataTag());
    QVERIFY(row);
    const auto shape = [](const VerbDirection &direction) {
        const char use = direction.use == Use::Never ? '-' : direction.use == Use::Plain ? 'n' : 't';
        return QByteArray(1, use) + (direction.payloadFromTokens > 0 ? "p" : "");
    };
    QCOMPARE(shape(row->fromClient), client);
    QCOMPARE(shape(row->fromServer), server);
    QCOMPARE(int(row->servers), servers);
    QCOMPARE(row->firstVersion, first);
    QCOMPARE(row->lastVersion, last);
}

void tst_Verb::laterVerbsKeepStep_data()
{
    QTest::addColumn<int>("sender");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, Sender sender, const QByteArray &bytes) {
        QTest::newRow(name) << int(sender) << bytes;
    };
    row("UBX", Sender::Server, "UBX bob@example.com 3\r\nxyz");
    row("GCF with file", Sender::Server, "GCF 5 Shields.xml 3\r\nxyz");
    row("GCF 0", Sender::Server, "GCF 0 3\r\nxyz");
    row("UBN", Sender::Server, "UBN bob@example.com 1 3\r\nxyz");
    row("UBM", Sender::Server, "UBM bob@example.com 32 1 3\r\nxyz");
    row("NFY", Sender::Server, "NFY PUT 3\r\nxyz");
    row("FQY", Sender::Server, "FQY 5 3\r\nxyz");
    row("PUT", Sender::Server, "PUT 5 OK 3\r\nxyz");
    row("DEL", Sender::Server, "DEL 5 3\r\nxyz");
    row("SDG", Sender::Server, "SDG 0 3\r\nxyz");
    row("VAS", Sender::Server, "VAS 5 3\r\nxyz");
    row("UUX", Sender::Client, "UUX 5 3\r\nxyz");
    row("ADL", Sender::Client, "ADL 5 3\r\nxyz");
    row("RML", Sender::Client, "RML 5 3\r\nxyz");
    row("UUN", Sender::Client, "UUN 5 bob@example.com 1 3\r\nxyz");
    row("UUM", Sender::Client, "UUM 5 bob@example.com 32 1 3\r\nxyz");
}

void tst_Verb::laterVerbsKeepStep()
{
    QFETCH(int, sender);
    QFETCH(QByteArray, bytes);
    const Command command = Test::parseCommand(bytes, Sender(sender));
    QVERIFY(command.payload == QByteArray("xyz"));
}

void tst_Verb::payloadDependsOnDirection()
{
    QVERIFY(framingFromClient("QRY", 3).hasPayload);
    QVERIFY(!framingFromServer("QRY", 1).hasPayload);
    QVERIFY(framingFromClient("SDC", 9).hasPayload);
    QVERIFY(!framingFromServer("SDC", 2).hasPayload);
    QVERIFY(framingFromClient("MSG", 3).hasPayload);
    QVERIFY(framingFromServer("MSG", 3).hasPayload);
    QVERIFY(!framingFromServer("NOT", 0).hasPayload); // nothing there to be a length
}

void tst_Verb::unknownVerbs()
{
    QVERIFY(!findVerb("XYZ"));
    QVERIFY(!findVerb("JIO")); // a slip of the MSNP9 analysis for JOI
    QVERIFY(!findVerb("usr"));
    QVERIFY(!findVerb(""));
    QVERIFY(!parseVerb("USRX"));
    QVERIFY(!framingFromServer("XYZ", 5).hasPayload);
    QVERIFY(!framingFromClient("XYZ", 5).hasPayload);
}

void tst_Verb::everyRecordedCommandTravelsTheRightWay_data()
{
    QTest::addColumn<int>("sender");
    QTest::newRow("server") << int(Sender::Server);
    QTest::newRow("client") << int(Sender::Client);
}

void tst_Verb::everyRecordedCommandTravelsTheRightWay()
{
    QFETCH(int, sender);
    const auto recorded = Test::recordedCommands(Sender(sender));
    QVERIFY(recorded.size() > 300);
    for (const auto &[origin, recording, version, command] : recorded) {
        if (command.isError())
            continue;
        const VerbRow *row = findVerb(command.verb);
        const bool triedOut = recording == Test::Recording::Capture && Sender(sender) == Sender::Client;
        if (!row && triedOut)
            continue; // the scripted client asked what an unknown verb does
        QVERIFY2(row, command.verb.constData());
        const Use use = Sender(sender) == Sender::Client ? row->fromClient.use : row->fromServer.use;
        QVERIFY2(use != Use::Never || triedOut, command.verb.constData());
    }
}

void tst_Verb::makesCommands()
{
    QCOMPARE(encode(makeCommand(Verb::Usr, 3, {"TWN", "I", "alice@example.com"})),
        QByteArray("USR 3 TWN I alice@example.com\r\n"));
    QCOMPARE(encode(makeCommand(Verb::Png, std::nullopt)), QByteArray("PNG\r\n"));
    QCOMPARE(encode(makeCommand(Verb::Msg, 4, {"A"}, "xy")), QByteArray("MSG 4 A 2\r\nxy"));
}

QTEST_GUILESS_MAIN(tst_Verb)

#include "tst_verb.moc"
