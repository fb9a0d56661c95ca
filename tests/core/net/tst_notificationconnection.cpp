#include "core/protocol/lists.h"
#include "core/protocol/verb.h"
#include "tests/support/eventually.h"
#include "tests/support/signedinconnection.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using Test::SignedInConnection;
using State = NotificationConnection::State;
using Version = ProtocolVersion;

namespace {

/// What `connection` still understands behind whatever came before.
constexpr char presence[] = "NLN AWY bob@example.com Bob 0\r\n";

Command statusRequest(TransactionId id)
{
    return makeCommand(Verb::Chg, id, {"BSY", "0"});
}

} // namespace

/// What a notification server may say to a client that has signed in, in order and out of order.
class TestNotificationConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatTheServerSays();
    void malformed_data();
    void malformed();
    void lyingPayloadLength_data();
    void lyingPayloadLength();
    void replyWithAnotherVerb();
    void replyThatNobodyAskedFor();
    void replyOnlyOnce();
    void requestWithoutASession();
    void requestsEndWithTheSession();
    void serverMessagesFromOthersAreNotBelieved();
};

void TestNotificationConnection::tellsWhatTheServerSays()
{
    SignedInConnection alice;
    QSignalSpy seen(&alice.connection, &NotificationConnection::presenceReceived);
    QSignalSpy gone(&alice.connection, &NotificationConnection::contactWentOffline);
    QSignalSpy forced(&alice.connection, &NotificationConnection::ownStatusForced);
    QSignalSpy rung(&alice.connection, &NotificationConnection::rang);
    QSignalSpy alerts(&alice.connection, &NotificationConnection::alertReceived);
    QVERIFY(alice.signIn());
    alice.say(presence);
    alice.say("ILN 5 IDL bob@example.com Bob 0\r\nFLN bob@example.com\r\nCHG 0 HDN 0\r\n");
    alice.say("RNG 20481 192.0.2.20:1863 CKI 1.2 bob@example.com Bob\r\nNOT 4\r\n<a/>IPG 4\r\n<b/>");
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen[0][1].toBool(), false);
    QCOMPARE(seen[1][1].toBool(), true);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(forced.size(), 1);
    QCOMPARE(rung.size(), 1);
    QCOMPARE(alerts.size(), 2);
}

void TestNotificationConnection::malformed_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<QByteArray>("line");
    const std::pair<const char *, QByteArray> tails[] = {{"nothing behind it", ""}, {"an id alone", " 0"},
        {"an id that nobody waits for", " 4711 a b c d e"}, {"words", " a b c d e f"},
        {"numbers", " 0 1 2 3 4 5"}, {"an id beyond all ids", " 99999999999999999999 a"},
        {"blanks", "   0    a   b  "}, {"broken escapes", " 0 %ZZ%4 %00%0D%0A %FF%FE%C3"},
        {"far too much", QByteArray(" x").repeated(100)}};
    for (const VerbRow &verb : verbTable()) {
        const bool isOurs
            = verb.fromServer.use != VerbDirection::Use::Never && (verb.servers & VerbRow::Notification);
        // OUT ends the session, and of a payload the last token is the length: below.
        if (!isOurs || verb.fromServer.payloadFromTokens > 0 || verb.verb == Verb::Out)
            continue;
        for (const auto &[what, tail] : tails) {
            for (const Version version : {Version::Msnp8, Version::Msnp10})
                QTest::addRow("MSNP%d, %s with %s", static_cast<int>(version), verb.name, what)
                    << version << verb.name + tail;
        }
    }
}

/// A malformed or missing argument, a wrong transaction id: logged, survived, and the line behind it
/// is understood.
void TestNotificationConnection::malformed()
{
    QFETCH(Version, version);
    QFETCH(QByteArray, line);
    SignedInConnection alice(version);
    QVERIFY(alice.signIn());
    alice.say(line + "\r\n");
    QSignalSpy seen(&alice.connection, &NotificationConnection::presenceReceived);
    alice.say(presence);
    QCOMPARE(alice.connection.state(), State::SignedIn);
    QCOMPARE(seen.size(), 1);
}

void TestNotificationConnection::lyingPayloadLength_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("ends");
    QTest::newRow("no number") << QByteArray("NOT x\r\n") << true;
    QTest::newRow("negative") << QByteArray("NOT -1\r\n") << true;
    QTest::newRow("missing") << QByteArray("NOT\r\n") << false;
    QTest::newRow("absurd") << QByteArray("NOT 9999999\r\n") << true;
    QTest::newRow("beyond numbers") << QByteArray("MSG Hotmail Hotmail 99999999999999999999\r\n") << true;
    QTest::newRow("too short") << QByteArray("NOT 2\r\n<NOTIFICATION/>") << true;
    QTest::newRow("nothing at all") << QByteArray("NOT 0\r\n") << false;
    QTest::newRow("payload of a later version") << QByteArray("UBX bob@example.com 3\r\nabc") << false;
}

