#include "core/chat/switchboardpool.h"
#include "core/net/switchboardsource.h"
#include "tests/core/chat/chatstage.h"
#include "tests/support/eventually.h"
#include "tests/support/signedinconnection.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::plainText;
using Test::serverMessage;
using Test::Session;
using Delivery = ChatMessage::Delivery;

namespace {

/// A pool with nothing around it.
struct BarePool
{
    BarePool()
        : source(ns.connection, ns.session.network.transports(), nullptr, Session::timing())
        , pool(
              Test::address(Test::alice), Test::address(Test::bob), source,
              [this] { return outbox.hasWaiting(); }, Session::timing())
    {
    }
    /// One message waits, and is ready to be sent.
    bool open()
    {
        outbox.add(1, {"a"});
        pool.pump();
        return ns.play("C XFR 5 SB\\r\\n\nS XFR 5 SB 192.0.2.20:1863 CKI 1.2\\r\\n")
            && ns.session.network.await(1)
            && Test::ServerScript(switchboard())
                   .play("C USR 1 alice@example.com 1.2\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\n"
                         "C CAL 2 bob@example.com\\r\\n\nS CAL 2 RINGING 1\\r\\n\n"
                         "S JOI bob@example.com Bob\\r\\n");
    }
    Test::FakeConnection &switchboard() const { return ns.session.network.at(1); }

    Test::SignedInConnection ns;
    SwitchboardSource source;
    Outbox outbox;
    SwitchboardPool pool;
};

} // namespace

/// Opening, calling and keeping switchboards, seen from the conversation for which that is done.
class TestSwitchboardPool : public QObject, private Test::ChatStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void peerLeftIsCalledAgainOnTheSameSocket();
    void socketGoneMeansANewSwitchboard();
    void socketDiesWhileCallingAgain();
    void serverThatAlwaysHangsUpIsNotAskedForever();
    void calledInVain_data();
    void calledInVain();
    void retryAfterNobodyThere();
    void nobodyJoins();
    void alreadyHere();
    void switchboardRequestRefused_data();
    void switchboardRequestRefused();
    void refusedCookieIsRetriedOnce();
    void bothCallAtOnce();
    void requestedTooFastWaits();
    void switchboardThatCannotRingIsReplaced();
    void emptyGroupFailsAtOnce();
    void invites();
    void invitationDoesNotHoldBackTexts();
    void invitationRefused();
    void asksForNothingWhileNothingWaits();
    void tellsWhoComesInOrder();
    void givesItsSwitchboardsAway();
    void saysWhenItIsEmpty();
};

void TestSwitchboardPool::peerLeftIsCalledAgainOnTheSameSocket()
{
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
    connection(1).say("ACK 3\r\nBYE bob@example.com\r\n");
    QCOMPARE(conversation.messages().size(), 1);
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(answerCall(1, 4));
    QVERIFY(expectText(1, 5, "two"));
    QCOMPARE(m_session->network.count(), 2);
}

void TestSwitchboardPool::socketGoneMeansANewSwitchboard()
{
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
    connection(1).say("ACK 3\r\nBYE bob@example.com 1\r\n");
    connection(1).hangUp();
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(open(2));
    QVERIFY(expectText(2, 3, "two"));
}

void TestSwitchboardPool::socketDiesWhileCallingAgain()
{
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
    connection(1).say("ACK 3\r\nBYE bob@example.com 1\r\n");
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(sb(1).play("C CAL 4 bob@example.com\\r\\n\n@ server closes"));
    QVERIFY(open(2));
    QVERIFY(expectText(2, 3, "two"));
    QCOMPARE(delivery(conversation, 1), Delivery::Pending);
}

void TestSwitchboardPool::serverThatAlwaysHangsUpIsNotAskedForever()
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

void TestSwitchboardPool::calledInVain_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("217") << 217 << ErrorCode::NobodyThere;
    QTest::newRow("216") << 216 << ErrorCode::NobodyThere;
    QTest::newRow("208") << 208 << ErrorCode::NobodyThere;
    QTest::newRow("713") << 713 << ErrorCode::ServerRefused;
}

void TestSwitchboardPool::calledInVain()
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

void TestSwitchboardPool::retryAfterNobodyThere()
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
    QVERIFY(answerCall(1, 3));
    QVERIFY(expectText(1, 4, "one"));
    connection(1).say("ACK 4\r\n");
    QCOMPARE(delivery(conversation, 0), Delivery::Delivered);
    QCOMPARE(conversation.messages().size(), 1);
}

void TestSwitchboardPool::nobodyJoins()
{
    begin([](Timing &timing) { timing.join = 50ms; });
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(giveSwitchboard(1));
    QVERIFY(sb(1).play(
        "C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\n"
        "C CAL 2 bob@example.com\\r\\n\nS CAL 2 RINGING 1\\r\\n"));
    EVENTUALLY(delivery(conversation, 0) == Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.code, ErrorCode::NoAnswer);
}

void TestSwitchboardPool::alreadyHere()
{
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(giveSwitchboard(1));
    QVERIFY(sb(1).play(
        "C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\n"
        "C CAL 2 bob@example.com\\r\\n\nS 215 2\\r\\n\nS JOI bob@example.com Bob\\r\\n"));
    QVERIFY(expectText(1, 3, "one"));
}

void TestSwitchboardPool::switchboardRequestRefused_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("attempts");
    QTest::newRow("280") << 280 << 2;
    QTest::newRow("281") << 281 << 2;
    QTest::newRow("913") << 913 << 1;
    QTest::newRow("500") << 500 << 1;
}

void TestSwitchboardPool::switchboardRequestRefused()
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

void TestSwitchboardPool::refusedCookieIsRetriedOnce()
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

