#include "core/protocol/signin.h"

#include "tests/support/commands.h"

#include <QTest>

using namespace Msn;
using Test::fromClient;
using Test::fromServer;
using Test::Sender;

class tst_SignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versions_data();
    void versions();
    void encodesVersions();
    void clientVersion();
    void clientVersionAdvice();
    void requests();
    void policy_data();
    void policy();
    void accepted_data();
    void accepted();
    void encodesAccepted();
    void transfers_data();
    void transfers();
    void refusesTransfers_data();
    void refusesTransfers();
    void switchboardRequest();
    void signedOut_data();
    void signedOut();
    void refuses();
    void everyRecordedLineParses();
};

void tst_SignIn::versions_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QList<int>>("expected");
    QTest::addColumn<bool>("cvr0");
    const auto row = [](const QByteArray &line, const QList<int> &expected, bool cvr0) {
        QTest::newRow(line.left(40).constData()) << line << expected << cvr0;
    };
    row("VER 1 MSNP8 CVR0", {8}, true);
    row("VER 1 MSNP8", {8}, false);
    row("VER 4 MSNP10 MSNP9 CVR0", {10, 9}, true);
    row("VER 4 CVR0 MSNP9", {9}, true);
    row("VER 1 0", {}, false);
    row("VER 1 MSNP99 CVR0", {}, true);
    row("VER 1 MSNP12 MSNP9 XYZ", {9}, false);
    // A captured refusal; taking what stands behind the 0 would go on with a version nobody agreed to.
    row("VER 1 0 MSNP21 MSNP12 MSNP11 MSNP10 MSNP9 MSNP8 MSNP7", {}, false);
}

void tst_SignIn::versions()
{
    QFETCH(QByteArray, line);
    QFETCH(QList<int>, expected);
    const auto offer = parseVersionOffer(fromServer(line));
    QVERIFY(offer);
    QList<int> actual;
    for (const ProtocolVersion version : offer->versions)
        actual.append(int(version));
    QCOMPARE(actual, expected);
    QTEST(offer->offersClientVersionCheck, "cvr0");
}

void tst_SignIn::encodesVersions()
{
    QCOMPARE(encodeLine(encodeVersionOffer(1, {supportedProtocolVersions(), true})),
        QByteArray("VER 1 MSNP10 MSNP9 MSNP8 CVR0"));
    QCOMPARE(encodeLine(encodeVersionOffer(1, {{ProtocolVersion::Msnp8}, false})), QByteArray("VER 1 MSNP8"));
    QCOMPARE(encodeLine(encodeVersionOffer(1, {{}, true})), QByteArray("VER 1 0"));
}

void tst_SignIn::clientVersion()
{
    const QByteArray line("CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com");
    const auto version = parseClientVersion(fromClient(line));
    QVERIFY(version);
    QCOMPARE(version->localeId, QByteArray("0x0409"));
    QCOMPARE(version->clientVersion, QByteArray("6.1.0203"));
    QCOMPARE(version->address, Address(QStringLiteral("alice@example.com")));
    QCOMPARE(encodeLine(encodeClientVersion(2, *version)), line);
    ClientVersion ours;
    ours.address = version->address;
    QCOMPARE(encodeLine(encodeClientVersion(2, ours)), line);
    QVERIFY(parseClientVersion(
        fromClient("CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS"))); // as before MSNP8
    QVERIFY(!parseClientVersion(fromClient("CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203")));
}

void tst_SignIn::clientVersionAdvice()
{
    const QByteArray line(
        "CVR 2 6.0.0602 6.0.0602 5.0.0527 http://dl.example.net/s.exe http://im.example.net");
    const auto advice = parseClientVersionAdvice(fromServer(line));
    QVERIFY(advice);
    QCOMPARE(advice->minimum, QByteArray("5.0.0527"));
    QCOMPARE(encodeLine(encodeClientVersionAdvice(2, *advice)), line);
    QVERIFY(parseClientVersionAdvice(fromServer("CVR 2"))); // nothing of it is needed
}

void tst_SignIn::requests()
{
    const auto initial = parseSignInRequest(fromClient("USR 3 TWN I alice@example.com"));
    QVERIFY(initial);
    QCOMPARE(int(initial->stage), int(SignInRequest::Stage::Initial));
    QCOMPARE(encodeLine(encodeSignInRequest(3, *initial)), QByteArray("USR 3 TWN I alice@example.com"));
    const auto ticket = parseSignInRequest(fromClient("USR 7 TWN S t=4aBcD!x*Y$$&p=4eFgH!z$$"));
    QVERIFY(ticket);
    QCOMPARE(int(ticket->stage), int(SignInRequest::Stage::Ticket));
    QCOMPARE(ticket->value, QByteArray("t=4aBcD!x*Y$$&p=4eFgH!z$$"));
    QCOMPARE(
        encodeLine(encodeSignInRequest(7, *ticket)), QByteArray("USR 7 TWN S t=4aBcD!x*Y$$&p=4eFgH!z$$"));
    const auto digest = parseSignInRequest(fromClient("USR 2 MD5 I alice@example.com"));
    QVERIFY(digest);
    QCOMPARE(digest->securityPackage, QByteArray("MD5"));
}

