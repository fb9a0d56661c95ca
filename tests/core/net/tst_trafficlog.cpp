#include "core/net/trafficlog.h"
#include "tests/support/session.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Msn;

class TestTrafficLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksSecrets_data();
    void masksSecrets();
    void lineFormat();
    void appends();
    void unwritableFile();
    void partsWriteIntoTheWhole();
    void wholeSessionHoldsNoSecret();
};

void TestTrafficLog::masksSecrets_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<QByteArray>("line");
    const QByteArray profile = "Content-Type: text/x-msmsgsprofile\r\nMSPAuth: 4aBcD!x*Y$$\r\nsid: 507\r\n";
    QTest::newRow("ticket") << Command{"USR", 7, {"TWN", "S", "t=4aBcD$$&p="}, {}}
                            << QByteArray("USR 7 TWN S ***");
    QTest::newRow("policy of several tokens")
        << Command{"USR", 7, {"TWN", "S", "lc=1033", "tpf=00"}, {}} << QByteArray("USR 7 TWN S ***");
    QTest::newRow("own address stays") << Command{"USR", 6, {"TWN", "I", "alice@example.com"}, {}}
                                       << QByteArray("USR 6 TWN I alice@example.com");
    QTest::newRow("answer stays") << Command{"USR", 7, {"OK", "alice@example.com", "Alice", "1", "0"}, {}}
                                  << QByteArray("USR 7 OK alice@example.com Alice 1 0");
    QTest::newRow("cookie out") << Command{"USR", 1, {"alice@example.com", "204417.1100000100.5120"}, {}}
                                << QByteArray("USR 1 alice@example.com ***");
    QTest::newRow("ANS") << Command{"ANS", 1, {"alice@example.com", "1100000123.204418", "20481"}, {}}
                         << QByteArray("ANS 1 alice@example.com *** 20481");
    QTest::newRow("XFR") << Command{"XFR", 10, {"SB", "192.0.2.20:1863", "CKI", "17262740.105", "U"}, {}}
                         << QByteArray("XFR 10 SB 192.0.2.20:1863 CKI *** U");
    QTest::newRow("RNG") << Command{"RNG", {},
        {"20481", "192.0.2.20:1863", "CKI", "849102291.520491113", "bob@example.com", "Bob"}, {}}
                         << QByteArray("RNG 20481 192.0.2.20:1863 CKI *** bob@example.com Bob");
    QTest::newRow("MSPAuth") << Command{"MSG", {}, {"Hotmail", "Hotmail"}, profile}
                             << QByteArray("MSG Hotmail Hotmail 68\\r\\nContent-Type: text/x-msmsgsprofile"
                                           "\\r\\nMSPAuth: ***\\r\\nsid: 507\\r\\n");
    QTest::newRow("mspauth, other case, no blank") << Command{"MSG", {}, {"Hotmail", "Hotmail"},
        QByteArray("mspauth:4aB&p=\r\n")} << QByteArray("MSG Hotmail Hotmail 16\\r\\nmspauth: ***\\r\\n");
    QTest::newRow("payload escaped") << Command{"MSG", 3, {"A"}, QByteArray("a\\b\x01\nc")}
                                     << QByteArray("MSG 3 A 6\\r\\na\\\\b\\x01\\nc");
    QTest::newRow("text in any script") << Command{"MSG", 3, {"A"}, QByteArray("\u4f60 \u00e9")}
                                        << QByteArray("MSG 3 A 6\\r\\n\u4f60 \u00e9");
    // Regression: a picture made the whole log a binary file.
    QTest::newRow("bytes that are no text")
        << Command{"MSG", 3, {"D"}, QByteArray("\x89PNG\xC3")} << QByteArray("MSG 3 D 5\\r\\n\\x89PNG\\xc3");
}

void TestTrafficLog::masksSecrets()
{
    QFETCH(Command, command);
    QFETCH(QByteArray, line);
    QCOMPARE(TrafficLog::masked(command), line);
}

