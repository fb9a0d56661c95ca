#include "core/service/security/ratelimit.h"

#include <algorithm>

namespace Msn {

bool RateGate::admits(Clock::time_point now)
{
    const auto freeAgain = std::max(m_freeAgain, now) + m_limit.interval;
    if (freeAgain - now > m_limit.interval * m_limit.burst)
        return false;
    m_freeAgain = freeAgain;
    return true;
}

} // namespace Msn
