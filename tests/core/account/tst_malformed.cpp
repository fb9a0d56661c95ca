#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/protocol/verb.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "tests/support/eventually.h"
#include "tests/support/instanttickets.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using State = Account::State;
using Test::Session;

namespace {

const Address bob = Test::address(Test::bob);

/// What may stand behind a verb: nothing, an id that is not ours, too little, too much, no sense.
const QByteArrayList tails{"", " ", " 7", " 0", " 4294967295", " 99999999999", " x", " 7 x", " -1",
    " 7 \xFF\xFE %ZZ -1 a=b @ ,,", " 7 1 2 3 4 5 6 7 8 9 10 11 12", " 0 FL", " 0 RL 1", " 7 AL 140", " NS",
    " 0 NS :0", " 7 SB 192.0.2.1:99999 CKI", " @ @ @ @ @"};

/// Whether the reader can go on behind \p line, and the payload that it announces.
std::optional<QByteArray> payloadFor(const QByteArray &line)
{
    QByteArrayList tokens = line.simplified().split(' ');
    const QByteArray verb = tokens.takeFirst();
    const Framing framing = framingFromServer(verb, tokens.size());
    if (!framing.hasPayload)
        return QByteArray();
    bool ok = false;
    const int length = tokens.isEmpty() ? -1 : tokens.constLast().toInt(&ok);
    const bool isLength = ok && length >= 0 && length <= 64 * 1024 && tokens.constLast().size() <= 7;
    return isLength ? std::optional(QByteArray(length, 'x')) : std::nullopt;
}

bool hasText(Session &session, const QByteArray &text)
{
    for (const Conversation *conversation : session.account().conversations().all()) {
        for (const ChatMessage &message : conversation->messages()) {
            if (message.text.toLatin1() == text)
                return true;
        }
    }
    return false;
}

} // namespace

/// Every line of every server with arguments that are missing, wrong or senseless, with transaction ids
/// that nobody waits for, with payload lengths that lie: survived, and still in step.
class TestMalformed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notification_data();
    void notification();
    void switchboard_data();
    void switchboard();
    void unaskedReplyChangesNothing();
    void wrongIdIsNoReply();
    void longerThanAnnounced();
    void shorterThanAnnounced();

private:
    static void rowsFor(VerbRow::Server server);
    static bool openSwitchboard(Session &session, qsizetype index);
};

void TestMalformed::rowsFor(VerbRow::Server server)
{
    QTest::addColumn<QByteArray>("verb");
    for (const VerbRow &row : verbTable()) {
        if ((row.servers & server) && QByteArray(row.name) != "OUT") // that one means it
            QTest::newRow(row.name) << QByteArray(row.name);
    }
    for (const char *other : {"XYZ", "ABC", "200", "999", "000"})
        QTest::newRow(other) << QByteArray(other);
}

void TestMalformed::notification_data()
{
    rowsFor(VerbRow::Notification);
}

void TestMalformed::notification()
{
    QFETCH(QByteArray, verb);
    for (const QByteArray &tail : tails) {
        Session session(ProtocolVersion::Msnp10);
        session.options.tickets = Test::InstantTickets::factory();
        session.options.reconnects = false;
        QVERIFY(session.signIn());
        const auto payload = payloadFor(verb + tail);
        session.ns().say(verb + tail + "\r\n" + payload.value_or(QByteArray()));
        if (!payload) { // out of step: nothing but the end of the connection is safe
            QCOMPARE(session.account().state(), State::SignedOut);
            QCOMPARE(session.account().lastError().code, ErrorCode::ProtocolViolation);
            continue;
        }
        session.ns().say("NLN AWY bob@example.com Bob 0\r\n");
        QVERIFY2(session.account().contacts().find(bob)->status == Status::Away, tail.constData());
        QCOMPARE(session.account().state(), State::SignedIn);
    }
}

void TestMalformed::switchboard_data()
{
    rowsFor(VerbRow::Switchboard);
}

bool TestMalformed::openSwitchboard(Session &session, qsizetype index)
{
    session.ns().say("RNG 1 192.0.2.20:1863 CKI 2.3 bob@example.com Bob\r\n");
    Test::FakeConnection *connection = session.network.await(index);
    return connection
        && Test::ServerScript(*connection)
               .play("C ANS 1 alice@example.com 2.3 1\\r\\n\nS IRO 1 1 1 bob@example.com Bob\\r\\n\nS ANS 1 "
                     "OK\\r\\n");
}

