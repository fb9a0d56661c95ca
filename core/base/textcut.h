#pragma once

#include <QString>

#include <functional>

namespace Msn {

/// Where to cut a text that is too long, in UTF-16 units.
/// The longest beginning of \p text whose cost, the sum over its characters as \p costOf gives it,
/// stays within \p room; every UTF-16 unit must cost at least 1. Cuts between what a reader takes for
/// characters; only if the very first of these costs more than \p room between code points, and never inside
/// one.
qsizetype fittingLength(
    QStringView text, qsizetype room, const std::function<qsizetype(const QString &)> &costOf);

} // namespace Msn
