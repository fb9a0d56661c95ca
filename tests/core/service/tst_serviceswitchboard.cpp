#include "tests/core/service/servicefixture.h"

#include <QTest>

using namespace Test;

namespace {

/// Alice on a switchboard of her own.
constexpr char opened[] = R"(
    alice > XFR 10 SB
    alice < XFR 10 SB <plain> CKI <cookie>
    alice-sb connect
    alice-sb > USR 1 alice@example.com <cookie>
    alice-sb < USR 1 OK alice@example.com Alice
)";

/// Bob has followed her call.
QByteArray joined()
{
    return QByteArray(opened) + R"(
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING <session>
        bob < RNG <session> <plain> CKI <ring> alice@example.com Alice
        bob-sb connect
        bob-sb > ANS 1 bob@example.com <ring> <session>
        bob-sb < IRO 1 1 1 alice@example.com Alice
        bob-sb < ANS 1 OK
        alice-sb < JOI bob@example.com Bob
    )";
}

} // namespace

/// Conversations: cookies, calls, rosters, messages and their acknowledgements, the end.
class tst_ServiceSwitchboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void script_data();
    void script();
    void calledClientOnTlsIsRungToTls();
    void threePeople();
    void blockedCannotCall();
    void closedToStrangers();
    void tooManyCalls();
    void cookieExpires();
    void idleConversationEnds();
    void survivesTheNotificationConnection();
    void undeliveredWhenTheOtherIsGone();
};

