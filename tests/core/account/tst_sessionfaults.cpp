#include "core/account/account.h"
#include "core/chat/conversation.h"
#include "core/chat/conversations.h"
#include "core/roster/rostereditor.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

namespace {

const QByteArray nudge = "MIME-Version: 1.0\r\nContent-Type: text/x-msnmsgr-datacast\r\n\r\nID: 1\r\n\r\n";

} // namespace

/// What a strict server did to the whole client, and the client got wrong.
class TestSessionFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silentSynEndsAsSoonAsEveryOtherStep();
    void refusedChallengeIsTriedOnceMoreWithTheOtherProduct();
    void unansweredChallengeDoesNoHarm();
    void nudgesOfOnePersonAreLimited();
    void pendingListIsNotTouchedBelowMsnp10();
    void sessionsThatDropAtOnceAreTriedEverMoreSeldom();
    void serversThatSendUsToAndFroAreLeftAlone();
    void presenceBeforeTheListIsKept();
    void peopleAskAreLimited();

private:
    bool refuseChallenge(Test::Session &session, const QByteArray &answer);
};

void TestSessionFaults::silentSynEndsAsSoonAsEveryOtherStep()
{
    Test::Session session;
    session.options.timing.signInReply = 300ms;
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    QVERIFY(session.signInUntilSyn());
    QVERIFY(session.play(R"(C SYN 5 0\r\n)"));
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(errors[0][0].value<Error>().code, ErrorCode::ReplyTimedOut);
    QCOMPARE(session.account().state(), Account::State::SignedOut);
}

bool TestSessionFaults::refuseChallenge(Test::Session &session, const QByteArray &answer)
{
    return session.play("S CHL 0 15570131571988941333\\r\\n\n" + answer + "S 540 7\\r\\n\n@ server closes");
}

void TestSessionFaults::refusedChallengeIsTriedOnceMoreWithTheOtherProduct()
{
    Test::Session session;
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    QVERIFY(session.signIn());
    QVERIFY(refuseChallenge(
        session, "C QRY 7 msmsgs@msnmsgr.com 32\\r\\n\n. 8f2f5a91b72102cd28355e9fc9000d6e\n"));
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(errors[0][0].value<Error>().code, ErrorCode::ServerRefused);
    QCOMPARE(errors[0][0].value<Error>().serverNumber, 540);
    QCOMPARE(session.account().state(), Account::State::WaitingToReconnect);

    QVERIFY(session.followTo(1));
    QVERIFY(session.play(session.opening()));
    QVERIFY(session.play("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n" + session.firstStatus()));
    QVERIFY(
        refuseChallenge(session, "C QRY 7 PROD0038W!61ZTF9 32\\r\\n\n. ca90e6a7c94a14aae7b3ae0f6018433e\n"));
    QTRY_COMPARE(errors.size(), 2);
    QCOMPARE(session.account().state(), Account::State::SignedOut);
}

