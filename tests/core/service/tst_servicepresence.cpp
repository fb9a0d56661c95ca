#include "tests/core/service/servicefixture.h"

#include <QTest>

using namespace Test;

/// Who sees whom, when, and in whose words.
class tst_ServicePresence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versionsSeeEachOther_data();
    void versionsSeeEachOther();
    void invisibleBeforeTheFirstStatus();
    void hiddenLooksOffline();
    void leavingLooksOffline_data();
    void leavingLooksOffline();
    void blockedSeesOffline();
    void strangersAreKeptOutByDefault();
    void newContactIsShownAtOnce();
    void removedContactIsNoLongerTold();
    void newNameIsTold();
    void pictureOnlyWhereItIsKnown();
};

void tst_ServicePresence::versionsSeeEachOther_data()
{
    QTest::addColumn<int>("one");
    QTest::addColumn<int>("other");
    for (const int one : {8, 9, 10}) {
        for (const int other : {8, 9, 10})
            QTest::addRow("MSNP%d and MSNP%d", one, other) << one << other;
    }
}

void tst_ServicePresence::versionsSeeEachOther()
{
    QFETCH(int, one);
    QFETCH(int, other);
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", one), QString());
    QCOMPARE(fixture.signInOnline("bob", other), QString());
    PLAY(fixture.dialogue, R"(
        bob < ILN 6 NLN alice@example.com Alice 0
        alice < NLN NLN bob@example.com Bob 0
        alice > CHG 7 BSY 268435492
        alice < CHG 7 BSY 268435492
        bob < NLN BSY alice@example.com Alice 268435492
        bob > CHG 7 IDL
        bob < CHG 7 IDL 0
        alice < NLN IDL bob@example.com Bob 0
        alice silent
        bob silent)");
}

void tst_ServicePresence::invisibleBeforeTheFirstStatus()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signIn("bob", 9), QString());
    PLAY(fixture.dialogue, R"(
        bob > SYN 5 1
        bob < SYN 5 1
        alice > CHG 7 AWY 0
        alice < CHG 7 AWY 0
        alice silent
        bob silent
        bob > CHG 8 LUN 0
        bob < CHG 8 LUN 0
        bob < ILN 8 AWY alice@example.com Alice 0
        alice < NLN LUN bob@example.com Bob 0)");
}

void tst_ServicePresence::hiddenLooksOffline()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    PLAY(fixture.dialogue, R"(
        bob < ILN 6 NLN alice@example.com Alice 0
        alice < NLN NLN bob@example.com Bob 0
        alice > CHG 7 HDN 0
        alice < CHG 7 HDN 0
        bob < FLN alice@example.com
        alice > CHG 8 HDN 0
        alice < CHG 8 HDN 0
        bob > CHG 7 BSY 0
        bob < CHG 7 BSY 0
        alice < NLN BSY bob@example.com Bob 0
        alice > OUT
        alice closed
        bob silent)");
    // Whoever signs in hidden is never seen, but sees.
    QCOMPARE(fixture.signIn("alice", 10), QString());
    PLAY(fixture.dialogue, R"(
        alice > CHG 7 HDN 0
        alice < CHG 7 HDN 0
        alice < ILN 7 BSY bob@example.com Bob 0
        bob silent
        alice > CHG 8 NLN 0
        alice < CHG 8 NLN 0
        bob < NLN NLN alice@example.com Alice 0)");
}

void tst_ServicePresence::leavingLooksOffline_data()
{
    QTest::addColumn<QByteArray>("leaving");
    QTest::newRow("OUT") << QByteArray("alice > OUT");
    QTest::newRow("connection lost") << QByteArray("alice abort");
    QTest::newRow("thrown out") << QByteArray("alice > LST 10 FL");
}

void tst_ServicePresence::leavingLooksOffline()
{
    QFETCH(QByteArray, leaving);
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    PLAY(fixture.dialogue,
        "bob < ILN 6 NLN alice@example.com Alice 0\n" + leaving
            + "\nbob < FLN alice@example.com\nbob silent");
}

void tst_ServicePresence::blockedSeesOffline()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, R"(
        bob < ILN 6 NLN alice@example.com Alice 0
        alice < NLN NLN bob@example.com Bob 0
        alice > REM 10 AL bob@example.com
        alice < REM 10 AL 2 bob@example.com
        bob silent
        alice > ADD 11 BL bob@example.com Bob
        alice < ADD 11 BL 3 bob@example.com Bob
        bob < FLN alice@example.com
        alice > CHG 12 BSY 0
        alice < CHG 12 BSY 0
        bob silent
        bob > CHG 7 AWY 0
        bob < CHG 7 AWY 0
        alice < NLN AWY bob@example.com Bob 0
        alice > REM 13 BL bob@example.com
        alice < REM 13 BL 4 bob@example.com
        bob < NLN BSY alice@example.com Alice 0
        alice > ADD 14 AL bob@example.com Bob
        alice < ADD 14 AL 5 bob@example.com Bob
        bob silent)");
    PLAY(fixture.dialogue, R"(
        alice > REM 15 AL bob@example.com
        alice < REM 15 AL 6 bob@example.com
        alice > ADD 16 BL bob@example.com Bob
        alice < ADD 16 BL 7 bob@example.com Bob
        bob < FLN alice@example.com
        bob > OUT
        bob closed
        alice < FLN bob@example.com)");
    // Nor at the next sign-in, nor by adding again.
    QCOMPARE(fixture.signInOnline("bob", 8), QString());
    PLAY(fixture.dialogue, R"(
        bob silent
        bob > REM 10 FL alice@example.com
        bob < REM 10 FL 2 alice@example.com
        bob > ADD 11 FL alice@example.com Alice
        bob < ADD 11 FL 3 alice@example.com Alice 0
        bob < BPR 3 alice@example.com PHH
        bob < BPR 3 alice@example.com PHW
        bob < BPR 3 alice@example.com PHM
        bob < BPR 3 alice@example.com MOB N
        bob silent)");
}

