#include "core/net/commandchannel.h"
#include "core/protocol/services.h"
#include "tests/support/chunks.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/serverscript.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::FakeConnection;
using Test::FakeNetwork;

namespace {

const Endpoint server{QStringLiteral("ns.example.net"), 1863};

Command chg(TransactionId id)
{
    return makeCommand(Verb::Chg, id, {"NLN", "0"});
}

} // namespace

class TestCommandChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void countsTransactionsFromOne();
    void takesBytesInChunks_data();
    void takesBytesInChunks();
    void matchesReplies();
    void longBacklogReturnsToTheEventLoop();
    void backlogIsReadBeforeTheClose();
    void errorLineJustBeforeTheClose();
    void closedInTheMiddleOfACommand();
    void brokenStreamEndsTheConnection_data();
    void brokenStreamEndsTheConnection();
    void ownCloseIsSilent();
    void requestOnAClosedChannelFailsAtOnce();
    void handlerMayDeleteTheChannel_data();
    void handlerMayDeleteTheChannel();
    void refusedConnection();
    void nestedReadsStayInOrder();

private:
    FakeConnection &open();

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<CommandChannel> m_channel;
};

void TestCommandChannel::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_channel = std::make_unique<CommandChannel>(m_network->transports()(), nullptr);
}

void TestCommandChannel::cleanup()
{
    m_channel.reset();
    Test::turnEventLoop();
    m_network.reset();
}

FakeConnection &TestCommandChannel::open()
{
    QSignalSpy opened(m_channel.get(), &CommandChannel::opened);
    m_channel->open(server);
    if (opened.isEmpty() && !opened.wait())
        qFatal("the fake network did not accept");
    return m_network->last();
}

void TestCommandChannel::countsTransactionsFromOne()
{
    FakeConnection &connection = open();
    QCOMPARE(connection.endpoint(), server);
    m_channel->request(chg, {Verb::Chg}, 1h, [](const Reply &) {});
    m_channel->send(encodePing());
    m_channel->request(chg, {Verb::Chg}, 1h, [](const Reply &) {});
    QCOMPARE(connection.takeSent(), QByteArray("CHG 1 NLN 0\r\nPNG\r\nCHG 2 NLN 0\r\n"));
}

void TestCommandChannel::takesBytesInChunks_data()
{
    QTest::addColumn<qsizetype>("size");
    const QList<qsizetype> sizes = Test::chunkSizes();
    for (const qsizetype size : sizes)
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

void TestCommandChannel::takesBytesInChunks()
{
    QFETCH(qsizetype, size);
    FakeConnection &connection = open();
    QSignalSpy received(m_channel.get(), &CommandChannel::commandReceived);
    QSignalSpy closed(m_channel.get(), &CommandChannel::closed);
    connection.say("FLN bob@example.com\r\nMSG Hotmail Hotmail 5\r\nhe\r\nyQNG 50\r\n", size);
    QCOMPARE(received.size(), 3);
    QCOMPARE(received[1][0].value<Command>().payload, QByteArray("he\r\ny"));
    QCOMPARE(received[2][0].value<Command>().verb, QByteArray("QNG"));
    QVERIFY(closed.isEmpty());
}

void TestCommandChannel::matchesReplies()
{
    FakeConnection &connection = open();
    QSignalSpy received(m_channel.get(), &CommandChannel::commandReceived);
    QList<Reply> replies;
    m_channel->request(chg, {Verb::Chg}, 1h, [&](const Reply &reply) { replies.append(reply); });
    connection.say("ILN 1 NLN bob@example.com Bob 0\r\nCHG 1 NLN 0\r\nCHG 1 NLN 0\r\n201 9\r\n600\r\n");
    QCOMPARE(replies.size(), 1);
    // The second CHG is nobody's reply; errors that nobody waits for are only logged.
    QCOMPARE(received.size(), 2);
}

void TestCommandChannel::longBacklogReturnsToTheEventLoop()
{
    FakeConnection &connection = open();
    QSignalSpy received(m_channel.get(), &CommandChannel::commandReceived);
    connection.say(QByteArray("FLN bob@example.com\r\n").repeated(1000));
    QVERIFY2(received.size() <= 100, "a thousand commands in one go freeze the window");
    QVERIFY(connection.isReadingPaused());
    QTRY_COMPARE(received.size(), 1000);
    QTRY_VERIFY(!connection.isReadingPaused());
}

void TestCommandChannel::backlogIsReadBeforeTheClose()
{
    FakeConnection &connection = open();
    QSignalSpy received(m_channel.get(), &CommandChannel::commandReceived);
    QSignalSpy closed(m_channel.get(), &CommandChannel::closed);
    connect(m_channel.get(), &CommandChannel::closed, this, [&] { QCOMPARE(received.size(), 350); });
    connection.say(QByteArray("FLN bob@example.com\r\n").repeated(350));
    connection.hangUp();
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(received.size(), 350);
}

void TestCommandChannel::errorLineJustBeforeTheClose()
{
    FakeConnection &connection = open();
    QSignalSpy closed(m_channel.get(), &CommandChannel::closed);
    QList<Reply> replies;
    m_channel->request(chg, {Verb::Chg}, 1h, [&](const Reply &reply) { replies.append(reply); });
    connection.say("911 1\r\n");
    connection.hangUp();
    QCOMPARE(replies.size(), 1);
    QCOMPARE(replies[0].error().serverNumber, 911);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::ConnectionClosed);
}

