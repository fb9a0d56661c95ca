#include "core/service/store/circleadministration.h"
#include "tests/core/service/servicefixture.h"

#include <QTest>

using namespace Msn;
using namespace Test;

/// Lists, groups and settings as each protocol version sees them: exact forms, list versions, and
/// what the other side is told.
class tst_ServiceLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dialogue_data();
    void dialogue();
    void addedPersonIsTold_data();
    void addedPersonIsTold();
    void phoneNumbersReachWatchers();
    void removedAccountLeavesOtherLists();
    void hostsDoingsAreToldAtOnce_data();
    void hostsDoingsAreToldAtOnce();
};

void tst_ServiceLists::dialogue_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("script");

    // Transcripts L4 to L10, from the other end.
    QTest::newRow("L4 add") << 8 << QByteArray(R"(
        alice > ADD 10 FL dave@example.com dave@example.com 0
        alice < ADD 10 FL 2 dave@example.com dave@example.com 0
        alice < BPR 2 dave@example.com PHH
        alice < BPR 2 dave@example.com PHW
        alice < BPR 2 dave@example.com PHM
        alice < BPR 2 dave@example.com MOB N
        alice > ADD 11 AL dave@example.com dave@example.com
        alice < ADD 11 AL 3 dave@example.com dave@example.com
        alice silent)");
    QTest::newRow("add without a group") << 9 << QByteArray(R"(
        alice > ADD 10 FL dave@example.com Dave%20D.
        alice < ADD 10 FL 2 dave@example.com Dave%20D. 0)");
    QTest::newRow("L5 block and unblock") << 8 << QByteArray(R"(
        alice > REM 10 AL bob@example.com
        alice < REM 10 AL 2 bob@example.com
        alice > ADD 11 BL bob@example.com Bob
        alice < ADD 11 BL 3 bob@example.com Bob
        alice > REM 12 BL bob@example.com
        alice < REM 12 BL 4 bob@example.com
        alice > ADD 13 AL bob@example.com Bob
        alice < ADD 13 AL 5 bob@example.com Bob
        alice silent)");
    QTest::newRow("L6 groups, move, copy, remove") << 9 << QByteArray(R"(
        alice > ADG 10 Chess%20club 0
        alice < ADG 10 2 Chess%20club 1 0
        alice > ADD 11 FL bob@example.com Bob 1
        alice < ADD 11 FL 3 bob@example.com Bob 1
        alice > REM 12 FL bob@example.com 0
        alice < REM 12 FL 4 bob@example.com 0
        alice > REG 13 1 Go%20club 0
        alice < REG 13 5 1 Go%20club 0
        alice > ADD 14 FL bob@example.com Bob 0
        alice < ADD 14 FL 6 bob@example.com Bob 0
        alice > REM 15 FL bob@example.com 1
        alice < REM 15 FL 7 bob@example.com 1
        alice > RMG 16 1
        alice < RMG 16 8 1
        alice > REM 17 FL bob@example.com
        alice < REM 17 FL 9 bob@example.com
        alice silent)");
    QTest::newRow("leaving the last group") << 8 << QByteArray(R"(
        alice > REM 10 FL bob@example.com 0
        alice < REM 10 FL 2 bob@example.com 0
        alice > REM 11 FL bob@example.com
        alice < 216 11)");
    QTest::newRow("a freed group number is used again") << 8 << QByteArray(R"(
        alice > ADG 10 One 0
        alice < ADG 10 2 One 1 0
        alice > ADG 11 Two 0
        alice < ADG 11 3 Two 2 0
        alice > RMG 12 1
        alice < RMG 12 4 1
        alice > ADG 13 Three 0
        alice < ADG 13 5 Three 1 0)");
    QTest::newRow("group 0 may be renamed") << 8 << QByteArray(R"(
        alice > REG 10 0 Everybody 0
        alice < REG 10 2 0 Everybody 0)");
    QTest::newRow("deleting a group keeps its people") << 8 << QByteArray(R"(
        alice > ADG 10 One 0
        alice < ADG 10 2 One 1 0
        alice > ADD 11 FL dave@example.com Dave 1
        alice < ADD 11 FL 3 dave@example.com Dave 1
        alice < BPR 3 dave@example.com PHH
        alice < BPR 3 dave@example.com PHW
        alice < BPR 3 dave@example.com PHM
        alice < BPR 3 dave@example.com MOB N
        alice > RMG 12 1
        alice < RMG 12 4 1
        alice > SYN 13 0
        alice < SYN 13 4 2 1
        alice < GTC A
        alice < BLP AL
        alice < LSG 0 Other%20Contacts 0
        alice < LST bob@example.com Bob 11 0
        alice < LST dave@example.com Dave 1 0)");
    QTest::newRow("L7 MSNP10") << 10 << QByteArray(R"(
        alice > ADC 10 FL N=dave@example.com F=dave@example.com
        alice < ADC 10 FL N=dave@example.com F=dave@example.com <dave>
        alice > ADC 11 AL N=dave@example.com
        alice < ADC 11 AL N=dave@example.com
        alice > ADG 12 Chess%20club
        alice < ADG 12 Chess%20club <group>
        alice > ADC 13 FL <dave> <group>
        alice < ADC 13 FL <dave> <group>
        alice > REG 14 <group> Go%20club
        alice < REG 14 <group> Go%20club
        alice > REM 17 AL dave@example.com
        alice < REM 17 AL dave@example.com
        alice > ADC 18 BL N=dave@example.com
        alice < ADC 18 BL N=dave@example.com
        alice > RMG 20 <group>
        alice < RMG 20 <group>
        alice silent)");
    QTest::newRow("ADC without a name") << 10 << QByteArray(R"(
        alice > ADC 10 FL N=dave@example.com
        alice < ADC 10 FL N=dave@example.com F=dave@example.com *)");
    QTest::newRow("L10 settings") << 9 << QByteArray(R"(
        alice > REA 10 alice@example.com Alice%20%E2%99%A5%20100%25
        alice < REA 10 2 alice@example.com Alice%20%E2%99%A5%20100%25
        alice > BLP 11 BL
        alice < BLP 11 3 BL
        alice > GTC 12 N
        alice < GTC 12 4 N
        alice > PRP 13 PHH 555%200100
        alice < PRP 13 5 PHH 555%200100
        alice > PRP 14 PHH
        alice < PRP 14 6 PHH
        alice > PRP 15 WWE 2
        alice < PRP 15 7 WWE 2
        alice silent)");
    QTest::newRow("L10 settings, MSNP10") << 10 << QByteArray(R"(
        alice > PRP 10 MFN Alice%20B.
        alice < PRP 10 MFN Alice%20B.
        alice > BLP 11 BL
        alice < BLP 11 BL
        alice > GTC 12 N
        alice < GTC 12 N
        alice > PRP 13 PHM 555%200103
        alice < PRP 13 PHM 555%200103
        alice silent)");
    QTest::newRow("MOB needs MBE") << 8 << QByteArray(R"(
        alice > PRP 10 MOB Y
        alice < PRP 10 2 MOB N
        alice > PRP 11 MBE Y
        alice < PRP 11 3 MBE Y
        alice > PRP 12 MOB Y
        alice < PRP 12 4 MOB Y
        alice > PRP 13 MBE N
        alice < PRP 13 5 MBE N
        alice > SYN 14 0
        alice < SYN 14 5 1 1
        alice < GTC A
        alice < BLP AL
        alice < LSG 0 Other%20Contacts 0)");
    QTest::newRow("name of a contact") << 8 << QByteArray(R"(
        alice > REA 10 bob@example.com Bobby
        alice < REA 10 2 bob@example.com Bobby
        alice > SYN 11 0
        alice < SYN 11 2 1 1
        alice < GTC A
        alice < BLP AL
        alice < LSG 0 Other%20Contacts 0
        alice < LST bob@example.com Bobby 11 0)");
}

