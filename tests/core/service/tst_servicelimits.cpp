#include "tests/core/service/servicefixture.h"
#include "tests/support/socketwait.h"

#include <QSslSocket>
#include <QTest>

using namespace Test;

namespace {

constexpr Msn::RateLimit twice{2, std::chrono::hours(1)};

} // namespace

/// What a service does when it is asked for more than it has: 800 for who is too fast, 600, 910,
/// 280, 281 and 707 where it is full. Source: errors.md.
class tst_ServiceLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tooFast_data();
    void tooFast();
    void renamingContactsIsNotLimited();
    void connectionsFromOneAddress();
    void crowdedService();
    void nobodyMoreSignsIn();
    void noMoreSwitchboards();
    void noMoreSwitchboardsOfOnePerson();
    void noMorePasses();
    void noMoreParticipants();

private:
    static QByteArray switchboardOf(const QByteArray &who, const QByteArray &name)
    {
        return who + " > XFR 10 SB\n" + who + " < XFR 10 SB <plain> CKI <" + who + "-cookie>\n" + who
            + "-sb connect\n" + who + "-sb > USR 1 " + who + "@example.com <" + who + "-cookie>\n" + who
            + "-sb < USR 1 OK " + who + "@example.com " + name + '\n';
    }
};

void tst_ServiceLimits::tooFast_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("line"); // without the payload

    QTest::newRow("800 CHG") << 9 << QByteArray("CHG # NLN 0");
    QTest::newRow("800 SYN") << 8 << QByteArray("SYN # 1");
    QTest::newRow("800 XFR") << 8 << QByteArray("XFR # SB");
    QTest::newRow("800 PRP") << 9 << QByteArray("PRP # PHH 5");
    QTest::newRow("800 PRP MFN") << 10 << QByteArray("PRP # MFN Alison");
    QTest::newRow("800 REA") << 9 << QByteArray("REA # alice@example.com Alison");
    QTest::newRow("800 ADD") << 8 << QByteArray("ADD # AL bob@example.com Bob");
    QTest::newRow("800 ADC") << 10 << QByteArray("ADC # BL N=bob@example.com");
    QTest::newRow("800 REM") << 9 << QByteArray("REM # AL bob@example.com");
    QTest::newRow("800 ADG") << 9 << QByteArray("ADG # Chess 0");
    QTest::newRow("800 REG") << 10 << QByteArray("REG # 0 Go");
    QTest::newRow("800 RMG") << 9 << QByteArray("RMG # 5");
    QTest::newRow("800 SBP") << 10 << QByteArray("SBP # x MFN y");
    QTest::newRow("800 BLP") << 9 << QByteArray("BLP # AL");
    QTest::newRow("800 GTC") << 8 << QByteArray("GTC # A");
    QTest::newRow("800 SND") << 10 << QByteArray("SND # mike@example.com 0x0409 MSMSGS MSNMSGR");
    QTest::newRow("800 SDC") << 9 << QByteArray("SDC # mike@example.com 0x0409 MSNMSGR MSMSGS X X A 0");
    QTest::newRow("800 PAG") << 8 << QByteArray("PAG # bob@example.com 0");
    QTest::newRow("800 PGD") << 9 << QByteArray("PGD # bob@example.com 1 0");
}

void tst_ServiceLimits::tooFast()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, line);
    Msn::ServiceOptions options;
    options.limits.statusChanges = twice;
    options.limits.profileChanges = twice;
    options.limits.syncs = twice;
    options.limits.switchboards = twice;
    options.limits.listChanges = twice;
    options.limits.pages = twice;
    options.limits.invitations = twice;
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    ScriptedClient &alice = fixture.dialogue.client("alice");
    for (const QByteArray id : {"11", "12", "13"}) {
        alice.sendBytes(QByteArray(line).replace('#', id) + "\r\n");
        const QByteArray answer = alice.nextCommand().value_or("none");
        QCOMPARE(answer == "800 " + id + "\r\n", id == "13");
    }
    PLAY(fixture.dialogue, "alice silent");
}

/// Clients write what they have learned of many contacts back at once.
void tst_ServiceLimits::renamingContactsIsNotLimited()
{
    Msn::ServiceOptions options;
    options.limits.profileChanges = twice;
    ServiceFixture fixture(options);
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signIn("alice", 9), QString());
    for (int i = 2; i < 6; ++i) {
        const QByteArray number = QByteArray::number(i);
        PLAY(fixture.dialogue,
            "alice > REA " + number + " bob@example.com Bob\nalice < REA " + number + ' ' + number
                + " bob@example.com Bob");
    }
}

