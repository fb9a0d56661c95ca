#pragma once

#include <QByteArray>
#include <QTime>

#include <optional>

namespace Msn {

/// What our service tells somebody about what the host has settled for them, in the profile message after
/// `USR t OK`. Others know no such field and pass over it.
/// Wire:   Care: ask quiet=21:00-07:00 nofiles      each word may be missing, others may come
/// Source: docs/care.md.
struct CareNotice
{
    bool asks = false; ///< people meet only with the host's leave
    std::optional<std::pair<QTime, QTime>> quiet; ///< from, until; every day
    bool refusesFiles = false;

    bool isNone() const { return !asks && !quiet && !refusesFiles; }

    friend bool operator==(const CareNotice &, const CareNotice &) = default;
};

inline constexpr char careField[] = "Care";

/// Empty for none.
QByteArray encodeCareNotice(const CareNotice &notice);
/// What makes no sense in it is left out.
CareNotice parseCareNotice(const QByteArray &value);

} // namespace Msn
