#include "core/service/service.h"
#include "tests/core/service/servicefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Test;
using Security = Msn::NetworkDescription::Security;

/// The whole way, from the first byte to a conversation, on both ports.
class tst_Service : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeSession_data();
    void wholeSession();
    void conversation();
    void startsAgainAfterAStop();
    void twoSideBySide();
    void portInUse();
    void describesItself();
    void stopTellsEverybody();
};

void tst_Service::wholeSession_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("script");

    QTest::newRow("MSNP8") << 8 << QByteArray(R"(
        alice > SYN 5 0
        alice < SYN 5 1 1 1
        alice < GTC A
        alice < BLP AL
        alice < LSG 0 Other%20Contacts 0
        alice < LST bob@example.com Bob 11 0
        alice > CHG 6 NLN 268435488
        alice < CHG 6 NLN 268435488
        alice silent)");
    QTest::newRow("MSNP9") << 9 << QByteArray(R"(
        alice > SYN 5 1
        alice < SYN 5 1
        alice > CHG 6 BSY 268435488 %3Cmsnobj%20a%3D%22b%22%2F%3E
        alice < CHG 6 BSY 268435488 %3Cmsnobj%20a%3D%22b%22%2F%3E
        alice silent)");
    QTest::newRow("MSNP10") << 10 << QByteArray(R"(
        alice > SYN 5 0 0
        alice < SYN 5 <list> <settings> 1 0
        alice < GTC A
        alice < BLP AL
        alice < PRP MFN Alice
        alice < LST N=bob@example.com F=Bob * 11
        alice > SYN 6 <list> <settings>
        alice < SYN 6 <list> <settings>
        alice > CHG 7 NLN 0
        alice < CHG 7 NLN 0
        alice silent)");
}

void tst_Service::wholeSession()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    for (const char *connect : {"connect", "connect tls"}) {
        const QString failure = fixture.signIn("alice", protocol, connect);
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        fixture.dialogue.forget("<list>");
        fixture.dialogue.forget("<settings>");
        PLAY(fixture.dialogue, script);
        PLAY(fixture.dialogue, "alice > OUT\nalice closed");
    }
}

void tst_Service::conversation()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, R"(
        alice < NLN NLN bob@example.com Bob 0
        bob < ILN 6 NLN alice@example.com Alice 0
        alice > XFR 10 SB
        alice < XFR 10 SB <plain> CKI <cookie>
        alice-sb connect
        alice-sb > USR 1 alice@example.com <cookie>
        alice-sb < USR 1 OK alice@example.com Alice
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING <session>
        bob < RNG <session> <plain> CKI <ring> alice@example.com Alice
        bob-sb connect
        bob-sb > ANS 1 bob@example.com <ring> <session>
        bob-sb < IRO 1 1 1 alice@example.com Alice
        bob-sb < ANS 1 OK
        alice-sb < JOI bob@example.com Bob
        alice-sb > MSG 3 A # | MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nHello
        alice-sb < ACK 3
        bob-sb < MSG alice@example.com Alice # | MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nHello
        bob-sb > OUT
        bob-sb closed
        alice-sb < BYE bob@example.com
        alice-sb > MSG 4 A # | MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx
        alice-sb < NAK 4
        alice-sb silent
    )");
}

void tst_Service::startsAgainAfterAStop()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 8), QString());
    QSignalSpy stopped(&fixture.service, &Msn::Service::stopped);
    fixture.service.stop();
    QVERIFY(!fixture.service.isRunning());
    QVERIFY(stopped.wait());
    QVERIFY(fixture.service.start());
    QVERIFY(fixture.service.isRunning());
    fixture.dialogue = fixture.newDialogue();
    QCOMPARE(fixture.signIn("alice", 8), QString());
}

void tst_Service::twoSideBySide()
{
    ServiceFixture one;
    ServiceFixture other;
    QCOMPARE(one.signIn("alice", 8), QString());
    QCOMPARE(other.signIn("alice", 8), QString());
    PLAY(one.dialogue, "alice silent");
    PLAY(other.dialogue, "alice silent");
}

void tst_Service::portInUse()
{
    ServiceFixture fixture;
    Msn::ServiceOptions options;
    options.tlsPort = fixture.service.endpoint(Security::Tls).port;
    Msn::Service second(options, fixture.store);
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, Msn::ErrorCode::ConnectionRefused);
    QCOMPARE(started.error().subject, QStringLiteral("127.0.0.1:%1").arg(options.tlsPort));
    QVERIFY(!second.isRunning());
}

void tst_Service::describesItself()
{
    ServiceFixture fixture;
    for (const Security security : {Security::None, Security::Tls}) {
        const Msn::NetworkDescription network = fixture.service.networkDescription(security);
        const auto read = Msn::parseNetworkFile(encodeNetworkFile(network));
        QVERIFY(read);
        QCOMPARE(*read, network);
        QCOMPARE(read->security, security);
        QCOMPARE(read->dispatch, fixture.service.endpoint(security));
        QCOMPARE(read->nexus.port(), fixture.service.httpsEndpoint().port);
        QCOMPARE(read->certificateSha256, fixture.service.certificate().sha256());
    }
}

void tst_Service::stopTellsEverybody()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signIn("bob", 10), QString());
    QSignalSpy stopped(&fixture.service, &Msn::Service::stopped);
    fixture.service.stop();
    PLAY(fixture.dialogue, "alice < OUT SSD\nalice closed\nbob < OUT SSD\nbob closed");
    QTRY_COMPARE(stopped.size(), 1);
}

QTEST_GUILESS_MAIN(tst_Service)

#include "tst_service.moc"
