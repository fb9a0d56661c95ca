#pragma once

#include "core/protocol/verb.h"
#include "core/service/lists/contactbook.h"
#include "core/service/security/ratelimit.h"
#include "core/wire/command.h"

#include <span>

namespace Msn {

class NotificationSession;
struct ServiceLimits;

/// What the notification server does with one verb.
struct NotificationCommand
{
    enum class Phase {
        Always, ///< the handler knows the order
        SignedIn, ///< 302 before; a verb without a transaction id closes the connection
    };
    Verb verb = Verb::Out;
    Phase phase = Phase::SignedIn;
    void (*handle)(NotificationSession &session, const Command &command) = nullptr;
    /// Answer in a protocol version that does not have the verb; 0: the connection is closed.
    Refusal refusalInOtherVersions = 0;
    /// How often a client may ask for it, 800 beyond; null: as often as it likes.
    RateLimit ServiceLimits::*rate = nullptr;
    /// Answer to a payload that cannot be read, before the connection is closed; 0: none.
    Refusal refusalOfPayload = 0;
};

// The families, each in its own file.
std::span<const NotificationCommand> signInCommands(); ///< VER CVR USR OUT
std::span<const NotificationCommand> syncCommands(); ///< SYN
std::span<const NotificationCommand> contactCommands(); ///< ADD ADC REM
std::span<const NotificationCommand> nameCommands(); ///< REA SBP
std::span<const NotificationCommand> groupCommands(); ///< ADG REG RMG
std::span<const NotificationCommand> settingCommands(); ///< BLP GTC PRP
std::span<const NotificationCommand> presenceCommands(); ///< CHG QRY PNG
std::span<const NotificationCommand> serviceCommands(); ///< XFR URL SDC SND FND IMS PAG PGD

/// Null for verbs that no client may send here.
const NotificationCommand *findNotificationCommand(Verb verb);

} // namespace Msn
