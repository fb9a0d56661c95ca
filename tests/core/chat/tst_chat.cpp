#include "core/chat/conversation.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::FakeConnection;
using Test::plainText;
using Test::serverMessage;
using Test::ServerScript;
using Test::Session;
using Delivery = ChatMessage::Delivery;

namespace {

const Address bob = Test::address(Test::bob);
const Address carol = Test::address(Test::carol);

/// The payload that a text without a format becomes.
QByteArray textOnWire(const QByteArray &text)
{
    return encodeText({QString::fromUtf8(text), {}, {}});
}

} // namespace

/// Conversation, Conversations, Outbox and SwitchboardConnection together, as they are used: a signed-in
/// account on one side, the script of the switchboard on the other.
class TestChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void callerFromTypingToAck();
    void calledSide();
    void textTypedWhileOpeningGoesOutInOrder();
    void longTextTravelsInPieces();
    void peerLeftIsCalledAgainOnTheSameSocket();
    void socketGoneMeansANewSwitchboard();
    void socketDiesWhileCallingAgain();
    void serverThatAlwaysHangsUpIsNotAskedForever();
    void calledInVain_data();
    void calledInVain();
    void retryAfterNobodyThere();
    void nobodyJoins();
    void alreadyHere();
    void nak();
    void deadlineFailsOnce();
    void disconnectFailsOnce();
    void retrySendsOnlyWhatIsMissing();
    void lateRefusalOfAnEarlierTry();
    void switchboardRequestRefused_data();
    void switchboardRequestRefused();
    void refusedCookieIsRetriedOnce();
    void bothCallAtOnce();
    void thirdPersonMakesAGroup();
    void calledIntoAGroup();
    void emptyGroupFailsAtOnce();
    void silentGroupGoesOnWhenItIsCalledAgain();
    void requestedTooFastWaits();
    void switchboardThatCannotRingIsReplaced();
    void unsupportedIsToldOnce();
    void invites();
    void invitationDoesNotHoldBackTexts();
    void invitationRefused();
    void typing();
    void nudges();
    void chunks();
    void oddities();
    void unknownInvitationIsDeclined();
    void blockedCallerIsIgnored();
    void pictureVisitorsAnnounceNothing();
    void closingWhileCalled();
    void closingWhileOpening();
    void closedInItsOwnSlot();
    void notificationConnectionLost();
    void signOutFailsWhatWaits();
    void ownJoinIsNoGuest();
    void everyChunkSize();

private:
    Account &account() { return m_session->account(); }
    Conversation &withBob() { return *account().conversations().with(bob); }
    Delivery delivery(const Conversation &conversation, qsizetype index) const
    {
        return conversation.messages().at(index).delivery;
    }
    /// XFR, connect, USR, CAL, JOI for the switchboard that will be connection \p index.
    bool open(qsizetype index, const QByteArray &who = Test::bob);
    bool giveSwitchboard(qsizetype index);
    /// RNG, connect, ANS.
    bool ring(qsizetype index, const QByteArray &roster);
    ServerScript sb(qsizetype index) { return ServerScript(*m_session->network.await(index)); }
    FakeConnection &connection(qsizetype index) { return m_session->network.at(index); }
    bool expectText(qsizetype index, int id, const QByteArray &text);

    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSignalSpy> m_added;
};

void TestChat::init()
{
    m_session = std::make_unique<Session>();
    m_session->options.timing.typingRepeat = 10s;
    m_added = std::make_unique<QSignalSpy>(&account().conversations(), &Conversations::conversationAdded);
    QVERIFY(m_session->signIn());
}

void TestChat::cleanup()
{
    m_session.reset();
    Test::turnEventLoop();
}

bool TestChat::giveSwitchboard(qsizetype index)
{
    return m_session->play("C XFR 10 SB\\r\\n\nS XFR 10 SB 192.0.2.20:1863 CKI 204417.1100000100.5120\\r\\n")
        && m_session->network.await(index);
}

bool TestChat::open(qsizetype index, const QByteArray &who)
{
    return giveSwitchboard(index)
        && sb(index).play("C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\n"
                          "S USR 1 OK alice@example.com Alice%20A.\\r\\n\n"
                          "C CAL 2 "
            + who + "\\r\\n\nS CAL 2 RINGING 20481\\r\\n\nS JOI " + who + " Name\\r\\n");
}

