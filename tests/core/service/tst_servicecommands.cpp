#include "tests/core/service/servicefixture.h"

#include <QTest>

using namespace Test;

/// What the service does alike in every protocol version, with clients that are stricter and
/// stranger than ours.
class tst_ServiceCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dialogue_data();
    void dialogue();
    void idleSwitchboard_data();
    void idleSwitchboard();
    void passesOn_data();
    void passesOn();
    void passesOnPeerToPeer_data();
    void passesOnPeerToPeer();
    void endsOfASession_data();
    void endsOfASession();

private:
    static void versions();
    /// Alice and Bob in a conversation, as `alice-sb` and `bob-sb`; both with \p protocol.
    static QString converse(ServiceFixture &fixture, int protocol);
};

namespace {

QByteArray ofType(const QByteArray &type, const QByteArray &body)
{
    return "MIME-Version: 1.0\\r\\nContent-Type: " + type + "\\r\\n\\r\\n" + body;
}

} // namespace

void tst_ServiceCommands::versions()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MSNP8") << 8;
    QTest::newRow("MSNP9") << 9;
    QTest::newRow("MSNP10") << 10;
}

QString tst_ServiceCommands::converse(ServiceFixture &fixture, int protocol)
{
    fixture.befriend("alice", "bob");
    for (const char *who : {"alice", "bob"}) {
        const QString failure = fixture.signInOnline(who, protocol);
        if (!failure.isEmpty())
            return failure;
    }
    return fixture.dialogue.play(R"(
        alice < NLN NLN bob@example.com Bob ..
        bob < ILN 6 NLN alice@example.com Alice ..
        alice > XFR 10 SB
        alice < XFR 10 SB <plain> CKI <cookie>
        alice-sb connect
        alice-sb > USR 1 alice@example.com <cookie>
        alice-sb < USR 1 OK alice@example.com Alice
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING <session>
        bob < RNG <session> <plain> CKI <ring> alice@example.com Alice
        bob-sb connect
        bob-sb > ANS 1 bob@example.com <ring> <session>
        bob-sb < IRO 1 1 1 alice@example.com Alice
        bob-sb < ANS 1 OK
        alice-sb < JOI bob@example.com Bob)");
}

void tst_ServiceCommands::dialogue_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("script");
    const std::pair<const char *, const char *> scripts[] = {
        {"LST is no request", "alice > LST 10 FL\nalice closed"},
        {"LSG is no request", "alice > LSG 10\nalice closed"},
        {"MSG is for switchboards", "alice > MSG 10 A # | x\nalice closed"},
        {"SND", "alice > SND 3 mike@example.com 0x0409 MSMSGS MSNMSGR\nalice < SND 3 OK\nalice silent"},
        {"FND", "alice > FND 31 fname=a lname=b\nalice < 502 31\nalice silent"},
        {"IMS", "alice > IMS 14 OFF\nalice < IMS 14 0 OFF\nalice silent"},
        {"URL", "alice > URL 9 PROFILE 0x0409\nalice < URL 9 / / 1\nalice silent"},
    };
    for (const int protocol : {8, 9, 10}) {
        for (const auto &[name, script] : scripts)
            QTest::addRow("%s, MSNP%d", name, protocol) << protocol << QByteArray(script);
    }
}

void tst_ServiceCommands::dialogue()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(fixture.dialogue, script);
}

void tst_ServiceCommands::idleSwitchboard_data()
{
    versions();
}

void tst_ServiceCommands::idleSwitchboard()
{
    QFETCH(int, protocol);
    Msn::ServiceOptions options;
    options.timings.switchboardIdle = std::chrono::milliseconds(300);
    ServiceFixture fixture(options);
    QCOMPARE(converse(fixture, protocol), QString());
    PLAY(fixture.dialogue, R"(
        alice-sb < BYE bob@example.com 1
        alice-sb closed
        bob-sb < BYE alice@example.com 1
        bob-sb closed)");
}

