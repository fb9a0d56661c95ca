#include "core/service/web/gatewaystream.h"

#include <utility>

namespace Msn {

GatewayStream::GatewayStream(GatewayTunnel &tunnel, QObject *parent)
    : ClientStream(parent)
    , m_tunnel(&tunnel)
    , m_peerAddress(tunnel.peerAddress())
    , m_localAddress(tunnel.localAddress())
{
    connect(&tunnel, &GatewayTunnel::arrived, this, &ClientStream::readyRead);
    connect(&tunnel, &GatewayTunnel::gone, this, [this] {
        release();
        Q_EMIT ended();
    });
}

GatewayStream::~GatewayStream()
{
    if (GatewayTunnel *tunnel = release())
        tunnel->cut();
}

QByteArray GatewayStream::read(qint64 maxBytes)
{
    return m_tunnel ? m_tunnel->takeArrived(maxBytes) : QByteArray();
}

void GatewayStream::write(const QByteArray &bytes)
{
    if (m_tunnel)
        m_tunnel->put(bytes);
}

qint64 GatewayStream::waitingBytes() const
{
    return m_tunnel ? m_tunnel->waitingBytes() : 0;
}

void GatewayStream::close()
{
    if (GatewayTunnel *tunnel = release())
        tunnel->finish();
    Q_EMIT ended();
}

void GatewayStream::abort()
{
    if (GatewayTunnel *tunnel = release())
        tunnel->cut();
    Q_EMIT ended();
}

GatewayTunnel *GatewayStream::release()
{
    GatewayTunnel *tunnel = m_tunnel;
    m_tunnel.clear();
    if (tunnel)
        tunnel->disconnect(this);
    return tunnel;
}

} // namespace Msn
