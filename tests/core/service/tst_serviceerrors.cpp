#include "tests/core/service/servicefixture.h"

#include <QTest>

using namespace Test;

/// Every error number with the command that provokes it, and what closes the connection without a
/// number. Source: MSNP9 analysis, error table; errors.md.
class tst_ServiceErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusal_data();
    void refusal();
    void closedWithoutAWord_data();
    void closedWithoutAWord();
    void fullForwardList();
    void tooManyGroups_data();
    void tooManyGroups();
    void tooManyInvitations();
};

/// Alice has Bob and the groups 0 and 1 (Chess; nobody in it); she has blocked Carol.
void tst_ServiceErrors::refusal_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("script");

    QTest::newRow("200 unknown command") << 9 << QByteArray("alice > ABC 18\nalice < 200 18");
    QTest::newRow("201 CHG FLN") << 9 << QByteArray("alice > CHG 19 FLN 0\nalice < 201 19");
    QTest::newRow("201 ADD") << 9 << QByteArray("alice > ADD 20 AL aaa@bbb@ccc aaa@bbb@ccc\nalice < 201 20");
    QTest::newRow("201 ADC") << 10 << QByteArray("alice > ADC 20 AL N=aaa@bbb@ccc\nalice < 201 20");
    QTest::newRow("201 ADD to no list")
        << 9 << QByteArray("alice > ADD 20 XL bob@example.com Bob\nalice < 201 20");
    QTest::newRow("201 REM from no list")
        << 9 << QByteArray("alice > REM 20 XL bob@example.com\nalice < 201 20");
    QTest::newRow("201 XFR NS") << 9 << QByteArray("alice > XFR 20 NS\nalice < 201 20");
    QTest::newRow("201 IMS") << 9 << QByteArray("alice > IMS 20 MAYBE\nalice < 201 20");
    QTest::newRow("201 CHG, client id is none") << 9 << QByteArray("alice > CHG 20 NLN x\nalice < 201 20");
    QTest::newRow("201 CHG, client id too large")
        << 9 << QByteArray("alice > CHG 20 NLN 4294967296\nalice < 201 20");
    QTest::newRow("201 ADD, name is not UTF-8")
        << 9 << QByteArray("alice > ADD 20 FL dave@example.com %FF%FE\nalice < 201 20");
    QTest::newRow("201 ADC, name is not UTF-8")
        << 10 << QByteArray("alice > ADC 20 FL N=dave@example.com F=%C3\nalice < 201 20");
    QTest::newRow("201 ADG, name is not UTF-8") << 9 << QByteArray("alice > ADG 20 %E2%82 0\nalice < 201 20");
    QTest::newRow("201 REG, name is not UTF-8") << 8 << QByteArray("alice > REG 20 1 %80 0\nalice < 201 20");
    QTest::newRow("201 PRP, number is not UTF-8")
        << 9 << QByteArray("alice > PRP 20 PHH %FF\nalice < 201 20");
    QTest::newRow("205 ADD FL") << 9
                                << QByteArray("alice > ADD 21 FL none@example.com none 0\nalice < 205 21");
    QTest::newRow("205 ADD AL") << 8
                                << QByteArray(
                                       "alice > ADD 21 AL none@example.com none@example.com\nalice < 205 21");
    QTest::newRow("206 ADD") << 9 << QByteArray("alice > ADD 22 FL bob Bob\nalice < 206 22");
    QTest::newRow("206 ADC") << 10 << QByteArray("alice > ADC 22 FL N=bob F=Bob\nalice < 206 22");
    QTest::newRow("207 USR") << 9 << QByteArray("alice > USR 20 TWN I alice@example.com\nalice < 207 20");
    QTest::newRow("208 ADC") << 10
                             << QByteArray("alice > ADC 21 FL N=none@example.com F=none\nalice < 208 21");
    QTest::newRow("209 REA") << 9
                             << QByteArray(
                                    "alice > REA 18 alice@example.com kill%20microsoft\nalice < 209 18");
    QTest::newRow("209 REA, a contact")
        << 8 << QByteArray("alice > REA 18 bob@example.com HotMail%20fan\nalice < 209 18");
    QTest::newRow("209 REA, not UTF-8")
        << 9 << QByteArray("alice > REA 18 alice@example.com A%FF\nalice < 209 18");
    QTest::newRow("209 PRP MFN, empty") << 10 << QByteArray("alice > PRP 18 MFN\nalice < 209 18");
    QTest::newRow("209 PRP MFN") << 10 << QByteArray("alice > PRP 18 MFN Passport\nalice < 209 18");
    QTest::newRow("215 ADD, no group")
        << 9 << QByteArray("alice > ADD 36 FL bob@example.com Bob\nalice < 215 36");
    QTest::newRow("215 ADD, same group") << 9 << QByteArray(R"(
        alice > ADD 36 FL bob@example.com Bob 1
        alice < ADD 36 FL 2 bob@example.com Bob 1
        alice > ADD 37 FL bob@example.com Bob 1
        alice < 215 37)");
    QTest::newRow("215 ADD AL") << 9 << QByteArray("alice > ADD 36 AL bob@example.com Bob\nalice < 215 36");
    QTest::newRow("215 ADC") << 10 << QByteArray("alice > ADC 36 FL N=bob@example.com F=Bob\nalice < 215 36");
    QTest::newRow("216 REM") << 9 << QByteArray("alice > REM 14 FL dave@example.com\nalice < 216 14");
    QTest::newRow("216 REM AL") << 9 << QByteArray("alice > REM 14 AL dave@example.com\nalice < 216 14");
    QTest::newRow("216 REM, MSNP10 by address")
        << 10 << QByteArray("alice > REM 14 FL bob@example.com\nalice < 216 14");
    QTest::newRow("216 REM PL") << 10 << QByteArray("alice > REM 14 PL bob@example.com\nalice < 216 14");
    QTest::newRow("216 REA") << 9 << QByteArray("alice > REA 48 dave@example.com three\nalice < 216 48");
    QTest::newRow("216 SBP")
        << 10 << QByteArray("alice > SBP 48 22222222-2222-4222-8222-222222222222 MFN x\nalice < 216 48");
    QTest::newRow("218 BLP") << 9 << QByteArray(R"(
        alice > BLP 17 BL
        alice < BLP 17 2 BL
        alice > BLP 18 BL
        alice < 218 18)");
    QTest::newRow("218 GTC") << 10 << QByteArray("alice > GTC 20 A\nalice < 218 20");
    QTest::newRow("219 ADD BL") << 9 << QByteArray(R"(
        alice > ADD 15 AL dave@example.com dave@example.com
        alice < ADD 15 AL 2 dave@example.com Dave
        alice > ADD 16 BL dave@example.com dave@example.com
        alice < 219 16)");
    QTest::newRow("219 ADC AL") << 10 << QByteArray("alice > ADC 16 AL N=carol@example.com\nalice < 219 16");
    QTest::newRow("220 PAG") << 8 << QByteArray("alice > PAG 18 bob@example.com # | x\nalice < 220 18");
    QTest::newRow("220 PGD") << 9 << QByteArray("alice > PGD 18 bob@example.com 1 # | x\nalice < 220 18");
    QTest::newRow("224 ADD") << 9 << QByteArray(R"(
        alice > RMG 24 1
        alice < RMG 24 2 1
        alice > ADD 25 FL dave@example.com 1
        alice < 224 25
        alice > ADD 26 FL dave@example.com Dave 1
        alice < 224 26)");
    QTest::newRow("224 ADC") << 10 << QByteArray(R"(
        alice > SYN 24 0 0
        alice < SYN 24 ..
        alice < GTC A
        alice < BLP AL
        alice < PRP ..
        alice < LSG ..
        alice < LST N=bob@example.com F=Bob <bob> 11
        alice < LST ..
        alice > ADC 25 FL <bob> 11111111-1111-4111-8111-111111111111
        alice < 224 25)");
    QTest::newRow("224 REM") << 9 << QByteArray("alice > REM 25 FL bob@example.com 3\nalice < 224 25");
    QTest::newRow("224 REG") << 9 << QByteArray("alice > REG 25 3 New%20Name 0\nalice < 224 25");
    QTest::newRow("224 RMG") << 9 << QByteArray("alice > RMG 25 3\nalice < 224 25");
    QTest::newRow("224 RMG, MSNP10")
        << 10 << QByteArray("alice > RMG 25 11111111-1111-4111-8111-111111111111\nalice < 224 25");
    QTest::newRow("225 REM") << 9 << QByteArray("alice > REM 26 FL bob@example.com 1\nalice < 225 26");
    QTest::newRow("228 ADG") << 9 << QByteArray("alice > ADG 27 Chess 0\nalice < 228 27");
    QTest::newRow("228 ADG, MSNP10") << 10 << QByteArray("alice > ADG 27 Chess\nalice < 228 27");
    QTest::newRow("228 REG") << 8 << QByteArray(R"(
        alice > ADG 26 Go 0
        alice < ADG 26 2 Go 2 0
        alice > REG 27 2 Chess 0
        alice < 228 27
        alice > REG 28 2 Go 0
        alice < REG 28 3 2 Go 0)");
    QTest::newRow("229 ADG")
        << 9
        << QByteArray("alice > ADG 27 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 "
                      "0\nalice < 229 27");
    QTest::newRow("229 REG")
        << 9
        << QByteArray("alice > REG 27 1 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 "
                      "0\nalice < 229 27");
    QTest::newRow("60 bytes of group name fit")
        << 9
        << QByteArray("alice > ADG 27 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01234567 0\n"
                      "alice < ADG 27 2 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01234567 2 0");
    QTest::newRow("230 RMG 0") << 9 << QByteArray("alice > RMG 28 0\nalice < 230 28");
    QTest::newRow("230 RMG 0, MSNP10") << 10 << QByteArray("alice > RMG 28 0\nalice < 230 28");
    QTest::newRow("300 SYN") << 9 << QByteArray("alice > SYN 30\nalice < 300 30");
    QTest::newRow("300 SYN, one version of two") << 10 << QByteArray("alice > SYN 30 0\nalice < 300 30");
    QTest::newRow("300 CHG") << 9 << QByteArray("alice > CHG 30\nalice < 300 30");
    QTest::newRow("300 ADD") << 9 << QByteArray("alice > ADD 30 FL\nalice < 300 30");
    QTest::newRow("300 ADC") << 10 << QByteArray("alice > ADC 30 FL\nalice < 300 30");
    QTest::newRow("300 REM") << 9 << QByteArray("alice > REM 30 FL\nalice < 300 30");
    QTest::newRow("300 REA") << 9 << QByteArray("alice > REA 30 bob@example.com\nalice < 300 30");
    QTest::newRow("300 SBP") << 10 << QByteArray("alice > SBP 30 x MFN\nalice < 300 30");
    QTest::newRow("300 ADG") << 9 << QByteArray("alice > ADG 30\nalice < 300 30");
    QTest::newRow("300 REG") << 9 << QByteArray("alice > REG 30 1\nalice < 300 30");
    QTest::newRow("300 RMG") << 9 << QByteArray("alice > RMG 30\nalice < 300 30");
    QTest::newRow("300 BLP") << 9 << QByteArray("alice > BLP 30\nalice < 300 30");
    QTest::newRow("300 GTC") << 9 << QByteArray("alice > GTC 30\nalice < 300 30");
    QTest::newRow("300 PRP") << 9 << QByteArray("alice > PRP 30\nalice < 300 30");
    QTest::newRow("300 XFR") << 9 << QByteArray("alice > XFR 30\nalice < 300 30");
    QTest::newRow("300 URL") << 9 << QByteArray("alice > URL 30\nalice < 300 30");
    QTest::newRow("300 IMS") << 9 << QByteArray("alice > IMS 30\nalice < 300 30");
    QTest::newRow("502 FND") << 9 << QByteArray("alice > FND 31 fname=a lname=b\nalice < 502 31");
    QTest::newRow("502 REA in MSNP10")
        << 10 << QByteArray("alice > REA 31 bob@example.com x\nalice < 502 31");
    QTest::newRow("503 SDC") << 9 << QByteArray("alice > SDC 32 mike # | Hi\nalice < 503 32\nalice closed");
    QTest::newRow("503 SND") << 9 << QByteArray("alice > SND 32 mike\nalice < 503 32\nalice closed");
    QTest::newRow("503 SDC, length is no number")
        << 9
        << QByteArray("alice > SDC 32 mike@example.com 0x0409 MSNMSGR MSMSGS X X Alice eight\n"
                      "alice < 503 32\nalice closed");
    QTest::newRow("503 SDC, length beyond the limit")
        << 10
        << QByteArray("alice > SDC 32 mike@example.com 0x0409 MSNMSGR MSMSGS X X Alice 9999999\n"
                      "alice < 503 32\nalice closed");
    QTest::newRow("540 QRY, length is no number")
        << 9 << QByteArray("alice > QRY 11 msmsgs@msnmsgr.com x\nalice < 540 11\nalice closed");
    QTest::newRow("540 QRY") << 9
                             << QByteArray("alice > QRY 11 msmsgs@msnmsgr.com # | "
                                           "00000000000000000000000000000000\nalice < 540 11\nalice closed");
    QTest::newRow("540 QRY without payload")
        << 9 << QByteArray("alice > QRY 11\nalice < 540 11\nalice closed");
    QTest::newRow("710 URL") << 9 << QByteArray("alice > URL 12 INBOX\nalice < 710 12");
    QTest::newRow("715 PRP") << 9 << QByteArray("alice > PRP 13 XYZ 1\nalice < 715 13");
    QTest::newRow("715 PRP MFN below MSNP10") << 9 << QByteArray("alice > PRP 13 MFN Alice\nalice < 715 13");
    QTest::newRow("715 PRP WWE below MSNP9") << 8 << QByteArray("alice > PRP 13 WWE 1\nalice < 715 13");
    QTest::newRow("715 PAG in MSNP9")
        << 9 << QByteArray("alice > PAG 13 bob@example.com # | x\nalice < 715 13");
    QTest::newRow("715 VER later") << 9 << QByteArray("alice > VER 13 MSNP9 CVR0\nalice < 715 13");
    QTest::newRow("715 CVR later") << 9 << QByteArray("alice > CVR 13 a b c d e f g\nalice < 715 13");
    QTest::newRow("715 SBP") << 10 << QByteArray(R"(
        alice > SYN 24 0 0
        alice < SYN 24 ..
        alice < GTC A
        alice < BLP AL
        alice < PRP ..
        alice < LSG ..
        alice < LST N=bob@example.com F=Bob <bob> 11
        alice < LST ..
        alice > SBP 25 <bob-id> XYZ x
        alice < 715 25
        alice > SBP 26 <bob-id> MFN Bobby
        alice < SBP 26 <bob-id> MFN Bobby)");
    QTest::newRow("913 before the first CHG") << 9 << QByteArray("alice > XFR 14 SB\nalice < 913 14");
    QTest::newRow("913 while hidden") << 9 << QByteArray(R"(
        alice > CHG 13 HDN 0
        alice < CHG 13 HDN 0
        alice > XFR 14 SB
        alice < 913 14)");
}

