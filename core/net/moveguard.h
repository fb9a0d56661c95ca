#pragma once

#include "core/net/timing.h"

#include <QDeadlineTimer>

namespace Msn {

/// Counts how often a server sends us on in the middle of a session (XFR 0 NS): two servers that send
/// us to and fro must not keep us busy for ever.
class MoveGuard
{
public:
    explicit MoveGuard(const Timing &timing)
        : m_settled(timing.settled)
    {
    }

    void noteSignedIn() { m_deadline = QDeadlineTimer(m_settled); }
    /// False if this is one move too many in a row, none of whose sessions has lived for a while.
    bool mayMove()
    {
        if (m_deadline.hasExpired())
            m_moves = 0;
        const bool may = ++m_moves <= maxMoves;
        if (!may)
            m_moves = 0;
        return may;
    }

private:
    static constexpr int maxMoves = 5;

    std::chrono::milliseconds m_settled;
    QDeadlineTimer m_deadline;
    int m_moves = 0;
};

} // namespace Msn
