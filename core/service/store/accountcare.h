#pragma once

#include "core/base/address.h"

#include <QMap>
#include <QTime>

#include <optional>

namespace Msn {

/// A part of every day, in the service's own time; it may go over midnight.
struct QuietHours
{
    QTime from;
    QTime until;

    bool contains(const QTime &time) const
    {
        return from <= until ? time >= from && time < until : time >= from || time < until;
    }

    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

/// What whoever runs the service has settled for somebody, a child for example. The person is told all of
/// it (docs/care.md); nothing here lets anybody read what is said.
struct AccountCare
{
    /// Meets, sees and is seen by those alone whom the host has approved.
    bool asks = false;
    /// Only with asks. True: approved; false: somebody wished for it.
    QMap<Address, bool> people;
    /// No sign-in then; who is signed in is signed out.
    std::optional<QuietHours> quiet;
    /// Neither sends nor gets files.
    bool refusesFiles = false;

    bool isQuietAt(const QTime &time) const { return quiet && quiet->contains(time); }
    bool isNone() const { return !asks && !quiet && !refusesFiles; }

    friend bool operator==(const AccountCare &, const AccountCare &) = default;
};

} // namespace Msn