void tst_SignIn::policy_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("classic") << QByteArray("USR 6 TWN S "
                                           "lc=1033,id=507,tw=40,fs=1,ru=http%3A%2F%2Fmessenger%2Emsn%2Ecom,"
                                           "ct=1,kpp=1,kv=5,ver=2.1.0173.1,tpf=0f")
                             << QByteArray("lc=1033,id=507,tw=40,fs=1,ru=http%3A%2F%2Fmessenger%2Emsn%2Ecom,"
                                           "ct=1,kpp=1,kv=5,ver=2.1.0173.1,tpf=0f");
    QTest::newRow("other order") << QByteArray("USR 3 TWN S ct=1,rver=1,wp=FS_40SEC_0_COMPACT,lc=1,id=1")
                                 << QByteArray("ct=1,rver=1,wp=FS_40SEC_0_COMPACT,lc=1,id=1");
    QTest::newRow("several tokens") << QByteArray("USR 6 TWN S lc=1033,tw=40, tpf=0f")
                                    << QByteArray("lc=1033,tw=40, tpf=0f");
}

void tst_SignIn::policy()
{
    QFETCH(QByteArray, line);
    const auto reply = parseSignInReply(fromServer(line));
    QVERIFY(reply);
    const auto *challenge = std::get_if<PolicyChallenge>(&*reply);
    QVERIFY(challenge);
    QTEST(challenge->policy, "expected");
    QCOMPARE(encodeLine(encodePolicyChallenge(*fromServer(line).transactionId, *challenge)), line);
}

void tst_SignIn::accepted_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<SignInAccepted>("expected");
    const Address alice(QStringLiteral("alice@example.com"));
    const auto row = [](const char *line, const SignInAccepted &accepted) {
        QTest::newRow(line) << QByteArray(line) << accepted;
    };
    row("USR 7 OK alice@example.com Alice%20A. 1 0",
        {alice, FriendlyName(QStringLiteral("Alice A.")), true, false});
    row("USR 4 OK alice@example.com 1 0", {alice, std::nullopt, true, false});
    row("USR 4 OK alice@example.com 0 1", {alice, std::nullopt, false, true});
    row("USR 4 OK alice@example.com 2004 1 0", {alice, FriendlyName(QStringLiteral("2004")), true, false});
    row("USR 4 OK alice@example.com", {alice, std::nullopt, true, false});
    row("USR 4 OK alice@example.com Alice", {alice, FriendlyName(QStringLiteral("Alice")), true, false});
    row("USR 4 OK alice@example.com 1", {alice, std::nullopt, true, false});
    row("USR 4 OK alice@example.com Alice 1 0 9",
        {alice, FriendlyName(QStringLiteral("Alice")), false, false});
}

void tst_SignIn::accepted()
{
    QFETCH(QByteArray, line);
    QFETCH(SignInAccepted, expected);
    const auto reply = parseSignInReply(fromServer(line));
    QVERIFY(reply);
    const auto *accepted = std::get_if<SignInAccepted>(&*reply);
    QVERIFY(accepted);
    QVERIFY(accepted->address == expected.address);
    QVERIFY(accepted->friendlyName == expected.friendlyName);
    QCOMPARE(accepted->restricted, expected.restricted);
    if (!line.endsWith('9')) // more tokens than any version has: the flags are only a hint
        QCOMPARE(accepted->verified, expected.verified);
}

void tst_SignIn::encodesAccepted()
{
    const SignInAccepted alice{
        Address(QStringLiteral("alice@example.com")), FriendlyName(QStringLiteral("Alice A.")), true, false};
    QCOMPARE(encodeLine(encodeSignInAccepted(7, alice, dialectOf(ProtocolVersion::Msnp8))),
        QByteArray("USR 7 OK alice@example.com Alice%20A. 1 0"));
    QCOMPARE(encodeLine(encodeSignInAccepted(7, alice, dialectOf(ProtocolVersion::Msnp10))),
        QByteArray("USR 7 OK alice@example.com 1 0"));
    const SignInAccepted nameless{alice.address, std::nullopt, true, false};
    QCOMPARE(encodeLine(encodeSignInAccepted(7, nameless, dialectOf(ProtocolVersion::Msnp9))),
        QByteArray("USR 7 OK alice@example.com alice@example.com 1 0"));
}