void tst_ServiceErrors::refusal()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    const Msn::Address alice = ServiceFixture::address("alice");
    fixture.befriend("alice", "bob");
    fixture.store.saveGroup(alice, {1, QUuid::createUuid(), Msn::FriendlyName(QStringLiteral("Chess"))});
    Msn::ContactRecord carol{ServiceFixture::address("carol"), {}, Msn::List::Block, {}, QUuid::createUuid()};
    fixture.store.saveContact(alice, carol);
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    fixture.dialogue.setValue("<bob-id>",
        fixture.store.contact(alice, ServiceFixture::address("bob"))->id.toByteArray(QUuid::WithoutBraces));
    PLAY(fixture.dialogue, script);
    if (!script.contains("closed"))
        PLAY(fixture.dialogue, "alice silent");
}

void tst_ServiceErrors::closedWithoutAWord_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("ADD in MSNP10") << 10 << QByteArray("ADD 10 FL bob@example.com Bob 0");
    QTest::newRow("ADC in MSNP9") << 9 << QByteArray("ADC 10 FL N=bob@example.com");
    QTest::newRow("SBP in MSNP8") << 8 << QByteArray("SBP 10 x MFN y");
    QTest::newRow("PGD in MSNP8") << 8 << QByteArray("PGD 10 bob@example.com 1 # | x");
    QTest::newRow("ADD RL") << 8 << QByteArray("ADD 10 RL bob@example.com Bob");
    QTest::newRow("REM RL") << 9 << QByteArray("REM 10 RL bob@example.com");
    QTest::newRow("ADC RL") << 10 << QByteArray("ADC 10 RL N=bob@example.com");
    QTest::newRow("ADC PL") << 10 << QByteArray("ADC 10 PL N=bob@example.com");
    QTest::newRow("REM PL in MSNP9") << 9 << QByteArray("REM 10 PL bob@example.com");
    QTest::newRow("LST") << 9 << QByteArray("LST 10 FL");
    QTest::newRow("LSG") << 9 << QByteArray("LSG 10");
    QTest::newRow("MSG") << 9 << QByteArray("MSG 10 A # | x");
    QTest::newRow("INF") << 9 << QByteArray("INF 10");
    QTest::newRow("later verb") << 10 << QByteArray("UUX 10 # | x");
    QTest::newRow("verb of the switchboard") << 9 << QByteArray("CAL 10 bob@example.com");
    QTest::newRow("verb of the server") << 9 << QByteArray("ILN 10 NLN bob@example.com Bob 0");
    QTest::newRow("unknown verb without id") << 9 << QByteArray("ABC");
    QTest::newRow("error number") << 9 << QByteArray("911 10");
    QTest::newRow("unknown status") << 9 << QByteArray("CHG 10 XYZ 0");
    QTest::newRow("neither AL nor BL") << 9 << QByteArray("BLP 10 XX");
    QTest::newRow("neither A nor N") << 9 << QByteArray("GTC 10 X");
    QTest::newRow("group number too large") << 9 << QByteArray("RMG 10 30");
    QTest::newRow("group number is none") << 9 << QByteArray("REG 10 x New 0");
    QTest::newRow("name of a contact too long")
        << 9 << "ADD 10 FL dave@example.com " + QByteArray(388, 'x') + " 0";
    QTest::newRow("name of a contact too long, MSNP10")
        << 10 << "ADC 10 FL N=dave@example.com F=" + QByteArray(388, 'x');
    QTest::newRow("name too long") << 9 << "REA 10 alice@example.com " + QByteArray(388, 'x');
    QTest::newRow("name too long, MSNP10") << 10 << "PRP 10 MFN " + QByteArray(388, 'x');
    QTest::newRow("telephone number too long") << 9 << "PRP 10 PHH " + QByteArray(96, '5');
    QTest::newRow("long unknown key") << 9 << QByteArray("PRP 10 PHONE 5");
    QTest::newRow("absurd group name") << 9 << "ADG 10 " + QByteArray(128, 'x') + " 0";
    QTest::newRow("id is no number") << 9 << QByteArray("SYN x 0");
}

