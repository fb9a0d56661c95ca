#include "core/p2p/messageids.h"

namespace Msn {

namespace {

/// What the base keeps away from: 0 and the top 16 values, and the three it counts back to.
constexpr quint32 lowest = 16;
constexpr quint32 highest = 0xFFFFFFEF;
constexpr quint32 countedBack = 3;

} // namespace

MessageIds::MessageIds(quint32 random)
    : m_base(lowest + random % (highest - lowest + 1))
{
}

quint32 MessageIds::next(bool isAck)
{
    const quint32 count = m_count++;
    if (count == 0) {
        m_beganWithAck = isAck;
        return m_base;
    }
    if (m_beganWithAck && count <= countedBack)
        return m_base - (countedBack + 1 - count);
    const quint32 ahead = m_beganWithAck ? count - countedBack : count;
    const quint32 id = m_base + ahead;
    if (id != 0)
        return id;
    // As if the count had begun at 1 just now.
    m_base = 1;
    m_count = 1;
    m_beganWithAck = false;
    return m_base;
}

} // namespace Msn
