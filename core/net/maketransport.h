#pragma once

#include "core/net/connectionsettings.h"
#include "core/net/timing.h"
#include "core/net/transport.h"
#include "core/protocol/networkdescription.h"

#include <memory>

namespace Msn {

/// The transport for one connection to a server of \p network: its web gateway if \p connection asks
/// for it and there is one, else TCP or TLS; either way through the proxy.
std::unique_ptr<Transport> makeTransport(
    const NetworkDescription &network, const ConnectionSettings &connection, const Timing &timing);

} // namespace Msn
