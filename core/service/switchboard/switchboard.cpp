#include "core/service/switchboard/switchboard.h"

#include "core/service/servicecore.h"
#include "core/service/switchboard/switchboardsession.h"

#include <algorithm>

namespace Msn {

Switchboard::Switchboard(ServiceCore &core, const QByteArray &sessionId, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_sessionId(sessionId)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Switchboard::closeIdle);
    m_idle.start(core.options.timings.switchboardIdle);
}

void Switchboard::open(SwitchboardSession *session, TransactionId id)
{
    m_present.append(session);
    const Participant self = describe(session);
    session->send(encodeSwitchboardEntryReply(id, self.address, self.friendlyName));
}

void Switchboard::join(SwitchboardSession *session, TransactionId id)
{
    // The same person again, on a new connection: the old one is dead and does not know it yet.
    if (SwitchboardSession *older = find(session->address()))
        older->end();
    m_called.remove(session->address());
    const int count = static_cast<int>(m_present.size());
    for (int i = 0; i < count; ++i)
        session->send(encodeRosterLine(id, {i + 1, count, describe(m_present[i])}));
    session->send(encodeSwitchboardAnswerReply(id));
    for (SwitchboardSession *other : std::as_const(m_present))
        other->send(encodeJoined(describe(session)));
    m_present.append(session);
    m_idle.start();
}

void Switchboard::leave(SwitchboardSession *session)
{
    if (!m_present.removeOne(session))
        return;
    for (SwitchboardSession *other : std::as_const(m_present))
        other->send(encodeDeparture({session->address(), false}));
    if (m_present.isEmpty())
        Q_EMIT emptied();
}

void Switchboard::noteCall(const Address &address)
{
    m_called.insert(address, QDeadlineTimer(m_core.options.timings.switchboardEntry));
    m_idle.start();
}

bool Switchboard::isPresentOrCalled(const Address &address) const
{
    return isBeingCalled(address) || find(address);
}

bool Switchboard::isFull() const
{
    const auto called = m_called.keys();
    const auto ringing = std::count_if(
        called.cbegin(), called.cend(), [this](const Address &address) { return isBeingCalled(address); });
    return m_present.size() + ringing >= m_core.options.limits.maxParticipants;
}

/// Whoever has gone offline meanwhile does not come any more.
bool Switchboard::isBeingCalled(const Address &address) const
{
    const auto called = m_called.constFind(address);
    return called != m_called.cend() && !called->hasExpired() && m_core.presence.find(address);
}

bool Switchboard::deliver(SwitchboardSession *sender, const QByteArray &payload)
{
    m_idle.start();
    const Command message = encodeIncomingMessage({describe(sender), payload});
    bool delivered = m_present.size() > 1;
    for (SwitchboardSession *other : std::as_const(m_present)) {
        if (other == sender)
            continue;
        other->send(message);
        delivered = delivered && other->isOpen();
    }
    return delivered;
}

int Switchboard::othersThan(const SwitchboardSession *session) const
{
    return static_cast<int>(m_present.size()) - (m_present.contains(session) ? 1 : 0);
}

SwitchboardSession *Switchboard::find(const Address &address) const
{
    const auto found = std::find_if(m_present.cbegin(), m_present.cend(),
        [&address](const SwitchboardSession *session) { return session->address() == address; });
    return found == m_present.cend() ? nullptr : *found;
}

Participant Switchboard::describe(const SwitchboardSession *session) const
{
    return {session->address(), m_core.contacts.nameOf(session->address())};
}

/// Wire: BYE address 1 for each of the others, then the end (conversations.md §3).
void Switchboard::closeIdle()
{
    const auto present = std::exchange(m_present, {});
    for (SwitchboardSession *session : present) {
        for (const SwitchboardSession *other : present) {
            if (other != session)
                session->send(encodeDeparture({other->address(), true}));
        }
        session->end();
    }
    Q_EMIT emptied();
}

} // namespace Msn
