#pragma once

#include "core/service/store/accountstore.h"
#include "core/wire/command.h"

namespace Msn {

class NotificationSession;

/// A message of the server itself. Wire: MSG Hotmail Hotmail length
Command serverMessage(const QByteArray &payload);

/// The picture that the host has given. Nothing for MSNP8, which has none.
/// Wire:   MSG Hotmail Hotmail length, docs/pictures.md
void sendPicture(NotificationSession &session, const QByteArray &png);

/// An alert that shows somebody's e-mail invitation to the person it was sent to.
/// Wire:   NOT length + <NOTIFICATION ...>, structure as in presence.md §10
Command invitationNotice(const InvitationRecord &invitation, quint64 memberId, int number);

} // namespace Msn