void tst_ServiceCommands::passesOn_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("payload");
    const QByteArray invitation = "text/x-msmsgsinvite; charset=UTF-8";
    const QByteArray chunked = "text/plain; charset=UTF-8\\r\\nMessage-ID: {4}\\r\\nChunks: 2";
    const std::pair<const char *, QByteArray> payloads[] = {
        {"wink", ofType("text/x-msnmsgr-datacast", "ID: 2\\r\\nData: x\\r\\n")},
        {"voice clip", ofType("text/x-msnmsgr-datacast", "ID: 3\\r\\nData: x\\r\\n")},
        {"action text", ofType("text/x-msnmsgr-datacast", "ID: 4\\r\\nData: x\\r\\n")},
        {"capabilities", ofType("text/x-clientcaps", "Client-Name: Example/1.0\\r\\n")},
        {"invitation", ofType(invitation, "Invitation-Command: INVITE\\r\\nInvitation-Cookie: 7\\r\\n")},
        {"acceptance", ofType(invitation, "Invitation-Command: ACCEPT\\r\\nInvitation-Cookie: 7\\r\\n")},
        {"refusal", ofType(invitation, "Invitation-Command: CANCEL\\r\\nInvitation-Cookie: 7\\r\\n")},
        {"first piece", ofType(chunked, "Gr\\xC3")},
        {"later piece", "Message-ID: {4}\\r\\nChunk: 1\\r\\n\\r\\n\\xBC\\xC3\\x9Fe"},
        {"unknown type", ofType("application/x-unknown", "\\x00\\xFF")},
    };
    for (const int protocol : {8, 9, 10}) {
        for (const auto &[name, payload] : payloads)
            QTest::addRow("%s, MSNP%d", name, protocol) << protocol << payload;
    }
}

/// D is for peer-to-peer and came with MSNP9; it is acknowledged as A is.
void tst_ServiceCommands::passesOnPeerToPeer_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MSNP9") << 9;
    QTest::newRow("MSNP10") << 10;
}

void tst_ServiceCommands::passesOnPeerToPeer()
{
    QFETCH(int, protocol);
    ServiceFixture fixture;
    QCOMPARE(converse(fixture, protocol), QString());
    QByteArray script = R"(
        alice-sb > MSG 3 D # | PAYLOAD
        alice-sb < ACK 3
        bob-sb < MSG alice@example.com Alice # | PAYLOAD)";
    PLAY(fixture.dialogue, script.replace("PAYLOAD", ofType("application/x-msnmsgrp2p", "\\x00\\x01")));
}

/// As it is, whatever it is, in every acknowledgement mode; each with its own end when Bob is gone.
void tst_ServiceCommands::passesOn()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, payload);
    ServiceFixture fixture;
    QCOMPARE(converse(fixture, protocol), QString());
    QByteArray script = R"(
        alice-sb > MSG 3 U # | PAYLOAD
        bob-sb < MSG alice@example.com Alice # | PAYLOAD
        alice-sb > MSG 4 N # | PAYLOAD
        bob-sb < MSG alice@example.com Alice # | PAYLOAD
        alice-sb > MSG 5 A # | PAYLOAD
        alice-sb < ACK 5
        bob-sb < MSG alice@example.com Alice # | PAYLOAD
        bob-sb > OUT
        bob-sb closed
        alice-sb < BYE bob@example.com
        alice-sb > MSG 6 U # | PAYLOAD
        alice-sb > MSG 7 N # | PAYLOAD
        alice-sb < NAK 7
        alice-sb > MSG 8 A # | PAYLOAD
        alice-sb < NAK 8)";
    PLAY(fixture.dialogue, script.replace("PAYLOAD", payload));
}

void tst_ServiceCommands::endsOfASession_data()
{
    versions();
}

void tst_ServiceCommands::endsOfASession()
{
    QFETCH(int, protocol);
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    Dialogue older = std::move(fixture.dialogue);
    fixture.dialogue = fixture.newDialogue();
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(older, "alice < OUT OTH\nalice closed");
    fixture.service.stop();
    PLAY(fixture.dialogue, "alice < OUT SSD\nalice closed");
}

QTEST_GUILESS_MAIN(tst_ServiceCommands)

#include "tst_servicecommands.moc"