void tst_ServicePresence::strangersAreKeptOutByDefault()
{
    ServiceFixture fixture;
    fixture.administration().befriend(ServiceFixture::address("bob"), ServiceFixture::address("alice"));
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    PLAY(fixture.dialogue, R"(
        bob < ILN 6 NLN alice@example.com Alice 0
        alice > BLP 10 BL
        alice < BLP 10 2 BL
        bob < FLN alice@example.com
        alice > ADD 11 AL bob@example.com Bob
        alice < ADD 11 AL 3 bob@example.com Bob
        bob < NLN NLN alice@example.com Alice 0
        alice > REM 12 AL bob@example.com
        alice < REM 12 AL 4 bob@example.com
        bob < FLN alice@example.com
        alice > BLP 13 AL
        alice < BLP 13 5 AL
        bob < NLN NLN alice@example.com Alice 0)");
}

void tst_ServicePresence::newContactIsShownAtOnce()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 10), QString());
    QCOMPARE(fixture.signInOnline("bob", 8), QString());
    PLAY(fixture.dialogue, R"(
        alice > ADC 10 FL N=bob@example.com F=bob@example.com
        alice < ADC 10 FL N=bob@example.com F=bob@example.com *
        alice < ILN 10 NLN bob@example.com Bob 0
        bob < ADD 0 RL 2 alice@example.com Alice
        bob > CHG 7 PHN 0
        bob < CHG 7 PHN 0
        alice < NLN PHN bob@example.com Bob 0)");
}

void tst_ServicePresence::removedContactIsNoLongerTold()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 8), QString());
    PLAY(fixture.dialogue, R"(
        alice < NLN NLN bob@example.com Bob 0
        alice > REM 10 FL bob@example.com
        alice < REM 10 FL 2 bob@example.com
        bob < ILN 6 NLN alice@example.com Alice 0
        bob < REM 0 RL 2 alice@example.com
        bob > CHG 7 BSY 0
        bob < CHG 7 BSY 0
        bob > OUT
        bob closed
        alice silent)");
}

void tst_ServicePresence::newNameIsTold()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, R"(
        bob < ILN 6 NLN alice@example.com Alice 0
        alice < NLN NLN bob@example.com Bob 0
        alice > REA 10 alice@example.com Alice%20%E2%99%A5
        alice < REA 10 2 alice@example.com Alice%20%E2%99%A5
        bob < NLN NLN alice@example.com Alice%20%E2%99%A5 0
        bob > PRP 11 MFN Bob%20100%25
        bob < PRP 11 MFN Bob%20100%25
        alice < NLN NLN bob@example.com Bob%20100%25 0
        alice silent
        bob silent)");
}

/// A percent-encoded picture object goes from MSNP9 to MSNP10 and not to MSNP8.
void tst_ServicePresence::pictureOnlyWhereItIsKnown()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    fixture.befriend("alice", "carol");
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 8), QString());
    QCOMPARE(fixture.signInOnline("carol", 10), QString());
    PLAY(fixture.dialogue, R"(
        bob < ILN ..
        carol < ILN ..
        alice < NLN ..
        alice < NLN ..
        alice > CHG 7 NLN 268435492 %3Cmsnobj%20Creator%3D%22alice%40example.com%22%20Size%3D%221%22%2F%3E
        alice < CHG 7 NLN 268435492 %3Cmsnobj%20Creator%3D%22alice%40example.com%22%20Size%3D%221%22%2F%3E
        bob < NLN NLN alice@example.com Alice 268435492
        carol < NLN NLN alice@example.com Alice 268435492 %3Cmsnobj%20Creator%3D%22alice%40example.com%22%20Size%3D%221%22%2F%3E
        alice > CHG 8 NLN 268435492 0
        alice < CHG 8 NLN 268435492 0
        bob < NLN NLN alice@example.com Alice 268435492
        carol < NLN NLN alice@example.com Alice 268435492
        alice > CHG 9 NLN 0 %3cm%FF/%3e
        alice < CHG 9 NLN 0 %3cm%FF/%3e
        bob < NLN NLN alice@example.com Alice 0
        carol < NLN NLN alice@example.com Alice 0 %3cm%FF/%3e
        bob > CHG 10 BSY 0 %3Cmsnobj%20of%20nothing%2F%3E
        bob < CHG 10 BSY 0
        alice < NLN BSY bob@example.com Bob 0)");
}

QTEST_GUILESS_MAIN(tst_ServicePresence)

#include "tst_servicepresence.moc"