/// Whoever takes all that one address may have takes nothing from others.
void tst_ServiceLimits::connectionsFromOneAddress()
{
    Msn::ServiceOptions options;
    options.limits.countsLoopback = true;
    options.limits.maxConnectionsPerAddress = 3;
    ServiceFixture fixture(options);
    const Msn::Endpoint plain = fixture.service.endpoint(Msn::NetworkDescription::Security::None);
    std::vector<std::unique_ptr<QSslSocket>> sockets;
    const auto isLetInFrom = [&](const char *address) {
        auto &socket = sockets.emplace_back(std::make_unique<QSslSocket>());
        socket->bind(QHostAddress(QLatin1String(address)));
        socket->connectToHost(plain.host, plain.port);
        socket->write("VER 1 MSNP9 CVR0\r\n");
        return waitForSocket(*socket, [&socket] {
            return socket->bytesAvailable() > 0 || socket->state() == QAbstractSocket::UnconnectedState;
        }) && socket->bytesAvailable() > 0;
    };
    for (int i = 0; i < 3; ++i)
        QVERIFY(isLetInFrom("127.0.0.1"));
    QVERIFY(!isLetInFrom("127.0.0.1"));
    QVERIFY(isLetInFrom("127.0.0.2"));
    QCOMPARE(fixture.service.statistics().refusedConnections, 1);
    QCOMPARE(fixture.service.statistics().connections, 4);
    sockets.erase(sockets.begin());
    QTRY_COMPARE(fixture.service.statistics().connections, 3);
    QVERIFY(isLetInFrom("127.0.0.1"));
}

void tst_ServiceLimits::crowdedService()
{
    Msn::ServiceOptions options;
    options.limits.maxConnections = 20; // of which one is spare
    ServiceFixture fixture(options);
    QByteArray others;
    for (char who = 'a'; who < 'a' + 19; ++who)
        others += QByteArray(1, who) + " connect\n" + who + " > VER 1 MSNP9 CVR0\n" + who
            + " < VER 1 MSNP9 CVR0\n";
    PLAY(fixture.dialogue, others + "x connect\nx > VER 7 MSNP9 CVR0\nx < 600 7\nx closed");
    PLAY(fixture.dialogue, "a abort");
    const auto admitted = [&fixture] {
        return fixture.dialogue.play("x connect\nx > VER 7 MSNP9 CVR0\nx < VER 7 MSNP9 CVR0").isEmpty();
    };
    QTRY_VERIFY(admitted());
}

void tst_ServiceLimits::nobodyMoreSignsIn()
{
    Msn::ServiceOptions options;
    options.limits.maxSignedIn = 1;
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signIn("alice", 9), QString());
    PLAY(fixture.dialogue, R"(
        bob connect
        bob > VER 1 MSNP9 CVR0
        bob < VER 1 MSNP9 CVR0
        bob > CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS bob@example.com
        bob < CVR ..
        bob > USR 3 TWN I bob@example.com
        bob < 910 3)");
    // Who is here already may come in again elsewhere.
    QCOMPARE(fixture.askPolicy("alice", 8, "connect"), QString());
}

void tst_ServiceLimits::noMoreSwitchboards()
{
    Msn::ServiceOptions options;
    options.limits.maxSwitchboards = 1;
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, "bob > XFR 9 SB\nbob < XFR 9 SB <plain> CKI <bob-cookie>");
    PLAY(fixture.dialogue, switchboardOf("alice", "Alice") + R"(
        bob-sb connect
        bob-sb > USR 1 bob@example.com <bob-cookie>
        bob-sb < 707 1
        bob-sb closed
        bob > XFR 11 SB
        bob < 280 11
        alice-sb > OUT
        alice-sb closed
        bob > XFR 12 SB
        bob < XFR 12 SB ..)");
}

/// One person must not use up those that all have.
void tst_ServiceLimits::noMoreSwitchboardsOfOnePerson()
{
    Msn::ServiceOptions options;
    options.limits.maxSwitchboardsPerPerson = 1;
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue,
        switchboardOf("alice", "Alice") + R"(
        alice > XFR 11 SB
        alice < XFR 11 SB <plain> CKI <second-cookie>
        more-sb connect
        more-sb > USR 1 ALICE@example.com <second-cookie>
        more-sb < 707 1
        more-sb closed
)" + switchboardOf("bob", "Bob")
            + R"(
        alice-sb > OUT
        alice-sb closed
        alice > XFR 12 SB
        alice < XFR 12 SB <plain> CKI <third-cookie>
        last-sb connect
        last-sb > USR 1 alice@example.com <third-cookie>
        last-sb < USR 1 OK ..)");
}

void tst_ServiceLimits::noMorePasses()
{
    Msn::ServiceOptions options;
    options.limits.maxSwitchboardPasses = 1;
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 8), QString());
    PLAY(fixture.dialogue, switchboardOf("alice", "Alice") + R"(
        bob > XFR 10 SB
        bob < XFR 10 SB ..
        alice > XFR 11 SB
        alice < 281 11
        alice-sb > CAL 2 bob@example.com
        alice-sb < 281 2)");
}

void tst_ServiceLimits::noMoreParticipants()
{
    Msn::ServiceOptions options;
    options.limits.maxParticipants = 2;
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 8), QString());
    QCOMPARE(fixture.signInOnline("carol", 10), QString());
    PLAY(fixture.dialogue, switchboardOf("alice", "Alice") + R"(
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING *
        alice-sb > CAL 3 carol@example.com
        alice-sb < 280 3)");
}

QTEST_GUILESS_MAIN(tst_ServiceLimits)

#include "tst_servicelimits.moc"