bool TestChat::ring(qsizetype index, const QByteArray &roster)
{
    m_session->ns().say("RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob\r\n");
    return m_session->network.await(index)
        && sb(index).play(
            "C ANS 1 alice@example.com 1100000123.204418 20481\\r\\n\n" + roster + "\nS ANS 1 OK\\r\\n");
}

bool TestChat::expectText(qsizetype index, int id, const QByteArray &text)
{
    const QByteArray payload = textOnWire(text);
    const QByteArray wanted
        = "MSG " + QByteArray::number(id) + " A " + QByteArray::number(payload.size()) + "\r\n" + payload;
    const bool sent
        = Test::eventually([&] { return connection(index).sent().size() >= wanted.size(); }, 5000);
    if (!sent || !connection(index).sent().startsWith(wanted)) {
        QTest::qFail(
            ("sent: " + connection(index).sent() + "\nwanted: " + wanted).constData(), __FILE__, __LINE__);
        return false;
    }
    connection(index).dropSent(wanted.size());
    return true;
}

void TestChat::callerFromTypingToAck()
{
    Conversation &conversation = withBob();
    QCOMPARE(m_added->size(), 1);
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    conversation.noteTyping(); // nobody there: nothing happens
    conversation.sendText(QStringLiteral("H\u00E9llo\nsecond line"), {});
    QCOMPARE(delivery(conversation, 0), Delivery::Pending);
    QVERIFY(open(1));
    QCOMPARE(connection(1).endpoint().toString(), QStringLiteral("192.0.2.20:1863"));
    QVERIFY(expectText(1, 3, "H\xC3\xA9llo\nsecond line"));
    connection(1).say("ACK 3\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
    QCOMPARE(changed.size(), 1);
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("hi")));
    QCOMPARE(conversation.messages().size(), 2);
    QCOMPARE(conversation.messages()[1].text, QStringLiteral("hi"));
    QVERIFY(!conversation.messages()[1].outgoing);
    conversation.leave();
    QCOMPARE(connection(1).takeSent(), QByteArray("OUT\r\n"));
    QVERIFY(connection(1).isLeft());
}

void TestChat::calledSide()
{
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    QVERIFY2(m_added->isEmpty(), "no window before there is something to show");
    connection(1).say(serverMessage("bob@example.com", "Bob",
        "MIME-Version: 1.0\r\nContent-Type: "
        "text/x-msnmsgr-datacast\r\n\r\nID: 1\r\n\r\n"));
    QCOMPARE(m_added->size(), 1);
    auto *conversation = (*m_added)[0][0].value<Conversation *>();
    QCOMPARE(conversation->peer(), bob);
    QCOMPARE(conversation->messages()[0].kind, ChatMessage::Kind::Nudge);
    connection(1).say("BYE bob@example.com 1\r\n");
    QCOMPARE(conversation->messages().size(), 1); // no line about an idle end
    conversation->sendText(QStringLiteral("still there?"), {});
    QVERIFY(sb(1).play(
        "C CAL 2 bob@example.com\\r\\n\nS CAL 2 RINGING 20481\\r\\n\nS JOI bob@example.com Bob\\r\\n"));
    QVERIFY(expectText(1, 3, "still there?"));
}

void TestChat::textTypedWhileOpeningGoesOutInOrder()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(giveSwitchboard(1));
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(sb(1).play(
        "C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\n"
        "C CAL 2 bob@example.com\\r\\n\nS CAL 2 RINGING 1\\r\\n"));
    conversation.sendText(QStringLiteral("three"), {});
    QVERIFY(sb(1).nothingMoreSent());
    connection(1).say("JOI bob@example.com Bob\r\n");
    conversation.sendText(QStringLiteral("four"), {});
    int id = 3;
    for (const char *text : {"one", "two", "three", "four"})
        QVERIFY(expectText(1, id++, text));
    connection(1).say("ACK 4\r\nACK 3\r\nACK 6\r\nACK 5\r\n");
    for (qsizetype i = 0; i < 4; ++i)
        QCOMPARE(delivery(conversation, i), Delivery::Delivered);
    QVERIFY(m_session->script().nothingMoreSent());
}

