#include "core/chat/outbox.h"
#include "core/net/commandchannel.h"
#include "core/net/switchboardconnection.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;

namespace {

const Endpoint server{QStringLiteral("192.0.2.20"), 1863};

} // namespace

/// Order, pieces and attempts of messages on their way out.
class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void deliveredWhenAllPiecesAre();
    void failedAtTheFirstPieceOnly();
    void requeuedBeforeWhatIsLater();
    void lateRefusalOfAnEarlierTry();
    void whatIsOnItsWayDoesNotFailWithWhatWaits();
    void requeueOfSomethingElse();

private:
    QByteArray takePayloads();

    std::unique_ptr<Test::FakeNetwork> m_network;
    std::unique_ptr<SwitchboardConnection> m_switchboard;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<QSignalSpy> m_delivered;
    std::unique_ptr<QSignalSpy> m_failed;
};

void TestOutbox::init()
{
    m_switchboard.reset();
    m_network = std::make_unique<Test::FakeNetwork>();
    m_switchboard = std::make_unique<SwitchboardConnection>(
        std::make_unique<CommandChannel>(m_network->transports()(), nullptr), Test::address(Test::alice),
        Test::Session::timing());
    m_switchboard->open(server, "1.2");
    QVERIFY(m_network->await(0));
    QVERIFY(Test::ServerScript(m_network->at(0))
                .play("C USR 1 alice@example.com 1.2\\r\\n\nS USR 1 OK alice@example.com A\\r\\n\nS JOI "
                      "bob@example.com B\\r\\n"));
    m_outbox = std::make_unique<Outbox>();
    m_delivered = std::make_unique<QSignalSpy>(m_outbox.get(), &Outbox::delivered);
    m_failed = std::make_unique<QSignalSpy>(m_outbox.get(), &Outbox::failed);
}

/// One letter each: the payloads sent since the last call, in order.
QByteArray TestOutbox::takePayloads()
{
    QByteArray payloads;
    const QByteArrayList parts = m_network->at(0).takeSent().split('\n').sliced(1);
    for (const QByteArray &part : parts)
        payloads += part.left(1);
    return payloads;
}

void TestOutbox::deliveredWhenAllPiecesAre()
{
    m_outbox->add(1, {"a", "b"});
    QVERIFY(m_outbox->hasWaiting());
    m_outbox->sendThrough(*m_switchboard);
    QVERIFY(!m_outbox->hasWaiting());
    QCOMPARE(takePayloads(), QByteArray("ab"));
    m_network->at(0).say("ACK 3\r\nACK 3\r\n");
    QCOMPARE(m_delivered->size(), 0);
    m_network->at(0).say("ACK 2\r\n");
    QCOMPARE(m_delivered->size(), 1);
    QCOMPARE(m_failed->size(), 0);
}

void TestOutbox::failedAtTheFirstPieceOnly()
{
    m_outbox->add(1, {"a", "b"});
    m_outbox->sendThrough(*m_switchboard);
    m_network->at(0).say("NAK 2\r\nNAK 3\r\n");
    QCOMPARE(m_failed->size(), 1);
    QCOMPARE(m_delivered->size(), 0);
}

void TestOutbox::requeuedBeforeWhatIsLater()
{
    m_outbox->add(1, {"a", "b"});
    m_outbox->sendThrough(*m_switchboard);
    takePayloads();
    m_outbox->add(2, {"c"});
    m_network->at(0).say("ACK 2\r\nNAK 3\r\n");
    QVERIFY(m_outbox->requeue(1));
    m_outbox->sendThrough(*m_switchboard);
    QCOMPARE(takePayloads(), QByteArray("bc")); // a was acknowledged
}

void TestOutbox::lateRefusalOfAnEarlierTry()
{
    m_outbox->add(1, {"a", "b"});
    m_outbox->sendThrough(*m_switchboard);
    m_network->at(0).say("NAK 2\r\n");
    QVERIFY(m_outbox->requeue(1));
    m_outbox->sendThrough(*m_switchboard);
    m_network->at(0).say("NAK 3\r\n");
    QCOMPARE(m_failed->size(), 1);
    m_network->at(0).say("ACK 4\r\nACK 5\r\n");
    QCOMPARE(m_delivered->size(), 1);
}

void TestOutbox::whatIsOnItsWayDoesNotFailWithWhatWaits()
{
    m_outbox->add(1, {"a"});
    m_outbox->sendThrough(*m_switchboard);
    m_outbox->add(2, {"b"});
    m_outbox->failWaiting(makeError(ErrorCode::NobodyThere));
    QCOMPARE(m_failed->size(), 1);
    QCOMPARE((*m_failed)[0][0].value<ChatMessage::Id>(), ChatMessage::Id(2));
    m_network->at(0).say("ACK 2\r\n");
    QCOMPARE(m_delivered->size(), 1);
}

void TestOutbox::requeueOfSomethingElse()
{
    m_outbox->add(1, {"a"});
    QVERIFY(!m_outbox->requeue(1));
    QVERIFY(!m_outbox->requeue(7));
}

QTEST_GUILESS_MAIN(TestOutbox)

#include "tst_outbox.moc"
