#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"

#include <QByteArray>

namespace Msn {

FriendlyName decodeName(const QByteArray &token);
/// Shortened if it does not fit; empty for an empty name, which no line can carry.
QByteArray encodeName(const FriendlyName &name);
/// The address for somebody without a name, as the classic client does it.
QByteArray encodeNameOrAddress(const FriendlyName &name, const Address &address);

} // namespace Msn