void TestChat::longTextTravelsInPieces()
{
    Conversation &conversation = withBob();
    const QString text = QStringLiteral("word ").repeated(1000);
    conversation.sendText(text, {});
    QVERIFY(open(1));
    EVENTUALLY(!connection(1).sent().isEmpty());
    QCOMPARE(conversation.messages().size(), 1);
    int pieces = 0;
    QByteArray acks;
    const QByteArray sent = connection(1).takeSent();
    for (qsizetype at = sent.indexOf("MSG "); at >= 0; at = sent.indexOf("MSG ", at + 1)) {
        const QByteArrayList line = sent.mid(at, sent.indexOf('\r', at) - at).split(' ');
        QVERIFY(line[3].toInt() <= maxMessageBytes);
        acks += "ACK " + line[1] + "\r\n";
        ++pieces;
    }
    QVERIFY(pieces >= 3);
    connection(1).say(acks.left(acks.lastIndexOf("ACK")));
    QCOMPARE(delivery(conversation, 0), Delivery::Pending);
    connection(1).say(acks.mid(acks.lastIndexOf("ACK")));
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
}

void TestChat::peerLeftIsCalledAgainOnTheSameSocket()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    connection(1).say("ACK 3\r\nBYE bob@example.com\r\n");
    QCOMPARE(conversation.messages().size(), 1);
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(sb(1).play(
        "C CAL 4 bob@example.com\\r\\n\nS CAL 4 RINGING 1\\r\\n\nS JOI bob@example.com Bob\\r\\n"));
    QVERIFY(expectText(1, 5, "two"));
    QCOMPARE(m_session->network.count(), 2);
}

void TestChat::socketGoneMeansANewSwitchboard()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    connection(1).say("ACK 3\r\nBYE bob@example.com 1\r\n");
    connection(1).hangUp();
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(open(2));
    QVERIFY(expectText(2, 3, "two"));
}

void TestChat::socketDiesWhileCallingAgain()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    connection(1).say("ACK 3\r\nBYE bob@example.com 1\r\n");
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(sb(1).play("C CAL 4 bob@example.com\\r\\n\n@ server closes"));
    QVERIFY(open(2));
    QVERIFY(expectText(2, 3, "two"));
    QCOMPARE(delivery(conversation, 1), Delivery::Pending);
}

void TestChat::serverThatAlwaysHangsUpIsNotAskedForever()
{
    // Regression: accept and hang up made a loop of XFR requests.
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    for (const qsizetype index : {1, 2}) {
        QVERIFY(giveSwitchboard(index));
        EVENTUALLY(connection(index).isOpen());
        connection(index).hangUp();
    }
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QVERIFY(m_session->script().nothingMoreSent());
}

void TestChat::calledInVain_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("217") << 217 << ErrorCode::NobodyThere;
    QTest::newRow("216") << 216 << ErrorCode::NobodyThere;
    QTest::newRow("208") << 208 << ErrorCode::NobodyThere;
    QTest::newRow("713") << 713 << ErrorCode::ServerRefused;
}

void TestChat::calledInVain()
{
    QFETCH(int, number);
    QFETCH(ErrorCode, code);
    Conversation &conversation = withBob();
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    conversation.sendText(QStringLiteral("one"), {});
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(giveSwitchboard(1));
    QVERIFY(sb(1).play(
        "C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\n"
        "C CAL 2 bob@example.com\\r\\n\nS "
        + QByteArray::number(number) + " 2\\r\\n"));
    QCOMPARE(changed.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        QCOMPARE(delivery(conversation, i), Delivery::Failed);
        QCOMPARE(conversation.messages()[i].error.code, code);
        QCOMPARE(conversation.messages()[i].error.serverNumber, number);
        QCOMPARE(conversation.messages()[i].error.subject, QStringLiteral("bob@example.com"));
    }
}

void TestChat::retryAfterNobodyThere()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(giveSwitchboard(1));
    auto script = sb(1);
    QVERIFY(script.play(
        "C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\n"
        "C CAL 2 bob@example.com\\r\\n\nS 217 2\\r\\n"));
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    conversation.retry(conversation.messages()[0].id);
    conversation.retry(conversation.messages()[0].id); // a second click
    QCOMPARE(delivery(conversation, 0), Delivery::Pending);
    QVERIFY(script.play(
        "C CAL 3 bob@example.com\\r\\n\nS CAL 3 RINGING 1\\r\\n\nS JOI bob@example.com Bob\\r\\n"));
    QVERIFY(expectText(1, 4, "one"));
    connection(1).say("ACK 4\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
    QCOMPARE(conversation.messages().size(), 1);
}

