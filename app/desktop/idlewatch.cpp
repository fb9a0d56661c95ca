#include "app/desktop/idlewatch.h"

namespace App {

using std::chrono::milliseconds;

IdleWatch::IdleWatch(std::vector<std::unique_ptr<IdleSource>> sources, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
{
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        IdleSource *source = m_sources[i].get();
        connect(source, &IdleSource::wentIdle, this, [this] { setIdle(true); });
        connect(source, &IdleSource::cameBack, this, [this] { setIdle(false); });
        // Not from inside the source that gives up.
        connect(
            source, &IdleSource::unavailable, this,
            [this, i] {
                if (i == m_used && m_limit > milliseconds(0))
                    use(i + 1);
            },
            Qt::QueuedConnection);
    }
}

IdleWatch::~IdleWatch() = default;

void IdleWatch::setLimit(milliseconds limit)
{
    if (std::exchange(m_limit, limit) == limit)
        return;
    setIdle(false);
    use(m_used);
}

void IdleWatch::use(std::size_t index)
{
    if (m_used < m_sources.size() && m_used != index)
        m_sources[m_used]->watch(milliseconds(0));
    m_used = index;
    if (m_used < m_sources.size())
        m_sources[m_used]->watch(m_limit);
}

void IdleWatch::setIdle(bool idle)
{
    if (std::exchange(m_isIdle, idle) != idle)
        Q_EMIT idleChanged(idle);
}

} // namespace App
