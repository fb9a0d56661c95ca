#include "core/protocol/servermessage.h"
#include "tests/core/service/servicefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Test;

namespace {

/// In front of a USR: what every client says first.
constexpr char hello[] = R"(
    alice connect
    alice > VER 1 MSNP9 CVR0
    alice < VER 1 MSNP9 CVR0
    alice > CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com
    alice < CVR 2 6.1.0203 6.1.0203 6.1.0203 * *
)";

QByteArray referred()
{
    return QByteArray(hello) + R"(
        alice > USR 3 TWN I alice@example.com
        alice < XFR 3 NS <plain> 0 <plain>
        alice closed
    )" + hello;
}

} // namespace

/// Sign-in on the dispatch and notification server: order, versions, tickets, one session each.
class tst_ServiceSignIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void version_data();
    void version();
    void order_data();
    void order();
    void acceptedInEveryVersion_data();
    void acceptedInEveryVersion();
    void profileTellsAddressAndSwappedPort();
    void ticketIsForOneUse();
    void ticketExpires();
    void ticketIsForOneAccount();
    void ticketOfARewrittenPolicyCounts();
    void unknownAccountGetsAPolicyToo();
    void secondSignInEndsTheFirst();
    void signedInAgainIsRefused();
    void referralOnEachNewSignIn();
    void transferStaysOnTls();
};

void tst_ServiceSignIn::version_data()
{
    QTest::addColumn<QByteArray>("script");

    QTest::newRow("best of all") << QByteArray(
        "alice > VER 1 MSNP8 MSNP10 MSNP9 CVR0\nalice < VER 1 MSNP10 CVR0");
    QTest::newRow("what the seed shows")
        << QByteArray("alice > VER 4 MSNP9 MSNP8 CVR0\nalice < VER 4 MSNP9 CVR0");
    QTest::newRow("newer ones are skipped")
        << QByteArray("alice > VER 1 MSNP15 MSNP8 CVR0\nalice < VER 1 MSNP8 CVR0");
    QTest::newRow("without CVR0") << QByteArray("alice > VER 1 MSNP8\nalice < VER 1 MSNP8");
    QTest::newRow("nothing in common")
        << QByteArray("alice > VER 1 MSNP7 CVR0\nalice < VER 1 0\nalice closed");
    QTest::newRow("nothing at all") << QByteArray("alice > VER 1\nalice < VER 1 0\nalice closed");
    QTest::newRow("versions are case-sensitive")
        << QByteArray("alice > VER 1 msnp8 CVR0\nalice < VER 1 0\nalice closed");
}

void tst_ServiceSignIn::version()
{
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    PLAY(fixture.dialogue, "alice connect\n" + script);
}