void TestMalformed::switchboard()
{
    QFETCH(QByteArray, verb);
    Session session(ProtocolVersion::Msnp9);
    session.options.tickets = Test::InstantTickets::factory();
    QVERIFY(session.signIn());
    qsizetype index = 0;
    for (const QByteArray &tail : tails) {
        const auto payload = payloadFor(verb + tail);
        if (index == 0 || !session.network.at(index).isOpen())
            QVERIFY(openSwitchboard(session, ++index));
        Test::FakeConnection &board = session.network.at(index);
        board.say(verb + tail + "\r\n" + payload.value_or(QByteArray()));
        if (!payload) {
            QVERIFY2(board.isLeft(), tail.constData());
            continue;
        }
        const QByteArray text = "text " + QByteArray::number(index) + tail;
        board.say(Test::serverMessage("bob@example.com", "Bob", Test::plainText(text.trimmed().toHex())));
        QVERIFY2(hasText(session, text.trimmed().toHex()), tail.constData());
    }
    QCOMPARE(session.account().state(), State::SignedIn);
}

void TestMalformed::unaskedReplyChangesNothing()
{
    Session session(ProtocolVersion::Msnp9);
    QVERIFY(session.signIn());
    session.ns().say("REM 77 FL 140 bob@example.com\r\nADD 78 FL 141 eve@example.com Eve 0\r\n"
                     "RMG 79 142 1\r\nREA 80 143 alice@example.com Mallory\r\nBLP 81 144 BL\r\n"
                     "PRP 82 145 PHH 555\r\nCHG 83 HDN 0\r\nUSR 84 OK eve@example.com Eve 1 0\r\n");
    const ContactList &list = session.account().contacts();
    QVERIFY(list.find(bob)->isOnForwardList());
    QVERIFY(!list.find(Test::address("eve@example.com")));
    QVERIFY(list.findGroup(GroupId("1")));
    QCOMPARE(list.defaultPrivacy(), DefaultPrivacy::AllowOthers);
    QVERIFY(list.ownPhones().home.isEmpty());
    QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice A."));
    QCOMPARE(session.account().status(), Status::Online);
    // Who knows what it meant: the next sign-in asks for the whole list.
    session.account().signOut();
    QVERIFY(session.play("C OUT\\r\\n"));
    QVERIFY(session.signIn());
}

void TestMalformed::wrongIdIsNoReply()
{
    Session session(ProtocolVersion::Msnp9);
    QVERIFY(session.signIn());
    int ended = 0;
    session.account().editor().removeContact(bob, {this, [&ended](const auto &) { ++ended; }});
    QVERIFY(session.play("C REM 10 FL bob@example.com\\r\\n"));
    session.ns().say("REM 4294967295 FL 140 bob@example.com\r\n216 4294967295\r\nREM\r\n216\r\n");
    QCOMPARE(ended, 0);
    QVERIFY(session.play("S REM 10 FL 140 bob@example.com\\r\\n"));
    QCOMPARE(ended, 1);
    QVERIFY(session.play("S REM 10 FL 140 bob@example.com\\r\\n")); // the same reply twice
    QCOMPARE(ended, 1);
}

void TestMalformed::longerThanAnnounced()
{
    Session session(ProtocolVersion::Msnp9);
    session.options.reconnects = false;
    QVERIFY(session.signIn());
    session.ns().say("MSG Hotmail Hotmail 5\r\nMIME-Version: 1.0\r\n\r\n");
    QCOMPARE(session.account().state(), State::SignedOut);
    QCOMPARE(session.account().lastError().code, ErrorCode::ProtocolViolation);
}

void TestMalformed::shorterThanAnnounced()
{
    Session session(ProtocolVersion::Msnp9);
    session.options.reconnects = false;
    session.options.timing.ping = std::chrono::milliseconds(30);
    session.options.timing.pong = std::chrono::milliseconds(30);
    QVERIFY(session.signIn());
    session.ns().say("MSG Hotmail Hotmail 500\r\nshort"); // and nothing more: the keep-alive notices
    EVENTUALLY(session.account().state() == State::SignedOut);
    QCOMPARE(session.account().lastError().code, ErrorCode::ConnectionLost);
}

QTEST_GUILESS_MAIN(TestMalformed)
#include "tst_malformed.moc"
