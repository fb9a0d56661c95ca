#include "core/chat/switchboardpool.h"

#include "core/net/switchboardsource.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace Msn {

SwitchboardPool::SwitchboardPool(const Address &own, const Address &peer, SwitchboardSource &source,
    std::function<bool()> hasWaiting, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_peer(peer)
    , m_source(source)
    , m_hasMail(std::move(hasWaiting))
    , m_members{{peer, FriendlyName(peer.toString())}}
    , m_opener(source, timing)
    , m_calls(timing)
{
    connect(&m_opener, &SwitchboardOpener::granted, this, &SwitchboardPool::handleGranted);
    connect(&m_opener, &SwitchboardOpener::failed, this,
        [this](const Error &error) { handleOpeningFailed(error, SwitchboardOpener::hadNone(error)); });
    connect(&m_calls, &SwitchboardCalls::refused, this, &SwitchboardPool::handleCallRefused);
    connect(&m_calls, &SwitchboardCalls::unanswered, this, &SwitchboardPool::handleUnanswered);
}

SwitchboardPool::~SwitchboardPool()
{
    // What they say while they are taken apart concerns nobody.
    for (const auto &switchboard : m_switchboards)
        switchboard->disconnect(this);
}

SwitchboardConnection *SwitchboardPool::readyOne() const
{
    const auto found = std::find_if(m_switchboards.crbegin(), m_switchboards.crend(),
        [](const auto &s) { return s->isOpen() && !s->participants().isEmpty(); });
    return found == m_switchboards.crend() ? nullptr : found->get();
}

void SwitchboardPool::prefer(SwitchboardConnection &switchboard)
{
    // Both called at once: answer where the other was heard last (§3).
    const auto found = std::find_if(m_switchboards.begin(), m_switchboards.end(),
        [&switchboard](const auto &s) { return s.get() == &switchboard; });
    if (found != m_switchboards.end())
        std::rotate(found, found + 1, m_switchboards.end());
}

SwitchboardConnection *SwitchboardPool::openOne() const
{
    const auto found = std::find_if(
        m_switchboards.crbegin(), m_switchboards.crend(), [](const auto &s) { return s->isOpen(); });
    return found == m_switchboards.crend() ? nullptr : found->get();
}

void SwitchboardPool::pump()
{
    if (!hasWaiting())
        return;
    SwitchboardConnection *ready = readyOne();
    if (ready && !awaitsMembers()) {
        Q_EMIT readyToSend(ready);
        callGuests();
        return;
    }
    if (m_opener.isUnderWay() || !m_calls.isEmpty())
        return;
    if (m_members.isEmpty()) // everybody has left the group
        failWaiting(makeError(ErrorCode::NobodyThere));
    else if (SwitchboardConnection *open = openOne())
        callMembers(*open); // they left, the socket is still good (§3)
    else if (m_switchboards.empty())
        m_opener.request();
}

bool SwitchboardPool::awaitsMembers() const
{
    return std::any_of(m_members.cbegin(), m_members.cend(),
        [this](const Participant &member) { return m_calls.awaits(member.address); });
}

void SwitchboardPool::invite(const Address &address, Completion<std::monostate> done)
{
    if (const SwitchboardConnection *ready = readyOne(); ready && ready->contains(address)) {
        done(std::monostate());
        return;
    }
    m_invites.add(address, std::move(done));
    pump();
}

void SwitchboardPool::attach(std::unique_ptr<SwitchboardConnection> switchboard)
{
    m_switchboards.push_back(std::move(switchboard));
    SwitchboardConnection &attached = *m_switchboards.back();
    watch(attached);
    if (attached.participants().size() > 1)
        becomeGroup(attached);
    const QList<Participant> present = attached.participants();
    for (const Participant &participant : present)
        m_calls.noteArrived(participant.address);
    Q_EMIT participantsChanged();
    pump();
}

void SwitchboardPool::failWaiting(const Error &error)
{
    m_opener.allowRetry();
    m_invites.failAll(error);
    Q_EMIT failed(error);
}

std::vector<std::unique_ptr<SwitchboardConnection>> SwitchboardPool::takeSwitchboards()
{
    m_calls.forget();
    auto switchboards = std::exchange(m_switchboards, {});
    for (const auto &switchboard : switchboards)
        switchboard->disconnect(this);
    failWaiting(makeError(ErrorCode::Cancelled));
    return switchboards;
}

// --- Opening ---------------------------------------------------------------------------------

void SwitchboardPool::handleGranted(const Transfer &where)
{
    if (!hasWaiting())
        return; // left meanwhile, or sent on a switchboard of the other side
    m_switchboards.push_back(m_source.create(m_own));
    SwitchboardConnection &switchboard = *m_switchboards.back();
    watch(switchboard);
    connect(&switchboard, &SwitchboardConnection::opened, this,
        [this, &switchboard] { handleOpened(switchboard); });
    switchboard.open(where.endpoint, where.cookie);
}

void SwitchboardPool::handleOpened(SwitchboardConnection &switchboard)
{
    if (!readyOne()) {
        callMembers(switchboard);
        return;
    }
    // The other side was faster: one switchboard is enough, and nobody was called to this one yet.
    switchboard.leave();
    drop(switchboard);
    pump();
}

void SwitchboardPool::handleOpeningFailed(const Error &error, bool worthAnother)
{
    if (!worthAnother || !hasWaiting() || !m_opener.tryAnother())
        failWaiting(error);
}

// --- Calling ---------------------------------------------------------------------------------

void SwitchboardPool::callMembers(SwitchboardConnection &switchboard)
{
    const QList<Participant> members = m_members;
    for (const Participant &member : members) {
        if (!switchboard.contains(member.address))
            m_calls.call(switchboard, member.address);
    }
}

void SwitchboardPool::callGuests()
{
    SwitchboardConnection *ready = readyOne();
    if (!ready)
        return;
    const QList<Address> guests = m_invites.takeUncalled();
    for (const Address &guest : guests)
        m_calls.call(*ready, guest);
}

void SwitchboardPool::handleCallRefused(const Address &address, const Error &error)
{
    m_invites.end(address, Unexpected(error));
    if (!m_calls.isEmpty() || readyOne()) {
        pump();
        return;
    }
    const bool cannotRing = SwitchboardOpener::hadNone(error);
    if (cannotRing)
        leaveOthers(nullptr);
    handleOpeningFailed(error, cannotRing);
}

void SwitchboardPool::handleUnanswered(const QSet<Address> &missing)
{
    for (const Address &address : missing)
        m_invites.end(address, Unexpected(makeError(ErrorCode::NoAnswer, address.toString())));
    if (readyOne())
        pump();
    else
        failWaiting(makeError(ErrorCode::NoAnswer, m_peer.toString()));
}

// --- Open ------------------------------------------------------------------------------------

void SwitchboardPool::watch(SwitchboardConnection &switchboard)
{
    connect(&switchboard, &SwitchboardConnection::joined, this,
        [this, &switchboard](const Participant &participant) { handleJoined(switchboard, participant); });
    connect(&switchboard, &SwitchboardConnection::left, this, &SwitchboardPool::handleLeft);
    connect(&switchboard, &SwitchboardConnection::messageReceived, this,
        [this, &switchboard](const IncomingMessage &m) { Q_EMIT messageReceived(&switchboard, m); });
    connect(&switchboard, &SwitchboardConnection::closed, this,
        [this, &switchboard](const Error &error) { handleClosed(switchboard, error); });
}

void SwitchboardPool::handleClosed(SwitchboardConnection &switchboard, const Error &error)
{
    drop(switchboard);
    // Whoever was called there will not come; on what remains they are called again.
    m_calls.forget();
    m_invites.forgetCalls();
    Q_EMIT participantsChanged();
    if (!m_switchboards.empty() || m_opener.isUnderWay()) {
        pump();
    } else if (hasWaiting()) {
        handleOpeningFailed(error, SwitchboardOpener::endedByChance(error));
    } else {
        Q_EMIT emptied();
    }
}

void SwitchboardPool::drop(SwitchboardConnection &switchboard)
{
    const auto found = std::find_if(m_switchboards.begin(), m_switchboards.end(),
        [&switchboard](const auto &s) { return s.get() == &switchboard; });
    if (found == m_switchboards.end())
        return;
    switchboard.disconnect(this);
    found->release()->deleteLater(); // we may be inside one of its signals
    m_switchboards.erase(found);
}

void SwitchboardPool::handleJoined(SwitchboardConnection &switchboard, const Participant &participant)
{
    m_opener.allowRetry();
    m_calls.noteArrived(participant.address);
    Q_EMIT joined(participant);
    const bool isNew = std::none_of(m_members.cbegin(), m_members.cend(),
        [&participant](const Participant &p) { return p.address == participant.address; });
    if (isNew)
        m_members.append(participant);
    if (switchboard.participants().size() > 1 && !m_isGroup)
        becomeGroup(switchboard);
    if (isNew)
        Q_EMIT memberAdded(participant);
    m_invites.end(participant.address, std::monostate());
    Q_EMIT participantsChanged();
    pump();
}

void SwitchboardPool::becomeGroup(SwitchboardConnection &switchboard)
{
    m_isGroup = true;
    m_members = switchboard.participants();
    leaveOthers(&switchboard); // what was said between two must not go on in front of three
}

void SwitchboardPool::leaveOthers(const SwitchboardConnection *kept)
{
    std::vector<SwitchboardConnection *> others;
    for (const auto &other : m_switchboards) {
        if (other.get() != kept)
            others.push_back(other.get());
    }
    for (SwitchboardConnection *other : others) {
        other->leave();
        drop(*other);
    }
}

void SwitchboardPool::handleLeft(const Departure &departure)
{
    Q_EMIT left(departure);
    // Between two a BYE only means that a window was closed or the session was idle (§3).
    if (m_isGroup && !departure.idle)
        m_members.removeIf([&departure](const Participant &p) { return p.address == departure.address; });
    Q_EMIT participantsChanged();
}

} // namespace Msn
