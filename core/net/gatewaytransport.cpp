#include "core/net/gatewaytransport.h"

#include <utility>

namespace Msn {

GatewayTransport::GatewayTransport(
    const NetworkDescription &network, const ProxySettings &proxy, const Timing &timing, QObject *parent)
    : Transport(parent)
    , m_session(new GatewaySession(network, proxy, timing, this))
{
    connect(m_session, &GatewaySession::opened, this, &Transport::opened);
    connect(m_session, &GatewaySession::received, this, &Transport::bytesReceived);
    connect(m_session, &GatewaySession::closed, this, &Transport::closed);
}

void GatewayTransport::open(const Endpoint &endpoint)
{
    m_session->open(endpoint);
}

void GatewayTransport::write(const QByteArray &bytes)
{
    if (m_session)
        m_session->write(bytes);
}

void GatewayTransport::close()
{
    if (GatewaySession *session = std::exchange(m_session, nullptr))
        session->finish();
}

void GatewayTransport::setReadingPaused(bool paused)
{
    if (m_session)
        m_session->setPaused(paused);
}

} // namespace Msn
