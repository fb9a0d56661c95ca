#pragma once

#include "core/service/store/accountstore.h"
#include "core/wire/command.h"

namespace Msn {

class NotificationSession;

/// The first message of the server: text/x-msmsgsprofile.
/// Wire:   MSG Hotmail Hotmail length, fields as in MSNP8 changes, "Initial Profile": without
///         LoginTime, with ClientIP and a byte-swapped ClientPort.
Command profileMessage(NotificationSession &session, const AccountRecord &account, const QByteArray &ticket);

} // namespace Msn