void TestChat::nobodyJoins()
{
    m_session = std::make_unique<Session>();
    m_session->options.timing.join = 50ms;
    QVERIFY(m_session->signIn());
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(giveSwitchboard(1));
    QVERIFY(sb(1).play(
        "C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\n"
        "C CAL 2 bob@example.com\\r\\n\nS CAL 2 RINGING 1\\r\\n"));
    EVENTUALLY(delivery(conversation, 0) == Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.code, ErrorCode::NoAnswer);
}

void TestChat::alreadyHere()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(giveSwitchboard(1));
    QVERIFY(sb(1).play(
        "C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\n"
        "C CAL 2 bob@example.com\\r\\n\nS 215 2\\r\\n\nS JOI bob@example.com Bob\\r\\n"));
    QVERIFY(expectText(1, 3, "one"));
}

void TestChat::nak()
{
    Conversation &conversation = withBob();
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    connection(1).say("NAK 3\r\nNAK 3\r\nACK 3\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.code, ErrorCode::ServerRefused);
    QCOMPARE(changed.size(), 1);
}

void TestChat::deadlineFailsOnce()
{
    m_session = std::make_unique<Session>();
    m_session->options.timing.delivery = 50ms;
    QVERIFY(m_session->signIn());
    Conversation &conversation = withBob();
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    EVENTUALLY(delivery(conversation, 0) == Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.code, ErrorCode::ReplyTimedOut);
    connection(1).say("ACK 3\r\n");
    connection(1).hangUp();
    QCOMPARE(changed.size(), 1);
}

void TestChat::disconnectFailsOnce()
{
    Conversation &conversation = withBob();
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    conversation.sendText(QStringLiteral("one"), {});
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    connection(1).say("ACK 3\r\n");
    connection(1).hangUp();
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
    QCOMPARE(delivery(conversation, 1), Delivery::Failed);
    QCOMPARE(changed.size(), 2);
    QVERIFY2(m_session->script().nothingMoreSent(), "nothing that may have arrived is sent again unasked");
}

void TestChat::retrySendsOnlyWhatIsMissing()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("word ").repeated(500), {});
    QVERIFY(open(1));
    EVENTUALLY(connection(1).sent().count("MSG ") == 2);
    const QByteArray first = connection(1).takeSent();
    connection(1).say("ACK 3\r\nNAK 4\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    conversation.retry(conversation.messages()[0].id);
    EVENTUALLY(!connection(1).sent().isEmpty());
    const QByteArray second = connection(1).takeSent();
    QCOMPARE(second.count("MSG "), 1);
    QVERIFY(first.endsWith(second.mid(second.indexOf("MIME-Version"))));
    connection(1).say("ACK 5\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
}

void TestChat::lateRefusalOfAnEarlierTry()
{
    // Regression: the second NAK of the first try failed the retry.
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("word ").repeated(500), {});
    QVERIFY(open(1));
    EVENTUALLY(connection(1).sent().count("MSG ") == 2);
    connection(1).takeSent();
    connection(1).say("NAK 3\r\n");
    conversation.retry(conversation.messages()[0].id);
    connection(1).say("NAK 4\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Pending);
    connection(1).say("ACK 5\r\nACK 6\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
}

void TestChat::switchboardRequestRefused_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("attempts");
    QTest::newRow("280") << 280 << 2;
    QTest::newRow("281") << 281 << 2;
    QTest::newRow("913") << 913 << 1;
    QTest::newRow("500") << 500 << 1;
}

void TestChat::switchboardRequestRefused()
{
    QFETCH(int, number);
    QFETCH(int, attempts);
    Conversation &conversation = withBob();
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    conversation.sendText(QStringLiteral("one"), {});
    for (int i = 0; i < attempts; ++i) {
        QCOMPARE(delivery(conversation, 0), Delivery::Pending);
        QVERIFY(m_session->play("C XFR 10 SB\\r\\n\nS " + QByteArray::number(number) + " 10\\r\\n"));
    }
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.serverNumber, number);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_session->script().nothingMoreSent());
}

void TestChat::refusedCookieIsRetriedOnce()
{
    // C9
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    for (const qsizetype index : {1, 2}) {
        QVERIFY(giveSwitchboard(index));
        QVERIFY(sb(index).play(
            "C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\nS 911 1\\r\\n\n@ server closes"));
    }
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.serverNumber, 911);
}

