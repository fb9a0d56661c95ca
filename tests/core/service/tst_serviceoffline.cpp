#include "core/protocol/offlinemessage.h"
#include "core/wire/mimemessage.h"
#include "tests/core/service/bareservice.h"
#include "tests/support/eventually.h"

#include <QTest>

using namespace Test;

namespace {

QByteArray say(const QByteArray &who, int id, const QByteArray &text)
{
    return who + "-sb > MSG " + QByteArray::number(id)
        + " A # | MIME-Version: 1.0\\r\\nContent-Type: text/plain; charset=UTF-8\\r\\n\\r\\n" + text + '\n';
}

QByteArray opened(const QByteArray &who)
{
    QByteArray script = R"(
        WHO > XFR 10 SB
        WHO < XFR 10 SB * CKI <WHO-cookie>
        WHO-sb connect
        WHO-sb > USR 1 WHO@example.com <WHO-cookie>
        WHO-sb < USR 1 OK WHO@example.com ..
)";
    return script.replace("WHO", who);
}

/// On a switchboard with a place kept for Bob.
QByteArray openedForBob(const QByteArray &who)
{
    QByteArray script = R"(
        WHO-sb > CAL 2 bob@example.com KEEP
        WHO-sb < CAL 2 RINGING *
        WHO-sb < JOI bob@example.com Bob
)";
    return opened(who) + script.replace("WHO", who);
}

/// Bob answers the call of somebody who has left something.
QByteArray answered(const QByteArray &from)
{
    QByteArray script = R"(
        bob < RNG <session> * CKI <ring> FROM@example.com ..
        bob-FROM connect
        bob-FROM > ANS 1 bob@example.com <ring> <session>
        bob-FROM < IRO 1 1 1 FROM@example.com ..
        bob-FROM < ANS 1 OK
)";
    return script.replace("FROM", from);
}

} // namespace

/// Messages to people who are not there (docs/offline-messages.md).
class tst_ServiceOffline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_service = std::make_unique<BareService>(); }
    void keptAndDeliveredOnceInOrder();
    void severalSenders();
    void withoutTheWord_data();
    void withoutTheWord();
    void blockedAreHeldBack();
    void strangersAreRefused();
    void whatIsNotKept();
    void noMoreRoom_data();
    void noMoreRoom();
    void diskIsFull();
    void unansweredCallComesAgain();
    void unansweredCallsDoNotPileUp();
    void unansweredCallEndsWithItsPass();
    void comesDuringTheConversation();
    void hiddenGetItWhenTheyAppear();
    void serviceSaysThatItKeeps();

private:
    /// Text of the next message to \p who, without its time; `time` is set.
    QByteArray nextText(const QByteArray &who, QDateTime *time = nullptr);
    void signIn(const QByteArray &who, int protocol)
    {
        m_service->dialogue.forget("<session>");
        m_service->dialogue.forget("<ring>");
        QCOMPARE(m_service->signInOnline(who, protocol), QString());
    }

    std::unique_ptr<BareService> m_service;
};

QByteArray tst_ServiceOffline::nextText(const QByteArray &who, QDateTime *time)
{
    const QByteArray command = m_service->dialogue.client(who).nextCommand().value_or(QByteArray());
    if (!command.startsWith("MSG "))
        return "not a message: " + command;
    auto message = Msn::MimeMessage::parse(command.sliced(command.indexOf("\r\n") + 2));
    const auto arrived = takeArrivalTime(message);
    if (time)
        *time = arrived.value_or(QDateTime());
    return message.body();
}

void tst_ServiceOffline::keptAndDeliveredOnceInOrder()
{
    Dialogue &dialogue = m_service->dialogue;
    signIn("alice", 9);
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    QByteArray script = openedForBob("alice");
    for (int i = 0; i < 5; ++i)
        script += say("alice", 10 + i, "text " + QByteArray::number(i)) + "alice-sb < ACK "
            + QByteArray::number(10 + i) + '\n';
    PLAY(dialogue, script + "alice-sb > OUT\nalice-sb closed");

    signIn("bob", 8);
    PLAY(dialogue, answered("alice"));
    for (int i = 0; i < 5; ++i) {
        QDateTime time;
        QCOMPARE(nextText("bob-alice", &time), "text " + QByteArray::number(i));
        QVERIFY(time >= before && time <= QDateTime::currentDateTimeUtc());
    }
    PLAY(dialogue, "bob-alice < BYE alice@example.com\nbob-alice silent\nbob silent");
    QVERIFY(m_service->store.storedMessages(BareService::address("bob")).isEmpty());

    PLAY(dialogue, "bob > OUT\nbob closed");
    signIn("bob", 10);
    PLAY(dialogue, "bob silent");
}