void tst_ServiceSwitchboard::script_data()
{
    QTest::addColumn<QByteArray>("script");
    const QByteArray text = "MIME-Version: 1.0\\r\\nContent-Type: text/plain; charset=UTF-8\\r\\n";
    const QByteArray hi = text + "\\r\\nhi";
    const QByteArray p2p = "MIME-Version: 1.0\\r\\nContent-Type: application/x-msnmsgrp2p\\r\\n"
                           "P2P-Dest: bob@example.com\\r\\n\\r\\n\\x00\\x01";
    QTest::newRow("wrong cookie, USR") << QByteArray(R"(
        x connect
        x > USR 1 alice@example.com 1.2.3
        x < 911 1
        x closed)");
    QTest::newRow("wrong cookie, ANS") << QByteArray(R"(
        x connect
        x > ANS 1 alice@example.com 1.2.3 20481
        x < 911 1
        x closed)");
    QTest::newRow("a cookie is for one use") << opened + QByteArray(R"(
        x connect
        x > USR 1 alice@example.com <cookie>
        x < 911 1
        x closed)");
    QTest::newRow("a cookie is for one person") << QByteArray(R"(
        alice > XFR 10 SB
        alice < XFR 10 SB <plain> CKI <cookie>
        x connect
        x > USR 1 bob@example.com <cookie>
        x < 911 1
        x closed)");
    QTest::newRow("a ring is for one session") << opened + QByteArray(R"(
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING <session>
        bob < RNG <session> <plain> CKI <ring> alice@example.com Alice
        x connect
        x > ANS 1 bob@example.com <ring> 1
        x < 911 1
        x closed)");
    QTest::newRow("answer after the end") << opened + QByteArray(R"(
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING <session>
        bob < RNG <session> <plain> CKI <ring> alice@example.com Alice
        alice-sb > OUT
        alice-sb closed
        bob-sb connect
        bob-sb > ANS 1 bob@example.com <ring> <session>
        bob-sb closed)");
    QTest::newRow("USR twice") << opened
            + QByteArray("alice-sb > USR 2 alice@example.com <cookie>\nalice-sb < 207 2");
    QTest::newRow("208 malformed address")
        << opened + QByteArray("alice-sb > CAL 2 @@example.com\nalice-sb < 208 2");
    QTest::newRow("malformed CAL") << opened + QByteArray("alice-sb > CAL 2\nalice-sb closed");
    QTest::newRow("215 called") << opened + QByteArray(R"(
        alice-sb > CAL 3 bob@example.com
        alice-sb < CAL 3 RINGING *
        alice-sb > CAL 4 bob@example.com
        alice-sb < 215 4)");
    QTest::newRow("215 here") << joined() + "alice-sb > CAL 4 bob@example.com\nalice-sb < 215 4";
    QTest::newRow("215 oneself") << joined() + "alice-sb > CAL 4 alice@example.com\nalice-sb < 215 4";
    QTest::newRow("217 offline") << opened
            + QByteArray("alice-sb > CAL 2 dave@example.com\nalice-sb < 217 2");
    QTest::newRow("217 unknown") << opened
            + QByteArray("alice-sb > CAL 2 none@example.com\nalice-sb < 217 2");
    QTest::newRow("217 hidden") << opened + QByteArray(R"(
        bob > CHG 9 HDN 0
        bob < CHG 9 HDN 0
        alice-sb > CAL 2 bob@example.com
        alice-sb < 217 2
        bob silent)");
    QTest::newRow("217 takes no calls") << opened + QByteArray(R"(
        bob > IMS 9 OFF
        bob < IMS 9 0 OFF
        alice-sb > CAL 2 bob@example.com
        alice-sb < 217 2
        bob > IMS 10 ON
        bob < IMS 10 0 ON
        alice-sb > CAL 3 bob@example.com
        alice-sb < CAL 3 RINGING *)");
    QTest::newRow("called again after leaving") << joined() + R"(
        bob-sb > OUT
        bob-sb closed
        alice-sb < BYE bob@example.com
        alice-sb > CAL 3 bob@example.com
        alice-sb < CAL 3 RINGING <session>
        bob < RNG <session> <plain> CKI <again> alice@example.com Alice
        bob2 connect
        bob2 > ANS 1 bob@example.com <again> <session>
        bob2 < IRO 1 1 1 alice@example.com Alice
        bob2 < ANS 1 OK
        alice-sb < JOI bob@example.com Bob)";
    QTest::newRow("A is acknowledged") << joined() + "alice-sb > MSG 3 A # | " + hi
            + "\nalice-sb < ACK 3\nbob-sb < MSG alice@example.com Alice # | " + hi;
    QTest::newRow("N is silent when delivered") << joined() + "alice-sb > MSG 3 N # | " + hi
            + "\nbob-sb < MSG alice@example.com Alice # | " + hi + "\nalice-sb silent";
    QTest::newRow("U is silent") << joined() + "alice-sb > MSG 3 U # | " + hi
            + "\nbob-sb < MSG alice@example.com Alice # | " + hi + "\nalice-sb silent";
    QTest::newRow("D is acknowledged") << joined() + "alice-sb > MSG 3 D # | " + p2p
            + "\nalice-sb < ACK 3\nbob-sb < MSG alice@example.com Alice # | " + p2p;
    QTest::newRow("282 D is for peers")
        << joined() + "alice-sb > MSG 3 D # | " + hi + "\nalice-sb < 282 3\nbob-sb silent";
    QTest::newRow("A with nobody there")
        << opened + QByteArray("alice-sb > MSG 3 A # | ") + hi + "\nalice-sb < NAK 3";
    QTest::newRow("N with nobody there")
        << opened + QByteArray("alice-sb > MSG 3 N # | ") + hi + "\nalice-sb < NAK 3";
    QTest::newRow("U with nobody there")
        << opened + QByteArray("alice-sb > MSG 3 U # | ") + hi + "\nalice-sb silent";
    QTest::newRow("282 D with nobody there")
        << opened + QByteArray("alice-sb > MSG 3 D # | ") + p2p + "\nalice-sb < 282 3";
    QTest::newRow("empty message") << joined()
            + "alice-sb > MSG 3 A 0\nalice-sb < ACK 3\nbob-sb < MSG alice@example.com Alice 0";
    QTest::newRow("unknown letter") << joined() + "alice-sb > MSG 3 S # | " + hi
            + "\nalice-sb closed\nbob-sb < BYE alice@example.com";
    QTest::newRow("lower-case letter") << joined() + "alice-sb > MSG 3 a # | " + hi + "\nalice-sb closed";
    QTest::newRow("1664 bytes") << joined() + "alice-sb > MSG 3 A # | " + QByteArray(1664, 'x')
            + "\nalice-sb < ACK 3\nbob-sb < MSG alice@example.com Alice 1664";
    QTest::newRow("1665 bytes") << joined() + "alice-sb > MSG 3 A # | " + QByteArray(1665, 'x')
            + "\nalice-sb closed\nbob-sb < BYE alice@example.com";
    QTest::newRow("font of 31 characters") << joined() + "alice-sb > MSG 3 A # | " + text
            + "X-MMS-IM-Format: FN=" + QByteArray(31, 'x') + "; EF=\\r\\n\\r\\nhi\nalice-sb < ACK 3";
    QTest::newRow("font of 32 characters") << joined() + "alice-sb > MSG 3 A # | " + text
            + "X-MMS-IM-Format: FN=" + QByteArray(32, 'x') + "; EF=\\r\\n\\r\\nhi\nalice-sb closed";
    QTest::newRow("font not first") << joined() + "alice-sb > MSG 3 A # | " + text
            + "X-MMS-IM-Format: EF=; FN=x\\r\\n\\r\\nhi\nalice-sb closed";
    QTest::newRow("typing") << joined() + R"(
        bob-sb > MSG 2 U # | MIME-Version: 1.0\r\nContent-Type: text/x-msmsgscontrol\r\nTypingUser: bob@example.com\r\n\r\n\r\n
        alice-sb < MSG bob@example.com Bob # | MIME-Version: 1.0\r\nContent-Type: text/x-msmsgscontrol\r\nTypingUser: bob@example.com\r\n\r\n\r\n)";
    QTest::newRow("leaving") << joined()
            + "bob-sb > OUT\nbob-sb closed\nalice-sb < BYE bob@example.com\nalice-sb silent";
    QTest::newRow("losing the connection") << joined() + "bob-sb abort\nalice-sb < BYE bob@example.com";
    QTest::newRow("200 unknown command") << joined() + "alice-sb > ABC 18\nalice-sb < 200 18";
    QTest::newRow("command of the notification server")
        << joined() + "alice-sb > CHG 3 NLN 0\nalice-sb closed";
    QTest::newRow("id is no number") << joined() + "alice-sb > CAL x dave@example.com\nalice-sb closed";
    QTest::newRow("call before entering") << QByteArray("x connect\nx > CAL 1 bob@example.com\nx closed");
}

