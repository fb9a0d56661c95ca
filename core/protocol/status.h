#pragma once

#include <QByteArray>

#include <optional>

namespace Msn {

/// Source: presence.md §1.
enum class Status {
    Online, ///< NLN
    Busy, ///< BSY
    BeRightBack, ///< BRB
    Away, ///< AWY
    OnThePhone, ///< PHN
    OutToLunch, ///< LUN
    Idle, ///< IDL, set by the client after inactivity
    Hidden, ///< HDN, own status only: contacts see FLN
    Offline, ///< FLN, never sent in CHG
};

/// Exactly a known code, `NLN`.
std::optional<Status> parseStatus(const QByteArray &code);
/// A contact's status: an unknown code counts as online, as presence.md §1 asks.
Status parseContactStatus(const QByteArray &code);
QByteArray encodeStatus(Status status);

} // namespace Msn
