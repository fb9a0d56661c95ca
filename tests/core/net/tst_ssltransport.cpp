#include "core/net/ssltransport.h"
#include "tests/support/serverscript.h"
#include "tests/support/testhttpsserver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Security = NetworkDescription::Security;
using Test::TestHttpsServer;

namespace {

Endpoint endpointOf(const QTcpServer &server)
{
    return {QStringLiteral("127.0.0.1"), server.serverPort()};
}

/// A plain server that keeps what it is sent.
class PlainServer : public QTcpServer
{
public:
    PlainServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this] { received += socket->readAll(); });
            connect(socket, &QTcpSocket::disconnected, this, [this] { ended = true; });
            if (!greeting.isEmpty())
                socket->write(greeting);
            if (hangsUp)
                socket->disconnectFromHost();
        });
    }

    QByteArray greeting;
    bool hangsUp = false;
    QTcpSocket *socket = nullptr;
    QByteArray received;
    bool ended = false;
};

struct Client
{
    explicit Client(
        Security security, const NetworkDescription &network = {}, std::chrono::milliseconds timeout = 10s)
        : transport(std::make_unique<SslTransport>(security, ServerTrust(network), timeout))
        , opened(transport.get(), &Transport::opened)
        , closed(transport.get(), &Transport::closed)
    {
        QObject::connect(transport.get(), &Transport::bytesReceived, transport.get(),
            [this](const QByteArray &bytes) { received += bytes; });
    }

    ErrorCode errorCode() const { return closed.isEmpty() ? ErrorCode::None : error().code; }
    Error error() const { return closed[0][0].value<Error>(); }

    std::unique_ptr<SslTransport> transport;
    QSignalSpy opened;
    QSignalSpy closed;
    QByteArray received;
};

NetworkDescription trusting(const QString &certificate)
{
    NetworkDescription network;
    network.certificatePem = TestHttpsServer::certificatePem(certificate);
    return network;
}

NetworkDescription pinnedTo(const QString &certificate)
{
    NetworkDescription network;
    network.certificateSha256 = TestHttpsServer::certificateDigest(certificate);
    return network;
}

} // namespace

class TestSslTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain();
    void tls_data();
    void tls();
    void pinThatDoesNotMatchSendsNothing();
    void lastBytesLeaveBeforeTheEnd_data();
    void lastBytesLeaveBeforeTheEnd();
    void bytesBeforeTheEndArrive();
    void refusedPort();
    void unknownHost();
    void silentServer_data();
    void silentServer();
    void tlsToAPlainServer_data();
    void tlsToAPlainServer();
    void plainToATlsServerCanBeClosed();
    void pausedReadingKeepsEverything();
    void closeIsSilent();
    void deletedInEverySignal();
};

void TestSslTransport::plain()
{
    PlainServer server;
    server.greeting = "VER 1 MSNP8\r\n";
    Client client(Security::None);
    client.transport->write("too early");
    client.transport->open(endpointOf(server));
    QTRY_COMPARE(client.opened.size(), 1);
    client.transport->write("VER 1 MSNP8 CVR0\r\n");
    QTRY_COMPARE(server.received, QByteArray("VER 1 MSNP8 CVR0\r\n"));
    QTRY_COMPARE(client.received, server.greeting);
    QCOMPARE(client.transport->localEndpoint().host, QStringLiteral("127.0.0.1"));
    QCOMPARE(client.transport->localEndpoint().port, server.socket->peerPort());
    server.socket->disconnectFromHost();
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.errorCode(), ErrorCode::ConnectionClosed);
    QCOMPARE(client.error().subject, endpointOf(server).toString());
}

