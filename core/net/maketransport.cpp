#include "core/net/maketransport.h"

#include "core/net/gatewaytransport.h"
#include "core/net/ssltransport.h"

namespace Msn {

std::unique_ptr<Transport> makeTransport(
    const NetworkDescription &network, const ConnectionSettings &connection, const Timing &timing)
{
    if (connection.throughGateway && !network.gateway.isEmpty())
        return std::make_unique<GatewayTransport>(network, connection.proxy, timing);
    return std::make_unique<SslTransport>(
        network.security, ServerTrust(network), timing.connect, connection.proxy);
}

} // namespace Msn