void TestSwitchboardPool::bothCallAtOnce()
{
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
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

void TestSwitchboardPool::requestedTooFastWaits()
{
    begin([](Timing &timing) { timing.tooFast = 20ms; });
    Conversation &conversation = withBob();
    conversation.sendText(QStringLiteral("one"), {});
    QVERIFY(m_session->play("C XFR 7 SB\\r\\n\nS 800 7\\r\\n"));
    QCOMPARE(delivery(conversation, 0), Delivery::Pending);
    QVERIFY(m_session->play("C XFR 8 SB\\r\\n\nS 800 8\\r\\n"));
    QCOMPARE(delivery(conversation, 0), Delivery::Failed);
    QCOMPARE(conversation.messages()[0].error.serverNumber, 800);
}

void TestSwitchboardPool::switchboardThatCannotRingIsReplaced()
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

void TestSwitchboardPool::emptyGroupFailsAtOnce()
{
    QVERIFY(ring(1, "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 carol@example.com Carol\\r\\n"));
    auto *conversation = announced(0);
    connection(1).say("BYE bob@example.com\r\nBYE carol@example.com\r\n");
    conversation->sendText(QStringLiteral("anybody?"), {});
    QCOMPARE(conversation->messages().last().delivery, Delivery::Failed);
    QCOMPARE(conversation->messages().last().error.code, ErrorCode::NobodyThere);
}

void TestSwitchboardPool::invites()
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

void TestSwitchboardPool::invitationDoesNotHoldBackTexts()
{
    // Regression: while Carol was ringing nothing was sent to Bob.
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
    conversation.invite(carol, {});
    QVERIFY(sb(1).play("C CAL 4 carol@example.com\\r\\n\nS CAL 4 RINGING 1\\r\\n"));
    conversation.sendText(QStringLiteral("two"), {});
    QVERIFY(expectText(1, 5, "two"));
}

void TestSwitchboardPool::invitationRefused()
{
    Conversation &conversation = withBob();
    QVERIFY(sayOne(conversation));
    Error error;
    conversation.invite(carol, {this, [&](const Expected<std::monostate, Error> &r) { error = r.error(); }});
    QVERIFY(sb(1).play("C CAL 4 carol@example.com\\r\\n\nS 217 4\\r\\n"));
    QCOMPARE(error.code, ErrorCode::NobodyThere);
    QCOMPARE(error.subject, QStringLiteral("carol@example.com"));
    QCOMPARE(delivery(conversation, 0), Delivery::Pending);
    QVERIFY(!conversation.isGroup());
}

void TestSwitchboardPool::asksForNothingWhileNothingWaits()
{
    BarePool bare;
    QVERIFY(bare.ns.signIn());
    bare.pool.pump();
    QVERIFY(bare.pool.isIdle());
    QVERIFY(!bare.pool.readyOne());
    QVERIFY(bare.ns.session.script().nothingMoreSent());
    bare.outbox.add(1, {"a"});
    bare.pool.pump();
    bare.pool.pump(); // under way already
    QVERIFY(!bare.pool.isIdle());
    QVERIFY(bare.ns.play("C XFR 5 SB\\r\\n"));
    QVERIFY(bare.ns.session.script().nothingMoreSent());
}

void TestSwitchboardPool::tellsWhoComesInOrder()
{
    BarePool bare;
    QVERIFY(bare.ns.signIn());
    QVERIFY(bare.open());
    QStringList told;
    SwitchboardPool *pool = &bare.pool;
    const auto note = [&told, pool](const char *what) {
        told.append(QString::fromLatin1(what) + (pool->isGroup() ? QStringLiteral(" of many") : QString()));
    };
    connect(pool, &SwitchboardPool::joined, this, [note] { note("joined"); });
    connect(pool, &SwitchboardPool::memberAdded, this, [note] { note("member"); });
    connect(pool, &SwitchboardPool::left, this, [note] { note("left"); });
    connect(pool, &SwitchboardPool::participantsChanged, this, [note] { note("changed"); });
    bare.switchboard().say("JOI carol@example.com Carol\r\nBYE bob@example.com\r\n");
    QCOMPARE(told,
        QStringLiteral("joined|member of many|changed of many|left of many|changed of many").split(u'|'));
    QCOMPARE(pool->members().size(), 1);
    pool->disconnect(this);
}

void TestSwitchboardPool::givesItsSwitchboardsAway()
{
    BarePool bare;
    QVERIFY(bare.ns.signIn());
    QVERIFY(bare.open());
    QSignalSpy failed(&bare.pool, &SwitchboardPool::failed);
    ErrorCode invited = ErrorCode::None;
    bare.pool.invite(carol, {this, [&](const Expected<std::monostate, Error> &result) {
                                 QVERIFY(failed.isEmpty()); // first
                                 invited = result.error().code;
                             }});
    const auto given = bare.pool.takeSwitchboards();
    QCOMPARE(given.size(), size_t(1));
    QVERIFY(given[0]->isOpen());
    QCOMPARE(invited, ErrorCode::Cancelled);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!bare.pool.readyOne());
}

void TestSwitchboardPool::saysWhenItIsEmpty()
{
    BarePool bare;
    QVERIFY(bare.ns.signIn());
    QSignalSpy ready(&bare.pool, &SwitchboardPool::readyToSend);
    QSignalSpy emptied(&bare.pool, &SwitchboardPool::emptied);
    QVERIFY(bare.open());
    QCOMPARE(ready.size(), 1);
    bare.outbox.sendThrough(*bare.pool.readyOne());
    bare.switchboard().hangUp();
    QCOMPARE(emptied.size(), 1);
    QVERIFY(bare.pool.isIdle());
}

QTEST_GUILESS_MAIN(TestSwitchboardPool)
#include "tst_switchboardpool.moc"
