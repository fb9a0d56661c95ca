#pragma once

#include "core/base/address.h"
#include "core/net/timing.h"
#include "core/p2p/messageassembler.h"
#include "core/p2p/peerrandom.h"

namespace Msn {

class PeerCarrier;

/// What the links to all people share.
struct PeerEnvironment
{
    Address own;
    PeerCarrier &carrier;
    Timing timing;
    PeerRandom random;
    AssemblyBudget budget{};
};

} // namespace Msn
