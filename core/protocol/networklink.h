#pragma once

#include "core/protocol/networkdescription.h"

namespace Msn {

/// A network as a link that fits into a message or a QR code.
/// Wire:   msnp:host[:port]?name=Home&tls=1&nexus=https://...&sha256=hex
///         `msnp://host...` is taken too. Only the host must be there: the name is then the host,
///         the nexus https://host/rdr/pprdr.asp, the way unencrypted as on the classic networks.
/// Errors: NetworkFileError with the key of the network file that the wrong part stands for.
/// Source: docs/networks.md.
Expected<NetworkDescription, NetworkFileError> parseNetworkLink(const QString &link);
/// Leaves out `pem`: it is too long for a link.
QString encodeNetworkLink(const NetworkDescription &network);

} // namespace Msn