void tst_ServiceOffline::severalSenders()
{
    Dialogue &dialogue = m_service->dialogue;
    for (const QByteArray who : {"alice", "carol"}) {
        signIn(who, 9);
        PLAY(dialogue,
            openedForBob(who) + say(who, 3, "from " + who) + who + "-sb < ACK 3\n" + who + "-sb > OUT\n" + who
                + "-sb closed");
    }
    signIn("bob", 9);
    PLAY(dialogue, answered("alice"));
    QCOMPARE(nextText("bob-alice"), QByteArray("from alice"));
    dialogue.forget("<session>");
    dialogue.forget("<ring>");
    PLAY(dialogue, answered("carol"));
    QCOMPARE(nextText("bob-carol"), QByteArray("from carol"));
}

void tst_ServiceOffline::withoutTheWord_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::newRow("classic") << QByteArray("CAL 2 bob@example.com");
    QTest::newRow("another word") << QByteArray("CAL 2 bob@example.com NOW");
    QTest::newRow("nobody of that name") << QByteArray("CAL 2 mike@example.com KEEP");
}

void tst_ServiceOffline::withoutTheWord()
{
    QFETCH(QByteArray, call);
    signIn("alice", 9);
    PLAY(m_service->dialogue, opened("alice") + "alice-sb > " + call + "\nalice-sb < 217 2\nalice-sb silent");
}

/// They hear what everybody hears, and nobody hears them until the block ends.
void tst_ServiceOffline::blockedAreHeldBack()
{
    const Msn::Address bob = BareService::address("bob");
    m_service->store.saveContact(
        bob, {BareService::address("alice"), {}, Msn::List::Block, {}, QUuid::createUuid()});
    signIn("alice", 9);
    PLAY(m_service->dialogue, openedForBob("alice") + say("alice", 3, "let me in") + "alice-sb < ACK 3");
    signIn("bob", 9);
    PLAY(m_service->dialogue,
        "bob silent\nbob > REM 20 BL alice@example.com\nbob < REM 20 BL ..\nbob > OUT\nbob closed");
    signIn("bob", 9);
    PLAY(m_service->dialogue, answered("alice"));
    QCOMPARE(nextText("bob-alice"), QByteArray("let me in"));
}

void tst_ServiceOffline::strangersAreRefused()
{
    auto account = *m_service->store.account(BareService::address("bob"));
    account.privacy = Msn::DefaultPrivacy::BlockOthers;
    m_service->store.saveAccount(account);
    signIn("alice", 9);
    PLAY(m_service->dialogue,
        opened("alice") + "alice-sb > CAL 2 bob@example.com KEEP\nalice-sb < 216 2\nalice-sb silent");
}

void tst_ServiceOffline::whatIsNotKept()
{
    signIn("alice", 9);
    PLAY(m_service->dialogue, openedForBob("alice") + R"(
        alice-sb > MSG 3 U # | MIME-Version: 1.0\r\nContent-Type: text/x-msmsgscontrol\r\nTypingUser: a\r\n\r\n
        alice-sb > MSG 4 A # | MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsinvite\r\n\r\nInvitation-Command: INVITE
        alice-sb < NAK 4
        alice-sb > MSG 5 N # | MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsinvite\r\n\r\nInvitation-Command: INVITE
        alice-sb < NAK 5
        alice-sb silent)");
    QCOMPARE(m_service->store.countStoredMessages(BareService::address("bob")), 0);
}

void tst_ServiceOffline::noMoreRoom_data()
{
    QTest::addColumn<int>("people"); // whose messages wait already
    QTest::newRow("one sender's share is used up") << 1;
    QTest::newRow("nothing more fits") << 5;
}

void tst_ServiceOffline::noMoreRoom()
{
    QFETCH(int, people);
    const Msn::Address bob = BareService::address("bob");
    const Msn::ServiceLimits &limits = m_service->core.options.limits;
    for (int i = 0; i < people * limits.maxStoredMessagesPerSender; ++i) {
        const int person = i / limits.maxStoredMessagesPerSender;
        const Msn::Address from
            = BareService::address(people == 1 ? "alice" : "person" + QByteArray::number(person));
        m_service->store.addStoredMessage({from, {}, bob, QDateTime(), "x"});
    }
    const int before = m_service->store.countStoredMessages(bob);
    signIn("alice", 9);
    PLAY(m_service->dialogue, openedForBob("alice") + say("alice", 3, "one more") + "alice-sb < NAK 3");
    QCOMPARE(m_service->store.countStoredMessages(bob), before);
}

