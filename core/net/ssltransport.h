#pragma once

#include "core/net/connectionsettings.h"
#include "core/net/servertrust.h"
#include "core/net/transport.h"

#include <QDateTime>
#include <QSslSocket>
#include <QTimer>

#include <chrono>

namespace Msn {

/// What a TLS connection turned out to be; empty on a plain one.
struct TlsFacts
{
    QString protocol; ///< `TLS 1.3`
    QDateTime validUntil; ///< of the server's certificate
    QByteArray sha256; ///< of the same, 32 bytes
};

/// A transport on QSslSocket: plain TCP, as the classic servers want it, or TLS from the first
/// byte, as our own service offers it; directly or through a proxy that tunnels.
class SslTransport : public Transport
{
    Q_OBJECT

public:
    SslTransport(NetworkDescription::Security security, const ServerTrust &trust,
        std::chrono::milliseconds connectTimeout, const ProxySettings &proxy = {}, QObject *parent = nullptr);
    ~SslTransport() override;

    void open(const Endpoint &endpoint) override;
    void write(const QByteArray &bytes) override;
    void close() override;
    void setReadingPaused(bool paused) override;
    Endpoint localEndpoint() const override;
    /// After opened().
    TlsFacts tlsFacts() const;

private:
    void handleReady();
    void handleEncrypted();
    void handleReadable();
    void handleSocketError(QAbstractSocket::SocketError socketError);
    void handleTimeout();
    void fail(const Error &error);
    Error describe(QAbstractSocket::SocketError socketError) const;

    const NetworkDescription::Security m_security;
    const ServerTrust m_trust;
    const ProxySettings m_proxy;
    QSslSocket m_socket;
    QTimer m_connectTimer;
    Endpoint m_endpoint;
    QList<QSslError> m_sslErrors;
    bool m_ready = false;
    bool m_paused = false;
    bool m_finished = false;
};

} // namespace Msn
