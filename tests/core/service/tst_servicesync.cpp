#include "core/service/lists/settingsbook.h"
#include "tests/core/service/servicefixture.h"

#include <QTest>

using namespace Test;

/// SYN: the whole list as each protocol version sees it, or only its version.
class tst_ServiceSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeListOfEveryVersion_data();
    void wholeListOfEveryVersion();
    void versionSurvivesChanges();
    void pendingUntilDecided();
    void groupsOfOneAreGroupsOfTheOther();
};

namespace {

/// What stands before the \p contacts of Alice, who has chosen nothing and has no groups (MSNP10).
QByteArray completeList(int contacts)
{
    return R"(
        alice > SYN 5 0 0
        alice < SYN 5 * * )"
        + QByteArray::number(contacts) + R"( 0
        alice < GTC A
        alice < BLP AL
        alice < PRP MFN Alice)";
}

} // namespace

void tst_ServiceSync::wholeListOfEveryVersion_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("script");

    const QByteArray plain = R"(
        alice > SYN 10 0
        alice < SYN 10 6 4 2
        alice < GTC N
        alice < BLP BL
        alice < PRP MBE Y
        alice < PRP PHW 555%200100
        alice < LSG 0 Other%20Contacts 0
        alice < LSG 1 B%C3%BCro 0
        alice < LST bob@example.com Bob 11 1
        alice < BPR PHH 555%200102
        alice < BPR MOB Y
        alice < LST carol@example.com Carol 4
        alice < LST dave@example.com Dave 8
        alice < LST erin@example.com Erin 3 0
        alice > SYN 11 6
        alice < SYN 11 6
        alice silent)";
    QTest::newRow("MSNP8") << 8 << plain;
    QTest::newRow("MSNP9") << 9 << plain;
    QTest::newRow("MSNP10") << 10 << QByteArray(R"(
        alice > SYN 10 0 0
        alice < SYN 10 <list> <settings> 4 1
        alice < GTC N
        alice < BLP BL
        alice < PRP MBE Y
        alice < PRP PHW 555%200100
        alice < PRP MFN Alice
        alice < LSG B%C3%BCro <group>
        alice < LST N=bob@example.com F=Bob * 11 <group>
        alice < BPR PHH 555%200102
        alice < BPR MOB Y
        alice < LST N=carol@example.com F=Carol 4
        alice < LST N=dave@example.com F=Dave 24
        alice < LST N=erin@example.com F=Erin * 3
        alice > SYN 11 <list> <settings>
        alice < SYN 11 <list> <settings>
        alice silent)");
}

/// Everything at once: settings, groups, one of each kind of contact, their telephone numbers.
void tst_ServiceSync::wholeListOfEveryVersion()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    const Msn::Address alice = ServiceFixture::address("alice");
    const Msn::Address bob = ServiceFixture::address("bob");
    fixture.addAccount("erin", "Erin");
    fixture.administration().befriend(bob, alice);
    fixture.administration().befriend(alice, bob, Msn::FriendlyName(QStringLiteral("Büro")));
    fixture.administration().befriend(alice, ServiceFixture::address("erin"));
    Msn::AccountChanges changes(fixture.store);
    Msn::ContactBook contacts(changes, {});
    Msn::SettingsBook settings(changes, contacts);
    QVERIFY(contacts.add(alice, Msn::List::Block, ServiceFixture::address("carol"), {}, {}));
    QVERIFY(contacts.add(ServiceFixture::address("dave"), Msn::List::Forward, alice, {}, {}));
    QVERIFY(settings.setPrivacy(alice, Msn::DefaultPrivacy::BlockOthers));
    QVERIFY(settings.setPrompt(alice, Msn::AddPrompt::DoNotAsk));
    settings.setProperty(alice, "PHW", QStringLiteral("555 0100"));
    settings.setProperty(bob, "PHH", QStringLiteral("555 0102"));
    settings.setProperty(bob, "MBE", QStringLiteral("Y"));
    settings.setProperty(bob, "MOB", QStringLiteral("Y"));
    Msn::AccountRecord account = *fixture.store.account(alice);
    account.properties.insert("MBE", QStringLiteral("Y"));
    account.listVersion = 6;
    fixture.store.saveAccount(account);
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(fixture.dialogue, script);
}

void tst_ServiceSync::versionSurvivesChanges()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 8), QString());
    PLAY(fixture.dialogue, R"(
        alice > SYN 5 1
        alice < SYN 5 1
        alice > ADD 6 FL bob@example.com Bob 0
        alice < ADD 6 FL 2 bob@example.com Bob 0
        alice < BPR 2 bob@example.com PHH
        alice < BPR 2 bob@example.com PHW
        alice < BPR 2 bob@example.com PHM
        alice < BPR 2 bob@example.com MOB N
        alice > SYN 7 2
        alice < SYN 7 2
        alice > SYN 8 1
        alice < SYN 8 2 1 1
        alice < GTC A
        alice < BLP AL
        alice < LSG 0 Other%20Contacts 0
        alice < LST bob@example.com Bob 1 0
        alice silent)");
}

void tst_ServiceSync::pendingUntilDecided()
{
    ServiceFixture fixture;
    Msn::AccountChanges changes(fixture.store);
    Msn::ContactBook contacts(changes, {});
    for (const char *who : {"bob", "carol"})
        QVERIFY(contacts.add(
            ServiceFixture::address(who), Msn::List::Forward, ServiceFixture::address("alice"), {}, {}));
    QCOMPARE(fixture.signIn("alice", 10), QString());
    PLAY(fixture.dialogue, completeList(2) + R"(
        alice < LST N=bob@example.com F=Bob 24
        alice < LST N=carol@example.com F=Carol 24
        alice > ADC 10 BL N=bob@example.com
        alice < ADC 10 BL N=bob@example.com
        alice > REM 11 PL bob@example.com
        alice < REM 11 PL bob@example.com
        alice > REM 12 PL bob@example.com
        alice < 216 12
        alice > OUT
        alice closed)");
    // MSNP8 has no PL: the decision itself settles it.
    QCOMPARE(fixture.signIn("alice", 8), QString());
    PLAY(fixture.dialogue, R"(
        alice > ADD 10 AL carol@example.com Carol
        alice < ADD 10 AL * carol@example.com Carol
        alice > OUT
        alice closed)");
    QCOMPARE(fixture.signIn("alice", 10), QString());
    PLAY(fixture.dialogue, completeList(2) + R"(
        alice < LST N=bob@example.com F=Bob 12
        alice < LST N=carol@example.com F=Carol 10
        alice silent)");
}

void tst_ServiceSync::groupsOfOneAreGroupsOfTheOther()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signIn("alice", 10), QString());
    PLAY(fixture.dialogue, completeList(1) + R"(
        alice < LST N=bob@example.com F=Bob <bob> 11
        alice > ADG 6 Chess
        alice < ADG 6 Chess <group>
        alice > ADC 7 FL <bob> <group>
        alice < ADC 7 FL <bob> <group>
        alice > SBP 8 * MFN x
        alice < 216 8
        alice > OUT
        alice closed)");
    QCOMPARE(fixture.signIn("alice", 8), QString());
    PLAY(fixture.dialogue, R"(
        alice > SYN 5 0
        alice < SYN 5 3 1 2
        alice < GTC A
        alice < BLP AL
        alice < LSG 0 Other%20Contacts 0
        alice < LSG 1 Chess 0
        alice < LST bob@example.com Bob 11 1
        alice silent)");
}

QTEST_GUILESS_MAIN(tst_ServiceSync)

#include "tst_servicesync.moc"