void TestChat::bothCallAtOnce()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    connection(1).say("ACK 3\r\n");
    QVERIFY(ring(2, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    QCOMPARE(account().conversations().all().size(), 1);
    connection(2).say(serverMessage("bob@example.com", "Bob", plainText("two")));
    conversation.sendText(QStringLiteral("three"), {});
    QVERIFY(expectText(2, 2, "three"));
    connection(2).say("ACK 2\r\n");
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("four")));
    conversation.sendText(QStringLiteral("five"), {});
    QVERIFY(expectText(1, 4, "five"));
    QCOMPARE(conversation.messages().size(), 5);
    QCOMPARE(m_added->size(), 1);
}

void TestChat::thirdPersonMakesAGroup()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    connection(1).say("ACK 3\r\nJOI carol@example.com Carol\r\n");
    QVERIFY(conversation.isGroup());
    QCOMPARE(conversation.participants().size(), 2);
    QCOMPARE(conversation.messages().last().kind, ChatMessage::Kind::Joined);
    // What is said to Bob alone goes elsewhere.
    Conversation &alone = withBob();
    QVERIFY(&alone != &conversation);
    alone.sendText(QStringLiteral("psst"), {});
    QVERIFY(open(2));
    QVERIFY(expectText(2, 3, "psst"));
    QVERIFY(sb(1).nothingMoreSent());
    connection(1).say("BYE carol@example.com\r\n");
    QCOMPARE(conversation.messages().last().kind, ChatMessage::Kind::Left);
}

void TestChat::calledIntoAGroup()
{
    // C3
    QVERIFY(ring(1, "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 carol@example.com Carol%20C.\\r\\n"));
    QCOMPARE(m_added->size(), 1);
    auto *conversation = (*m_added)[0][0].value<Conversation *>();
    QVERIFY(conversation->isGroup());
    connection(1).say(serverMessage("carol@example.com", "Carol%20C.", plainText("hi both")));
    QCOMPARE(conversation->messages().last().senderName.text(), QStringLiteral("Carol C."));
    connection(1).say("BYE bob@example.com\r\nBYE carol@example.com 1\r\n");
    QCOMPARE(conversation->messages().last().sender, bob); // an idle end is no leaving
    conversation->sendText(QStringLiteral("anybody?"), {});
    QVERIFY(sb(1).play(
        "C CAL 2 carol@example.com\\r\\n\nS CAL 2 RINGING 1\\r\\n\nS JOI carol@example.com Carol\\r\\n"));
    QVERIFY(expectText(1, 3, "anybody?"));
}

void TestChat::silentGroupGoesOnWhenItIsCalledAgain()
{
    // Regression: a second call into the same group opened another conversation.
    const QByteArray both
        = "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 carol@example.com Carol\\r\\n";
    QVERIFY(ring(1, both));
    auto *conversation = (*m_added)[0][0].value<Conversation *>();
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("one")));
    connection(1).hangUp();
    // Nobody is there, but it is still the same people.
    QCOMPARE(conversation->participants().size(), 2);
    QVERIFY(ring(2, both));
    QCOMPARE(m_added->size(), 1);
    connection(2).say(serverMessage("carol@example.com", "Carol", plainText("two")));
    QCOMPARE(conversation->messages().last().text, QStringLiteral("two"));
    // Other people are another conversation, and so is the same group while this one goes on.
    QVERIFY(ring(3, "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 dave@example.com Dave\\r\\n"));
    QCOMPARE(m_added->size(), 2);
    QVERIFY(ring(4, both));
    QCOMPARE(m_added->size(), 3);
}

void TestChat::requestedTooFastWaits()
{
    m_session = std::make_unique<Session>();
    m_session->options.timing.tooFast = 20ms;
    QVERIFY(m_session->signIn());
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(m_session->play("C XFR 7 SB\\r\\n\nS 800 7\\r\\n"));
    QCOMPARE(delivery(conversation, 0), Delivery::Pending);
    QVERIFY(m_session->play("C XFR 8 SB\\r\\n\nS 800 8\\r\\n"));
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.serverNumber, 800);
}

