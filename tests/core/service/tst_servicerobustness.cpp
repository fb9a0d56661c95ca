#include "tests/core/service/servicefixture.h"
#include "tests/support/socketwait.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Test;

namespace {

QByteArray helloOf(const QByteArray &who)
{
    return who + " connect\n" + who + " > VER 1 MSNP9 CVR0\n" + who + " < VER 1 MSNP9 CVR0\n";
}

} // namespace

/// Clients that are broken, slow, silent or mean. Whatever one does, the others go on.
class tst_ServiceRobustness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void garbage_data();
    void garbage();
    void randomBytes();
    void everyCutOfASession();
    void bytesOneAtATime();
    void pipelinedCommands();
    void manyCommandsLeaveRoomForOthers();
    void silentBeforeSignIn();
    void tricklingBeforeSignIn();
    void silentAfterSignIn();
    void slowReaderIsCutOff();
    void tooManyConnections();
    void stalledHandshake();
    void halfClosedByTheClient();
    void accountRemovedMeanwhile();
};

void tst_ServiceRobustness::garbage_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9);
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("lower case") << QByteArray("ver 1 MSNP8\r\n");
    QTest::newRow("endless line") << "VER " + QByteArray(64 * 1024, 'x');
    QTest::newRow("many arguments") << "VER 1" + QByteArray(" x").repeated(3000) + "\r\n";
    QTest::newRow("payload too long") << QByteArray("MSG 1 A 9999999\r\n");
    QTest::newRow("length is no number") << QByteArray("MSG 1 A x\r\n");
    QTest::newRow("negative length") << QByteArray("MSG 1 A -1\r\n");
}

void tst_ServiceRobustness::garbage()
{
    QFETCH(QByteArray, bytes);
    ServiceFixture fixture;
    PLAY(fixture.dialogue, "x connect");
    fixture.dialogue.client("x").sendBytes(bytes);
    PLAY(fixture.dialogue, "x closed");
    QCOMPARE(fixture.signIn("alice", 8), QString());
    fixture.dialogue.client("alice").sendBytes(bytes);
    PLAY(fixture.dialogue, "alice closed");
    QCOMPARE(fixture.signIn("alice", 8), QString());
}

void tst_ServiceRobustness::randomBytes()
{
    ServiceFixture fixture;
    QRandomGenerator random(20031222);
    const QByteArray verbs = "VERCVRUSRSYNCHGADDADCREMXFRCALMSGANSQRYSDCPRPREAREGRMGADGBLPGTCURLIMS";
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes;
        for (int i = 0; i < 20; ++i) {
            bytes += verbs.mid(3 * random.bounded(int(verbs.size() / 3)), 3) + ' ';
            for (int k = random.bounded(12); k > 0; --k)
                bytes += char(random.bounded(256));
            bytes += random.bounded(3) == 0 ? " 1\r\n" : "\r\n";
        }
        QTcpSocket socket;
        const Msn::Endpoint plain = fixture.service.endpoint(Msn::NetworkDescription::Security::None);
        socket.connectToHost(plain.host, plain.port);
        socket.write(bytes);
        QCoreApplication::processEvents();
        socket.abort();
    }
    QCOMPARE(fixture.signIn("alice", 8), QString());
}

/// A client that is gone after any number of bytes leaves nothing behind.
void tst_ServiceRobustness::everyCutOfASession()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    const QByteArray session = "VER 1 MSNP9 CVR0\r\nCVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1 MSMSGS a@b\r\n"
                               "USR 3 TWN I alice@example.com\r\n";
    for (qsizetype length = 0; length <= session.size(); ++length) {
        PLAY(fixture.dialogue, "x connect");
        fixture.dialogue.client("x").sendBytes(session.first(length));
        QCoreApplication::processEvents();
        PLAY(fixture.dialogue, "x abort");
    }
    QCOMPARE(fixture.service.signedInAddresses(), QList{ServiceFixture::address("bob")});
    PLAY(fixture.dialogue, "bob silent");
}

void tst_ServiceRobustness::bytesOneAtATime()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 9), QString());
    const QByteArray bytes = "SDC 3 mike@example.com 0x0409 MSNMSGR MSMSGS X X Alice 8\r\nHi Mike!PNG\r\n";
    for (const char byte : bytes) {
        fixture.dialogue.client("alice").sendBytes(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    PLAY(fixture.dialogue, "alice < SDC 3 OK\nalice < QNG 50\nalice silent");
}

void tst_ServiceRobustness::pipelinedCommands()
{
    ServiceFixture fixture;
    PLAY(fixture.dialogue, "x connect");
    fixture.dialogue.client("x").sendBytes(
        "VER 1 MSNP8 CVR0\r\nCVR 2 a b c d e 6.0 g h\r\nUSR 3 TWN I alice@example.com\r\n");
    PLAY(fixture.dialogue, "x < VER 1 MSNP8 CVR0\nx < CVR 2 6.0 ..\nx < XFR 3 NS ..\nx closed");
}

void tst_ServiceRobustness::manyCommandsLeaveRoomForOthers()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 9), QString());
    QCOMPARE(fixture.signIn("bob", 9), QString());
    QByteArray burst;
    constexpr int count = 2000;
    for (int i = 1; i <= count; ++i)
        burst += "ABC " + QByteArray::number(i) + "\r\n";
    fixture.dialogue.client("alice").sendBytes(burst);
    PLAY(fixture.dialogue, "bob silent");
    for (int i = 1; i <= count; ++i) {
        const auto answer = fixture.dialogue.client("alice").nextCommand();
        QCOMPARE(answer.value_or("none"), "200 " + QByteArray::number(i) + "\r\n");
    }
}

