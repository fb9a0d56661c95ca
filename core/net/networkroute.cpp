#include "core/net/networkroute.h"

namespace Msn {

using Security = NetworkDescription::Security;

namespace {

bool isHttps(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

} // namespace

NetworkRoute::NetworkRoute(const NetworkDescription &network, const ConnectionSettings &connection)
    : m_proxy(connection.proxy)
    , m_messenger(network.dispatch)
    , m_security(network.security)
    , m_nexus(endpointOfUrl(network.nexus))
    , m_isGateway(connection.throughGateway && !network.gateway.isEmpty())
{
    if (!m_isGateway)
        return;
    m_messenger = endpointOfUrl(network.gateway);
    m_security = isHttps(network.gateway) ? Security::Tls : Security::None;
}

bool NetworkRoute::asksProxyForMessenger() const
{
    return m_isGateway && m_security == Security::None
        && networkProxyFor(m_proxy, m_messenger).type() == QNetworkProxy::HttpProxy;
}

QString NetworkRoute::proxyBefore(const Endpoint &server) const
{
    return proxyName(networkProxyFor(m_proxy, server));
}

Endpoint endpointOfUrl(const QUrl &url)
{
    return {url.host(), static_cast<quint16>(url.port(isHttps(url) ? 443 : 80))};
}

} // namespace Msn
