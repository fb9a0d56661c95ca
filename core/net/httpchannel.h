#pragma once

#include "core/base/error.h"
#include "core/net/connectionsettings.h"
#include "core/net/httpanswer.h"
#include "core/net/servertrust.h"

#include <QHostAddress>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>

namespace Msn {

/// One HTTP connection, one request at a time. Our own and not QNetworkAccessManager's,
/// because that one sends a request again when a connection dies, adds headers of its own, and
/// leaves nothing to check between the handshake and the first byte.
class HttpChannel : public QObject
{
    Q_OBJECT

public:
    HttpChannel(bool tls, const ServerTrust &trust, const ProxySettings &proxy,
        std::chrono::milliseconds connectTimeout, QObject *parent = nullptr);
    ~HttpChannel() override;

    /// Once per object. Ends in connected() or ended().
    void connectTo(const Endpoint &server);
    /// `Name: value` of each header, without those for a proxy, which are added here. Only after
    /// connected(), and after answered() said that the connection is kept.
    void post(const QByteArray &url, const QList<MimeMessage::Header> &headers, const QByteArray &body);
    /// GET, under the same conditions; over TLS. \p target: path and query. What is answered() has no
    /// body and comes as soon as the head is there.
    void getHead(const QByteArray &target, const QList<MimeMessage::Header> &headers);
    /// Hands to the system what is still to be sent.
    void flush() { m_socket.flush(); }

    bool isConnected() const { return m_connected && !m_ended; }
    const Endpoint &server() const { return m_server; }
    /// The address reached; null while a proxy stands between.
    QHostAddress peerAddress() const;
    /// `host:port` of the proxy in use; empty if there is none.
    QString proxy() const { return proxyName(m_proxy); }

Q_SIGNALS:
    void connected();
    void answered(const Msn::HttpAnswer &answer);
    /// The connection is of no use any more. Before connected(): why it did not come about. Last
    /// signal.
    void ended(const Msn::Error &error);

private:
    void send(const QByteArray &requestLine, const QList<MimeMessage::Header> &headers,
        const QByteArray &body, HttpAnswerReader::Part awaited);
    void handleReady();
    void handleReadable();
    void handleSocketError(QAbstractSocket::SocketError socketError);
    void handleResult(const HttpAnswerReader::Result &result);
    void end(const Error &error);
    Error describe(ErrorCode code) const;

    const bool m_tls;
    const ServerTrust m_trust;
    const ProxySettings m_proxySettings;
    QNetworkProxy m_proxy;
    /// The proxy itself passes the requests on: they go to it as they are, without a tunnel.
    bool m_asksProxy = false;
    Endpoint m_server;
    QSslSocket m_socket;
    QTimer m_connectTimer;
    QList<QSslError> m_sslErrors;
    HttpAnswerReader m_reader;
    bool m_connected = false;
    bool m_awaitsAnswer = false;
    bool m_ended = false;
};

} // namespace Msn
