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

/// Which conversation a switchboard belongs to, and when one begins and ends.
class TestConversations : public QObject, private Test::ChatStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void calledSide();
    void thirdPersonMakesAGroup();
    void calledIntoAGroup();
    void silentGroupGoesOnWhenItIsCalledAgain();
    void blockedCallerIsIgnored();
    void pictureVisitorsAnnounceNothing();
    void complaint1_calledWhileClosing();
    void complaint1_closedWhileOpening();
    void closedWhileOnItsWay_data();
    void closedWhileOnItsWay();
    void closedInItsOwnSlot();
    void notificationConnectionLost();
    void signOutFailsWhatWaits();
    void ownJoinIsNoGuest();
    void everyChunkSize();
    void groupCalledByOneIsTheSameWindow();
    void callerOfASilentGroupWhoStaysAlone();
    void callOfASilentGroupThatEndsAtOnce();
    void latecomersOfASilentGroup();
    void signOutWhileACallIsUndecided();

private:
    /// A group of Bob and Carol in which nobody is left.
    void makeSilentGroup();
};

void TestConversations::calledSide()
{
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    QVERIFY2(m_added->isEmpty(), "no window before there is something to show");
    connection(1).say(serverMessage("bob@example.com", "Bob",
        "MIME-Version: 1.0\r\nContent-Type: "
        "text/x-msnmsgr-datacast\r\n\r\nID: 1\r\n\r\n"));
    QCOMPARE(m_added->size(), 1);
    auto *conversation = announced(0);
    QCOMPARE(conversation->peer(), bob);
    QCOMPARE(conversation->messages()[0].kind, ChatMessage::Kind::Nudge);
    connection(1).say("BYE bob@example.com 1\r\n");
    QCOMPARE(conversation->messages().size(), 1); // no line about an idle end
    conversation->sendText(QStringLiteral("still there?"), {});
    QVERIFY(answerCall(1, 2));
    QVERIFY(expectText(1, 3, "still there?"));
}

void TestConversations::thirdPersonMakesAGroup()
{
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
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

void TestConversations::calledIntoAGroup()
{
    // C3
    QVERIFY(ring(1, "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 carol@example.com Carol%20C.\\r\\n"));
    QCOMPARE(m_added->size(), 1);
    auto *conversation = announced(0);
    QVERIFY(conversation->isGroup());
    connection(1).say(serverMessage("carol@example.com", "Carol%20C.", plainText("hi both")));
    QCOMPARE(conversation->messages().last().senderName.text(), QStringLiteral("Carol C."));
    connection(1).say("BYE bob@example.com\r\nBYE carol@example.com 1\r\n");
    QCOMPARE(conversation->messages().last().sender, bob); // an idle end is no leaving
    conversation->sendText(QStringLiteral("anybody?"), {});
    QVERIFY(answerCall(1, 2, Test::carol));
    QVERIFY(expectText(1, 3, "anybody?"));
}

void TestConversations::silentGroupGoesOnWhenItIsCalledAgain()
{
    // Regression: a second call into the same group opened another conversation.
    const QByteArray both
        = "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 carol@example.com Carol\\r\\n";
    QVERIFY(ring(1, both));
    auto *conversation = announced(0);
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

void TestConversations::blockedCallerIsIgnored()
{
    Contact blocked = *account().contacts().find(bob);
    blocked.lists.setFlag(List::Block);
    account().contacts().setContact(blocked);
    m_session->ns().say("RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob\r\n");
    Test::turnEventLoop();
    QCOMPARE(m_session->network.count(), 1);
}

void TestConversations::pictureVisitorsAnnounceNothing()
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

void TestConversations::complaint1_calledWhileClosing()
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
    QCOMPARE(announced(1)->messages().size(), 1);
}

void TestConversations::complaint1_closedWhileOpening()
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

void TestConversations::closedWhileOnItsWay_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("acknowledged") << QByteArray("ACK 3\r\n") << Delivery::Delivered;
    QTest::newRow("refused") << QByteArray("NAK 3\r\n") << Delivery::Failed;
    QTest::newRow("broken off") << QByteArray() << Delivery::Failed;
}

/// Found by the soak: nobody learnt what became of the last words before a window was closed.
void TestConversations::closedWhileOnItsWay()
{
    QFETCH(QByteArray, answer);
    QFETCH(Delivery, delivery);
    QPointer<Conversation> conversation = &withBob();
    QVERIFY(sayOne(*conversation));
    QSignalSpy changed(conversation, &Conversation::messageChanged);
    account().conversations().close(conversation);
    QVERIFY(account().conversations().all().isEmpty());
    Test::turnEventLoop();
    QVERIFY(conversation);
    if (answer.isEmpty())
        connection(1).hangUp();
    else
        connection(1).say(answer);
    EVENTUALLY(!conversation);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().constFirst().value<ChatMessage>().delivery, delivery);
    QCOMPARE(m_session->network.count(), 2);
}

void TestConversations::closedInItsOwnSlot()
{
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connect(&account().conversations(), &Conversations::conversationAdded, this,
        [this](Conversation *conversation) { account().conversations().close(conversation); });
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("one")) + "BYE bob@example.com\r\n");
    Test::turnEventLoop();
    QVERIFY(account().conversations().all().isEmpty());
    QCOMPARE(connection(1).takeSent(), QByteArray("OUT\r\n"));
}

