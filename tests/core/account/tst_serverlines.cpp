#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using State = Account::State;
using Test::serverMessage;
using Test::Session;
using Version = Msn::ProtocolVersion;

namespace {

const Address bob = Test::address(Test::bob);

QByteArray ofType(const QByteArray &type, const QByteArray &body)
{
    return "MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body;
}

} // namespace

/// Lines that other people's servers and clients say, towards the client, in every version.
class TestServerLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signedOut_data();
    void signedOut();
    void pong_data();
    void pong();
    void alerts_data();
    void alerts();
    void telephoneNumbers_data();
    void telephoneNumbers();
    void otherServerMessages();
    void conversation_data();
    void conversation();
    void otherContents_data();
    void otherContents();
    void removedByOthers_data();
    void removedByOthers();

private:
    static void versions();
    /// Connection 1 is a switchboard that Bob has called us to.
    bool ring(Session &session);
    /// The same, with a text of his and an answer of ours.
    bool talk(Session &session);
};

void TestServerLines::versions()
{
    QTest::addColumn<Version>("version");
    QTest::newRow("MSNP8") << Version::Msnp8;
    QTest::newRow("MSNP9") << Version::Msnp9;
    QTest::newRow("MSNP10") << Version::Msnp10;
}

void TestServerLines::signedOut_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ErrorCode>("code");
    for (const Version version : supportedProtocolVersions()) {
        const QByteArray name = encodeProtocolVersion(version);
        QTest::addRow("%s%s", name.constData(), ", no reason")
            << version << QByteArray("OUT") << ErrorCode::SignedOutByServer;
        QTest::addRow("%s%s", name.constData(), ", elsewhere")
            << version << QByteArray("OUT OTH") << ErrorCode::SignedInElsewhere;
        QTest::addRow("%s%s", name.constData(), ", going down")
            << version << QByteArray("OUT SSD") << ErrorCode::ServerShuttingDown;
    }
    QTest::newRow("MSNP10, the list moves")
        << Version::Msnp10 << QByteArray("OUT MIG") << ErrorCode::SignedOutByServer;
    QTest::newRow("MSNP10, terms of use")
        << Version::Msnp10 << QByteArray("OUT TOU") << ErrorCode::TermsOfUse;
}

void TestServerLines::signedOut()
{
    QFETCH(Version, version);
    QFETCH(QByteArray, line);
    QFETCH(ErrorCode, code);
    Session session(version);
    session.options.reconnects = false;
    QVERIFY(session.signIn());
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    session.ns().say(line + "\r\n");
    session.ns().hangUp();
    EVENTUALLY(session.account().state() == State::SignedOut);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(session.account().lastError().code, code);
}

void TestServerLines::pong_data()
{
    versions();
}

void TestServerLines::pong()
{
    QFETCH(Version, version);
    Session session(version);
    session.options.timing.ping = 50ms;
    QVERIFY(session.signIn());
    const QByteArray answer = dialectOf(version).pingInterval ? "S QNG 50\\r\\n" : "S QNG\\r\\n";
    QVERIFY(session.play("C PNG\\r\\n\n" + answer));
    QCOMPARE(session.account().state(), State::SignedIn);
}

void TestServerLines::alerts_data()
{
    versions();
}

void TestServerLines::alerts()
{
    QFETCH(Version, version);
    Session session(version);
    QSignalSpy alerts(&session.account(), &Account::alertReceived);
    QVERIFY(session.signIn());
    session.ns().say("NOT 5\r\n<a/>\nIPG 4\r\n<b/>NLN AWY bob@example.com Bob 0\r\n");
    QCOMPARE(alerts.size(), 2);
    QCOMPARE(alerts[0][0].toByteArray(), QByteArray("<a/>\n"));
    QCOMPARE(session.account().contacts().find(bob)->status, Status::Away);
}

void TestServerLines::telephoneNumbers_data()
{
    versions();
}

/// BPR inside the list belongs to the last LST; later it names the person.
void TestServerLines::telephoneNumbers()
{
    QFETCH(Version, version);
    Session session(version);
    QVERIFY(session.signIn(
        session.defaultList()
            .replace("S LST N=carol", "S BPR PHH 555%200100\\r\\n\nS BPR MOB Y\\r\\n\nS LST N=carol")
            .replace("S LST carol", "S BPR PHH 555%200100\\r\\n\nS BPR MOB Y\\r\\n\nS LST carol")));
    const Contact *contact = session.account().contacts().find(bob);
    QCOMPARE(contact->phones.home, QStringLiteral("555 0100"));
    QVERIFY(contact->phones.acceptsPages);
    const QByteArray versionColumn = dialectOf(version).listVersionInReplies ? "140 " : "";
    session.ns().say("BPR " + versionColumn + "bob@example.com PHH 555%200199\r\n");
    session.ns().say("BPR " + versionColumn + "bob@example.com MOB N\r\n");
    contact = session.account().contacts().find(bob);
    QCOMPARE(contact->phones.home, QStringLiteral("555 0199"));
    QVERIFY(!contact->phones.acceptsPages);
}

