#include "core/base/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Msn {

Backoff::Backoff(milliseconds first, milliseconds longest)
    : m_first(first)
    , m_longest(longest)
    , m_next(first)
{
}

Backoff::milliseconds Backoff::next()
{
    const milliseconds pause = m_next;
    m_next = std::min(m_next * 2, m_longest);
    const qint64 spread = pause.count() / 5;
    const qint64 jitter = QRandomGenerator::global()->bounded(2 * spread + 1) - spread;
    return std::clamp(pause + milliseconds(jitter), milliseconds(0), m_longest);
}

} // namespace Msn
