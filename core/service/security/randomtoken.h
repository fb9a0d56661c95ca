#pragma once

#include <QByteArray>

namespace Msn {

/// Bytes nobody can guess, from the system's generator.
QByteArray randomBytes(qsizetype count);
/// The same as lower-case hex, two digits for each byte.
QByteArray randomHex(qsizetype byteCount);
/// Decimal digits only, for old clients that insist on them; at least 9, at most 19.
QByteArray randomDecimal();

/// Takes the same time wherever the two differ.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

} // namespace Msn