void TestChat::switchboardThatCannotRingIsReplaced()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(giveSwitchboard(1));
    QVERIFY(sb(1).play("C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\n"
                       "S USR 1 OK alice@example.com Alice%20A.\\r\\n\n"
                       "C CAL 2 bob@example.com\\r\\n\nS 280 2\\r\\n"));
    QVERIFY(connection(1).isLeft());
    QVERIFY(open(2));
    QVERIFY(expectText(2, 3, "one"));
}

void TestChat::unsupportedIsToldOnce()
{
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    const auto say = [this](const QByteArray &payload) {
        connection(1).say(serverMessage("bob@example.com", "Bob", payload));
    };
    const QByteArray wink = "Content-Type: text/x-msnmsgr-datacast\r\n\r\nID: 2\r\nData: x\r\n";
    const QByteArray ink = "Content-Type: application/x-ms-ink\r\n\r\nbase64:AAAA";
    say(wink);
    say(wink);
    say(ink);
    say(ink);
    say("Content-Type: text/x-keepalive\r\n\r\n");
    QCOMPARE(withBob().messages().size(), 2);
    QCOMPARE(withBob().messages()[0].kind, ChatMessage::Kind::Unsupported);
}

void TestChat::emptyGroupFailsAtOnce()
{
    QVERIFY(ring(1, "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 carol@example.com Carol\\r\\n"));
    auto *conversation = (*m_added)[0][0].value<Conversation *>();
    connection(1).say("BYE bob@example.com\r\nBYE carol@example.com\r\n");
    conversation->sendText(QStringLiteral("anybody?"), {});
    QCOMPARE(conversation->messages().last().delivery, Delivery::Failed);
    QCOMPARE(conversation->messages().last().error.code, ErrorCode::NobodyThere);
}

void TestChat::invites()
{
    Conversation &conversation = withBob();
    int joined = 0;
    conversation.invite(
        carol, {this, [&](const Expected<std::monostate, Error> &r) { joined += r ? 1 : 100; }});
    QVERIFY(open(1));
    QVERIFY(sb(1).play("C CAL 3 carol@example.com\\r\\n\nS CAL 3 RINGING 1\\r\\n"));
    QCOMPARE(joined, 0);
    connection(1).say("JOI carol@example.com Carol\r\n");
    QCOMPARE(joined, 1);
    QVERIFY(conversation.isGroup());
    conversation.invite(
        carol, {this, [&](const Expected<std::monostate, Error> &r) { joined += r ? 1 : 100; }});
    QCOMPARE(joined, 2);
}

void TestChat::invitationDoesNotHoldBackTexts()
{
    // Regression: while Carol was ringing nothing was sent to Bob.
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    conversation.invite(carol, {});
    QVERIFY(sb(1).play("C CAL 4 carol@example.com\\r\\n\nS CAL 4 RINGING 1\\r\\n"));
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(expectText(1, 5, "two"));
}

void TestChat::invitationRefused()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    Error error;
    conversation.invite(carol, {this, [&](const Expected<std::monostate, Error> &r) { error = r.error(); }});
    QVERIFY(sb(1).play("C CAL 4 carol@example.com\\r\\n\nS 217 4\\r\\n"));
    QCOMPARE(error.code, ErrorCode::NobodyThere);
    QCOMPARE(error.subject, QStringLiteral("carol@example.com"));
    QCOMPARE(delivery(conversation, 0), Delivery::Pending);
    QVERIFY(!conversation.isGroup());
}

void TestChat::typing()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    conversation.noteTyping();
    conversation.noteTyping();
    QVERIFY(sb(1).play("C MSG 4 U 90\\r\\n\n. MIME-Version: 1.0\\r\\nContent-Type: text/x-msmsgscontrol\\r\\n"
                       "TypingUser: alice@example.com\\r\\n\\r\\n\\r\\n"));
    QVERIFY(sb(1).nothingMoreSent());
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(expectText(1, 5, "two"));
    conversation.noteTyping(); // a new sentence: at once
    EVENTUALLY(connection(1).takeSent().startsWith("MSG 6 U 90\r\n"));

    QSignalSpy changed(&conversation, &Conversation::typingChanged);
    const QByteArray notice = serverMessage("bob@example.com", "Bob",
        "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgscontrol\r\nTypingUser: "
        "mallory@example.com\r\n\r\n\r\n");
    connection(1).say(notice);
    QCOMPARE(conversation.typing(), QList<Address>{bob});
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("done")));
    QVERIFY(conversation.typing().isEmpty());
    connection(1).say(notice + "BYE bob@example.com\r\n");
    QVERIFY(conversation.typing().isEmpty());
    QCOMPARE(changed.size(), 4);
    conversation.noteTyping();
    QVERIFY2(sb(1).nothingMoreSent(), "nobody is there to see it");
}