void tst_ServiceRobustness::silentBeforeSignIn()
{
    Msn::ServiceOptions options;
    options.timings.switchboardEntry = std::chrono::milliseconds(20);
    ServiceFixture fixture(options);
    PLAY(fixture.dialogue, "x connect\nx closed");
}

/// Saying something now and then does not help.
void tst_ServiceRobustness::tricklingBeforeSignIn()
{
    Msn::ServiceOptions options;
    options.timings.signIn = std::chrono::milliseconds(50);
    ServiceFixture fixture(options);
    PLAY(fixture.dialogue, helloOf("x") + "x > SYN 2 0\nx < 302 2\nx > SYN 3 0\nx < 302 3\nx closed");
}

void tst_ServiceRobustness::silentAfterSignIn()
{
    Msn::ServiceOptions options;
    options.timings.silence = std::chrono::milliseconds(100);
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signIn("alice", 9), QString());
    QSignalSpy signedOut(&fixture.service, &Msn::Service::signedOut);
    PLAY(fixture.dialogue, "alice closed");
    QCOMPARE(signedOut.size(), 1);
}

/// Bob never reads what Alice writes to him; Alice hears about it and is not held up.
void tst_ServiceRobustness::slowReaderIsCutOff()
{
    Msn::ServiceOptions options;
    options.limits.maxBacklogBytes = 64 * 1024;
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, R"(
        alice > XFR 10 SB
        alice < XFR 10 SB <plain> CKI <cookie>
        alice-sb connect
        alice-sb > USR 1 alice@example.com <cookie>
        alice-sb < USR 1 OK alice@example.com Alice
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING <session>
        bob < RNG <session> <plain> CKI <ring> alice@example.com Alice
        bob-sb connect)");
    fixture.dialogue.client("bob-sb").stopReading();
    PLAY(fixture.dialogue,
        "bob-sb > ANS 1 bob@example.com <ring> <session>\nalice-sb < JOI bob@example.com Bob");
    ScriptedClient &alice = fixture.dialogue.client("alice-sb");
    const QByteArray message = "MSG 3 N 1600\r\n" + QByteArray(1600, 'x');
    std::optional<QByteArray> answer;
    // The system's own buffers take some megabytes first.
    for (int i = 0; i < 20'000 && !answer; i += 100) {
        for (int k = 0; k < 100; ++k)
            alice.sendBytes(message);
        QCoreApplication::processEvents();
        if (!alice.unread().isEmpty())
            answer = alice.nextCommand();
    }
    while (answer && answer->startsWith("NAK"))
        answer = alice.nextCommand();
    QCOMPARE(answer.value_or("none"), QByteArray("BYE bob@example.com\r\n"));
}

void tst_ServiceRobustness::tooManyConnections()
{
    Msn::ServiceOptions options;
    options.limits.maxConnections = 2;
    ServiceFixture fixture(options);
    PLAY(fixture.dialogue, helloOf("x") + helloOf("y") + "z connect\nz closed\nx abort");
    const auto admitted = [&fixture] { return fixture.dialogue.play(helloOf("z")).isEmpty(); };
    QTRY_VERIFY(admitted());
}

void tst_ServiceRobustness::stalledHandshake()
{
    Msn::ServiceOptions options;
    options.timings.switchboardEntry = std::chrono::milliseconds(50);
    ServiceFixture fixture(options);
    QSslSocket socket; // speaks no TLS
    const Msn::Endpoint tls = fixture.service.endpoint(Msn::NetworkDescription::Security::Tls);
    socket.connectToHost(tls.host, tls.port);
    QVERIFY(waitForSocket(socket, [&socket] { return socket.state() == QAbstractSocket::ConnectedState; }));
    QVERIFY(waitForSocket(socket, [&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }));
}

/// What a client said before it hung up counts.
void tst_ServiceRobustness::halfClosedByTheClient()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    PLAY(fixture.dialogue, "bob < ILN ..\nalice < NLN ..");
    fixture.dialogue.client("alice").sendBytes("CHG 7 BSY 0\r\n");
    fixture.dialogue.client("alice").hangUp();
    PLAY(fixture.dialogue, "bob < NLN BSY alice@example.com Alice 0\nbob < FLN alice@example.com");
}

/// Whoever runs the service has taken the account away.
void tst_ServiceRobustness::accountRemovedMeanwhile()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, "bob < ILN ..\nalice < NLN ..");
    QVERIFY(fixture.administration().remove(ServiceFixture::address("alice")));
    PLAY(fixture.dialogue, "alice > BLP 7 BL\nalice closed\nbob < FLN alice@example.com\nbob silent");
    QVERIFY(!fixture.signIn("alice", 9).isEmpty());
}

QTEST_GUILESS_MAIN(tst_ServiceRobustness)

#include "tst_servicerobustness.moc"
