#include "core/net/httpchannel.h"

#include "core/base/logging.h"
#include "core/net/socketerror.h"

#include <utility>

namespace Msn {

namespace {

constexpr qint64 answerBufferBytes = 256 * 1024;

QByteArray encodeRequest(
    const QByteArray &line, const QList<MimeMessage::Header> &headers, const QByteArray &body)
{
    QByteArray bytes = line + " HTTP/1.1\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + body;
}

QByteArray basicAuthorization(const QNetworkProxy &proxy)
{
    return "Basic " + QString(proxy.user() + u':' + proxy.password()).toUtf8().toBase64();
}

} // namespace

HttpChannel::HttpChannel(bool tls, const ServerTrust &trust, const ProxySettings &proxy,
    std::chrono::milliseconds connectTimeout, QObject *parent)
    : QObject(parent)
    , m_tls(tls)
    , m_trust(trust)
    , m_proxySettings(proxy)
    , m_proxy(QNetworkProxy::NoProxy)
{
    m_connectTimer.setSingleShot(true);
    m_connectTimer.setInterval(connectTimeout);
    m_socket.setReadBufferSize(answerBufferBytes);
    connect(&m_connectTimer, &QTimer::timeout, this,
        [this] { end(describe(m_asksProxy ? ErrorCode::ProxyTimedOut : ErrorCode::ConnectionTimedOut)); });
    if (m_tls)
        connect(&m_socket, &QSslSocket::encrypted, this, &HttpChannel::handleReady);
    else
        connect(&m_socket, &QSslSocket::connected, this, &HttpChannel::handleReady);
    connect(&m_socket, &QSslSocket::readyRead, this, &HttpChannel::handleReadable);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &HttpChannel::handleSocketError);
    connect(&m_socket, &QSslSocket::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
}

HttpChannel::~HttpChannel()
{
    m_socket.disconnect(this);
}

void HttpChannel::connectTo(const Endpoint &server)
{
    m_server = server;
    m_proxy = networkProxyFor(m_proxySettings, server);
    m_asksProxy = !m_tls && m_proxy.type() == QNetworkProxy::HttpProxy;
    m_connectTimer.start();
    m_socket.setProxy(m_asksProxy ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy);
    if (m_tls) {
        m_socket.setSslConfiguration(m_trust.configuration());
        m_socket.connectToHostEncrypted(server.host, server.port);
    } else if (m_asksProxy) {
        m_socket.connectToHost(m_proxy.hostName(), m_proxy.port());
    } else {
        m_socket.connectToHost(server.host, server.port);
    }
}

QHostAddress HttpChannel::peerAddress() const
{
    return m_proxy.type() == QNetworkProxy::NoProxy ? m_socket.peerAddress() : QHostAddress();
}

void HttpChannel::handleReady()
{
    if (m_tls && !m_trust.accepts(m_socket.peerCertificate())) {
        end(ServerTrust::changed(m_server.toString(), m_socket.peerCertificate()));
        return;
    }
    m_connectTimer.stop();
    m_connected = true;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    Q_EMIT connected();
}

void HttpChannel::post(
    const QByteArray &url, const QList<MimeMessage::Header> &headers, const QByteArray &body)
{
    QList<MimeMessage::Header> all = headers;
    if (m_asksProxy && !m_proxy.user().isEmpty())
        all.append({"Proxy-Authorization", basicAuthorization(m_proxy)});
    send("POST " + url, all, body, HttpAnswerReader::Part::Whole);
}

void HttpChannel::getHead(const QByteArray &target, const QList<MimeMessage::Header> &headers)
{
    send("GET " + target, headers, {}, HttpAnswerReader::Part::Head);
}

void HttpChannel::send(const QByteArray &requestLine, const QList<MimeMessage::Header> &headers,
    const QByteArray &body, HttpAnswerReader::Part awaited)
{
    m_reader = HttpAnswerReader(awaited);
    m_awaitsAnswer = true;
    m_socket.write(encodeRequest(requestLine, headers, body));
}

void HttpChannel::handleReadable()
{
    if (!m_connected || m_ended)
        return;
    const QByteArray bytes = m_socket.readAll();
    if (m_awaitsAnswer)
        handleResult(m_reader.feed(bytes));
    else
        end(describe(ErrorCode::ProtocolViolation)); // nobody has asked for anything
}

void HttpChannel::handleResult(const HttpAnswerReader::Result &result)
{
    if (!result) {
        Error error = describe(ErrorCode::ConnectionLost);
        error.detail = QStringLiteral("HTTP fault %1").arg(static_cast<int>(result.error()));
        end(error);
    } else if (*result) {
        m_awaitsAnswer = false;
        if (!(*result)->keepsAlive) {
            m_ended = true;
            m_socket.disconnectFromHost();
        }
        Q_EMIT answered(**result);
    }
}

void HttpChannel::handleSocketError(QAbstractSocket::SocketError socketError)
{
    handleReadable(); // the answer may have come just before the end
    if (m_ended)
        return;
    if (m_awaitsAnswer && socketError == QAbstractSocket::RemoteHostClosedError) {
        const auto last = m_reader.finish();
        if (last) {
            m_ended = true;
            handleResult(last);
            return;
        }
    }
    if (socketError == QAbstractSocket::SslHandshakeFailedError && !m_sslErrors.isEmpty()) {
        end(ServerTrust::untrusted(m_server.toString(), m_socket.peerCertificate(), m_sslErrors));
        return;
    }
    const ErrorCode code = errorCodeFor(socketError, m_connected);
    const bool proxyFirst = !m_connected && !proxy().isEmpty();
    if (proxyFirst && m_asksProxy)
        end(describe(proxyErrorFor(code))); // it is the proxy that was connected to
    else
        end(describe(proxyFirst && code == ErrorCode::ConnectionLost ? ErrorCode::ProxyFailed : code));
}

void HttpChannel::end(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    qCInfo(logNet) << "HTTP connection to" << m_server.toString() << "ended:" << error.code << error.detail;
    m_connectTimer.stop();
    m_socket.abort();
    Q_EMIT ended(error);
}

Error HttpChannel::describe(ErrorCode code) const
{
    Error error = makeError(code, subjectOf(code, m_server.toString(), proxy()));
    if (m_socket.error() != QAbstractSocket::UnknownSocketError)
        error.detail = m_socket.errorString();
    return error;
}

} // namespace Msn
