#include "core/service/lists/carerules.h"
#include "core/service/store/careadministration.h"
#include "core/service/store/sqliteaccountstore.h"
#include "core/service/switchboard/messagerules.h"
#include "tests/core/service/servicefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using namespace Test;

namespace {

constexpr char invitation[]
    = "MIME-Version: 1.0\\r\\nContent-Type: text/x-msmsgsinvite; charset=UTF-8\\r\\n\\r\\n"
      "Application-Name: File Transfer\\r\\n"
      "Application-GUID: {5D3E02AB-6190-11d3-BBBB-00C04F795683}\\r\\n"
      "Invitation-Command: INVITE\\r\\n";

AccountCare asking()
{
    AccountCare care;
    care.asks = true;
    return care;
}

/// Bob opens a conversation and Alice comes.
QByteArray bobAndAlice()
{
    return R"(
        bob < ILN * NLN alice@example.com ..
        alice < NLN NLN bob@example.com ..
        bob > XFR 10 SB
        bob < XFR 10 SB * CKI <bob-cookie>
        bob-sb connect
        bob-sb > USR 1 bob@example.com <bob-cookie>
        bob-sb < USR 1 OK bob@example.com ..
        bob-sb > CAL 2 alice@example.com
        bob-sb < CAL 2 RINGING *
        alice < RNG <session> * CKI <ring> bob@example.com ..
        alice-sb connect
        alice-sb > ANS 1 alice@example.com <ring> <session>
        alice-sb < IRO 1 1 1 bob@example.com ..
        alice-sb < ANS 1 OK
        bob-sb < JOI alice@example.com Alice
)";
}

} // namespace

/// What a host has settled for Alice (docs/care.md).
class tst_ServiceCare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void friendsOfTheBeginningAreApproved();
    void addsOnlyWithLeave();
    void isAddedOnlyWithLeave();
    void unapprovedNeitherSeeNorCall();
    void strangersDoNotComeThroughFriends();
    void hostPutsPeopleTogether();
    void noFiles();
    void quietHours_data();
    void quietHours();
    void noSignInInQuietHours();
    void quietHoursEndTheSession();
    void fileOffers_data();
    void fileOffers();
    void isKept();
    void wishesAreBounded();

private:
    void settle(const AccountCare &care)
    {
        CareAdministration(m_fixture->store).settle(ServiceFixture::address("alice"), care);
        (void)m_fixture->store.commit();
    }
    AccountCare care() const { return m_fixture->store.account(ServiceFixture::address("alice"))->care; }
    Dialogue &dialogue() { return m_fixture->dialogue; }

    std::unique_ptr<ServiceFixture> m_fixture;
};

void tst_ServiceCare::init()
{
    m_fixture = std::make_unique<ServiceFixture>();
    m_fixture->befriend("alice", "bob");
    m_fixture->befriend("bob", "carol");
}

void tst_ServiceCare::friendsOfTheBeginningAreApproved()
{
    settle(asking());
    QCOMPARE(care().people, (QMap<Address, bool>{{ServiceFixture::address("bob"), true}}));
    // Settling something else forgets nobody.
    AccountCare changed = asking();
    changed.refusesFiles = true;
    settle(changed);
    QCOMPARE(care().people.size(), 1);
    QVERIFY(care().refusesFiles);
}

void tst_ServiceCare::addsOnlyWithLeave()
{
    settle(asking());
    QCOMPARE(m_fixture->signInOnline("alice", 8), QString());
    PLAY(dialogue(), R"(
        alice > ADD 20 FL carol@example.com Carol
        alice < 920 20
        alice > ADD 21 AL carol@example.com Carol
        alice < 920 21
)");
    const Address carol = ServiceFixture::address("carol");
    QCOMPARE(care().people.value(carol, true), false);
    CareAdministration(m_fixture->store).approve(ServiceFixture::address("alice"), carol);
    PLAY(dialogue(), R"(
        alice > ADD 22 FL carol@example.com Carol
        alice < ADD 22 FL ..
)");
    QVERIFY(care().people.value(carol));
}

