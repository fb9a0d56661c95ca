#include "tests/core/service/servicefixture.h"

#include <QTest>

using namespace Test;

/// Commands with more than they need, with odd numbers, with names of every encoding.
/// Source: wire-format.md §2, §5, §8.
class tst_ServiceArguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oddButFine_data();
    void oddButFine();
    void beforeSignIn_data();
    void beforeSignIn();
    void switchboard_data();
    void switchboard();
};

/// Alice has Bob and the groups 0 and 1 (Chess).
void tst_ServiceArguments::oddButFine_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("script");
    const auto row = [](const char *name, int protocol, const QByteArray &script) {
        QTest::newRow(name) << protocol << script;
    };

    row("SYN with more", 9, "alice > SYN 7 1 x y\nalice < SYN 7 1");
    row("CHG with more", 9, "alice > CHG 7 NLN 0 0 x\nalice < CHG 7 NLN 0 0");
    row("CHG with a picture below MSNP9", 8, "alice > CHG 7 NLN 0 %3Cmsnobj%2F%3E\nalice < CHG 7 NLN 0");
    row("CHG without client id", 8, "alice > CHG 12 NLN\nalice < CHG 12 NLN 0");
    row("CHG with any client id", 8, "alice > CHG 12 NLN 500\nalice < CHG 12 NLN 500");
    row("CHG with the largest client id", 10, "alice > CHG 7 BSY 4294967295\nalice < CHG 7 BSY 4294967295");
    row("ADD with more", 9,
        "alice > ADD 7 AL dave@example.com Dave 0 x\nalice < ADD 7 AL 2 dave@example.com Dave");
    row("ADC with more", 10, "alice > ADC 7 AL N=dave@example.com x\nalice < ADC 7 AL N=dave@example.com");
    row("REM with more", 9, "alice > REM 7 AL bob@example.com x\nalice < REM 7 AL 2 bob@example.com");
    row("REA with more", 9,
        "alice > REA 7 alice@example.com Al passport\nalice < REA 7 2 alice@example.com Al");
    row("PRP with more", 8, "alice > PRP 7 PHH 5 6\nalice < PRP 7 2 PHH 5");
    row("BLP with more", 9, "alice > BLP 7 BL AL\nalice < BLP 7 2 BL");
    row("GTC with more", 10, "alice > GTC 7 N A\nalice < GTC 7 N");
    row("ADG with more", 9, "alice > ADG 7 Go 0 x\nalice < ADG 7 2 Go 2 0");
    row("ADG with less", 9, "alice > ADG 7 Go\nalice < ADG 7 2 Go 2 0");
    row("REG with more", 9, "alice > REG 7 1 Go 0 x\nalice < REG 7 2 1 Go 0");
    row("RMG with more", 9, "alice > RMG 7 1 x\nalice < RMG 7 2 1");
    row("URL with more", 9, "alice > URL 7 CHAT 0x0409 x\nalice < URL 7 / / 1");
    row("PNG with more", 9, "alice > PNG 7\nalice < QNG 50");
    row("several blanks", 9, "alice > GTC   7  N \nalice < GTC 7 2 N");
    row("number 0", 9, "alice > GTC 0 N\nalice < GTC 0 2 N");
    row("largest number", 9, "alice > GTC 4294967295 N\nalice < GTC 4294967295 2 N");
    row("number with zeros", 9, "alice > GTC 0007 N\nalice < GTC 7 2 N");
    row("number beyond the largest", 9, "alice > GTC 4294967296 N\nalice closed");
    row("negative number", 9, "alice > GTC -1 N\nalice closed");
    row("same number twice", 9, "alice > GTC 7 N\nalice < GTC 7 2 N\nalice > GTC 7 A\nalice < GTC 7 3 A");
    row("numbers going down", 9, "alice > GTC 7 N\nalice < GTC 7 2 N\nalice > GTC 3 A\nalice < GTC 3 3 A");
    row("name with every byte escaped", 9,
        "alice > REA 7 alice@example.com %41%6c%e2%99%a5\nalice < REA 7 2 alice@example.com Al%E2%99%A5");
    row("name raw", 8,
        "alice > REA 7 alice@example.com Al\xE2\x99\xA5\nalice < REA 7 2 alice@example.com Al%E2%99%A5");
    row("name with a bad escape", 9,
        "alice > REA 7 alice@example.com 100%\nalice < REA 7 2 alice@example.com 100%25");
    row("name with a line break", 9,
        "alice > REA 7 alice@example.com a%0D%0Ab\nalice < REA 7 2 alice@example.com a%0D%0Ab");
    row("longest name", 9,
        "alice > REA 7 alice@example.com " + QByteArray(387, 'x') + "\nalice < REA 7 2 alice@example.com "
            + QByteArray(387, 'x'));
    row("longest name, escaped", 10,
        "alice > PRP 7 MFN " + QByteArray("%41").repeated(129) + "\nalice < PRP 7 MFN "
            + QByteArray(129, 'A'));
    row("longest name that cannot be escaped", 9,
        "alice > REA 7 alice@example.com " + QByteArray("\xE2\x99\xA5").repeated(129)
            + "\nalice < REA 7 2 alice@example.com " + QByteArray("\xE2\x99\xA5").repeated(129));
    row("address in capitals", 9, "alice > REM 7 AL BOB@Example.COM\nalice < REM 7 AL 2 BOB@Example.COM");
}

