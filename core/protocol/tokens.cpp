#include "core/protocol/tokens.h"

#include <algorithm>

namespace Msn {

bool isNumber(const QByteArray &token)
{
    return !token.isEmpty()
        && std::all_of(token.cbegin(), token.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<QByteArray> takeVersion(QByteArrayList &tokens)
{
    if (tokens.size() < 2 || !isNumber(tokens.constFirst()))
        return std::nullopt;
    return tokens.takeFirst();
}

} // namespace Msn
