#include "core/chat/typists.h"

namespace Msn {

namespace {

constexpr qsizetype maxTypists = 100;

} // namespace

Typists::Typists(const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_timing(timing)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Typists::expire);
}

void Typists::note(const Address &address)
{
    const bool isNew = !m_deadlines.contains(address);
    if (isNew && m_deadlines.size() >= maxTypists)
        return;
    m_deadlines.insert(address, QDeadlineTimer(m_timing.typingExpiry));
    if (!m_timer.isActive())
        m_timer.start(m_timing.typingExpiry);
    if (isNew)
        Q_EMIT changed();
}

void Typists::clear(const Address &address)
{
    if (m_deadlines.remove(address))
        Q_EMIT changed();
}

void Typists::expire()
{
    const bool removed
        = m_deadlines.removeIf([](const auto &entry) { return entry.value().hasExpired(); }) > 0;
    if (!m_deadlines.isEmpty())
        m_timer.start(m_timing.typingExpiry / 4);
    if (removed)
        Q_EMIT changed();
}

} // namespace Msn
