#include "core/chat/switchboardpool.h"

#include "core/net/switchboardsource.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace Msn {

namespace {

/// Nobody is to be told apart from somebody who blocks us (conversations.md §2).
bool meansNotReachable(int serverNumber)
{
    return serverNumber == 216 || serverNumber == 217 || serverNumber == 208 || serverNumber == 205
        || serverNumber == 207;
}

} // namespace

SwitchboardPool::SwitchboardPool(const Address &own, const Address &peer, SwitchboardSource &source,
    const Outbox &outbox, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_peer(peer)
    , m_source(source)
    , m_outbox(outbox)
    , m_members{{peer, FriendlyName(peer.toString())}}
{
    m_joinTimer.setSingleShot(true);
    m_joinTimer.setInterval(timing.join);
    connect(&m_joinTimer, &QTimer::timeout, this, &SwitchboardPool::handleJoinTimeout);
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
    const bool underWay = m_requesting || !m_awaited.isEmpty();
    if (underWay)
        return;
    if (m_members.isEmpty()) // everybody has left the group
        failWaiting(makeError(ErrorCode::NobodyThere));
    else if (SwitchboardConnection *open = openOne())
        callMembers(*open); // they left, the socket is still good (§3)
    else if (m_switchboards.empty())
        openSwitchboard();
}

bool SwitchboardPool::awaitsMembers() const
{
    return std::any_of(m_members.cbegin(), m_members.cend(),
        [this](const Participant &member) { return m_awaited.contains(member.address); });
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
        m_awaited.remove(participant.address);
    if (m_awaited.isEmpty())
        m_joinTimer.stop();
    Q_EMIT participantsChanged();
    pump();
}

void SwitchboardPool::failWaiting(const Error &error)
{
    m_retriedOpening = false;
    m_invites.failAll(error);
    Q_EMIT failed(error);
}

std::vector<std::unique_ptr<SwitchboardConnection>> SwitchboardPool::takeSwitchboards()
{
    m_joinTimer.stop();
    m_awaited.clear();
    auto switchboards = std::exchange(m_switchboards, {});
    for (const auto &switchboard : switchboards)
        switchboard->disconnect(this);
    failWaiting(makeError(ErrorCode::Cancelled));
    return switchboards;
}

// --- Opening ---------------------------------------------------------------------------------

void SwitchboardPool::openSwitchboard()
{
    m_requesting = true;
    m_source.request([self = QPointer(this)](const Expected<Transfer, Error> &transfer) {
        if (self)
            self->handleTransfer(transfer);
    });
}

void SwitchboardPool::handleTransfer(const Expected<Transfer, Error> &transfer)
{
    m_requesting = false;
    if (!transfer) {
        // None to be had just now (errors.md 280, 281).
        const int number = transfer.error().serverNumber;
        handleOpeningFailed(transfer.error(), number == 280 || number == 281);
        return;
    }
    if (!hasWaiting())
        return; // left meanwhile, or sent on a switchboard of the other side
    m_switchboards.push_back(m_source.create(m_own));
    SwitchboardConnection &switchboard = *m_switchboards.back();
    watch(switchboard);
    connect(&switchboard, &SwitchboardConnection::opened, this,
        [this, &switchboard] { handleOpened(switchboard); });
    switchboard.open(transfer->endpoint, transfer->cookie);
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
    if (worthAnother && hasWaiting() && !std::exchange(m_retriedOpening, true)) {
        openSwitchboard();
        return;
    }
    failWaiting(error);
}

// --- Calling ---------------------------------------------------------------------------------

void SwitchboardPool::callMembers(SwitchboardConnection &switchboard)
{
    const QList<Participant> members = m_members;
    for (const Participant &member : members) {
        if (!switchboard.contains(member.address))
            call(switchboard, member.address);
    }
    m_joinTimer.start();
}

void SwitchboardPool::callGuests()
{
    SwitchboardConnection *ready = readyOne();
    if (!ready)
        return;
    const QList<Address> guests = m_invites.takeUncalled();
    for (const Address &guest : guests)
        call(*ready, guest);
    if (!guests.isEmpty())
        m_joinTimer.start();
}

void SwitchboardPool::call(SwitchboardConnection &switchboard, const Address &address)
{
    m_awaited.insert(address);
    switchboard.call(address, [self = QPointer(this), address](const Reply &reply) {
        if (self && !reply)
            self->handleCallRefused(address, reply.error());
    });
}

void SwitchboardPool::handleCallRefused(const Address &address, const Error &error)
{
    // The end of the connection is told by closed(), which may ask for another switchboard.
    const bool isAnswer = error.code == ErrorCode::ServerRefused || error.code == ErrorCode::ReplyTimedOut;
    if (!isAnswer || !m_awaited.remove(address))
        return;
    Error reason = error;
    reason.subject = address.toString();
    if (meansNotReachable(error.serverNumber))
        reason.code = ErrorCode::NobodyThere;
    m_invites.end(address, Unexpected(reason));
    if (m_awaited.isEmpty() && !readyOne()) {
        m_joinTimer.stop();
        failWaiting(reason);
    } else {
        pump();
    }
}

void SwitchboardPool::handleJoinTimeout()
{
    const QSet<Address> missing = std::exchange(m_awaited, {});
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
    m_awaited.clear();
    m_joinTimer.stop();
    m_invites.forgetCalls();
    Q_EMIT participantsChanged();
    if (!m_switchboards.empty() || m_requesting) {
        pump();
    } else if (hasWaiting()) {
        // 911: the cookie was stale; gone: it had been idle for too long.
        handleOpeningFailed(error,
            error.serverNumber == 911 || error.code == ErrorCode::ConnectionClosed
                || error.code == ErrorCode::ConnectionLost);
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
    m_retriedOpening = false;
    m_awaited.remove(participant.address);
    if (m_awaited.isEmpty())
        m_joinTimer.stop();
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
    // What was said between two must not go on in front of three.
    std::vector<SwitchboardConnection *> others;
    for (const auto &other : m_switchboards) {
        if (other.get() != &switchboard)
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
