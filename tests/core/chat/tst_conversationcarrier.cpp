#include "core/chat/conversationcarrier.h"
#include "tests/core/chat/chatstage.h"
#include "tests/support/eventually.h"

#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::plainText;
using Test::serverMessage;

/// Binary messages on the switchboards of conversations, and none of it to be seen.
class TestConversationCarrier : public QObject, private Test::ChatStage
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        start([](Timing &) {});
    }
    void cleanup();

    void opensASwitchboardThatNobodySees();
    void wordsGoOutOnTheSameSwitchboard();
    void threeAreOnTheWire();
    void serverWithoutAcknowledgements();
    void refusedOneFailsThemAll();
    void nobodyThere();
    void connectionLost();
    void answersInTheGroupWhereItWasAsked();
    void idleOneIsLeft();
    void oneThatIsSeenStays();
    void oneThatIsNeededAgainStays();
    void lateBytesBeginNoConversation();
    void tellsWhatComes();

private:
    void start(const std::function<void(Timing &)> &change);
    void send(const QByteArray &text);
    bool expectData(qsizetype index, int id, const QByteArray &text);
    bool openWithOne();

    std::unique_ptr<ConversationCarrier> m_carrier;
    /// What became of what was sent, in order.
    QList<Outcome> m_sent;
};

namespace {

QByteArray data(const QByteArray &text)
{
    return "MIME-Version: 1.0\r\nContent-Type: application/x-msnmsgrp2p\r\nP2P-Dest: bob@example.com\r\n\r\n"
        + text;
}

} // namespace

void TestConversationCarrier::start(const std::function<void(Timing &)> &change)
{
    begin(change);
    m_carrier = std::make_unique<ConversationCarrier>(account().conversations(), m_session->options.timing);
}

void TestConversationCarrier::cleanup()
{
    m_carrier.reset();
    end();
    m_sent.clear(); // what was on its way has failed now
}

void TestConversationCarrier::send(const QByteArray &text)
{
    m_carrier->send(bob, data(text), {this, [this](const Expected<std::monostate, Error> &result) {
                                          m_sent.append(
                                              result ? Outcome() : Outcome(Unexpected(result.error())));
                                      }});
}

bool TestConversationCarrier::expectData(qsizetype index, int id, const QByteArray &text)
{
    const QByteArray payload = data(text);
    const QByteArray wanted
        = "MSG " + QByteArray::number(id) + " D " + QByteArray::number(payload.size()) + "\r\n" + payload;
    Test::FakeConnection &connection = this->connection(index);
    const bool sent = Test::eventually([&] { return connection.sent().size() >= wanted.size(); }, 5000);
    const bool isRight = sent && connection.sent().startsWith(wanted);
    if (!isRight)
        QTest::qFail(("sent: " + connection.sent()).constData(), __FILE__, __LINE__);
    else
        connection.dropSent(wanted.size());
    return isRight;
}

bool TestConversationCarrier::openWithOne()
{
    send("one");
    return open(1) && expectData(1, 3, "one");
}

void TestConversationCarrier::opensASwitchboardThatNobodySees()
{
    QVERIFY(openWithOne());
    QVERIFY(m_sent.isEmpty());
    connection(1).say("ACK 3\r\n");
    QCOMPARE(m_sent.size(), 1);
    QVERIFY(m_sent.constFirst());
    QVERIFY(m_added->isEmpty());
}

void TestConversationCarrier::wordsGoOutOnTheSameSwitchboard()
{
    QVERIFY(openWithOne());
    withBob().sendText(QStringLiteral("hello"), {});
    QVERIFY(expectText(1, 4, "hello"));
}

void TestConversationCarrier::threeAreOnTheWire()
{
    for (const char *text : {"one", "two", "three", "four", "five"})
        send(text);
    QVERIFY(open(1));
    QVERIFY(expectData(1, 3, "one") && expectData(1, 4, "two") && expectData(1, 5, "three"));
    QVERIFY(sb(1).nothingMoreSent());
    connection(1).say("ACK 3\r\n");
    QVERIFY(expectData(1, 6, "four"));
    QVERIFY(sb(1).nothingMoreSent());
    connection(1).say("ACK 4\r\nACK 5\r\nACK 6\r\n");
    QVERIFY(expectData(1, 7, "five"));
    connection(1).say("ACK 7\r\n");
    QCOMPARE(m_sent.size(), 5);
}

/// Some servers acknowledge nothing of this kind: they are waited for once.
void TestConversationCarrier::serverWithoutAcknowledgements()
{
    cleanup();
    start([](Timing &timing) { timing.dataAcknowledgement = 30ms; });
    constexpr int many = 40;
    for (int i = 0; i < many; ++i)
        send(QByteArray::number(i));
    QVERIFY(open(1));
    for (int i = 0; i < many; ++i)
        QVERIFY(expectData(1, 3 + i, QByteArray::number(i)));
    EVENTUALLY(m_sent.size() == many);
    QVERIFY(std::all_of(m_sent.cbegin(), m_sent.cend(), [](const Outcome &sent) { return bool(sent); }));
}