void tst_ServiceArguments::oddButFine()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    const Msn::Address alice = ServiceFixture::address("alice");
    fixture.befriend("alice", "bob");
    fixture.store.saveGroup(alice, {1, QUuid::createUuid(), Msn::FriendlyName(QStringLiteral("Chess"))});
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(fixture.dialogue, script);
    if (!script.contains("closed"))
        PLAY(fixture.dialogue, "alice silent");
}

void tst_ServiceArguments::beforeSignIn_data()
{
    QTest::addColumn<QByteArray>("script");
    const auto row = [](const char *name, const QByteArray &script) { QTest::newRow(name) << script; };
    const QByteArray version = "x > VER 1 MSNP9 CVR0\nx < VER 1 MSNP9 CVR0\n";
    const QByteArray client = version + "x > CVR 2 a b c d e 6.0 g null\nx < CVR 2 6.0 6.0 6.0 * *\n";

    row("nothing in common", "x > VER 1 MSNP7 MSNP6 CVR0\nx < VER 1 0\nx closed");
    row("later versions only", "x > VER 1 MSNP21 CVR0\nx < VER 1 0\nx closed");
    row("no version at all", "x > VER 1\nx < VER 1 0\nx closed");
    row("versions in lower case", "x > VER 1 msnp9 CVR0\nx < VER 1 0\nx closed");
    row("versions in any order", "x > VER 1 CVR0 MSNP8 MSNP10 MSNP9\nx < VER 1 MSNP10 CVR0");
    row("later versions first", "x > VER 1 MSNP15 MSNP9 CVR0\nx < VER 1 MSNP9 CVR0");
    row("VER twice", version + "x > VER 2 MSNP9 CVR0\nx < 715 2\nx closed");
    row("VER without number", "x > VER MSNP9 CVR0\nx closed");
    row("CVR first", "x > CVR 1 a b c d e 6.0 g h\nx < 715 1\nx closed");
    row("CVR twice", client + "x > CVR 3 a b c d e 6.0 g h\nx < 715 3\nx closed");
    row("CVR with less", version + "x > CVR 2 a b c\nx < 710 2");
    row("CVR with nothing", version + "x > CVR 2\nx < 710 2");
    row("CVR with more", version + "x > CVR 2 a b c d e 6.0 g h i j\nx < CVR 2 6.0 6.0 6.0 * *");
    row("USR before CVR", version + "x > USR 2 TWN I alice@example.com\nx < 715 2\nx closed");
    row("USR MD5", client + "x > USR 3 MD5 I alice@example.com\nx closed");
    row("USR without address", client + "x > USR 3 TWN I\nx < 300 3");
    row("USR with nothing", client + "x > USR 3\nx < 300 3");
    row("USR of a third kind", client + "x > USR 3 TWN X alice@example.com\nx < 201 3");
    row("USR without domain", client + "x > USR 3 TWN I alice\nx < 206 3");
    row("USR with two domains", client + "x > USR 3 TWN I a@b@c\nx < 201 3");
    row("USR with more", client + "x > USR 3 TWN I alice@example.com x\nx < XFR 3 NS ..\nx closed");
    row("ticket before address", client + "x > USR 3 TWN S t=1&p=\nx < 715 3\nx closed");
    row("INF", version + "x > INF 2\nx closed");
    row("PNG", version + "x > PNG\nx closed");
    row("OUT", version + "x > OUT\nx closed");
    row("list", version + "x > SYN 2 0\nx < 302 2");
    row("unknown", version + "x > ABC 2\nx < 200 2");
    row("with a payload", version + "x > SDC 2 a b c d e f g # | hi\nx < 302 2\nx > ABC 3\nx < 200 3");
    row("challenge", version + "x > QRY 2 msmsgs@msnmsgr.com # | 1\nx < 302 2");
    row("later verb with a payload", version + "x > UUX 2 # | <Data/>\nx closed");
}

void tst_ServiceArguments::beforeSignIn()
{
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    PLAY(fixture.dialogue, "x connect\n" + script);
}

