#pragma once

#include "core/protocol/networkdescription.h"
#include "core/service/serviceoptions.h"

namespace Msn {

// Where a service with these options is found.

/// What messengers are told, for one kind of connection. Ports and certificate are taken as they are in
/// \p options. The certificate is in it where it covers the host, else only its fingerprint.
NetworkDescription describeService(const ServiceOptions &options, NetworkDescription::Security security);
/// The host that is told to others: the announced one, else the address listened at, else
/// the first address of this machine that others can reach.
QString announcedHost(const ServiceOptions &options);
/// Where the plain port is: for this machine alone where old clients of others are not let in.
QHostAddress plainListenAddress(const ServiceOptions &options);

} // namespace Msn