void tst_ServiceLists::dialogue()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(fixture.dialogue, script);
}

void tst_ServiceLists::addedPersonIsTold_data()
{
    QTest::addColumn<int>("adder");
    QTest::addColumn<int>("added");
    QTest::addColumn<QByteArray>("script");

    const QByteArray fromPlain = R"(
        bob > SYN 5 0 0
        bob < SYN 5 ..
        bob < GTC A
        bob < BLP AL
        bob < PRP MFN Bob
        alice > ADD 10 FL bob@example.com Bob
        alice < ADD 10 FL 2 bob@example.com Bob 0
        alice < BPR ..
        alice < BPR ..
        alice < BPR ..
        alice < BPR ..
    )";
    const QByteArray toPrefixed = R"(
        bob < ADC 0 RL N=alice@example.com F=Alice
    )";
    QTest::newRow("MSNP8 adds MSNP10") << 8 << 10 << fromPlain + toPrefixed + R"(
        alice > REM 11 FL bob@example.com
        alice < REM 11 FL 3 bob@example.com
        bob < REM 0 RL alice@example.com
        bob silent
        alice silent)";
    QTest::newRow("MSNP10 adds MSNP9") << 10 << 9 << QByteArray(R"(
        bob > SYN 5 1
        bob < SYN 5 1
        alice > ADC 10 FL N=bob@example.com F=Bob
        alice < ADC 10 FL N=bob@example.com F=Bob <bob>
        bob < ADD 0 RL 2 alice@example.com Alice
        bob > ADD 6 AL alice@example.com Alice
        bob < ADD 6 AL 3 alice@example.com Alice
        bob silent)");
}