void TestChat::nudges()
{
    Conversation &conversation = withBob();
    conversation.sendNudge();
    QVERIFY(open(1));
    QVERIFY(sb(1).play(
        "C MSG 3 A 69\\r\\n\n. MIME-Version: 1.0\\r\\nContent-Type: text/x-msnmsgr-datacast\\r\\n\\r\\n"
        "ID: 1\\r\\n\\r\\n"));
    connection(1).say("ACK 3\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
}

void TestChat::chunks()
{
    // C7
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(1).say(serverMessage("bob@example.com", "Bob",
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nMessage-ID: {4}\r\nChunks: "
        "2\r\n\r\nGr\xC3"));
    QVERIFY(m_added->isEmpty());
    connection(1).say(serverMessage("bob@example.com", "Bob",
        "Message-ID: {4}\r\nChunk: 1\r\n\r\n\xBC\xC3\x9F"
        "e"));
    QCOMPARE(m_added->size(), 1);
    const auto *conversation = (*m_added)[0][0].value<Conversation *>();
    QCOMPARE(conversation->messages().size(), 1);
    QCOMPARE(conversation->messages()[0].text, QStringLiteral("Gr\u00FC\u00DFe"));
}

void TestChat::oddities()
{
    // C8
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com\\r\\n"));
    QVERIFY(sb(1).play(R"(
        S JOI bob@example.com\r\n
        S MSG bob@example.com Bob 0\r\n
        S MSG bob@example.com Bob 17\r\n
        . MIME-Version: 1.0
        S MSG bob@example.com Bob 60\r\n
        . MIME-Version: 1.0\r\nContent-Type: application/x-unknown\r\n\r\n\x00\xFF
        S MSG bob@example.com Bob 125\r\n
        . MIME-Version: 1.0\r\nContent-Type: TEXT/PLAIN;charset=utf-8\r\nX-MMS-IM-Format: EF=XYZ;CO=zz;PF\r\nP4-Context: Admin\r\n\r\nstill shown)"));
    QCOMPARE(m_added->size(), 1);
    const auto *conversation = (*m_added)[0][0].value<Conversation *>();
    QCOMPARE(conversation->messages().size(), 1);
    QCOMPARE(conversation->messages()[0].text, QStringLiteral("still shown"));
    QCOMPARE(conversation->messages()[0].senderName.text(), QStringLiteral("Bob"));
    QVERIFY(connection(1).isOpen());
}

void TestChat::unknownInvitationIsDeclined()
{
    // C6
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    QVERIFY(sb(1).play(R"(
        S MSG bob@example.com Bob 210\r\n
        . MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsinvite; charset=UTF-8\r\n\r\nApplication-Name: Chess\r\nApplication-GUID: {99999999-0000-4000-8000-000000000000}\r\nInvitation-Command: INVITE\r\nInvitation-Cookie: 58273\r\n\r\n
        C MSG 5 N 162\r\n
        . MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsinvite; charset=UTF-8\r\n\r\nInvitation-Command: CANCEL\r\nInvitation-Cookie: 58273\r\nCancel-Code: REJECT_NOT_INSTALLED\r\n\r\n)"));
    const auto *conversation = (*m_added)[0][0].value<Conversation *>();
    QCOMPARE(conversation->messages()[0].kind, ChatMessage::Kind::Unsupported);
}

void TestChat::blockedCallerIsIgnored()
{
    Contact blocked = *account().contacts().find(bob);
    blocked.lists.setFlag(List::Block);
    account().contacts().setContact(blocked);
    m_session->ns().say("RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob\r\n");
    Test::turnEventLoop();
    QCOMPARE(m_session->network.count(), 1);
}

void TestChat::pictureVisitorsAnnounceNothing()
{
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(1).say(serverMessage("bob@example.com", "Bob",
        "MIME-Version: 1.0\r\nContent-Type: text/x-clientcaps\r\n\r\nClient-Name: Example/1.0\r\n"));
    connection(1).say(serverMessage("bob@example.com", "Bob",
        "MIME-Version: 1.0\r\nContent-Type: application/x-msnmsgrp2p\r\n\r\n\x01\x02"));
    connection(1).say("BYE bob@example.com\r\n");
    connection(1).hangUp();
    QVERIFY(m_added->isEmpty());
    QVERIFY2(account().conversations().all().isEmpty(), "nothing is left behind");
}

void TestChat::closingWhileCalled()
{
    Conversation &conversation = withBob();
    m_session->ns().say("RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob\r\n");
    QVERIFY(m_session->network.await(1));
    account().conversations().close(&conversation);
    QVERIFY(sb(1).play(
        "C ANS 1 alice@example.com 1100000123.204418 20481\\r\\n\nS IRO 1 1 1 bob@example.com Bob\\r\\n\n"
        "S ANS 1 OK\\r\\n"));
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("hello?")));
    QCOMPARE(m_added->size(), 2);
    QCOMPARE((*m_added)[1][0].value<Conversation *>()->messages().size(), 1);
}

void TestChat::closingWhileOpening()
{
    QPointer<Conversation> conversation = &withBob();
    QSignalSpy changed(conversation, &Conversation::messageChanged);
    conversation->sendText(QStringLiteral("one"), {});
    account().conversations().close(conversation);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_session->play("C XFR 10 SB\\r\\n\nS XFR 10 SB 192.0.2.20:1863 CKI 1.2\\r\\n"));
    Test::turnEventLoop();
    QVERIFY(!conversation);
    QCOMPARE(m_session->network.count(), 1);

    // Left, but not closed: the switchboard that comes now is not used either.
    Conversation &again = withBob();
    again.sendText(QStringLiteral("two"), {});
    again.leave();
    QVERIFY(m_session->play("C XFR 10 SB\\r\\n\nS XFR 10 SB 192.0.2.20:1863 CKI 1.2\\r\\n"));
    Test::turnEventLoop();
    QCOMPARE(m_session->network.count(), 1);
    QCOMPARE(delivery(again, 0), Delivery::Failed);
}