void tst_ServiceErrors::closedWithoutAWord()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, line);
    ServiceFixture fixture;
    fixture.befriend("alice", "bob");
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(fixture.dialogue, "alice > " + line + "\nalice closed");
    QVERIFY(fixture.service.signedInAddresses().isEmpty());
}

/// 210. The MSNP9 analysis has at most 150.
void tst_ServiceErrors::fullForwardList()
{
    Msn::ServiceOptions options;
    QCOMPARE(options.limits.maxForwardContacts, 150);
    options.limits.maxForwardContacts = 2;
    ServiceFixture fixture(options);
    fixture.befriend("alice", "bob");
    fixture.befriend("alice", "carol");
    QCOMPARE(fixture.signIn("alice", 9), QString());
    PLAY(fixture.dialogue, R"(
        alice > ADD 23 FL dave@example.com dave@example.com 0
        alice < 210 23
        alice > ADD 24 AL dave@example.com dave@example.com
        alice < ADD 24 AL 2 dave@example.com Dave)");
}

void tst_ServiceErrors::tooManyGroups_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MSNP9") << 9;
    QTest::newRow("MSNP10") << 10;
}

/// 223: 30 of them, group 0 included.
void tst_ServiceErrors::tooManyGroups()
{
    QFETCH(int, protocol);
    ServiceFixture fixture;
    for (int number = 1; number < 30; ++number)
        fixture.store.saveGroup(ServiceFixture::address("alice"), {number, QUuid::createUuid(), {}});
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(fixture.dialogue, "alice > ADG 28 new%20group 0\nalice < 223 28");
}

void tst_ServiceErrors::tooManyInvitations()
{
    Msn::ServiceOptions options;
    options.limits.maxInvitationsPerSender = 1;
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signIn("alice", 9), QString());
    PLAY(fixture.dialogue, R"(
        alice > SND 10 mike@example.com 0x0409 MSMSGS MSNMSGR
        alice < SND 10 OK
        alice > SND 11 nora@example.com 0x0409 MSMSGS MSNMSGR
        alice < 800 11
        alice > SDC 12 nora@example.com 0x0409 MSNMSGR MSMSGS X X Alice # | Hi
        alice < 800 12)");
}

QTEST_GUILESS_MAIN(tst_ServiceErrors)

#include "tst_serviceerrors.moc"