/// One that is out of step ends the connection with a clear error; nothing is read into what follows.
void TestNotificationConnection::lyingPayloadLength()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, ends);
    SignedInConnection alice;
    QVERIFY(alice.signIn());
    QSignalSpy failed(&alice.connection, &NotificationConnection::failed);
    QSignalSpy seen(&alice.connection, &NotificationConnection::presenceReceived);
    alice.say(bytes);
    alice.say(presence);
    QCOMPARE(failed.size(), ends ? 1 : 0);
    QCOMPARE(seen.size(), ends ? 0 : 1);
    if (ends)
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::ProtocolViolation);
}

void TestNotificationConnection::replyWithAnotherVerb()
{
    SignedInConnection alice;
    QVERIFY(alice.signIn());
    QList<Reply> replies;
    alice.connection.request(
        statusRequest, {Verb::Chg}, [&replies](const Reply &reply) { replies.append(reply); });
    QVERIFY(alice.play("C CHG 7 BSY 0\\r\\n\nS URL 7 a b 1\\r\\n"));
    QVERIFY2(replies.isEmpty(), "the id alone does not make it the reply");
    QVERIFY(alice.play("S CHG 7 BSY 0\\r\\n"));
    QCOMPARE(replies.size(), 1);
    QVERIFY(replies[0]);
}

void TestNotificationConnection::replyThatNobodyAskedFor()
{
    SignedInConnection alice;
    QVERIFY(alice.signIn());
    QSignalSpy stateChanged(&alice.connection, &NotificationConnection::stateChanged);
    alice.say("USR 99 OK mallory@example.com M 1 0\r\nSYN 99 1\r\nXFR 99 SB 192.0.2.66:1863 CKI 1.2\r\n911 "
              "99\r\n911\r\n");
    QVERIFY(stateChanged.isEmpty());
    QCOMPARE(alice.connection.address(), alice.session.own);
    QCOMPARE(alice.session.network.count(), 1);
}

void TestNotificationConnection::replyOnlyOnce()
{
    SignedInConnection alice;
    QVERIFY(alice.signIn());
    int replies = 0;
    alice.connection.request(statusRequest, {Verb::Chg}, [&replies](const Reply &) { ++replies; });
    QVERIFY(alice.play("C CHG 7 BSY 0\\r\\n\nS CHG 7 BSY 0\\r\\n\nS CHG 7 BSY 0\\r\\n\nS 800 7\\r\\n"));
    QCOMPARE(replies, 1);
}

void TestNotificationConnection::requestWithoutASession()
{
    SignedInConnection alice;
    QList<Reply> replies;
    alice.connection.request(
        statusRequest, {Verb::Chg}, [&replies](const Reply &reply) { replies.append(reply); });
    QCOMPARE(replies.size(), 1);
    QCOMPARE(replies[0].error().code, ErrorCode::NotSignedIn);
}

void TestNotificationConnection::requestsEndWithTheSession()
{
    SignedInConnection alice;
    QVERIFY(alice.signIn());
    QList<Reply> replies;
    const auto keep = [&replies](const Reply &reply) { replies.append(reply); };
    alice.connection.request(statusRequest, {Verb::Chg}, keep);
    alice.connection.request(statusRequest, {Verb::Chg}, keep);
    alice.session.ns().hangUp();
    EVENTUALLY(alice.connection.state() == State::Disconnected);
    QCOMPARE(replies.size(), 2);
    QVERIFY(!replies[0] && !replies[1]);
}

/// Once the list is there, only the server itself may speak for the server.
void TestNotificationConnection::serverMessagesFromOthersAreNotBelieved()
{
    SignedInConnection alice;
    QVERIFY(alice.signIn());
    QSignalSpy messages(&alice.connection, &NotificationConnection::serverMessageReceived);
    const QByteArray goingDown = "MIME-Version: 1.0\r\nContent-Type: "
                                 "application/x-msmsgssystemmessage\r\n\r\nType: 1\r\nArg1: 5\r\n";
    alice.connection.request([](TransactionId id) { return makeCommand(Verb::Syn, id, {"0"}); }, {Verb::Syn},
        [](const Reply &) {});
    QVERIFY(alice.play("C SYN 5 0\\r\\n\nS SYN 5 1 0 0\\r\\n"));
    alice.say(Test::serverMessage("mallory@example.com", "Hotmail", goingDown));
    QCOMPARE(messages.size(), 0);
    alice.say(Test::serverMessage("Hotmail", "Hotmail", goingDown));
    QCOMPARE(messages.size(), 1);
}

QTEST_GUILESS_MAIN(TestNotificationConnection)

#include "tst_notificationconnection.moc"
