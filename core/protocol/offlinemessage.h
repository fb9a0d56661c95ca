#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace Msn {

class MimeMessage;

/// What our service adds to the protocol for messages to people who are not there. Others ignore it.
/// Source: docs/offline-messages.md.

/// Field of the profile message by which a service says that it keeps such messages: `1`.
inline constexpr char keepsMessagesField[] = "KeepsMessages";
/// What a client that has seen the field adds to CAL.
inline constexpr char callOrKeep[] = "KEEP";

/// \p payload with the time at which it came, in a header and, where it is the beginning of a text,
/// before it, for clients that do not know the header.
/// Wire: Original-Arrival-Time: 2026-11-22T08:30:00Z  ...  [2026-11-22 08:30] text
QByteArray withArrivalTime(const QByteArray &payload, const QDateTime &time);

/// \p payload without such a header, which nobody but the service may write.
QByteArray withoutArrivalTime(const QByteArray &payload);

/// The time of a message that was kept; nothing for one that comes as it is written. The time before
/// the text is taken out of \p message then.
std::optional<QDateTime> takeArrivalTime(MimeMessage &message);

} // namespace Msn