void tst_ServiceArguments::switchboard_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("script");
    const auto row = [](const char *name, int protocol, const QByteArray &script) {
        QTest::newRow(name) << protocol << script;
    };
    const QByteArray entry = "sb > USR 1 alice@example.com <cookie>\nsb < USR 1 OK alice@example.com Alice\n";

    row("USR with more", 9, "sb > USR 1 alice@example.com <cookie> x\nsb < USR 1 OK alice@example.com Alice");
    row("USR without cookie", 9, "sb > USR 1 alice@example.com\nsb < 911 1\nsb closed");
    row("USR with a wrong cookie", 9, "sb > USR 1 alice@example.com 1.2.3\nsb < 911 1\nsb closed");
    row("USR as somebody else", 9, "sb > USR 1 bob@example.com <cookie>\nsb < 911 1\nsb closed");
    row("USR in capitals", 9, "sb > USR 1 ALICE@EXAMPLE.COM <cookie>\nsb < USR 1 OK ..");
    row("a cookie twice", 9, entry + R"(
        other connect
        other > USR 1 alice@example.com <cookie>
        other < 911 1
        other closed)");
    row("ANS with the cookie of an XFR", 9, "sb > ANS 1 alice@example.com <cookie> 1\nsb < 911 1\nsb closed");
    row("ANS without session", 9, "sb > ANS 1 alice@example.com <cookie>\nsb < 911 1\nsb closed");
    row("USR twice", 9, entry + "sb > USR 2 alice@example.com <cookie>\nsb < 207 2");
    row("CAL without address", 9, entry + "sb > CAL 2\nsb closed");
    row("208 CAL", 9, entry + "sb > CAL 2 @@example.com\nsb < 208 2");
    row("215 CAL oneself", 9, entry + "sb > CAL 2 alice@example.com\nsb < 215 2");
    row("217 CAL nobody", 9, entry + "sb > CAL 2 none@example.com\nsb < 217 2");
    row("217 CAL somebody offline", 10, entry + "sb > CAL 2 carol@example.com\nsb < 217 2");
    row("CAL with more", 8, entry + "sb > CAL 2 bob@example.com x\nsb < CAL 2 RINGING *\nbob < RNG ..");
    row("215 CAL twice", 9,
        entry + "sb > CAL 2 bob@example.com\nsb < CAL 2 RINGING *\nsb > CAL 3 bob@example.com\nsb < 215 3");
    row("MSG to nobody, U", 9, entry + "sb > MSG 2 U # | x\nsb > ABC 3\nsb < 200 3");
    row("MSG to nobody, N", 9, entry + "sb > MSG 2 N # | x\nsb < NAK 2");
    row("MSG to nobody, A", 9, entry + "sb > MSG 2 A # | x\nsb < NAK 2");
    row("MSG with more", 9, entry + "sb > MSG 2 A x y # | x\nsb < NAK 2");
    row("MSG without letter", 9, entry + "sb > MSG 2 # | x\nsb closed");
    row("MSG in lower case", 9, entry + "sb > MSG 2 a # | x\nsb closed");
    row("MSG with S", 9, entry + "sb > MSG 2 S # | x\nsb closed");
    row("282 MSG D that is none", 9, entry + "sb > MSG 2 D # | x\nsb < 282 2");
    row("MSG D below MSNP9", 8, entry + "sb > MSG 2 D # | x\nsb closed");
    row("MSG with nothing", 9, entry + "sb > MSG 2 N 0\nsb < NAK 2");
    row("longest message", 9, entry + "sb > MSG 2 N # | " + QByteArray(1664, 'x') + "\nsb < NAK 2");
    row("too long a message", 9, entry + "sb > MSG 2 N # | " + QByteArray(1665, 'x') + "\nsb closed");
    row("length is no number", 9, entry + "sb > MSG 2 N x\nsb closed");
    row("verb of the notification server", 9, entry + "sb > CHG 2 NLN 0\nsb closed");
    row("200 unknown", 9, entry + "sb > ABC 2\nsb < 200 2");
    row("unknown without number", 9, entry + "sb > ABC\nsb closed");
    row("CAL without number", 9, entry + "sb > CAL bob@example.com\nsb closed");
    row("CAL before USR", 9,
        "sb > VER 1 MSNP9 CVR0\nsb < VER 1 MSNP9 CVR0\nsb > CAL 2 bob@example.com\nsb closed");
    row("OUT with more", 9, entry + "sb > OUT now\nsb closed");
}

void tst_ServiceArguments::switchboard()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", protocol), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    PLAY(
        fixture.dialogue, "alice > XFR 10 SB\nalice < XFR 10 SB <plain> CKI <cookie>\nsb connect\n" + script);
}

QTEST_GUILESS_MAIN(tst_ServiceArguments)

#include "tst_servicearguments.moc"