void TestConversationCarrier::refusedOneFailsThemAll()
{
    for (const char *text : {"one", "two", "three", "four"})
        send(text);
    QVERIFY(open(1));
    QVERIFY(expectData(1, 3, "one") && expectData(1, 4, "two") && expectData(1, 5, "three"));
    connection(1).say("NAK 3\r\n");
    QCOMPARE(m_sent.size(), 2); // the first and the last; two are still on the wire
    QCOMPARE(m_sent.at(0).error().code, ErrorCode::ServerRefused);
    QCOMPARE(m_sent.at(1).error().code, ErrorCode::ServerRefused);
    connection(1).say("ACK 4\r\nACK 5\r\n");
    QCOMPARE(m_sent.size(), 4);
    QVERIFY(sb(1).nothingMoreSent());
}

void TestConversationCarrier::nobodyThere()
{
    send("one");
    QVERIFY(giveSwitchboard(1));
    QVERIFY(sb(1).play("C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\n"
                       "S USR 1 OK alice@example.com Alice\\r\\n\n"
                       "C CAL 2 bob@example.com\\r\\n\nS 217 2\\r\\n"));
    EVENTUALLY(m_sent.size() == 1);
    QVERIFY(!m_sent.constFirst());
    QVERIFY(m_added->isEmpty());
}

void TestConversationCarrier::connectionLost()
{
    QVERIFY(openWithOne());
    send("two");
    connection(1).hangUp();
    EVENTUALLY(m_sent.size() == 2);
    QVERIFY(!m_sent.at(0) && !m_sent.at(1));
}

void TestConversationCarrier::answersInTheGroupWhereItWasAsked()
{
    QVERIFY(ring(1, "S IRO 1 1 2 bob@example.com Bob\\r\\n\nS IRO 1 2 2 carol@example.com Carol\\r\\n"));
    connection(1).say(serverMessage("bob@example.com", "Bob", data("please")));
    send("here");
    QVERIFY(expectData(1, 2, "here"));
}

void TestConversationCarrier::idleOneIsLeft()
{
    cleanup();
    start([](Timing &timing) { timing.dataIdle = 20ms; });
    QVERIFY(openWithOne());
    connection(1).say("ACK 3\r\n");
    m_carrier->release(bob);
    QVERIFY(sb(1).play("C OUT\\r\\n"));
}

void TestConversationCarrier::oneThatIsSeenStays()
{
    cleanup();
    start([](Timing &timing) { timing.dataIdle = 20ms; });
    QVERIFY(openWithOne());
    connection(1).say("ACK 3\r\n");
    withBob();
    m_carrier->release(bob);
    QTimer later; // due after the carrier's own
    QSignalSpy waited(&later, &QTimer::timeout);
    later.start(60ms);
    QVERIFY(waited.wait());
    QVERIFY(sb(1).nothingMoreSent());
}

void TestConversationCarrier::oneThatIsNeededAgainStays()
{
    cleanup();
    start([](Timing &timing) { timing.dataIdle = 20ms; });
    QVERIFY(openWithOne());
    connection(1).say("ACK 3\r\n");
    m_carrier->release(bob);
    send("two");
    QTimer later;
    QSignalSpy waited(&later, &QTimer::timeout);
    later.start(60ms);
    QVERIFY(waited.wait());
    QVERIFY(expectData(1, 4, "two"));
    QVERIFY(sb(1).nothingMoreSent());
}

/// Regression: what a program still said on a switchboard that had been left made a conversation that
/// nobody saw and nothing ended.
void TestConversationCarrier::lateBytesBeginNoConversation()
{
    cleanup();
    start([](Timing &timing) { timing.dataIdle = 20ms; });
    QVERIFY(openWithOne());
    m_carrier->release(bob);
    QVERIFY(sb(1).play("C OUT\\r\\n"));
    QSignalSpy received(m_carrier.get(), &PeerCarrier::received);
    connection(1).say(serverMessage("bob@example.com", "Bob", data("bye")));
    QCOMPARE(received.size(), 1);
    QVERIFY(account().conversations().all().isEmpty());
    connection(1).say(serverMessage("bob@example.com", "Bob", plainText("wait")));
    QCOMPARE(m_added->size(), 1); // words are another matter
}

void TestConversationCarrier::tellsWhatComes()
{
    QSignalSpy received(m_carrier.get(), &PeerCarrier::received);
    QVERIFY(ring(1, "S IRO 1 1 1 bob@example.com Bob\\r\\n"));
    const QByteArray payload = data(QByteArray("\0\1\2\r\n\0", 6));
    connection(1).say(serverMessage("bob@example.com", "Bob", payload));
    QCOMPARE(received.size(), 1);
    QCOMPARE(received.at(0).at(0).value<Address>(), bob);
    QCOMPARE(received.at(0).at(1).toByteArray(), payload);
    QVERIFY(m_added->isEmpty());
}

QTEST_MAIN(TestConversationCarrier)
#include "tst_conversationcarrier.moc"