void TestCommandChannel::closedInTheMiddleOfACommand()
{
    FakeConnection &connection = open();
    QSignalSpy closed(m_channel.get(), &CommandChannel::closed);
    QList<Reply> replies;
    m_channel->request(chg, {Verb::Chg}, 1h, [&](const Reply &reply) { replies.append(reply); });
    connection.say("MSG Hotmail Hotmail 500\r\nMIME");
    connection.hangUp();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::ConnectionLost);
    QCOMPARE(replies.size(), 1);
    QCOMPARE(replies[0].error().code, ErrorCode::ConnectionLost);
}

void TestCommandChannel::brokenStreamEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a web server") << QByteArray("<html>hello</html>\r\n");
    QTest::newRow("binary") << QByteArray("\x16\x03\x01\x02", 4);
    QTest::newRow("endless line") << "FLN " + QByteArray(20'000, 'a');
    QTest::newRow("payload length lies") << QByteArray("MSG Hotmail Hotmail -5\r\n");
    QTest::newRow("payload too long") << QByteArray("MSG Hotmail Hotmail 9999999\r\n");
    QTest::newRow("good, then garbage") << QByteArray("FLN bob@example.com\r\n\x01\x02\x03\x04\r\n");
}

void TestCommandChannel::brokenStreamEndsTheConnection()
{
    QFETCH(QByteArray, bytes);
    FakeConnection &connection = open();
    QSignalSpy closed(m_channel.get(), &CommandChannel::closed);
    QList<Reply> replies;
    m_channel->request(chg, {Verb::Chg}, 1h, [&](const Reply &reply) { replies.append(reply); });
    connection.say(bytes);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::ProtocolViolation);
    QCOMPARE(closed[0][0].value<Error>().subject, QStringLiteral("ns.example.net:1863"));
    QCOMPARE(replies.size(), 1);
    QVERIFY(connection.isLeft());
    connection.say("CHG 1 NLN 0\r\n");
    connection.hangUp();
    QCOMPARE(closed.size(), 1);
}

void TestCommandChannel::ownCloseIsSilent()
{
    FakeConnection &connection = open();
    QSignalSpy closed(m_channel.get(), &CommandChannel::closed);
    QList<Reply> replies;
    m_channel->request(chg, {Verb::Chg}, 1h, [&](const Reply &reply) { replies.append(reply); });
    m_channel->close();
    QCOMPARE(replies.size(), 1);
    QCOMPARE(replies[0].error().code, ErrorCode::Cancelled);
    QVERIFY(connection.isLeft());
    Test::turnEventLoop();
    QVERIFY(closed.isEmpty());
}

void TestCommandChannel::requestOnAClosedChannelFailsAtOnce()
{
    FakeConnection &connection = open();
    connection.hangUp();
    QList<Reply> replies;
    m_channel->request(chg, {Verb::Chg}, 1h, [&](const Reply &reply) { replies.append(reply); });
    QCOMPARE(replies.size(), 1);
    QCOMPARE(replies[0].error().code, ErrorCode::ConnectionClosed);
    QCOMPARE(connection.takeSent(), QByteArray());
}

void TestCommandChannel::handlerMayDeleteTheChannel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hangsUp");
    QTest::newRow("reply") << QByteArray("CHG 1 NLN 0\r\nFLN a@b\r\n") << false;
    QTest::newRow("error") << QByteArray("500 1\r\nFLN a@b\r\n") << false;
    QTest::newRow("garbage") << QByteArray("<!doctype html>\r\n") << false;
    QTest::newRow("hang up") << QByteArray() << true;
    QTest::newRow("reply, hang up") << QByteArray("CHG 1 NLN 0\r\n") << true;
}

void TestCommandChannel::handlerMayDeleteTheChannel()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, hangsUp);
    FakeConnection &connection = open();
    int calls = 0;
    m_channel->request(chg, {Verb::Chg}, 1h, [&](const Reply &) {
        ++calls;
        m_channel.reset();
    });
    connection.say(bytes);
    if (hangsUp)
        connection.hangUp();
    Test::turnEventLoop();
    QCOMPARE(calls, 1);
}

void TestCommandChannel::refusedConnection()
{
    m_network->acceptsAll = false;
    QSignalSpy closed(m_channel.get(), &CommandChannel::closed);
    m_channel->open(server);
    m_network->last().refuse();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::ConnectionRefused);
    QVERIFY(!m_channel->isOpen());
}

void TestCommandChannel::nestedReadsStayInOrder()
{
    FakeConnection &connection = open();
    QByteArrayList verbs;
    connect(m_channel.get(), &CommandChannel::commandReceived, this, [&](const Command &command) {
        if (verbs.isEmpty()) // as if a slot had let the event loop run
            connection.say("NLN NLN c@d C 0\r\n");
        verbs.append(command.verb);
    });
    connection.say("FLN a@b\r\nQNG 5\r\n");
    QCOMPARE(verbs, QByteArrayList({"FLN", "QNG", "NLN"}));
}

QTEST_GUILESS_MAIN(TestCommandChannel)
#include "tst_commandchannel.moc"
