#include "core/net/ssltransport.h"

#include "core/base/logging.h"
#include "core/net/socketerror.h"

#include <QCryptographicHash>
#include <QHostAddress>

#include <utility>

namespace Msn {

namespace {

constexpr qint64 readBufferBytes = 256 * 1024;

} // namespace

SslTransport::SslTransport(NetworkDescription::Security security, const ServerTrust &trust,
    std::chrono::milliseconds connectTimeout, const ProxySettings &proxy, QObject *parent)
    : Transport(parent)
    , m_security(security)
    , m_trust(trust)
    , m_proxy(proxy)
{
    m_connectTimer.setSingleShot(true);
    m_connectTimer.setInterval(connectTimeout);
    m_socket.setReadBufferSize(readBufferBytes);
    const bool tls = m_security == NetworkDescription::Security::Tls;
    connect(&m_connectTimer, &QTimer::timeout, this, &SslTransport::handleTimeout);
    if (tls)
        connect(&m_socket, &QSslSocket::encrypted, this, &SslTransport::handleEncrypted);
    else
        connect(&m_socket, &QSslSocket::connected, this, &SslTransport::handleReady);
    connect(&m_socket, &QSslSocket::readyRead, this, &SslTransport::handleReadable);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &SslTransport::handleSocketError);
    connect(&m_socket, &QSslSocket::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
}

SslTransport::~SslTransport()
{
    m_socket.disconnect(this);
}

void SslTransport::open(const Endpoint &endpoint)
{
    m_endpoint = endpoint;
    m_connectTimer.start();
    m_socket.setProxy(networkProxyFor(m_proxy, endpoint));
    if (m_security == NetworkDescription::Security::Tls) {
        m_socket.setSslConfiguration(m_trust.configuration());
        m_socket.connectToHostEncrypted(endpoint.host, endpoint.port);
    } else {
        m_socket.connectToHost(endpoint.host, endpoint.port);
    }
}

void SslTransport::handleEncrypted()
{
    if (!m_trust.accepts(m_socket.peerCertificate())) {
        fail(ServerTrust::changed(m_endpoint.toString(), m_socket.peerCertificate()));
        return;
    }
    handleReady();
}

void SslTransport::handleReady()
{
    m_connectTimer.stop();
    m_ready = true;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1); // only a connected socket takes it
    Q_EMIT opened();
}

void SslTransport::write(const QByteArray &bytes)
{
    if (m_ready && !m_finished)
        m_socket.write(bytes);
}

void SslTransport::close()
{
    m_finished = true;
    m_connectTimer.stop();
    m_socket.flush(); // we may be deleted before the event loop gets to it, and OUT would be lost
    m_socket.disconnectFromHost();
}

void SslTransport::setReadingPaused(bool paused)
{
    if (std::exchange(m_paused, paused) && !paused)
        handleReadable();
}

Endpoint SslTransport::localEndpoint() const
{
    return {m_socket.localAddress().toString(), m_socket.localPort()};
}

TlsFacts SslTransport::tlsFacts() const
{
    if (!m_socket.isEncrypted())
        return {};
    const QSslCertificate certificate = m_socket.peerCertificate();
    const bool newest = m_socket.sessionProtocol() == QSsl::TlsV1_3;
    return {newest ? QStringLiteral("TLS 1.3") : QStringLiteral("TLS 1.2"), certificate.expiryDate(),
        certificate.digest(QCryptographicHash::Sha256)};
}

void SslTransport::handleReadable()
{
    if (m_paused || !m_ready || m_finished)
        return;
    const QByteArray bytes = m_socket.readAll();
    if (!bytes.isEmpty())
        Q_EMIT bytesReceived(bytes);
}

void SslTransport::handleSocketError(QAbstractSocket::SocketError socketError)
{
    // What arrived before the end still counts: an error line often comes just before it.
    m_paused = false;
    handleReadable();
    fail(describe(socketError));
}

void SslTransport::handleTimeout()
{
    Error error = makeError(ErrorCode::ConnectionTimedOut, m_endpoint.toString());
    fail(error);
}

void SslTransport::fail(const Error &error)
{
    if (std::exchange(m_finished, true))
        return;
    qCInfo(logNet) << "connection to" << m_endpoint.toString() << "ended:" << error.code << error.detail;
    m_connectTimer.stop();
    m_socket.abort();
    Q_EMIT closed(error);
}

Error SslTransport::describe(QAbstractSocket::SocketError socketError) const
{
    const QString server = m_endpoint.toString();
    if (socketError == QAbstractSocket::SslHandshakeFailedError && !m_sslErrors.isEmpty())
        return ServerTrust::untrusted(server, m_socket.peerCertificate(), m_sslErrors);
    ErrorCode code = errorCodeFor(socketError, m_ready);
    const QString proxy = proxyName(m_socket.proxy());
    if (socketError == QAbstractSocket::RemoteHostClosedError)
        code = m_ready ? ErrorCode::ConnectionClosed : ErrorCode::TlsHandshakeFailed;
    else if (code == ErrorCode::ConnectionLost && !m_ready && !proxy.isEmpty())
        code = ErrorCode::ProxyFailed;
    return makeError(code, subjectOf(code, server, proxy), m_socket.errorString());
}

} // namespace Msn