void tst_ServiceCare::isAddedOnlyWithLeave()
{
    settle(asking());
    QCOMPARE(m_fixture->signInOnline("carol", 8), QString());
    PLAY(dialogue(), R"(
        carol > ADD 20 FL alice@example.com Alice
        carol < 920 20
)");
    QVERIFY(care().people.contains(ServiceFixture::address("carol")));
    QVERIFY(m_fixture->store.contact(ServiceFixture::address("alice"), ServiceFixture::address("carol"))
        == std::nullopt);
}

void tst_ServiceCare::unapprovedNeitherSeeNorCall()
{
    settle(asking());
    CareAdministration(m_fixture->store)
        .refuse(ServiceFixture::address("alice"), ServiceFixture::address("bob"));
    QCOMPARE(m_fixture->signInOnline("alice", 8), QString());
    QCOMPARE(m_fixture->signInOnline("bob", 8), QString());
    PLAY(dialogue(), R"(
        alice silent
        bob > XFR 10 SB
        bob < XFR 10 SB * CKI <bob-cookie>
        bob-sb connect
        bob-sb > USR 1 bob@example.com <bob-cookie>
        bob-sb < USR 1 OK bob@example.com ..
        bob-sb > CAL 2 alice@example.com
        bob-sb < 216 2
        bob-sb > CAL 3 alice@example.com KEEP
        bob-sb < 216 3
)");
}

void tst_ServiceCare::strangersDoNotComeThroughFriends()
{
    settle(asking());
    QCOMPARE(m_fixture->signInOnline("alice", 8), QString());
    QCOMPARE(m_fixture->signInOnline("bob", 8), QString());
    PLAY(dialogue(), bobAndAlice() + R"(
        bob-sb > CAL 3 carol@example.com
        bob-sb < 216 3
)");
}

void tst_ServiceCare::hostPutsPeopleTogether()
{
    settle(asking());
    m_fixture->befriend("alice", "dave");
    QVERIFY(mayMeet(m_fixture->store, ServiceFixture::address("dave"), ServiceFixture::address("alice")));
    QVERIFY(!mayMeet(m_fixture->store, ServiceFixture::address("carol"), ServiceFixture::address("alice")));
    QVERIFY(mayMeet(m_fixture->store, ServiceFixture::address("carol"), ServiceFixture::address("bob")));
}

void tst_ServiceCare::noFiles()
{
    AccountCare settled;
    settled.refusesFiles = true;
    settle(settled);
    QCOMPARE(m_fixture->signInOnline("alice", 8), QString());
    QCOMPARE(m_fixture->signInOnline("bob", 8), QString());
    PLAY(dialogue(),
        bobAndAlice() + "bob-sb > MSG 3 A # | " + invitation + R"(
        bob-sb < NAK 3
        alice-sb > MSG 4 A # | )"
            + invitation + R"(
        alice-sb < NAK 4
        alice-sb silent
        alice-sb > MSG 5 A 2 | hi
        alice-sb < ACK 5
)");
}

void tst_ServiceCare::quietHours_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("until");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<bool>("isQuiet");
    const QTime nine(21, 0);
    const QTime seven(7, 0);
    QTest::newRow("evening") << nine << seven << QTime(22, 30) << true;
    QTest::newRow("after midnight") << nine << seven << QTime(0, 0) << true;
    QTest::newRow("beginning") << nine << seven << nine << true;
    QTest::newRow("end") << nine << seven << seven << false;
    QTest::newRow("day") << nine << seven << QTime(15, 0) << false;
    QTest::newRow("at noon") << QTime(12, 0) << QTime(14, 0) << QTime(13, 0) << true;
    QTest::newRow("after noon") << QTime(12, 0) << QTime(14, 0) << QTime(15, 0) << false;
    QTest::newRow("never") << nine << nine << nine << false;
}

void tst_ServiceCare::quietHours()
{
    QFETCH(QTime, from);
    QFETCH(QTime, until);
    QFETCH(QTime, time);
    QTEST((QuietHours{from, until}.contains(time)), "isQuiet");
}

