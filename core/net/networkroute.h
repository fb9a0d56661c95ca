#pragma once

#include "core/net/connectionsettings.h"
#include "core/protocol/networkdescription.h"

namespace Msn {

/// Where a sign-in to a network goes: its servers, and what stands before them.
class NetworkRoute
{
public:
    NetworkRoute(const NetworkDescription &network, const ConnectionSettings &connection);

    /// What is connected to for MSNP: the dispatch server, or the web gateway in its place.
    const Endpoint &messenger() const { return m_messenger; }
    NetworkDescription::Security messengerSecurity() const { return m_security; }
    const Endpoint &nexus() const { return m_nexus; }
    /// The messenger server is a gateway for which an HTTP proxy is asked as for any web page, without a
    /// tunnel.
    bool asksProxyForMessenger() const;
    /// `host:port`; empty: nothing stands before \p server.
    QString proxyBefore(const Endpoint &server) const;

private:
    const ProxySettings m_proxy;
    Endpoint m_messenger;
    NetworkDescription::Security m_security;
    Endpoint m_nexus;
    bool m_isGateway = false;
};

/// Where a page is served; the usual port of its scheme unless it names one.
Endpoint endpointOfUrl(const QUrl &url);

} // namespace Msn
