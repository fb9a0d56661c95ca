#pragma once

#include "core/protocol/verb.h"
#include "core/wire/command.h"

namespace Msn {

class SwitchboardSession;

/// What a switchboard does with one verb.
struct SwitchboardCommand
{
    enum class Phase {
        Entering, ///< first and only once; 207 later
        Inside, ///< closes the connection of somebody who has not entered
        Always,
    };
    Verb verb = Verb::Out;
    Phase phase = Phase::Inside;
    void (*handle)(SwitchboardSession &session, const Command &command) = nullptr;
};

/// Null for verbs that no client may send here.
const SwitchboardCommand *findSwitchboardCommand(Verb verb);

} // namespace Msn