void tst_ServiceSwitchboard::script()
{
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, script);
}

void tst_ServiceSwitchboard::calledClientOnTlsIsRungToTls()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signIn("bob", 10, "connect tls"), QString());
    PLAY(fixture.dialogue, "bob > CHG 7 NLN 0\nbob < CHG 7 NLN 0");
    PLAY(fixture.dialogue, QByteArray(opened) + R"(
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING <session>
        bob < RNG <session> <tls> CKI <ring> alice@example.com Alice
        bob-sb connect tls
        bob-sb > ANS 1 bob@example.com <ring> <session>
        bob-sb < IRO 1 1 1 alice@example.com Alice
        bob-sb < ANS 1 OK
        alice-sb < JOI bob@example.com Bob)");
}

void tst_ServiceSwitchboard::threePeople()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    QCOMPARE(fixture.signInOnline("carol", 10), QString());
    PLAY(fixture.dialogue, joined() + R"(
        bob-sb > CAL 2 carol@example.com
        bob-sb < CAL 2 RINGING <session>
        carol < RNG <session> <plain> CKI <third> bob@example.com Bob
        carol-sb connect
        carol-sb > ANS 1 carol@example.com <third> <session>
        carol-sb < IRO 1 1 2 alice@example.com Alice
        carol-sb < IRO 1 2 2 bob@example.com Bob
        carol-sb < ANS 1 OK
        alice-sb < JOI carol@example.com Carol
        bob-sb < JOI carol@example.com Carol
        carol-sb > MSG 2 A 2 | hi
        carol-sb < ACK 2
        alice-sb < MSG carol@example.com Carol 2 | hi
        bob-sb < MSG carol@example.com Carol 2 | hi
        alice-sb > OUT
        alice-sb closed
        bob-sb < BYE alice@example.com
        carol-sb < BYE alice@example.com
        bob-sb silent
        carol-sb silent)");
}

/// 217, as if Bob were offline: whether one is blocked is nobody's business.
void tst_ServiceSwitchboard::blockedCannotCall()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, QByteArray(opened) + R"(
        bob > ADC 7 BL N=alice@example.com
        bob < ADC 7 BL N=alice@example.com
        alice-sb > CAL 2 bob@example.com
        alice-sb < 217 2
        bob silent)");
}

/// 216: the setting tells nothing about whether Bob is there.
void tst_ServiceSwitchboard::closedToStrangers()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, QByteArray(opened) + R"(
        bob > BLP 7 BL
        bob < BLP 7 BL
        alice-sb > CAL 2 bob@example.com
        alice-sb < 216 2
        bob > OUT
        bob closed
        alice-sb > CAL 3 bob@example.com
        alice-sb < 216 3)");
}

void tst_ServiceSwitchboard::tooManyCalls()
{
    Msn::ServiceOptions options;
    options.limits.calls = {2, std::chrono::hours(1)};
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    PLAY(fixture.dialogue, QByteArray(opened) + R"(
        alice-sb > CAL 2 bob@example.com
        alice-sb < 217 2
        alice-sb > CAL 3 bob@example.com
        alice-sb < 217 3
        alice-sb > CAL 4 bob@example.com
        alice-sb < 713 4)");
}

void tst_ServiceSwitchboard::cookieExpires()
{
    Msn::ServiceOptions options;
    options.timings.switchboardPass = std::chrono::milliseconds(0);
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    PLAY(fixture.dialogue, R"(
        alice > XFR 10 SB
        alice < XFR 10 SB <plain> CKI <cookie>
        alice-sb connect
        alice-sb > USR 1 alice@example.com <cookie>
        alice-sb < 911 1
        alice-sb closed)");
}

void tst_ServiceSwitchboard::idleConversationEnds()
{
    Msn::ServiceOptions options;
    options.timings.switchboardIdle = std::chrono::milliseconds(300);
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, joined() + R"(
        alice-sb < BYE bob@example.com 1
        alice-sb closed
        bob-sb < BYE alice@example.com 1
        bob-sb closed)");
}

void tst_ServiceSwitchboard::survivesTheNotificationConnection()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, joined() + R"(
        alice abort
        alice-sb > MSG 3 A 2 | hi
        alice-sb < ACK 3
        bob-sb < MSG alice@example.com Alice 2 | hi)");
}

/// Once BYE is out, a message that crosses it is not acknowledged.
void tst_ServiceSwitchboard::undeliveredWhenTheOtherIsGone()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QCOMPARE(fixture.signInOnline("bob", 10), QString());
    PLAY(fixture.dialogue, joined() + R"(
        bob-sb > OUT
        bob-sb closed
        alice-sb > MSG 3 A 2 | hi
        alice-sb < BYE bob@example.com
        alice-sb < NAK 3)");
}

QTEST_GUILESS_MAIN(tst_ServiceSwitchboard)

#include "tst_serviceswitchboard.moc"
