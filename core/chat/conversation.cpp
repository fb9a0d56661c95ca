#include "core/chat/conversation.h"

#include "core/base/logging.h"
#include "core/chat/chunkassembler.h"
#include "core/net/switchboardsource.h"

#include <algorithm>

namespace Msn {

namespace {

constexpr qsizetype maxMessagesKept = 20'000;
constexpr qsizetype messagesDroppedAtOnce = 2'000;

/// Nobody is to be told apart from somebody who blocks us (conversations.md §2).
bool meansNotReachable(int serverNumber)
{
    return serverNumber == 216 || serverNumber == 217 || serverNumber == 208 || serverNumber == 205
        || serverNumber == 207;
}

bool contains(const QList<Participant> &people, const Address &address)
{
    return std::any_of(
        people.cbegin(), people.cend(), [&address](const Participant &p) { return p.address == address; });
}

} // namespace

Conversation::Conversation(
    const Address &own, const Address &peer, SwitchboardSource &source, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_peer(peer)
    , m_peerName(peer.toString())
    , m_source(source)
    , m_timing(timing)
    , m_typists(timing)
    , m_chunks(std::make_unique<ChunkAssembler>(timing))
    , m_members{{peer, FriendlyName(peer.toString())}}
{
    m_joinTimer.setSingleShot(true);
    m_joinTimer.setInterval(timing.join);
    connect(&m_joinTimer, &QTimer::timeout, this, &Conversation::handleJoinTimeout);
    connect(&m_typists, &Typists::changed, this, &Conversation::typingChanged);
    connect(&m_outbox, &Outbox::delivered, this,
        [this](ChatMessage::Id id) { setDelivery(id, ChatMessage::Delivery::Delivered, {}); });
    connect(&m_outbox, &Outbox::failed, this, &Conversation::handleFailed);
    connect(m_chunks.get(), &ChunkAssembler::assembled, this,
        [this](const Address &sender, const MimeMessage &message) {
            handleContent(nullptr, {sender, nameOf(sender)}, parseMessageContent(message));
        });
}

Conversation::~Conversation()
{
    // What our parts say while they are taken apart concerns nobody.
    m_outbox.disconnect(this);
    for (const auto &switchboard : m_switchboards)
        switchboard->disconnect(this);
}

QList<Participant> Conversation::participants() const
{
    if (!m_isGroup)
        return {{m_peer, m_peerName}};
    const SwitchboardConnection *switchboard = readyOne();
    return switchboard ? switchboard->participants() : QList<Participant>();
}

FriendlyName Conversation::nameOf(const Address &address) const
{
    if (address == m_own)
        return m_ownName.isEmpty() ? FriendlyName(m_own.toString()) : m_ownName;
    if (address == m_peer)
        return m_peerName;
    const auto member = std::find_if(m_members.cbegin(), m_members.cend(),
        [&address](const Participant &p) { return p.address == address; });
    return member == m_members.cend() ? FriendlyName(address.toString()) : member->friendlyName;
}

qsizetype Conversation::indexOf(ChatMessage::Id id) const
{
    // Ids grow without gaps, so the place follows from the first.
    if (m_messages.isEmpty() || id < m_messages.constFirst().id || id > m_messages.constLast().id)
        return -1;
    return static_cast<qsizetype>(id - m_messages.constFirst().id);
}

void Conversation::setPeerName(const FriendlyName &name)
{
    if (name.isEmpty() || name == m_peerName)
        return;
    m_peerName = name;
    Q_EMIT participantsChanged();
}

// --- Out -------------------------------------------------------------------------------------

void Conversation::sendText(const QString &text, const TextFormat &format)
{
    if (text.isEmpty())
        return;
    enqueue(ChatMessage::Kind::Text, text, format, encodeTextInPieces({text, format, {}}, maxMessageBytes));
}

void Conversation::sendNudge()
{
    enqueue(ChatMessage::Kind::Nudge, {}, {}, {encodeNudge()});
}

void Conversation::enqueue(
    ChatMessage::Kind kind, const QString &text, const TextFormat &format, const QList<QByteArray> &payloads)
{
    ChatMessage message;
    message.kind = kind;
    message.outgoing = true;
    message.sender = m_own;
    message.senderName = nameOf(m_own);
    message.text = text;
    message.format = format;
    message.delivery = ChatMessage::Delivery::Pending;
    m_outbox.add(m_nextId, payloads);
    addMessage(message);
    if (payloads.isEmpty())
        m_outbox.failWaiting(makeError(ErrorCode::MessageTooLong));
    pump();
}

void Conversation::handleFailed(ChatMessage::Id id, const Error &error)
{
    // A NAK says for certain that it reached nobody. If the other has just left, the message
    // crossed their leaving: call them again and send it once more.
    const bool reachedNobody = error.code == ErrorCode::ServerRefused && error.serverNumber == 0;
    if (reachedNobody && !m_isGroup && !readyOne() && !m_sentAgain.contains(id)) {
        m_sentAgain.insert(id);
        m_outbox.requeue(id);
        pump();
        return;
    }
    setDelivery(id, ChatMessage::Delivery::Failed, error);
}

void Conversation::retry(ChatMessage::Id id)
{
    if (!m_outbox.requeue(id))
        return;
    setDelivery(id, ChatMessage::Delivery::Pending, {});
    pump();
}

void Conversation::noteTyping()
{
    SwitchboardConnection *switchboard = readyOne();
    if (!switchboard || !m_nextTypingNotice.hasExpired())
        return;
    m_nextTypingNotice = QDeadlineTimer(m_timing.typingRepeat);
    switchboard->sendUnacknowledged(AckMode::None, encodeTypingNotice({m_own}));
}

void Conversation::pump()
{
    if (!hasWaiting())
        return;
    SwitchboardConnection *ready = readyOne();
    if (ready && !awaitsMembers()) {
        m_nextTypingNotice = QDeadlineTimer();
        m_outbox.sendThrough(*ready);
        runInvites();
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

bool Conversation::awaitsMembers() const
{
    return std::any_of(m_members.cbegin(), m_members.cend(),
        [this](const Participant &member) { return m_awaited.contains(member.address); });
}

void Conversation::openSwitchboard()
{
    m_requesting = true;
    m_source.request([self = QPointer(this)](const Expected<Transfer, Error> &transfer) {
        if (self)
            self->handleTransfer(transfer);
    });
}

void Conversation::handleTransfer(const Expected<Transfer, Error> &transfer)
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

void Conversation::handleOpened(SwitchboardConnection &switchboard)
{
    if (!readyOne()) {
        callMembers(switchboard);
        return;
    }
    // The other side was faster: one switchboard is enough, and nobody was called to this one yet.
    switchboard.leave();
    dropSwitchboard(switchboard);
    pump();
}

void Conversation::handleOpeningFailed(const Error &error, bool worthAnother)
{
    if (worthAnother && hasWaiting() && !std::exchange(m_retriedOpening, true)) {
        openSwitchboard();
        return;
    }
    failWaiting(error);
}

void Conversation::callMembers(SwitchboardConnection &switchboard)
{
    const QList<Participant> members = m_members;
    for (const Participant &member : members) {
        if (!switchboard.contains(member.address))
            call(switchboard, member.address);
    }
    m_joinTimer.start();
}

void Conversation::call(SwitchboardConnection &switchboard, const Address &address)
{
    m_awaited.insert(address);
    switchboard.call(address, [self = QPointer(this), address](const Reply &reply) {
        if (self && !reply)
            self->handleCallRefused(address, reply.error());
    });
}

void Conversation::handleCallRefused(const Address &address, const Error &error)
{
    // The end of the connection is told by closed(), which may ask for another switchboard.
    const bool isAnswer = error.code == ErrorCode::ServerRefused || error.code == ErrorCode::ReplyTimedOut;
    if (!isAnswer || !m_awaited.remove(address))
        return;
    Error reason = error;
    reason.subject = address.toString();
    if (meansNotReachable(error.serverNumber))
        reason.code = ErrorCode::NobodyThere;
    endInvite(address, Unexpected(reason));
    if (m_awaited.isEmpty() && !readyOne()) {
        m_joinTimer.stop();
        failWaiting(reason);
    } else {
        pump();
    }
}

void Conversation::handleJoinTimeout()
{
    const QSet<Address> missing = std::exchange(m_awaited, {});
    for (const Address &address : missing)
        endInvite(address, Unexpected(makeError(ErrorCode::NoAnswer, address.toString())));
    if (readyOne())
        pump();
    else
        failWaiting(makeError(ErrorCode::NoAnswer, m_peer.toString()));
}

void Conversation::invite(const Address &address, Completion<std::monostate> done)
{
    if (const SwitchboardConnection *ready = readyOne(); ready && ready->contains(address)) {
        done(std::monostate());
        return;
    }
    m_invites.push_back({address, std::move(done), QDeadlineTimer(m_timing.join), false});
    pump();
}

void Conversation::runInvites()
{
    SwitchboardConnection *ready = readyOne();
    if (!ready)
        return;
    QList<Address> toCall;
    for (Invite &invite : m_invites) {
        if (!std::exchange(invite.called, true))
            toCall.append(invite.address);
    }
    for (const Address &address : toCall)
        call(*ready, address);
    if (!toCall.isEmpty())
        m_joinTimer.start();
}

void Conversation::endInvite(const Address &address, const Expected<std::monostate, Error> &result)
{
    const auto isMeant = [&address](const Invite &invite) { return invite.address == address; };
    for (auto invite = std::find_if(m_invites.begin(), m_invites.end(), isMeant); invite != m_invites.end();
         invite = std::find_if(m_invites.begin(), m_invites.end(), isMeant)) {
        Completion<std::monostate> done = std::move(invite->done);
        m_invites.erase(invite);
        done(result);
    }
}

void Conversation::failWaiting(const Error &error)
{
    m_retriedOpening = false;
    std::vector<Invite> invites = std::exchange(m_invites, {});
    for (Invite &invite : invites)
        invite.done(Unexpected(error));
    m_outbox.failWaiting(error);
}

void Conversation::leave()
{
    for (auto &switchboard : takeSwitchboards()) {
        switchboard->leave();
        switchboard.release()->deleteLater();
    }
}

std::vector<std::unique_ptr<SwitchboardConnection>> Conversation::takeSwitchboards()
{
    m_joinTimer.stop();
    m_awaited.clear();
    auto switchboards = std::exchange(m_switchboards, {});
    for (const auto &switchboard : switchboards)
        switchboard->disconnect(this);
    failWaiting(makeError(ErrorCode::Cancelled));
    return switchboards;
}

// --- Switchboards ----------------------------------------------------------------------------

void Conversation::attach(std::unique_ptr<SwitchboardConnection> switchboard)
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

void Conversation::watch(SwitchboardConnection &switchboard)
{
    connect(&switchboard, &SwitchboardConnection::joined, this,
        [this, &switchboard](const Participant &participant) { handleJoined(switchboard, participant); });
    connect(&switchboard, &SwitchboardConnection::left, this, &Conversation::handleLeft);
    connect(&switchboard, &SwitchboardConnection::messageReceived, this,
        [this, &switchboard](const IncomingMessage &message) { handleMessage(&switchboard, message); });
    connect(&switchboard, &SwitchboardConnection::closed, this,
        [this, &switchboard](const Error &error) { handleClosed(switchboard, error); });
}

SwitchboardConnection *Conversation::openOne() const
{
    const auto found = std::find_if(
        m_switchboards.crbegin(), m_switchboards.crend(), [](const auto &s) { return s->isOpen(); });
    return found == m_switchboards.crend() ? nullptr : found->get();
}

SwitchboardConnection *Conversation::readyOne() const
{
    const auto found = std::find_if(m_switchboards.crbegin(), m_switchboards.crend(),
        [](const auto &s) { return s->isOpen() && !s->participants().isEmpty(); });
    return found == m_switchboards.crend() ? nullptr : found->get();
}

void Conversation::preferSwitchboard(SwitchboardConnection &switchboard)
{
    // Both called at once: answer where the other was heard last (§3).
    const auto found = std::find_if(m_switchboards.begin(), m_switchboards.end(),
        [&switchboard](const auto &s) { return s.get() == &switchboard; });
    if (found != m_switchboards.end())
        std::rotate(found, found + 1, m_switchboards.end());
}

void Conversation::dropSwitchboard(SwitchboardConnection &switchboard)
{
    const auto found = std::find_if(m_switchboards.begin(), m_switchboards.end(),
        [&switchboard](const auto &s) { return s.get() == &switchboard; });
    if (found == m_switchboards.end())
        return;
    switchboard.disconnect(this);
    found->release()->deleteLater(); // we may be inside one of its signals
    m_switchboards.erase(found);
}

void Conversation::handleClosed(SwitchboardConnection &switchboard, const Error &error)
{
    dropSwitchboard(switchboard);
    // Whoever was called there will not come; on what remains they are called again.
    m_awaited.clear();
    m_joinTimer.stop();
    for (Invite &invite : m_invites)
        invite.called = false;
    Q_EMIT participantsChanged();
    if (!m_switchboards.empty() || m_requesting) {
        pump();
    } else if (hasWaiting()) {
        // 911: the cookie was stale; gone: it had been idle for too long.
        handleOpeningFailed(error,
            error.serverNumber == 911 || error.code == ErrorCode::ConnectionClosed
                || error.code == ErrorCode::ConnectionLost);
    } else {
        Q_EMIT wentQuiet();
    }
}

void Conversation::handleJoined(SwitchboardConnection &switchboard, const Participant &participant)
{
    m_retriedOpening = false;
    m_awaited.remove(participant.address);
    if (m_awaited.isEmpty())
        m_joinTimer.stop();
    if (participant.address == m_peer)
        setPeerName(participant.friendlyName);
    const bool isNew = !contains(m_members, participant.address);
    if (isNew)
        m_members.append(participant);
    if (switchboard.participants().size() > 1 && !m_isGroup)
        becomeGroup(switchboard);
    if (m_isGroup && isNew)
        appendIncoming(participant, ChatMessage::Kind::Joined, {});
    endInvite(participant.address, std::monostate());
    Q_EMIT participantsChanged();
    pump();
}

void Conversation::becomeGroup(SwitchboardConnection &switchboard)
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
        dropSwitchboard(*other);
    }
}

void Conversation::handleLeft(const Departure &departure)
{
    m_typists.clear(departure.address);
    // Between two a BYE only means that a window was closed or the session was idle (§3).
    if (m_isGroup && !departure.idle) {
        appendIncoming({departure.address, nameOf(departure.address)}, ChatMessage::Kind::Left, {});
        m_members.removeIf([&departure](const Participant &p) { return p.address == departure.address; });
    }
    Q_EMIT participantsChanged();
}

// --- In --------------------------------------------------------------------------------------

void Conversation::receive(const IncomingMessage &message)
{
    handleMessage(nullptr, message);
}

void Conversation::handleMessage(SwitchboardConnection *switchboard, const IncomingMessage &message)
{
    const MessageContent content = parseMessageContent(message.payload);
    if (const auto *chunk = std::get_if<MessageChunk>(&content)) {
        m_chunks->add(message.sender.address, *chunk);
        return;
    }
    if (switchboard)
        preferSwitchboard(*switchboard);
    handleContent(switchboard, message.sender, content);
}

void Conversation::handleContent(
    SwitchboardConnection *switchboard, const Participant &sender, const MessageContent &content)
{
    if (std::holds_alternative<TypingNotice>(content)) {
        m_typists.note(sender.address);
    } else if (const auto *text = std::get_if<TextMessage>(&content)) {
        m_typists.clear(sender.address);
        if (!text->text.isEmpty())
            appendIncoming(sender, ChatMessage::Kind::Text, text->text, text->format);
    } else if (std::holds_alternative<Nudge>(content)) {
        handleNudge(sender);
    } else if (const auto *datacast = std::get_if<Datacast>(&content)) {
        const bool isAction = datacast->id == 4;
        appendIncoming(sender, isAction ? ChatMessage::Kind::Action : ChatMessage::Kind::Unsupported,
            datacast->data.left(400));
    } else if (const auto *invitation = std::get_if<Invitation>(&content)) {
        handleInvitation(switchboard, sender, *invitation);
    } else {
        qCDebug(logChat) << "ignored content from a peer";
    }
}

void Conversation::handleNudge(const Participant &sender)
{
    QDeadlineTimer &next = m_nextNudges[sender.address];
    if (!next.hasExpired())
        return;
    next.setRemainingTime(m_timing.nudgeRepeat);
    appendIncoming(sender, ChatMessage::Kind::Nudge, {});
}

void Conversation::handleInvitation(
    SwitchboardConnection *switchboard, const Participant &sender, const Invitation &invitation)
{
    // The official client ignores invitations among several people too (§6.2).
    if (invitation.command != Invitation::Command::Invite || !switchboard || m_isGroup)
        return;
    switchboard->sendUnacknowledged(
        AckMode::NakOnly, encodeInvitationCancel(invitation.cookie, "REJECT_NOT_INSTALLED"));
    appendIncoming(sender, ChatMessage::Kind::Unsupported,
        QString::fromUtf8(invitation.fields.header("Application-Name")).left(100));
}

void Conversation::appendIncoming(
    const Participant &sender, ChatMessage::Kind kind, const QString &text, const TextFormat &format)
{
    ChatMessage message;
    message.kind = kind;
    message.sender = sender.address;
    message.senderName = sender.friendlyName;
    message.text = text;
    message.format = format;
    addMessage(message);
}

void Conversation::addMessage(ChatMessage message)
{
    message.id = m_nextId++;
    message.time = QDateTime::currentDateTime();
    m_messages.append(message);
    if (m_messages.size() > maxMessagesKept) {
        m_messages.remove(0, messagesDroppedAtOnce);
        Q_EMIT messagesTrimmed(messagesDroppedAtOnce);
    }
    Q_EMIT messageAdded(message);
}

void Conversation::setDelivery(ChatMessage::Id id, ChatMessage::Delivery delivery, const Error &error)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    ChatMessage &message = m_messages[index];
    message.delivery = delivery;
    message.error = error;
    Q_EMIT messageChanged(ChatMessage(message));
}

} // namespace Msn