void tst_ServiceSignIn::order_data()
{
    QTest::addColumn<QByteArray>("script");
    const QByteArray start = "alice connect\n";
    const QByteArray afterVersion = start + "alice > VER 1 MSNP8 CVR0\nalice < VER 1 MSNP8 CVR0\n";

    QTest::newRow("CVR first") << start + "alice > CVR 1 a b c d e f g h\nalice < 715 1\nalice closed";
    QTest::newRow("USR first") << start
            + "alice > USR 1 TWN I alice@example.com\nalice < 715 1\nalice closed";
    QTest::newRow("VER twice") << afterVersion + "alice > VER 2 MSNP8 CVR0\nalice < 715 2\nalice closed";
    QTest::newRow("USR before CVR") << afterVersion
            + "alice > USR 2 TWN I alice@example.com\nalice < 715 2\nalice closed";
    QTest::newRow("CVR too short") << afterVersion + "alice > CVR 2 0x0409\nalice < 710 2";
    QTest::newRow("CVR without the eighth argument") << afterVersion
            + "alice > CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0 MSMSGS\nalice < CVR 2 6.0 6.0 6.0 * *";
    QTest::newRow("INF") << afterVersion + "alice > INF 2\nalice closed";
    QTest::newRow("MD5") << hello + QByteArray("alice > USR 3 MD5 I alice@example.com\nalice closed");
    QTest::newRow("ticket before policy")
        << hello + QByteArray("alice > USR 3 TWN S t=1&p=2\nalice < 715 3\nalice closed");
    QTest::newRow("USR too short") << hello + QByteArray("alice > USR 3 TWN\nalice < 300 3");
    QTest::newRow("neither I nor S") << hello
            + QByteArray("alice > USR 3 TWN X alice@example.com\nalice < 201 3");
    QTest::newRow("no domain") << hello + QByteArray("alice > USR 3 TWN I alice\nalice < 206 3");
    QTest::newRow("two domains") << hello + QByteArray("alice > USR 3 TWN I a@b@c\nalice < 201 3");
    QTest::newRow("list before sign-in") << hello + QByteArray("alice > SYN 3 0\nalice < 302 3");
    QTest::newRow("status before sign-in") << hello + QByteArray("alice > CHG 3 NLN 0\nalice < 302 3");
    QTest::newRow("ping before sign-in") << hello + QByteArray("alice > PNG\nalice closed");
    QTest::newRow("status first") << start + "alice > CHG 1 NLN 0\nalice < 302 1";
    QTest::newRow("leaving early") << hello + QByteArray("alice > OUT\nalice closed");
    QTest::newRow("wrong ticket") << referred()
            + "alice > USR 3 TWN I alice@example.com\nalice < USR 3 TWN S *\n"
            + "alice > USR 4 TWN S t=wrong&p=wrong\nalice < 911 4\nalice closed";
    QTest::newRow("address twice") << referred()
            + "alice > USR 3 TWN I alice@example.com\nalice < USR 3 TWN S *\n"
            + "alice > USR 4 TWN I alice@example.com\nalice < 715 4\nalice closed";
    QTest::newRow("id is no number") << start + "alice > VER one MSNP8 CVR0\nalice closed";
    QTest::newRow("id is missing") << start + "alice > VER\nalice closed";
    QTest::newRow("id too large") << start + "alice > VER 4294967296 MSNP8 CVR0\nalice closed";
    QTest::newRow("unknown verb") << start + "alice > ABC 18\nalice < 200 18";
    QTest::newRow("verb of the server") << start + "alice > NLN 18 x\nalice closed";
}

void tst_ServiceSignIn::order()
{
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    PLAY(fixture.dialogue, script);
}

void tst_ServiceSignIn::acceptedInEveryVersion_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("accepted");

    QTest::newRow("MSNP8") << 8 << QByteArray("alice < USR 4 OK alice@example.com Alice%20A. 1 0");
    QTest::newRow("MSNP9") << 9 << QByteArray("alice < USR 4 OK alice@example.com Alice%20A. 1 0");
    QTest::newRow("MSNP10") << 10 << QByteArray("alice < USR 4 OK alice@example.com 1 0");
}

void tst_ServiceSignIn::acceptedInEveryVersion()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, accepted);
    ServiceFixture fixture;
    Msn::AccountRecord account = *fixture.store.account(ServiceFixture::address("alice"));
    account.name = Msn::FriendlyName(QStringLiteral("Alice A."));
    fixture.store.saveAccount(account);
    const QByteArray version = "MSNP" + QByteArray::number(protocol);
    PLAY(fixture.dialogue,
        referred().replace("MSNP9", version)
            + "alice > USR 3 TWN I Alice@Example.com\nalice < USR 3 TWN S <policy>");
    fixture.dialogue.setValue(
        "<ticket>", fixture.ticket("alice@example.com", fixture.dialogue.value("<policy>")));
    PLAY(fixture.dialogue,
        "alice > USR 4 TWN S <ticket>\n" + accepted + "\nalice < MSG Hotmail Hotmail ..\nalice silent");
}

void tst_ServiceSignIn::profileTellsAddressAndSwappedPort()
{
    ServiceFixture fixture;
    PLAY(
        fixture.dialogue, referred() + "alice > USR 3 TWN I alice@example.com\nalice < USR 3 TWN S <policy>");
    fixture.dialogue.setValue(
        "<ticket>", fixture.ticket("alice@example.com", fixture.dialogue.value("<policy>")));
    PLAY(fixture.dialogue, "alice > USR 4 TWN S <ticket>\nalice < USR 4 OK ..");
    const auto message = fixture.dialogue.client("alice").nextCommand();
    QVERIFY(message);
    const qsizetype payload = message->indexOf("\r\n") + 2;
    const auto parsed = Msn::parseServerMessage(message->sliced(payload));
    const auto *profile = std::get_if<Msn::Profile>(&parsed);
    QVERIFY(profile);
    QCOMPARE(profile->clientIp(), QStringLiteral("127.0.0.1"));
    QCOMPARE(profile->clientPortSwapped(), fixture.dialogue.client("alice").localPort());
    QVERIFY(!profile->loginTime());
    QVERIFY(!profile->listMigrated());
    QVERIFY(!profile->authenticationTicket().isEmpty());
}

