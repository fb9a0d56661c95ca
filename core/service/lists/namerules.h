#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"

#include <QByteArray>
#include <QStringList>

namespace Msn {

enum class NameVerdict {
    Accepted,
    Refused, ///< 209: empty, not UTF-8, or contains a word of the list
    TooLong, ///< the connection is closed
};

/// Whether \p name may be what somebody is called; \p wire is the same name as it came. The
/// address itself is always a good name.
/// Source: wire-format.md §4 "Display name", §5 "Names the classic server refuses".
NameVerdict judgeName(const QByteArray &wire, const FriendlyName &name, const Address &address,
    const QStringList &refusedParts);

} // namespace Msn