void TestSslTransport::tls_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<NetworkDescription>("network");
    QTest::addColumn<ErrorCode>("error");
    const auto server = QStringLiteral("server");
    const auto otherHost = QStringLiteral("otherhost");
    const auto expired = QStringLiteral("expired");
    QTest::newRow("pem") << server << trusting(server) << ErrorCode::None;
    QTest::newRow("pin") << server << pinnedTo(server) << ErrorCode::None;
    QTest::newRow("wrong pin") << server << pinnedTo(otherHost) << ErrorCode::CertificateChanged;
    QTest::newRow("system does not trust it")
        << server << NetworkDescription{} << ErrorCode::CertificateUntrusted;
    QTest::newRow("other pem") << server << trusting(otherHost) << ErrorCode::CertificateUntrusted;
    QTest::newRow("wrong host name") << otherHost << trusting(otherHost) << ErrorCode::CertificateUntrusted;
    QTest::newRow("expired") << expired << trusting(expired) << ErrorCode::CertificateUntrusted;
    QTest::newRow("a pin stands for itself: wrong host name")
        << otherHost << pinnedTo(otherHost) << ErrorCode::None;
    NetworkDescription both = trusting(server);
    both.certificateSha256 = TestHttpsServer::certificateDigest(server);
    QTest::newRow("pem and pin") << server << both << ErrorCode::None;
    both.certificateSha256 = TestHttpsServer::certificateDigest(otherHost);
    QTest::newRow("pem, wrong pin") << server << both << ErrorCode::CertificateChanged;
    both = pinnedTo(server);
    both.certificatePem = TestHttpsServer::certificatePem(otherHost);
    QTest::newRow("pin, wrong pem") << server << both << ErrorCode::CertificateUntrusted;
}

void TestSslTransport::tls()
{
    QFETCH(QString, shown);
    QFETCH(NetworkDescription, network);
    QFETCH(ErrorCode, error);
    TestHttpsServer server(shown);
    Client client(Security::Tls, network);
    client.transport->open(endpointOf(server));
    if (error == ErrorCode::None) {
        QTRY_COMPARE(client.opened.size(), 1);
        client.transport->write("GET /nothing HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 404"));
        return;
    }
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.errorCode(), error);
    QVERIFY(client.opened.isEmpty());
    QCOMPARE(client.error().certificateSha256, TestHttpsServer::certificateDigest(shown));
}

void TestSslTransport::pinThatDoesNotMatchSendsNothing()
{
    TestHttpsServer server;
    Client client(Security::Tls, pinnedTo(QStringLiteral("otherhost")));
    client.transport->open(endpointOf(server));
    client.transport->write("GET /secret HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(client.closed.size(), 1);
    Test::turnEventLoop();
    QVERIFY(server.requests().isEmpty());
}

void TestSslTransport::lastBytesLeaveBeforeTheEnd_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestSslTransport::lastBytesLeaveBeforeTheEnd()
{
    // Regression: OUT was lost when the transport was deleted right after close().
    QFETCH(bool, tls);
    PlainServer plain;
    TestHttpsServer encrypted;
    Client client(tls ? Security::Tls : Security::None, trusting(QStringLiteral("server")));
    client.transport->open(tls ? endpointOf(encrypted) : endpointOf(plain));
    QTRY_COMPARE(client.opened.size(), 1);
    client.transport->write("GET /out HTTP/1.1\r\n\r\n");
    client.transport->close();
    client.transport.reset();
    if (tls) {
        QTRY_COMPARE(encrypted.requests().size(), 1);
    } else {
        QTRY_VERIFY(plain.ended);
        QCOMPARE(plain.received, QByteArray("GET /out HTTP/1.1\r\n\r\n"));
    }
}

void TestSslTransport::bytesBeforeTheEndArrive()
{
    PlainServer server;
    server.greeting = QByteArray("911 1\r\n").repeated(50'000);
    server.hangsUp = true;
    Client client(Security::None);
    client.transport->open(endpointOf(server));
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.received.size(), server.greeting.size());
}

void TestSslTransport::refusedPort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Endpoint endpoint = endpointOf(server);
    server.close();
    Client client(Security::None);
    client.transport->open(endpoint);
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.errorCode(), ErrorCode::ConnectionRefused);
    QCOMPARE(client.error().subject, endpoint.toString());
}