void tst_ServiceCare::noSignInInQuietHours()
{
    const QString script = m_fixture->askPolicy("alice", 8, "connect");
    QCOMPARE(script, QString());
    const QByteArray policy = dialogue().value("<policy-alice>");
    const QTime now = QTime::currentTime();
    AccountCare settled;
    settled.quiet = QuietHours{now.addSecs(-3600), now.addSecs(3600)};
    settle(settled);
    QCOMPARE(m_fixture->ticket("alice@example.com", policy), QByteArray());
    settled.quiet = QuietHours{now.addSecs(3600), now.addSecs(7200)};
    settle(settled);
    QVERIFY(!m_fixture->ticket("alice@example.com", policy).isEmpty());
}

void tst_ServiceCare::quietHoursEndTheSession()
{
    AccountCare settled;
    const QTime now = QTime::currentTime();
    settled.quiet = QuietHours{now.addMSecs(2500), now.addSecs(3600)};
    settle(settled);
    QCOMPARE(m_fixture->signInOnline("alice", 8), QString());
    QCOMPARE(m_fixture->signInOnline("bob", 8), QString());
    PLAY(dialogue(), bobAndAlice() + R"(
        bob-sb < BYE alice@example.com
        alice-sb closed
        alice < OUT SSD
        alice closed
)");
}

void tst_ServiceCare::fileOffers_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("isOffer");
    const QByteArray invite = QByteArray(invitation).replace("\\r\\n", "\r\n");
    QTest::newRow("by invitation") << invite << true;
    QTest::newRow("something else by invitation")
        << QByteArray(invite).replace("5D3E02AB", "4BD96FC0") << false;
    QTest::newRow("between clients")
        << QByteArray("MIME-Version: 1.0\r\nContent-Type: application/x-msnmsgrp2p\r\n\r\n")
            + QByteArray(48, '\0')
            + "INVITE MSNMSGR:bob@example.com MSNSLP/1.0\r\nEUF-GUID: "
              "{5D3E02AB-6190-11D3-BBBB-00C04F795683}\r\n"
        << true;
    QTest::newRow("picture between clients")
        << QByteArray("MIME-Version: 1.0\r\nContent-Type: application/x-msnmsgrp2p\r\n\r\n"
                      "EUF-GUID: {A4268EEC-FEC5-49E5-95C3-F126696BDBF6}\r\n")
        << false;
    QTest::newRow("talk about it") << QByteArray(
        "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{5D3E02AB-6190-11D3-BBBB-00C04F795683}")
                                   << false;
}

void tst_ServiceCare::fileOffers()
{
    QFETCH(QByteArray, payload);
    QTEST(isFileOffer(payload), "isOffer");
}

void tst_ServiceCare::isKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("accounts.sqlite"));
    const Address ana(QStringLiteral("ana@example.com"));
    const Address ben(QStringLiteral("Ben@example.com"));
    const Address carl(QStringLiteral("carl@example.com"));
    AccountCare settled;
    {
        const auto store = SqliteAccountStore::open(path);
        QVERIFY(store);
        AccountAdministration(**store).create(
            ana, FriendlyName(), QStringLiteral("x"), PasswordCost::least());
        QVERIFY(!(*store)->asksForPeople(ana));
        settled.asks = true;
        settled.quiet = QuietHours{QTime(21, 15), QTime(7, 0)};
        settled.refusesFiles = true;
        CareAdministration administration(**store);
        QVERIFY(administration.settle(ana, settled));
        QVERIFY(administration.approve(ana, ben));
        noteWish(**store, carl, ana);
        QVERIFY((*store)->commit());
        settled.people = {{ben, true}, {carl, false}};
    }
    const auto store = SqliteAccountStore::open(path);
    QVERIFY(store);
    QVERIFY((*store)->asksForPeople(ana));
    QCOMPARE((*store)->account(ana)->care, settled);
    QVERIFY(CareAdministration(**store).refuse(ana, carl));
    QVERIFY((*store)->commit());
    QCOMPARE((*store)->account(ana)->care.people, (QMap<Address, bool>{{ben, true}}));
}

void tst_ServiceCare::wishesAreBounded()
{
    settle(asking());
    for (int i = 0; i < 500; ++i)
        noteWish(m_fixture->store, ServiceFixture::address("alice"),
            Address(QStringLiteral("x%1@example.com").arg(i)));
    QVERIFY(care().people.size() <= 100);
}

QTEST_GUILESS_MAIN(tst_ServiceCare)
#include "tst_servicecare.moc"