void TestConversations::notificationConnectionLost()
{
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
    Conversation &other = *account().conversations().with(carol);
    other.sendText(QStringLiteral("waits"), {});
    QVERIFY(m_session->play("C XFR 11 SB\\r\\n\n@ server closes"));
    QCOMPARE(delivery(other, 0), Delivery::Failed);
    QVERIFY2(connection(1).isOpen(), "switchboards survive");
    connection(1).say("ACK 3\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
}

void TestConversations::signOutFailsWhatWaits()
{
    Conversation &conversation = withBob();
    QSignalSpy changed(&conversation, &Conversation::messageChanged);
    QVERIFY(sayOne(conversation));
    account().signOut();
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(connection(1).takeSent(), QByteArray("OUT\r\n"));
    conversation.sendText(QStringLiteral("two"), {});
    QCOMPARE(delivery(conversation, 1), Delivery::Failed);
    QCOMPARE(conversation.messages()[1].error.code, ErrorCode::NotSignedIn);
}

void TestConversations::ownJoinIsNoGuest()
{
    QVERIFY(ring(1, "S JOI alice@example.com Alice\\r\\n\nS IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(1).say(
        "JOI bob@example.com Bob\r\n" + serverMessage("bob@example.com", "Bob", plainText("hi")));
    const auto *conversation = announced(0);
    QVERIFY(!conversation->isGroup());
}

void TestConversations::everyChunkSize()
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

void TestConversations::makeSilentGroup()
{
    QVERIFY(ring(1, "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 carol@example.com Carol\\r\\n"));
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("one")));
    connection(1).hangUp();
}

void TestConversations::groupCalledByOneIsTheSameWindow()
{
    // Regression: what Bob wrote before Carol had come stood in a window of two, which then became a
    // second window of the group.
    makeSilentGroup();
    Conversation *group = announced(0);
    QVERIFY(ring(2, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(2).say(serverMessage("bob@example.com", "Bob", plainText("two")));
    QCOMPARE(m_added->size(), 1);
    connection(2).say("JOI carol@example.com Carol\r\n");
    connection(2).say(serverMessage("carol@example.com", "Carol", plainText("three")));
    QCOMPARE(m_added->size(), 1);
    QCOMPARE(account().conversations().all(), QList<Conversation *>{group});
    QCOMPARE(group->messages().size(), 3);
    QCOMPARE(group->messages()[1].text, QStringLiteral("two"));
    QCOMPARE(group->messages()[2].text, QStringLiteral("three"));
    group->sendText(QStringLiteral("four"), {});
    QVERIFY(expectText(2, 2, "four"));
}

void TestConversations::callerOfASilentGroupWhoStaysAlone()
{
    begin([](Timing &timing) { timing.groupGathering = 20ms; });
    makeSilentGroup();
    QVERIFY(ring(2, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(2).say(serverMessage("bob@example.com", "Bob", plainText("psst"))
        + serverMessage("bob@example.com", "Bob", plainText("only you")));
    EVENTUALLY(m_added->size() == 2);
    Conversation *talk = announced(1);
    QVERIFY(!talk->isGroup());
    QCOMPARE(talk->messages().size(), 2);
    QCOMPARE(talk->messages()[1].text, QStringLiteral("only you"));
    talk->sendText(QStringLiteral("yes?"), {});
    QVERIFY(expectText(2, 2, "yes?"));
    QCOMPARE(announced(0)->messages().size(), 1);
}

void TestConversations::callOfASilentGroupThatEndsAtOnce()
{
    makeSilentGroup();
    QVERIFY(ring(2, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(2).say(serverMessage("bob@example.com", "Bob", plainText("two")));
    connection(2).hangUp();
    QCOMPARE(m_added->size(), 2);
    QCOMPARE(withBob().messages().size(), 1);
    QCOMPARE(withBob().messages()[0].text, QStringLiteral("two"));
}

void TestConversations::latecomersOfASilentGroup()
{
    QVERIFY(ring(1,
        "S IRO 1 1 3 bob@example.com Bob\\r\\n\nS IRO 1 2 3 carol@example.com Carol\\r\\n\n"
        "S IRO 1 3 3 dave@example.com Dave\\r\\n"));
    connection(1).hangUp();
    QVERIFY(ring(2, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(2).say("JOI carol@example.com Carol\r\nJOI dave@example.com Dave\r\n");
    QCOMPARE(m_added->size(), 1);
    QCOMPARE(announced(0)->participants().size(), 3);
    connection(2).hangUp();
    // A stranger to it makes another one.
    QVERIFY(ring(3, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    connection(3).say("JOI erin@example.com Erin\r\n");
    QCOMPARE(m_added->size(), 2);
    QCOMPARE(announced(1)->participants().size(), 2);
}

void TestConversations::signOutWhileACallIsUndecided()
{
    makeSilentGroup();
    QVERIFY(ring(2, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    account().signOut();
    QCOMPARE(connection(2).takeSent(), QByteArray("OUT\r\n"));
    Test::turnEventLoop();
    QVERIFY(connection(2).isLeft());
}

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
