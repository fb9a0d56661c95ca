#pragma once

#include <QByteArray>

#include <optional>

namespace Msn {

/// Digits only, at most 20 of them, up to 2^64-1: no sign, no blanks (security.md §9).
std::optional<quint64> parseStrictDecimal(const QByteArray &text);
/// The same up to 2^32-1.
std::optional<quint32> parseStrictDecimal32(const QByteArray &text);
/// One line of the plain alphabet with its padding; nothing if any character is out of place (security.md
/// §10).
std::optional<QByteArray> decodeStrictBase64(const QByteArray &text);

} // namespace Msn
