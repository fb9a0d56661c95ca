#include "core/chat/undecidedcall.h"

#include <utility>

namespace Msn {

namespace {

/// More than a person can write in the time.
constexpr qsizetype maxKept = 64;

} // namespace

UndecidedCall::UndecidedCall(std::unique_ptr<SwitchboardConnection> switchboard, const Address &caller,
    const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_switchboard(std::move(switchboard))
    , m_caller(caller)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(timing.groupGathering);
    connect(&m_patience, &QTimer::timeout, this, &UndecidedCall::decide);
    const SwitchboardConnection *heard = m_switchboard.get();
    connect(heard, &SwitchboardConnection::joined, this, &UndecidedCall::decide);
    connect(heard, &SwitchboardConnection::left, this, &UndecidedCall::decide);
    connect(heard, &SwitchboardConnection::closed, this, &UndecidedCall::decide);
    connect(heard, &SwitchboardConnection::messageReceived, this, &UndecidedCall::keep);
}

UndecidedCall::~UndecidedCall()
{
    if (m_switchboard)
        m_switchboard->disconnect(this);
}

std::unique_ptr<SwitchboardConnection> UndecidedCall::takeSwitchboard()
{
    m_switchboard->disconnect(this);
    if (m_switchboard->state() == SwitchboardConnection::State::Closed) {
        m_switchboard.release()->deleteLater(); // we may be inside one of its signals
        return nullptr;
    }
    return std::move(m_switchboard);
}

void UndecidedCall::keep(const IncomingMessage &message)
{
    m_messages.append(message);
    if (m_messages.size() >= maxKept)
        decide();
    else if (!m_patience.isActive())
        m_patience.start();
}

void UndecidedCall::decide()
{
    m_patience.stop();
    if (!std::exchange(m_isDecided, true))
        Q_EMIT decided();
}

} // namespace Msn