void TestSessionFaults::unansweredChallengeDoesNoHarm()
{
    Test::Session session;
    session.options.timing.reply = 20ms;
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    QVERIFY(session.signIn());
    QVERIFY(session.play(R"(S CHL 0 15570131571988941333\r\n
                            C QRY 7 msmsgs@msnmsgr.com 32\r\n
                            . 8f2f5a91b72102cd28355e9fc9000d6e)"));
    // Asked later, with the same patience: when this has run out, the challenge's has too.
    Error later;
    session.account().setOwnName(FriendlyName(QStringLiteral("A")),
        {this, [&later](const auto &result) { later = result ? Error{} : result.error(); }});
    QTRY_COMPARE(later.code, ErrorCode::ReplyTimedOut);
    QCOMPARE(errors.size(), 0);
    QCOMPARE(session.account().state(), Account::State::SignedIn);
}

void TestSessionFaults::nudgesOfOnePersonAreLimited()
{
    Test::Session session;
    session.options.timing.nudgeRepeat = 300ms;
    QVERIFY(session.signIn());
    QVERIFY(session.play("S RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob\\r\\n\n"));
    Test::FakeConnection *board = session.network.await(1);
    QVERIFY(board);
    QVERIFY(Test::ServerScript(*board).play(R"(C ANS 1 alice@example.com 1100000123.204418 20481\r\n
                                               S IRO 1 1 1 bob@example.com Bob\r\n
                                               S ANS 1 OK\r\n)"));
    Conversation *conversation = session.account().conversations().with(Test::address(Test::bob));
    const QByteArray line = Test::serverMessage(Test::bob, "Bob", nudge);
    board->say(line + line + line);
    QTRY_COMPARE(conversation->messages().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT((board->say(line), conversation->messages().size() == 2), 3000);
    QVERIFY(conversation->messages().constLast().kind == ChatMessage::Kind::Nudge);
}

void TestSessionFaults::pendingListIsNotTouchedBelowMsnp10()
{
    Test::Session session(ProtocolVersion::Msnp9);
    QVERIFY(session.signIn(R"(C SYN 5 0\r\n
                              S SYN 5 139 2 1\r\n
                              S GTC A\r\n
                              S BLP AL\r\n
                              S LSG 0 Other%20Contacts 0\r\n
                              S LST bob@example.com Bob 27 0\r\n
                              S LST carol@example.com Carol 3 0\r\n)"));
    QVERIFY(session.script().nothingMoreSent());
    QVERIFY(session.play("S ADD 0 PL 140 carol@example.com Carol\\r\\n\n"));
    bool ended = false;
    session.account().editor().forgetPending(
        Test::address(Test::carol), {this, [&ended](const auto &) { ended = true; }});
    QVERIFY(ended);
    QVERIFY(session.script().nothingMoreSent());
}

void TestSessionFaults::sessionsThatDropAtOnceAreTriedEverMoreSeldom()
{
    // Regression: the pauses began anew as soon as the list was there.
    Test::Session session;
    session.options.timing.reconnectFirst = 10ms;
    session.options.timing.reconnectLongest = 1000ms;
    QVERIFY(session.signIn());
    QList<qint64> pauses;
    for (qsizetype attempt = 1; attempt <= 4; ++attempt) {
        session.ns().hangUp();
        QCOMPARE(session.account().state(), Account::State::WaitingToReconnect);
        pauses.append(QDateTime::currentDateTime().msecsTo(session.account().nextAttempt()));
        QVERIFY(session.followTo(attempt));
        QVERIFY(session.play(session.opening()));
        QVERIFY(session.play("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n" + session.firstStatus()));
        QCOMPARE(session.account().state(), Account::State::SignedIn);
    }
    QVERIFY2(pauses.last() > 2 * pauses.first(), qPrintable(QString::number(pauses.last())));

    // One that has lived for a while makes them short again.
    Test::Session settled;
    settled.options.timing.settled = 0ms;
    settled.options.timing.reconnectFirst = 20ms;
    settled.options.timing.reconnectLongest = 10000ms;
    QVERIFY(settled.signIn());
    for (qsizetype attempt = 1; attempt <= 3; ++attempt) {
        Test::turnEventLoop();
        settled.ns().hangUp();
        const qint64 pause = QDateTime::currentDateTime().msecsTo(settled.account().nextAttempt());
        QVERIFY2(pause <= 24, qPrintable(QString::number(pause)));
        QVERIFY(settled.followTo(attempt));
        QVERIFY(settled.play(settled.opening()));
        QVERIFY(settled.play("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n" + settled.firstStatus()));
    }
}

void TestSessionFaults::serversThatSendUsToAndFroAreLeftAlone()
{
    Test::Session session;
    session.options.timing.reconnectFirst = 1h;
    session.options.timing.reconnectLongest = 1h;
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    QVERIFY(session.signIn());
    for (qsizetype move = 1; move <= 5; ++move) {
        session.ns().say("XFR 0 NS 192.0.2.11:1863 0 192.0.2.10:1863\r\n");
        QVERIFY(session.followTo(move));
        QVERIFY(session.play(session.opening()));
        QVERIFY(session.play("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n" + session.firstStatus()));
        QVERIFY(errors.isEmpty());
    }
    session.ns().say("XFR 0 NS 192.0.2.11:1863 0 192.0.2.10:1863\r\n");
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0][0].value<Error>().code, ErrorCode::TooManyTransfers);
    QCOMPARE(session.account().state(), Account::State::WaitingToReconnect);
}

void TestSessionFaults::presenceBeforeTheListIsKept()
{
    Test::Session session;
    QSignalSpy comings(&session.account(), &Account::contactSignedIn);
    QVERIFY(session.signIn("C SYN 5 0\\r\\n\nS NLN NLN bob@example.com Bob 0\\r\\n\n"
        + session.defaultList().mid(session.defaultList().indexOf("S SYN"))));
    QVERIFY(session.account().contacts().find(Test::address(Test::bob))->isOnline());
    QVERIFY(comings.isEmpty()); // they were there before us
}

void TestSessionFaults::peopleAskAreLimited()
{
    Test::Session session;
    QVERIFY(session.signIn());
    QSignalSpy asked(&session.account(), &Account::addedByOther);
    QByteArray lines;
    for (int i = 0; i < 12'000; ++i)
        lines += "ADD 0 RL " + QByteArray::number(140 + i) + " u" + QByteArray::number(i)
            + "@example.com U\r\n";
    session.ns().say(lines);
    QTRY_VERIFY(session.account().contacts().size() >= 10'000);
    Test::turnEventLoop();
    QCOMPARE(session.account().contacts().size(), 10'000);
    QCOMPARE(asked.size(), 200);
}

QTEST_GUILESS_MAIN(TestSessionFaults)
#include "tst_sessionfaults.moc"