void tst_SignIn::transfers_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Transfer>("expected");
    const auto row = [](const char *line, const Transfer &transfer) {
        QTest::newRow(line) << QByteArray(line) << transfer;
    };
    using To = Transfer::To;
    const Endpoint there{QStringLiteral("192.0.2.10"), 1863};
    const Endpoint here{QStringLiteral("192.0.2.1"), 1863};
    row("XFR 3 NS 192.0.2.10:1863 0 192.0.2.1:1863", {To::NotificationServer, there, {}, here});
    row("XFR 0 NS 192.0.2.10:1863 0 192.0.2.1:1863", {To::NotificationServer, there, {}, here});
    row("XFR 3 NS 192.0.2.10:1863", {To::NotificationServer, there, {}, {}});
    row("XFR 3 NS 192.0.2.10", {To::NotificationServer, there, {}, {}});
    row("XFR 3 NS 192.0.2.10:1863 U D", {To::NotificationServer, there, {}, {}});
    row("XFR 3 NS 192.0.2.10:1863 0 nonsense:x", {To::NotificationServer, there, {}, {}});
    row("XFR 10 SB 192.0.2.10:1863 CKI 204417.1100000100.5120",
        {To::Switchboard, there, "204417.1100000100.5120", {}});
    row("XFR 10 SB 192.0.2.10:1863 CKI x U messenger.example.net 1", {To::Switchboard, there, "x", {}});
}

void tst_SignIn::transfers()
{
    QFETCH(QByteArray, line);
    QFETCH(Transfer, expected);
    const auto transfer = parseTransfer(fromServer(line));
    QVERIFY(transfer);
    QVERIFY(*transfer == expected);
    if (!expected.current.isEmpty() || expected.to == Transfer::To::Switchboard)
        QVERIFY(*parseTransfer(encodeTransfer(3, *transfer)) == expected);
}

void tst_SignIn::refusesTransfers_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArrayList lines{"XFR 3", "XFR 3 NS", "XFR 3 NS :1863", "XFR 3 NS host:0",
        "XFR 3 DS 192.0.2.10:1863", "XFR 10 SB 192.0.2.10:1863", "XFR 10 SB 192.0.2.10:1863 CKI",
        "XFR 10 SB 192.0.2.10:1863 MD5 x"};
    for (const QByteArray &line : lines)
        QTest::newRow(line.constData()) << line;
}

void tst_SignIn::refusesTransfers()
{
    QFETCH(QByteArray, line);
    QVERIFY(!parseTransfer(fromServer(line)));
}

void tst_SignIn::switchboardRequest()
{
    QCOMPARE(encodeLine(encodeSwitchboardRequest(10)), QByteArray("XFR 10 SB"));
}

void tst_SignIn::signedOut_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("minutes");
    using Reason = SignedOutNotice::Reason;
    const auto row = [](const char *line, Reason reason, int minutes = 0) {
        QTest::newRow(line) << QByteArray(line) << int(reason) << minutes;
    };
    row("OUT", Reason::None);
    row("OUT OTH", Reason::SignedInElsewhere);
    row("OUT SSD", Reason::ServerShuttingDown);
    row("OUT MIG", Reason::ListMigrating);
    row("OUT TOU", Reason::TermsOfUse);
    row("OUT RCT 5", Reason::Reconnect, 5);
    row("OUT RCT", Reason::Reconnect);
    row("OUT RCT -5", Reason::Reconnect);
    row("OUT RCT 99999999", Reason::Reconnect, 1440);
    row("OUT XYZ", Reason::None);
    row("OUT oth", Reason::None);
}

void tst_SignIn::signedOut()
{
    QFETCH(QByteArray, line);
    QFETCH(int, reason);
    QFETCH(int, minutes);
    const SignedOutNotice notice = parseSignedOutNotice(fromServer(line));
    QCOMPARE(int(notice.reason), reason);
    QCOMPARE(notice.minutes, minutes);
    QVERIFY(parseSignedOutNotice(encodeSignedOutNotice(notice)) == notice);
}

void tst_SignIn::refuses()
{
    QVERIFY(!parseVersionOffer(fromServer("VER 1")));
    QVERIFY(!parseSignInRequest(fromClient("USR 3 TWN I")));
    QVERIFY(!parseSignInRequest(fromClient("USR 3 TWN X alice@example.com")));
    QVERIFY(!parseSignInReply(fromServer("USR 3")));
    QVERIFY(!parseSignInReply(fromServer("USR 3 TWN S")));
    QVERIFY(!parseSignInReply(fromServer("USR 3 TWN I x")));
    QVERIFY(!parseSignInReply(fromServer("USR 3 OK")));
    QVERIFY(!parseSignInReply(fromServer("USR 3 MD5 S 1234.5678")));
}

void tst_SignIn::everyRecordedLineParses()
{
    int parsed = 0;
    const auto recorded = Test::recordedCommands(Sender::Server);
    for (const auto &entry : recorded) {
        const Command &command = entry.command;
        const QByteArray line = encodeLine(command);
        if (command.verb == "USR")
            QVERIFY2(parseSignInReply(command), line.constData());
        else if (command.verb == "XFR")
            QVERIFY2(parseTransfer(command), line.constData());
        else if (command.verb == "VER")
            QVERIFY2(parseVersionOffer(command), line.constData());
        else
            continue;
        ++parsed;
    }
    QVERIFY(parsed > 50);
}

QTEST_GUILESS_MAIN(tst_SignIn)

#include "tst_signin.moc"
