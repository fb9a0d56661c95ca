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
    return encodeName(name.isEmpty() ? FriendlyName(address.toString()) : name);
}

} // namespace Msn