void TestServerLines::otherServerMessages()
{
    Session session;
    QVERIFY(session.signIn());
    QSignalSpy announced(&session.account(), &Account::shutdownAnnounced);
    session.ns().say(
        serverMessage("Hotmail", "Hotmail", ofType("application/x-msmsgssystemmessage", "Type: 99\r\n\r\n")));
    session.ns().say(serverMessage("Hotmail", "Hotmail", ofType("text/x-unknown", "What: ever\r\n")));
    QVERIFY(announced.isEmpty());
    QCOMPARE(session.account().state(), State::SignedIn);
    QVERIFY(session.script().nothingMoreSent());
}

bool TestServerLines::ring(Session &session)
{
    session.ns().say("RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob\r\n");
    return session.network.await(1)
        && Test::ServerScript(session.network.at(1))
               .play("C ANS 1 alice@example.com 1100000123.204418 20481\\r\\n\n"
                     "S IRO 1 1 1 bob@example.com Bob\\r\\n\nS ANS 1 OK\\r\\n");
}

bool TestServerLines::talk(Session &session)
{
    if (!ring(session))
        return false;
    Test::FakeConnection &switchboard = session.network.at(1);
    switchboard.say(serverMessage("bob@example.com", "Bob", Test::plainText("hi")));
    session.account().conversations().with(bob)->sendText(QStringLiteral("hello"), {});
    return Test::eventually([&switchboard] { return switchboard.sent().startsWith("MSG 2 A "); });
}

void TestServerLines::conversation_data()
{
    versions();
}

/// NAK: a text that did not get through. An invitation nobody here can follow is declined. BYE with 1:
/// the other has gone idle. OUT: the server hangs up.
void TestServerLines::conversation()
{
    QFETCH(Version, version);
    Session session(version);
    QVERIFY(session.signIn());
    QVERIFY(talk(session));
    Test::FakeConnection &switchboard = session.network.at(1);
    Conversation *conversation = session.account().conversations().with(bob);
    switchboard.say("NAK 2\r\n");
    QCOMPARE(conversation->messages()[1].delivery, ChatMessage::Delivery::Failed);
    switchboard.dropSent(switchboard.sent().size());
    switchboard.say(serverMessage("bob@example.com", "Bob",
        ofType("text/x-msmsgsinvite; charset=UTF-8",
            "Application-Name: Chess\r\nInvitation-Command: INVITE\r\nInvitation-Cookie: 7\r\n\r\n")));
    EVENTUALLY(switchboard.sent().startsWith("MSG 3 N "));
    QVERIFY(switchboard.sent().contains("Invitation-Command: CANCEL\r\nInvitation-Cookie: 7\r\n"));
    const qsizetype lines = conversation->messages().size();
    switchboard.say("BYE bob@example.com 1\r\n");
    QCOMPARE(conversation->messages().size(), lines);
    switchboard.say("OUT\r\n");
    switchboard.hangUp();
    QCOMPARE(session.account().state(), State::SignedIn);
}

void TestServerLines::otherContents_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<QByteArray>("payload");
    const QByteArray invitation = "text/x-msmsgsinvite; charset=UTF-8";
    for (const Version version : supportedProtocolVersions()) {
        const QByteArray name = encodeProtocolVersion(version) + ", ";
        QTest::addRow("%s%s", name.constData(), "wink")
            << version << ofType("text/x-msnmsgr-datacast", "ID: 2\r\nData: x\r\n");
        QTest::addRow("%s%s", name.constData(), "voice clip")
            << version << ofType("text/x-msnmsgr-datacast", "ID: 3\r\nData: x\r\n");
        QTest::addRow("%s%s", name.constData(), "action text")
            << version << ofType("text/x-msnmsgr-datacast", "ID: 4\r\nData: x\r\n");
        QTest::addRow("%s%s", name.constData(), "accepts what we did not offer")
            << version << ofType(invitation, "Invitation-Command: ACCEPT\r\nInvitation-Cookie: 7\r\n");
        QTest::addRow("%s%s", name.constData(), "cancels what we did not get")
            << version << ofType(invitation, "Invitation-Command: CANCEL\r\nInvitation-Cookie: 7\r\n");
        QTest::addRow("%s%s", name.constData(), "unknown")
            << version << ofType("application/x-unknown", QByteArray("\0\xFF", 2));
    }
}

/// Nothing that somebody sends in between holds back the text behind it.
void TestServerLines::otherContents()
{
    QFETCH(Version, version);
    QFETCH(QByteArray, payload);
    Session session(version);
    QVERIFY(session.signIn());
    QVERIFY(talk(session));
    session.network.at(1).say(serverMessage("bob@example.com", "Bob", payload)
        + serverMessage("bob@example.com", "Bob", Test::plainText("still here")));
    const auto texts = session.account().conversations().with(bob)->messages();
    QCOMPARE(texts.constLast().text, QStringLiteral("still here"));
    QCOMPARE(session.account().state(), State::SignedIn);
}

void TestServerLines::removedByOthers_data()
{
    versions();
}

/// REM 0 RL: somebody has taken us off their list.
void TestServerLines::removedByOthers()
{
    QFETCH(Version, version);
    Session session(version);
    QVERIFY(session.signIn());
    const QByteArray versionColumn = dialectOf(version).listVersionInReplies ? "140 " : "";
    session.ns().say("REM 0 RL " + versionColumn + "bob@example.com\r\n");
    QVERIFY(!session.account().contacts().find(bob)->lists.testFlag(List::Reverse));
}

QTEST_GUILESS_MAIN(TestServerLines)

#include "tst_serverlines.moc"
