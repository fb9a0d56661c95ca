#pragma once

#include <chrono>

namespace Msn {

/// How often something may be done: `burst` times at once, then once in each `interval`.
struct RateLimit
{
    int burst = 1;
    std::chrono::milliseconds interval{0};
};

/// Counts against one RateLimit.
class RateGate
{
public:
    using Clock = std::chrono::steady_clock;

    explicit RateGate(const RateLimit &limit)
        : m_limit(limit)
    {
    }

    /// Whether one more may be done at \p now; it is counted only then.
    bool admits(Clock::time_point now = Clock::now());

private:
    RateLimit m_limit;
    Clock::time_point m_freeAgain; ///< when nothing counts any more
};

} // namespace Msn
