#include "tests/core/chat/chatstage.h"
#include "tests/support/eventually.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::plainText;
using Test::serverMessage;
using Test::Session;
using Delivery = ChatMessage::Delivery;

/// What becomes of the lines of a conversation, in and out: a signed-in account on one side, the script of
/// the switchboard on the other.
class TestConversation : public QObject, private Test::ChatStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void callerFromTypingToAck();
    void textTypedWhileOpeningGoesOutInOrder();
    void longTextTravelsInPieces();
    void nak();
    void deadlineFailsOnce();
    void disconnectFailsOnce();
    void retrySendsOnlyWhatIsMissing();
    void lateRefusalOfAnEarlierTry();
    void unsupportedIsToldOnce();
    void typing();
    void nudges();
    void chunks();
    void oddities();
    void unknownInvitationIsDeclined();
};

void TestConversation::callerFromTypingToAck()
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

void TestConversation::textTypedWhileOpeningGoesOutInOrder()
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

void TestConversation::longTextTravelsInPieces()
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

void TestConversation::nak()
{
    Conversation &conversation = withBob();
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    QVERIFY(sayOne(conversation));
    connection(1).say("NAK 3\r\nNAK 3\r\nACK 3\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.code, ErrorCode::ServerRefused);
    QCOMPARE(changed.size(), 1);
}

void TestConversation::deadlineFailsOnce()
{
    begin([](Timing &timing) { timing.delivery = 50ms; });
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

void TestConversation::disconnectFailsOnce()
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

void TestConversation::retrySendsOnlyWhatIsMissing()
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

void TestConversation::lateRefusalOfAnEarlierTry()
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

void TestConversation::unsupportedIsToldOnce()
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

void TestConversation::typing()
{
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
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

void TestConversation::nudges()
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

void TestConversation::chunks()
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
    const auto *conversation = announced(0);
    QCOMPARE(conversation->messages().size(), 1);
    QCOMPARE(conversation->messages()[0].text, QStringLiteral("Gr\u00FC\u00DFe"));
}

void TestConversation::oddities()
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
    const auto *conversation = announced(0);
    QCOMPARE(conversation->messages().size(), 1);
    QCOMPARE(conversation->messages()[0].text, QStringLiteral("still shown"));
    QCOMPARE(conversation->messages()[0].senderName.text(), QStringLiteral("Bob"));
    QVERIFY(connection(1).isOpen());
}

void TestConversation::unknownInvitationIsDeclined()
{
    // C6
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    QVERIFY(sb(1).play(R"(
        S MSG bob@example.com Bob 210\r\n
        . MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsinvite; charset=UTF-8\r\n\r\nApplication-Name: Chess\r\nApplication-GUID: {99999999-0000-4000-8000-000000000000}\r\nInvitation-Command: INVITE\r\nInvitation-Cookie: 58273\r\n\r\n
        C MSG 5 N 162\r\n
        . MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsinvite; charset=UTF-8\r\n\r\nInvitation-Command: CANCEL\r\nInvitation-Cookie: 58273\r\nCancel-Code: REJECT_NOT_INSTALLED\r\n\r\n)"));
    const auto *conversation = announced(0);
    QCOMPARE(conversation->messages()[0].kind, ChatMessage::Kind::Unsupported);
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_chatconversation.moc"
