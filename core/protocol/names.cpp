#include "core/protocol/names.h"

#include "core/wire/percentencoding.h"

namespace Msn {

FriendlyName decodeName(const QByteArray &token)
{
    return FriendlyName(percentDecode(token));
}

QByteArray encodeName(const FriendlyName &name)
{
    return percentEncodeWithin(name.text(), maxFriendlyNameBytes);
}

QByteArray encodeNameOrAddress(const FriendlyName &name, const Address &address)
{
    return name.isEmpty() ? address.toUtf8() : encodeName(name);
}

} // namespace Msn