void TestTrafficLog::lineFormat()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("traffic.log"));
    TrafficLog log;
    QVERIFY(log.openFile(name));
    QSignalSpy written(&log, &TrafficLog::lineWritten);
    log.sent(Command{"VER", 1, {"MSNP10", "CVR0"}, {}});
    log.received(Command{"VER", 1, {"MSNP10"}, {}});
    log.sentNote("GET https://login.example.net/login2.srf");
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 4);
    static const QRegularExpression form(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (->|<-) .+$"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY2(form.match(QString::fromUtf8(lines[i])).hasMatch(), lines[i].constData());
        QCOMPARE(written[i][0].toByteArray(), lines[i]);
    }
    QVERIFY(lines[0].endsWith(" -> VER 1 MSNP10 CVR0"));
    QVERIFY(lines[1].endsWith(" <- VER 1 MSNP10"));
    QVERIFY(lines[2].endsWith(" -> GET https://login.example.net/login2.srf"));
}

void TestTrafficLog::appends()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("traffic.log"));
    for (int session = 0; session < 2; ++session) {
        TrafficLog log;
        QVERIFY(log.openFile(name));
        log.sent(Command{"OUT", {}, {}, {}});
    }
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 2);
}

void TestTrafficLog::partsWriteIntoTheWhole()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("traffic.log"));
    TrafficLog log;
    TrafficLog *alice = log.partOf(QStringLiteral("alice"));
    QCOMPARE(log.partOf(QStringLiteral("alice")), alice);
    QVERIFY(log.openFile(name));
    const QSignalSpy written(&log, &TrafficLog::lineWritten);
    alice->sent(Command{"PNG", {}, {}, {}});
    QCOMPARE(written.count(), 1);
    QCOMPARE(written.at(0).at(1).toString(), QStringLiteral("alice"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    // The file keeps its form: programs read it.
    QVERIFY(file.readAll().endsWith("Z -> PNG\n"));
}

void TestTrafficLog::unwritableFile()
{
    QTemporaryDir folder;
    TrafficLog log;
    const auto opened = log.openFile(folder.filePath(QStringLiteral("no/such/folder/traffic.log")));
    QVERIFY(!opened);
    QVERIFY(!opened.error().isEmpty());
    log.sent(Command{"OUT", {}, {}, {}}); // survived
}

void TestTrafficLog::wholeSessionHoldsNoSecret()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("traffic.log"));
    TrafficLog log;
    QVERIFY(log.openFile(name));
    {
        Test::Session session;
        session.options.trafficLog = &log;
        session.passport.answer("/login.srf",
            Test::TestHttpsServer::redirect(
                "https://" + session.passport.authority() + "/two?secretquery=1"));
        session.passport.answer("/two", Test::TestHttpsServer::ticket("t=4aBcD$$&p=4eFgH$$"));
        QVERIFY(session.signIn());
        session.ns().say(Test::serverMessage(
            "Hotmail", "Hotmail", "Content-Type: text/x-msmsgsprofile\r\nMSPAuth: 5secretAuth\r\n"));
        session.ns().say("RNG 20481 192.0.2.20:1863 CKI 1100.secretcookie bob@example.com Bob\r\n");
        QVERIFY(session.network.await(1));
        QTRY_VERIFY(!session.network.at(1).sent().isEmpty());
        session.account().signOut();
    }
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("-> USR 4 TWN S ***"));
    QVERIFY(text.contains("-> GET https://127.0.0.1"));
    QVERIFY(text.contains("-> ANS 1 alice@example.com *** 20481"));
    QVERIFY(text.contains("-> OUT"));
    for (const char *secret :
        {"pa,ss", "pa%2Css", "4aBcD", "4eFgH", "5secretAuth", "secretcookie", "secretquery"})
        QVERIFY2(!text.contains(secret), secret);
}

QTEST_GUILESS_MAIN(TestTrafficLog)
#include "tst_trafficlog.moc"
