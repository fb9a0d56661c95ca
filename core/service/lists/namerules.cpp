#include "core/service/lists/namerules.h"

#include "core/wire/percentencoding.h"

#include <algorithm>

namespace Msn {

NameVerdict judgeName(
    const QByteArray &wire, const FriendlyName &name, const Address &address, const QStringList &refusedParts)
{
    if (wire.size() > maxFriendlyNameBytes)
        return NameVerdict::TooLong;
    if (!isPercentEncodedText(wire))
        return NameVerdict::Refused;
    if (Address(name.text()) == address)
        return NameVerdict::Accepted;
    const bool refused = std::any_of(refusedParts.cbegin(), refusedParts.cend(),
        [&name](const QString &part) { return name.text().contains(part, Qt::CaseInsensitive); });
    return refused || name.isEmpty() ? NameVerdict::Refused : NameVerdict::Accepted;
}

} // namespace Msn
