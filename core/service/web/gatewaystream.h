#pragma once

#include "core/service/connection/clientstream.h"
#include "core/service/web/gatewaytunnel.h"

namespace Msn {

/// A client behind the web gateway, as the servers see it. The tunnel outlives it: what was written
/// last is still to be fetched.
class GatewayStream : public ClientStream
{
    Q_OBJECT
public:
    explicit GatewayStream(GatewayTunnel &tunnel, QObject *parent = nullptr);
    ~GatewayStream() override;

    Kind kind() const override { return Kind::Gateway; }
    QHostAddress peerAddress() const override { return m_peerAddress; }
    /// Of the gateway, which has none to tell (http-gateway.md §3).
    quint16 peerPort() const override { return 0; }
    QHostAddress localAddress() const override { return m_localAddress; }
    QByteArray read(qint64 maxBytes) override;
    void write(const QByteArray &bytes) override;
    qint64 waitingBytes() const override;
    void close() override;
    void abort() override;
    bool isOver() const override { return !m_tunnel; }

private:
    GatewayTunnel *release();

    QPointer<GatewayTunnel> m_tunnel;
    const QHostAddress m_peerAddress;
    const QHostAddress m_localAddress;
};

} // namespace Msn
