#pragma once

#include <chrono>

namespace Msn {

/// Growing pauses between attempts, each with jitter so that a thousand clients of a server that
/// comes back do not return in the same second.
class Backoff
{
public:
    using milliseconds = std::chrono::milliseconds;

    explicit Backoff(
        milliseconds first = std::chrono::seconds(5), milliseconds longest = std::chrono::minutes(5));

    /// The pause before the next attempt: doubles each time up to the longest, ±20 %.
    milliseconds next();
    /// Back to the first pause; call after a success.
    void reset() { m_next = m_first; }

private:
    milliseconds m_first;
    milliseconds m_longest;
    milliseconds m_next;
};

} // namespace Msn
