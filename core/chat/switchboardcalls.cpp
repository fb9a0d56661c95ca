#include "core/chat/switchboardcalls.h"

#include "core/net/switchboardconnection.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <utility>

namespace Msn {

namespace {

/// Nobody is to be told apart from somebody who blocks us (conversations.md §2).
constexpr std::array notReachable{205, 207, 208, 216, 217};

} // namespace

SwitchboardCalls::SwitchboardCalls(const Timing &timing, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timing.join);
    connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT unanswered(std::exchange(m_awaited, {})); });
}

void SwitchboardCalls::call(SwitchboardConnection &switchboard, const Address &address)
{
    m_awaited.insert(address);
    m_timer.start();
    switchboard.call(address, [self = QPointer(this), address](const Reply &reply) {
        if (self && !reply)
            self->handleRefusal(address, reply.error());
    });
}

void SwitchboardCalls::handleRefusal(const Address &address, const Error &error)
{
    // The end of the connection is told by closed(), which may ask for another switchboard.
    const bool isAnswer = error.code == ErrorCode::ServerRefused || error.code == ErrorCode::ReplyTimedOut;
    if (!isAnswer || !m_awaited.remove(address))
        return;
    if (m_awaited.isEmpty())
        m_timer.stop();
    Error reason = error;
    reason.subject = address.toString();
    if (std::find(notReachable.begin(), notReachable.end(), error.serverNumber) != notReachable.end())
        reason.code = ErrorCode::NobodyThere;
    Q_EMIT refused(address, reason);
}

void SwitchboardCalls::noteArrived(const Address &address)
{
    m_awaited.remove(address);
    if (m_awaited.isEmpty())
        m_timer.stop();
}

void SwitchboardCalls::forget()
{
    m_awaited.clear();
    m_timer.stop();
}

} // namespace Msn