void TestChat::closedInItsOwnSlot()
{
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connect(&account().conversations(), &Conversations::conversationAdded, this,
        [this](Conversation *conversation) { account().conversations().close(conversation); });
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("one")) + "BYE bob@example.com\r\n");
    Test::turnEventLoop();
    QVERIFY(account().conversations().all().isEmpty());
    QCOMPARE(connection(1).takeSent(), QByteArray("OUT\r\n"));
}

void TestChat::notificationConnectionLost()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    Conversation &other = *account().conversations().with(carol);
    other.sendText(QStringLiteral("waits"), {});
    QVERIFY(m_session->play("C XFR 11 SB\\r\\n\n@ server closes"));
    QCOMPARE(delivery(other, 0), Delivery::Failed);
    QVERIFY2(connection(1).isOpen(), "switchboards survive");
    connection(1).say("ACK 3\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
}

void TestChat::signOutFailsWhatWaits()
{
    Conversation &conversation = withBob();
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(open(1));
    QVERIFY(expectText(1, 3, "one"));
    account().signOut();
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(connection(1).takeSent(), QByteArray("OUT\r\n"));
    conversation.sendText(QStringLiteral("two"), {});
    QCOMPARE(delivery(conversation, 1), Delivery::Failed);
    QCOMPARE(conversation.messages()[1].error.code, ErrorCode::NotSignedIn);
}

void TestChat::ownJoinIsNoGuest()
{
    QVERIFY(ring(1, "S JOI alice@example.com Alice\\r\\n\nS IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(1).say(
        "JOI bob@example.com Bob\r\n" + serverMessage("bob@example.com", "Bob", plainText("hi")));
    const auto *conversation = (*m_added)[0][0].value<Conversation *>();
    QVERIFY(!conversation->isGroup());
}

void TestChat::everyChunkSize()
{
    for (const qsizetype size : {1, 2, 3, 7}) {
        QVERIFY(ring(m_session->network.count(), "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
        m_session->network.last().say(serverMessage("bob@example.com", "Bob", plainText("one"))
                + serverMessage("bob@example.com", "Bob", plainText("two")) + "BYE bob@example.com\r\n",
            size);
        QCOMPARE(withBob().messages().last().text, QStringLiteral("two"));
    }
    QCOMPARE(withBob().messages().size(), 8);
}

QTEST_GUILESS_MAIN(TestChat)
#include "tst_chat.moc"