void TestSslTransport::unknownHost()
{
    Client client(Security::None);
    client.transport->open({QStringLiteral("no-such-host.invalid"), 1863});
    QTRY_COMPARE_WITH_TIMEOUT(client.closed.size(), 1, 15'000);
    QVERIFY(client.errorCode() == ErrorCode::HostNotFound
        || client.errorCode() == ErrorCode::ConnectionTimedOut); // no resolver at all
}

void TestSslTransport::silentServer_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("TLS handshake is never answered") << true;
}

void TestSslTransport::silentServer()
{
    PlainServer server; // takes the connection and says nothing
    Client client(Security::Tls, {}, 50ms);
    client.transport->open(endpointOf(server));
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.errorCode(), ErrorCode::ConnectionTimedOut);
    QVERIFY(client.opened.isEmpty());
}

void TestSslTransport::tlsToAPlainServer_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("hangsUp");
    QTest::newRow("talks") << QByteArray("VER 0 0\r\nVER 0 0\r\n") << false;
    QTest::newRow("hangs up") << QByteArray() << true;
}

void TestSslTransport::tlsToAPlainServer()
{
    QFETCH(QByteArray, greeting);
    QFETCH(bool, hangsUp);
    PlainServer server;
    server.greeting = greeting;
    server.hangsUp = hangsUp;
    Client client(Security::Tls, trusting(QStringLiteral("server")));
    client.transport->open(endpointOf(server));
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.errorCode(), ErrorCode::TlsHandshakeFailed);
}

void TestSslTransport::plainToATlsServerCanBeClosed()
{
    TestHttpsServer server;
    Client client(Security::None);
    client.transport->open(endpointOf(server));
    QTRY_COMPARE(client.opened.size(), 1);
    client.transport->write("VER 1 MSNP8 CVR0\r\n");
    QTRY_COMPARE(client.closed.size(), 1);
}

void TestSslTransport::pausedReadingKeepsEverything()
{
    PlainServer server;
    Client client(Security::None);
    client.transport->open(endpointOf(server));
    QTRY_COMPARE(client.opened.size(), 1);
    QTRY_VERIFY(server.socket);
    client.transport->setReadingPaused(true);
    const QByteArray much(3'000'000, 'x');
    server.socket->write(much);
    Test::turnEventLoop();
    QCOMPARE(client.received.size(), 0);
    client.transport->setReadingPaused(false);
    QTRY_COMPARE(client.received.size(), much.size());
}

void TestSslTransport::closeIsSilent()
{
    PlainServer server;
    Client client(Security::None);
    client.transport->open(endpointOf(server));
    QTRY_COMPARE(client.opened.size(), 1);
    client.transport->close();
    QTRY_VERIFY(server.ended);
    Test::turnEventLoop();
    QVERIFY(client.closed.isEmpty());
}

void TestSslTransport::deletedInEverySignal()
{
    // The owner deletes later, as CommandChannel does.
    PlainServer server;
    server.greeting = "FLN a@b\r\n";
    for (const int which : {0, 1, 2}) {
        auto *transport = new SslTransport(Security::None, ServerTrust(NetworkDescription{}), 10s);
        QPointer<SslTransport> alive(transport);
        const auto end = [transport] { transport->deleteLater(); };
        if (which == 0)
            connect(transport, &Transport::opened, transport, end);
        else if (which == 1)
            connect(transport, &Transport::bytesReceived, transport, end);
        else
            connect(transport, &Transport::closed, transport, end);
        transport->open(which == 2 ? Endpoint{QStringLiteral("127.0.0.1"), 1} : endpointOf(server));
        QTRY_VERIFY(!alive);
    }
}

QTEST_GUILESS_MAIN(TestSslTransport)
#include "tst_ssltransport.moc"