void tst_ServiceOffline::diskIsFull()
{
    const Msn::Address bob = BareService::address("bob");
    signIn("alice", 9);
    PLAY(m_service->dialogue, openedForBob("alice"));
    m_service->store.setFull(true);
    PLAY(m_service->dialogue, say("alice", 3, "lost") + "alice-sb < NAK 3");
    QCOMPARE(m_service->store.countStoredMessages(bob), 0);
    m_service->store.setFull(false);
    PLAY(m_service->dialogue, say("alice", 4, "kept") + "alice-sb < ACK 4");
    QCOMPARE(m_service->store.countStoredMessages(bob), 1);
}

void tst_ServiceOffline::unansweredCallComesAgain()
{
    Dialogue &dialogue = m_service->dialogue;
    signIn("alice", 9);
    PLAY(dialogue, openedForBob("alice") + say("alice", 3, "hi") + "alice-sb < ACK 3");
    signIn("bob", 9);
    PLAY(dialogue, "bob < RNG .. \nbob > OUT\nbob closed");
    signIn("bob", 9);
    PLAY(dialogue, answered("alice"));
    QCOMPARE(nextText("bob-alice"), QByteArray("hi"));
}

/// Found by the soak: each sign-in left a conversation behind in which nobody was.
void tst_ServiceOffline::unansweredCallsDoNotPileUp()
{
    Dialogue &dialogue = m_service->dialogue;
    signIn("alice", 9);
    PLAY(dialogue,
        openedForBob("alice") + say("alice", 3, "hi") + "alice-sb < ACK 3\nalice-sb > OUT\nalice-sb closed");
    for (int time = 0; time < 3; ++time) {
        signIn("bob", 9);
        PLAY(dialogue, "bob < RNG .. \nbob > OUT\nbob closed");
    }
    QCOMPARE(m_service->core.switchboards, 1);
    signIn("bob", 9);
    PLAY(dialogue, answered("alice"));
    QCOMPARE(nextText("bob-alice"), QByteArray("hi"));
}

void tst_ServiceOffline::unansweredCallEndsWithItsPass()
{
    Msn::ServiceTimings timings;
    timings.switchboardPass = std::chrono::milliseconds(300);
    m_service = std::make_unique<BareService>(timings);
    Dialogue &dialogue = m_service->dialogue;
    signIn("alice", 9);
    PLAY(dialogue,
        openedForBob("alice") + say("alice", 3, "hi") + "alice-sb < ACK 3\nalice-sb > OUT\nalice-sb closed");
    signIn("bob", 9);
    PLAY(dialogue, "bob < RNG .. ");
    EVENTUALLY(m_service->core.switchboards == 0);
    QCOMPARE(m_service->store.storedMessages(BareService::address("bob")).size(), 1);
}

void tst_ServiceOffline::comesDuringTheConversation()
{
    Dialogue &dialogue = m_service->dialogue;
    signIn("alice", 9);
    PLAY(dialogue, openedForBob("alice") + say("alice", 3, "hi") + "alice-sb < ACK 3");
    signIn("bob", 9);
    PLAY(dialogue, "alice-sb < BYE bob@example.com\n" + answered("alice"));
    QCOMPARE(nextText("bob-alice"), QByteArray("hi"));
    PLAY(dialogue, "bob-alice < BYE alice@example.com" + say("\nalice", 4, "are you there") + R"(
        alice-sb < NAK 4
        alice-sb > CAL 5 bob@example.com KEEP
        alice-sb < CAL 5 RINGING *
        bob < RNG .. )");
}

void tst_ServiceOffline::hiddenGetItWhenTheyAppear()
{
    Dialogue &dialogue = m_service->dialogue;
    signIn("bob", 9);
    PLAY(dialogue, "bob > CHG 7 HDN 0\nbob < CHG 7 HDN 0");
    signIn("alice", 9);
    PLAY(dialogue, openedForBob("alice") + say("alice", 3, "hi") + "alice-sb < ACK 3\nbob silent");
    dialogue.forget("<session>");
    dialogue.forget("<ring>");
    PLAY(dialogue, "bob > CHG 8 NLN 0\nbob < CHG 8 NLN 0\n" + answered("alice"));
    QCOMPARE(nextText("bob-alice"), QByteArray("hi"));
}

void tst_ServiceOffline::serviceSaysThatItKeeps()
{
    QCOMPARE(m_service->askPolicy("alice", 9), QString());
    PLAY(m_service->dialogue, "alice > USR 4 TWN S <ticket-alice>\nalice < USR 4 OK ..");
    const QByteArray profile = m_service->dialogue.client("alice").nextCommand().value_or(QByteArray());
    QCOMPARE(
        Msn::MimeMessage::parse(profile.sliced(profile.indexOf("\r\n") + 2)).header(Msn::keepsMessagesField),
        QByteArray("1"));
}

QTEST_GUILESS_MAIN(tst_ServiceOffline)

#include "tst_serviceoffline.moc"
