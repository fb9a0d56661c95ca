#include "core/net/keepalive.h"

#include <algorithm>

namespace Msn {

namespace {

/// A server that asks for less would keep a laptop awake.
constexpr std::chrono::seconds shortestInterval{20};

} // namespace

KeepAlive::KeepAlive(const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_timing(timing)
    , m_interval(timing.ping)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &KeepAlive::handleTimeout);
}

void KeepAlive::start()
{
    m_awaitingPong = false;
    m_interval = m_timing.ping;
    m_timer.start(m_interval);
}

void KeepAlive::stop()
{
    m_timer.stop();
}

void KeepAlive::noteSent()
{
    if (m_timer.isActive() && !m_awaitingPong)
        m_timer.start(m_interval);
}

void KeepAlive::noteReceived()
{
    if (!m_timer.isActive())
        return;
    m_awaitingPong = false;
    m_timer.start(m_interval);
}

void KeepAlive::handlePong(std::optional<int> seconds)
{
    if (seconds)
        m_interval = std::max<std::chrono::milliseconds>(std::chrono::seconds(*seconds),
            std::min<std::chrono::milliseconds>(shortestInterval, m_timing.ping));
    noteReceived();
}

void KeepAlive::handleTimeout()
{
    if (m_awaitingPong) {
        Q_EMIT serverSilent();
        return;
    }
    m_awaitingPong = true;
    m_timer.start(m_timing.pong);
    Q_EMIT pingDue();
}

} // namespace Msn
