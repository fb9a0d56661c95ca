#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace Msn {

/// Decimal digits and nothing else.
bool isNumber(const QByteArray &token);

/// Takes a list version off the front: digits, where an address, a name or a field is due behind.
std::optional<QByteArray> takeVersion(QByteArrayList &tokens);

} // namespace Msn