void tst_ServiceLists::addedPersonIsTold()
{
    QFETCH(int, adder);
    QFETCH(int, added);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", adder), QString());
    QCOMPARE(fixture.signIn("bob", added), QString());
    PLAY(fixture.dialogue, script);
}

void tst_ServiceLists::phoneNumbersReachWatchers()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    fixture.befriend("alice", "carol");
    QCOMPARE(fixture.signIn("alice", 9), QString());
    QCOMPARE(fixture.signIn("bob", 8), QString());
    QCOMPARE(fixture.signIn("carol", 10), QString());
    PLAY(fixture.dialogue, R"(
        bob > SYN 5 1
        bob < SYN 5 1
        carol > SYN 5 0 0
        carol < SYN 5 ..
        carol < GTC A
        carol < BLP AL
        carol < PRP MFN Carol
        carol < LST ..
        alice > PRP 10 PHM 555%200103
        alice < PRP 10 2 PHM 555%200103
        bob < BPR 2 alice@example.com PHM 555%200103
        carol < BPR alice@example.com PHM 555%200103
        alice > REM 11 AL bob@example.com
        alice < REM 11 AL 3 bob@example.com
        alice > ADD 12 BL bob@example.com Bob
        alice < ADD 12 BL 4 bob@example.com Bob
        alice > PRP 13 PHM
        alice < PRP 13 5 PHM
        carol < BPR alice@example.com PHM
        bob silent)");
}

void tst_ServiceLists::removedAccountLeavesOtherLists()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QVERIFY(fixture.administration().remove(ServiceFixture::address("bob")));
    QCOMPARE(fixture.signIn("alice", 8), QString());
    PLAY(fixture.dialogue, R"(
        alice > SYN 5 1
        alice < SYN 5 2 0 1
        alice < GTC A
        alice < BLP AL
        alice < LSG 0 Other%20Contacts 0
        alice silent)");
}

void tst_ServiceLists::hostsDoingsAreToldAtOnce_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("newcomer");
    QTest::addColumn<QByteArray>("leaver");

    QTest::newRow("MSNP8") << 8 << QByteArray(R"(
        alice < ADG 0 3 Home 1 0
        alice < ADD 0 FL 3 erin@example.com Erin 1
        alice < ADD 0 AL 3 erin@example.com Erin
        alice < ADD 0 RL 3 erin@example.com Erin
        alice silent)") << QByteArray(R"(
        alice < REM 0 FL 4 erin@example.com
        alice < REM 0 AL 4 erin@example.com
        alice < REM 0 RL 4 erin@example.com
        alice silent)");
    QTest::newRow("MSNP10") << 10 << QByteArray(R"(
        alice < ADG 0 Home <home>
        alice < ADC 0 FL N=erin@example.com F=Erin <erin> <home>
        alice < ADC 0 AL N=erin@example.com
        alice < ADC 0 RL N=erin@example.com F=Erin
        alice silent)") << QByteArray(R"(
        alice < REM 0 FL *
        alice < REM 0 AL erin@example.com
        alice < REM 0 RL erin@example.com
        alice silent)");
}

/// Whoever hosts a network makes an account while others are signed in, and takes it away again.
void tst_ServiceLists::hostsDoingsAreToldAtOnce()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, newcomer);
    QFETCH(QByteArray, leaver);
    ServiceFixture fixture;
    const Address erin = ServiceFixture::address("erin");
    CircleAdministration circles(fixture.store);
    QVERIFY(circles.add(QStringLiteral("Home"), {ServiceFixture::address("alice")}));
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    QCOMPARE(fixture.signIn("bob", protocol), QString());
    PLAY(fixture.dialogue,
        protocol == 10 ? R"(
        alice > SYN 5 0 0
        alice < SYN 5 ..
        alice < GTC A
        alice < BLP AL
        alice < PRP MFN Alice)"
                       : R"(
        alice > SYN 5 1
        alice < SYN 5 1)");

    fixture.addAccount("erin", "Erin");
    QVERIFY(circles.add(QStringLiteral("Home"), {erin}));
    fixture.service.introduce({erin});
    PLAY(fixture.dialogue, newcomer);

    const auto removed = fixture.administration().remove(erin);
    QVERIFY(removed);
    fixture.service.takeOff(*removed);
    PLAY(fixture.dialogue, leaver);
    PLAY(fixture.dialogue, "bob silent");
}

QTEST_GUILESS_MAIN(tst_ServiceLists)

#include "tst_servicelists.moc"