void tst_ServiceSignIn::ticketIsForOneUse()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 9), QString());
    const QByteArray policy = fixture.dialogue.value("<policy-alice>");
    QCOMPARE(fixture.ticket("alice@example.com", policy), QByteArray());
}

void tst_ServiceSignIn::ticketExpires()
{
    Msn::ServiceOptions options;
    options.timings.ticket = std::chrono::milliseconds(1);
    ServiceFixture fixture(options);
    PLAY(
        fixture.dialogue, referred() + "alice > USR 3 TWN I alice@example.com\nalice < USR 3 TWN S <policy>");
    fixture.dialogue.setValue(
        "<ticket>", fixture.ticket("alice@example.com", fixture.dialogue.value("<policy>")));
    QDeadlineTimer expiry(5);
    QTRY_VERIFY(expiry.hasExpired());
    PLAY(fixture.dialogue, "alice > USR 4 TWN S <ticket>\nalice < 911 4\nalice closed");
}

void tst_ServiceSignIn::ticketIsForOneAccount()
{
    ServiceFixture fixture;
    PLAY(
        fixture.dialogue, referred() + "alice > USR 3 TWN I alice@example.com\nalice < USR 3 TWN S <policy>");
    QCOMPARE(fixture.ticket("bob@example.com", fixture.dialogue.value("<policy>")), QByteArray());
}

/// libpurple adds 200 to ct, BitlBee cuts everything in front of lc (sign-in.md §3).
void tst_ServiceSignIn::ticketOfARewrittenPolicyCounts()
{
    ServiceFixture fixture;
    PLAY(
        fixture.dialogue, referred() + "alice > USR 3 TWN I alice@example.com\nalice < USR 3 TWN S <policy>");
    QByteArray policy = fixture.dialogue.value("<policy>");
    policy.replace("ct=", "ct=9");
    fixture.dialogue.setValue(
        "<ticket>", fixture.ticket("alice@example.com", policy.replace("lc=1033,", "")));
    PLAY(fixture.dialogue, "alice > USR 4 TWN S <ticket>\nalice < USR 4 OK ..");
}

void tst_ServiceSignIn::unknownAccountGetsAPolicyToo()
{
    ServiceFixture fixture;
    PLAY(fixture.dialogue, referred().replace("TWN I alice@", "TWN I nobody@") + R"(
        alice > USR 3 TWN I nobody@example.com
        alice < USR 3 TWN S <policy>)");
    QCOMPARE(fixture.ticket("nobody@example.com", fixture.dialogue.value("<policy>")), QByteArray());
    PLAY(fixture.dialogue, "alice > USR 4 TWN S t=1&p=\nalice < 911 4\nalice closed");
}

void tst_ServiceSignIn::secondSignInEndsTheFirst()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    Dialogue elsewhere = fixture.newDialogue();
    std::swap(elsewhere, fixture.dialogue);
    QCOMPARE(fixture.signIn("alice", 10), QString());
    PLAY(elsewhere, "alice < OUT OTH\nalice closed");
    PLAY(fixture.dialogue, "alice silent");
    QCOMPARE(fixture.service.signedInAddresses(), QList{ServiceFixture::address("alice")});
}

void tst_ServiceSignIn::signedInAgainIsRefused()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 9), QString());
    PLAY(fixture.dialogue, R"(
        alice > USR 20 TWN I alice@example.com
        alice < 207 20
        alice > USR 21 TWN S 8d30fc782aa25ec9e1293fdda13cab42
        alice < 207 21
        alice > VER 22 MSNP9 CVR0
        alice < 715 22
        alice silent)");
}

void tst_ServiceSignIn::referralOnEachNewSignIn()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 9), QString()); // checks that the first door refers
    PLAY(fixture.dialogue, "alice > OUT\nalice closed");
    QCOMPARE(fixture.signIn("alice", 9), QString());
}

void tst_ServiceSignIn::transferStaysOnTls()
{
    ServiceFixture fixture;
    PLAY(fixture.dialogue, QByteArray(hello).replace("connect", "connect tls") + R"(
        alice > USR 3 TWN I alice@example.com
        alice < XFR 3 NS <tls> 0 <tls>
        alice closed)");
}

QTEST_GUILESS_MAIN(tst_ServiceSignIn)

#include "tst_servicesignin.moc"
