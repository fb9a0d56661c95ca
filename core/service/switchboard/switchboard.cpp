#include "core/service/switchboard/switchboard.h"

#include "core/protocol/offlinemessage.h"
#include "core/service/lists/carerules.h"
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
    connect(&m_idle, &QTimer::timeout, this, &Switchboard::handleIdle);
    connect(&core.settings, &SettingsBook::nameChanged, this,
        [this](const Address &address) { m_heads.remove(address); });
    m_idle.start(core.options.timings.switchboardIdle);
    m_active.start();
}

void Switchboard::open(SwitchboardSession *session, TransactionId id)
{
    m_present.append(session);
    const Participant self = describe(session->address());
    session->send(encodeSwitchboardEntryReply(id, self.address, self.friendlyName));
}

void Switchboard::join(SwitchboardSession *session, TransactionId id)
{
    // The same person again, on a new connection: the old one is dead and does not know it yet.
    if (SwitchboardSession *older = find(session->address()))
        older->end();
    m_called.remove(session->address());
    const QList<Address> others = everybody();
    const int count = static_cast<int>(others.size());
    for (int i = 0; i < count; ++i)
        session->send(encodeRosterLine(id, {i + 1, count, describe(others[i])}));
    session->send(encodeSwitchboardAnswerReply(id));
    for (SwitchboardSession *other : std::as_const(m_present))
        other->send(encodeJoined(describe(session->address())));
    m_present.append(session);
    m_active.start();
    handOut(session);
}

QList<Address> Switchboard::everybody() const
{
    QList<Address> addresses;
    for (const SwitchboardSession *session : m_present)
        addresses.append(session->address());
    return addresses + m_absent;
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
    m_active.start();
}

void Switchboard::addAbsent(const Address &address)
{
    m_absent.append(address);
    for (SwitchboardSession *session : std::as_const(m_present))
        session->send(encodeJoined(describe(address)));
    m_active.start();
}

void Switchboard::removeAbsent(const Address &address)
{
    if (m_absent.removeAll(address) == 0)
        return;
    for (SwitchboardSession *session : std::as_const(m_present))
        session->send(encodeDeparture({address, false}));
}

void Switchboard::deliver(const Address &sender, const Address &recipient)
{
    m_absent.append(sender);
    m_delivery.emplace(sender, recipient);
    m_idle.start(longestSilence());
}

bool Switchboard::isAwaiting(const Address &recipient) const
{
    return m_delivery && m_delivery->second == recipient;
}

void Switchboard::handOut(SwitchboardSession *recipient)
{
    if (!m_delivery || !(m_delivery->second == recipient->address()))
        return;
    const auto delivery = *std::exchange(m_delivery, std::nullopt);
    const auto messages = m_core.messages.take(delivery.first, delivery.second);
    for (const Command &message : messages)
        recipient->send(message);
    removeAbsent(delivery.first);
}

bool Switchboard::isPresentOrCalled(const Address &address) const
{
    return isBeingCalled(address) || find(address) || m_absent.contains(address);
}

bool Switchboard::mayCome(const Address &address) const
{
    const QList<Address> here = everybody();
    const QList<Address> called = m_called.keys();
    const auto fits
        = [&](const Address &other) { return other == address || mayMeet(m_core.store, other, address); };
    return std::all_of(here.cbegin(), here.cend(), fits)
        && std::all_of(called.cbegin(), called.cend(),
            [&](const Address &other) { return !isBeingCalled(other) || fits(other); });
}

bool Switchboard::refusesFiles() const
{
    const QList<Address> here = everybody();
    return std::any_of(here.cbegin(), here.cend(),
        [this](const Address &address) { return Msn::refusesFiles(m_core.store, address); });
}

bool Switchboard::isFull() const
{
    const auto called = m_called.keys();
    const auto ringing = std::count_if(
        called.cbegin(), called.cend(), [this](const Address &address) { return isBeingCalled(address); });
    return m_present.size() + m_absent.size() + ringing >= m_core.options.limits.maxParticipants;
}

/// Whoever has gone offline meanwhile does not come any more.
bool Switchboard::isBeingCalled(const Address &address) const
{
    const auto called = m_called.constFind(address);
    return called != m_called.cend() && !called->hasExpired() && m_core.presence.find(address);
}

bool Switchboard::deliver(SwitchboardSession *sender, const QByteArray &payload)
{
    m_active.start();
    m_core.journal.noteMessage();
    Command message = headOf(sender->address());
    message.payload = withoutArrivalTime(payload);
    const bool isAlone = m_present.size() + m_absent.size() < 2;
    bool delivered = !isAlone && keepForAbsent(sender->address(), payload);
    for (SwitchboardSession *other : std::as_const(m_present)) {
        if (other == sender)
            continue;
        other->send(message);
        delivered = delivered && other->isOpen();
    }
    return delivered;
}

void Switchboard::flush()
{
    for (SwitchboardSession *session : std::as_const(m_present))
        session->flush();
}

/// True if nobody is absent, or it is worth nothing to them.
bool Switchboard::keepForAbsent(const Address &sender, const QByteArray &payload)
{
    if (m_absent.isEmpty() || MessageDesk::isFleeting(payload))
        return true;
    bool kept = MessageDesk::isText(payload);
    for (const Address &absent : std::as_const(m_absent))
        kept = kept && m_core.messages.keep(sender, absent, payload);
    return kept;
}

SwitchboardSession *Switchboard::find(const Address &address) const
{
    const auto found = std::find_if(m_present.cbegin(), m_present.cend(),
        [&address](const SwitchboardSession *session) { return session->address() == address; });
    return found == m_present.cend() ? nullptr : *found;
}

Participant Switchboard::describe(const Address &address) const
{
    return {address, m_core.contacts.nameOf(address)};
}

/// MSG address name, put together once for all that \p speaker says.
Command Switchboard::headOf(const Address &speaker)
{
    auto head = m_heads.constFind(speaker);
    if (head == m_heads.cend())
        head = m_heads.insert(speaker, encodeIncomingMessage({describe(speaker), {}}));
    return *head;
}

/// Nobody can come any more once the pass has expired.
std::chrono::milliseconds Switchboard::longestSilence() const
{
    return m_delivery ? m_core.options.timings.switchboardPass : m_core.options.timings.switchboardIdle;
}

/// The timer is not started anew with every message, which would cost more than passing it on.
void Switchboard::handleIdle()
{
    const auto quiet = std::chrono::milliseconds(m_active.elapsed());
    const auto limit = longestSilence();
    if (quiet < limit)
        m_idle.start(limit - quiet);
    else
        closeIdle();
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
