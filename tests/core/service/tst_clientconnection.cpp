#include "core/service/connection/clientconnection.h"
#include "core/service/connection/clientstream.h"
#include "core/service/serviceoptions.h"
#include "tests/support/eventually.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;

namespace {

/// Bytes as a test gives and takes them.
class HeldStream : public ClientStream
{
public:
    Kind kind() const override { return Kind::Plain; }
    QHostAddress peerAddress() const override { return QHostAddress(QHostAddress::LocalHost); }
    quint16 peerPort() const override { return 50000; }
    QHostAddress localAddress() const override { return QHostAddress(QHostAddress::LocalHost); }
    QByteArray read(qint64 maxBytes) override
    {
        const QByteArray bytes = arrived.first(std::min<qint64>(maxBytes, arrived.size()));
        arrived.remove(0, bytes.size());
        return bytes;
    }
    void write(const QByteArray &bytes) override { written += bytes; }
    qint64 waitingBytes() const override { return 0; }
    void close() override { abort(); }
    void abort() override
    {
        over = true;
        Q_EMIT ended();
    }
    bool isOver() const override { return over; }

    QByteArray arrived;
    QByteArray written;
    bool over = false;
};

} // namespace

class TestClientConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesWhatIsSent();
    void isNotOpenOnceTheClientIsGone();
    void handlesWhatCameBeforeTheEnd();

private:
    HeldStream *m_stream = nullptr;
    std::unique_ptr<ClientConnection> m_connection;
};

void TestClientConnection::init()
{
    m_stream = new HeldStream;
    m_connection = std::make_unique<ClientConnection>(m_stream, ServiceOptions());
}

void TestClientConnection::writesWhatIsSent()
{
    m_connection->send(Command{"QNG", {}, {"50"}, {}});
    QCOMPARE(m_stream->written, QByteArray("QNG 50\r\n"));
}

/// Found by the soak: until the event loop had told of the end, messages to somebody who was gone counted
/// as delivered.
void TestClientConnection::isNotOpenOnceTheClientIsGone()
{
    QSignalSpy closed(m_connection.get(), &ClientConnection::closed);
    m_stream->abort();
    QVERIFY(closed.isEmpty());
    QVERIFY(!m_connection->isOpen());
    m_connection->send(Command{"QNG", {}, {"50"}, {}});
    QVERIFY(m_stream->written.isEmpty());
    EVENTUALLY(closed.count() == 1);
}

void TestClientConnection::handlesWhatCameBeforeTheEnd()
{
    QSignalSpy received(m_connection.get(), &ClientConnection::commandReceived);
    m_stream->arrived = "PNG\r\nOUT\r\n";
    Q_EMIT m_stream->readyRead();
    m_stream->abort();
    QCOMPARE(received.count(), 2);
}

QTEST_GUILESS_MAIN(TestClientConnection)

#include "tst_clientconnection.moc"
