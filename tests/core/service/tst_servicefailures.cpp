#include "tests/core/service/servicefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Test;

/// A disk that is full: what cannot be kept is refused with 500, and nobody has heard of it.
class tst_ServiceFailures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changeThatCannotBeKept_data();
    void changeThatCannotBeKept();
    void invitationThatCannotBeKept();
    void signInNeedsNoDisk();
};

void tst_ServiceFailures::changeThatCannotBeKept_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("ADD FL") << 9 << QByteArray("ADD 30 FL carol@example.com Carol 0");
    QTest::newRow("ADD FL, one more group") << 8 << QByteArray("ADD 30 FL bob@example.com Bob 1");
    QTest::newRow("ADD BL") << 9 << QByteArray("ADD 30 BL dave@example.com Dave");
    QTest::newRow("ADC FL") << 10 << QByteArray("ADC 30 FL N=carol@example.com F=Carol");
    QTest::newRow("REM FL") << 9 << QByteArray("REM 30 FL bob@example.com");
    QTest::newRow("REM AL") << 8 << QByteArray("REM 30 AL bob@example.com");
    QTest::newRow("REA") << 9 << QByteArray("REA 30 alice@example.com Alison");
    QTest::newRow("REA, a contact") << 8 << QByteArray("REA 30 bob@example.com Bobby");
    QTest::newRow("PRP") << 9 << QByteArray("PRP 30 PHH 555%200100");
    QTest::newRow("PRP MFN") << 10 << QByteArray("PRP 30 MFN Alison");
    QTest::newRow("BLP") << 9 << QByteArray("BLP 30 BL");
    QTest::newRow("GTC") << 10 << QByteArray("GTC 30 N");
    QTest::newRow("ADG") << 9 << QByteArray("ADG 30 Go 0");
    QTest::newRow("REG") << 8 << QByteArray("REG 30 1 Go 0");
    QTest::newRow("RMG") << 9 << QByteArray("RMG 30 1");
}

void tst_ServiceFailures::changeThatCannotBeKept()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, line);
    ServiceFixture fixture;
    const Msn::Address alice = ServiceFixture::address("alice");
    fixture.befriend("alice", "bob");
    fixture.store.saveGroup(alice, {1, QUuid::createUuid(), Msn::FriendlyName(QStringLiteral("Chess"))});
    QCOMPARE(fixture.signInOnline("alice", protocol), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    QCOMPARE(fixture.signInOnline("carol", 9), QString());
    PLAY(fixture.dialogue, "alice < NLN NLN bob@example.com ..\nbob < ILN 6 NLN alice@example.com ..");
    const auto account = fixture.store.account(alice);
    const auto contacts = fixture.store.contacts(alice);
    const auto groups = fixture.store.groups(alice);
    const auto bobs = fixture.store.contacts(ServiceFixture::address("bob"));

    fixture.store.setFull(true);
    PLAY(fixture.dialogue, "alice > " + line + "\nalice < 500 30\nalice silent\nbob silent\ncarol silent");
    QCOMPARE(fixture.store.account(alice), account);
    QCOMPARE(fixture.store.contacts(alice), contacts);
    QCOMPARE(fixture.store.groups(alice), groups);
    QCOMPARE(fixture.store.contacts(ServiceFixture::address("bob")), bobs);

    fixture.store.setFull(false);
    PLAY(fixture.dialogue, "alice > " + line + "\nalice < " + line.left(3) + " 30 ..");
}

void tst_ServiceFailures::invitationThatCannotBeKept()
{
    ServiceFixture fixture;
    QSignalSpy stored(&fixture.service, &Msn::Service::invitationStored);
    QCOMPARE(fixture.signIn("alice", 9), QString());
    fixture.store.setFull(true);
    PLAY(fixture.dialogue,
        "alice > SDC 3 mike@example.com 0x0409 MSNMSGR MSMSGS X X Alice # | Hi\nalice < 500 3\nalice silent");
    QCOMPARE(stored.size(), 0);
    QVERIFY(fixture.store.invitations().isEmpty());
}

void tst_ServiceFailures::signInNeedsNoDisk()
{
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    fixture.store.commit();
    fixture.store.setFull(true);
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, "alice < NLN NLN bob@example.com ..");
}

QTEST_GUILESS_MAIN(tst_ServiceFailures)

#include "tst_servicefailures.moc"
