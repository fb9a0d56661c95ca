#include "core/chat/conversation.h"

#include "core/chat/switchboardpool.h"

#include <algorithm>

namespace Msn {

namespace {

constexpr qsizetype maxMessagesKept = 20'000;
constexpr qsizetype messagesDroppedAtOnce = 2'000;

} // namespace

Conversation::Conversation(
    const Address &own, const Address &peer, SwitchboardSource &source, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_peer(peer)
    , m_peerName(peer.toString())
    , m_timing(timing)
    , m_typists(timing)
    , m_content(timing)
    , m_switchboards(std::make_unique<SwitchboardPool>(
          own, peer, source, [this] { return m_outbox.hasWaiting() || m_data.hasWaiting(); }, timing))
{
    connect(&m_typists, &Typists::changed, this, &Conversation::typingChanged);
    connect(&m_outbox, &Outbox::delivered, this,
        [this](ChatMessage::Id id) { setDelivery(id, ChatMessage::Delivery::Delivered, {}); });
    connect(&m_outbox, &Outbox::failed, this, &Conversation::handleFailed);
    connect(&m_data, &DataQueue::roomForMore, this, [this] { m_switchboards->pump(); });
    connect(&m_content, &PeerContent::typing, &m_typists, &Typists::note);
    connect(&m_content, &PeerContent::said, this, &Conversation::handleSaid);
    connect(&m_content, &PeerContent::invited, this, &Conversation::handleInvitation);
    watchSwitchboards();
}

Conversation::~Conversation()
{
    // What our parts say while they are taken apart concerns nobody.
    m_outbox.disconnect(this);
    m_data.disconnect(this);
    m_switchboards->disconnect(this);
}

void Conversation::watchSwitchboards()
{
    const SwitchboardPool *pool = m_switchboards.get();
    connect(pool, &SwitchboardPool::readyToSend, this, &Conversation::sendWaiting);
    connect(pool, &SwitchboardPool::failed, &m_outbox, &Outbox::failWaiting);
    connect(pool, &SwitchboardPool::failed, &m_data, &DataQueue::failWaiting);
    connect(pool, &SwitchboardPool::emptied, this, &Conversation::wentQuiet);
    connect(pool, &SwitchboardPool::joined, this, &Conversation::handleJoined);
    connect(pool, &SwitchboardPool::memberAdded, this, &Conversation::handleMemberAdded);
    connect(pool, &SwitchboardPool::left, this, &Conversation::handleLeft);
    connect(pool, &SwitchboardPool::participantsChanged, this, &Conversation::participantsChanged);
    connect(pool, &SwitchboardPool::messageReceived, this, &Conversation::handleMessage);
}

bool Conversation::isGroup() const
{
    return m_switchboards->isGroup();
}

QList<Participant> Conversation::participants() const
{
    if (!isGroup())
        return {{m_peer, m_peerName}};
    const SwitchboardConnection *switchboard = m_switchboards->readyOne();
    return switchboard ? switchboard->participants() : m_switchboards->members();
}

bool Conversation::isIdleGroupOf(const QList<Participant> &people) const
{
    const QList<Participant> &members = m_switchboards->members();
    const auto belongsIn = [&members](const Participant &person) {
        return std::any_of(members.cbegin(), members.cend(),
            [&person](const Participant &member) { return member.address == person.address; });
    };
    return isGroup() && m_switchboards->isIdle() && std::all_of(people.cbegin(), people.cend(), belongsIn);
}

bool Conversation::isPresent(const Address &address) const
{
    const SwitchboardConnection *switchboard = m_switchboards->readyOne();
    return switchboard && switchboard->contains(address);
}

FriendlyName Conversation::nameOf(const Address &address) const
{
    if (address == m_own)
        return m_ownName.isEmpty() ? FriendlyName(m_own.toString()) : m_ownName;
    if (address == m_peer)
        return m_peerName;
    const QList<Participant> &members = m_switchboards->members();
    const auto member = std::find_if(
        members.cbegin(), members.cend(), [&address](const Participant &p) { return p.address == address; });
    return member == members.cend() ? FriendlyName(address.toString()) : member->friendlyName;
}

qsizetype Conversation::indexOf(ChatMessage::Id id) const
{
    const qsizetype count = countUpTo(id);
    return count > 0 && m_messages.at(count - 1).id == id ? count - 1 : -1;
}

qsizetype Conversation::countUpTo(ChatMessage::Id id) const
{
    const auto later = std::upper_bound(m_messages.cbegin(), m_messages.cend(), id,
        [](ChatMessage::Id wanted, const ChatMessage &message) { return wanted < message.id; });
    return later - m_messages.cbegin();
}

void Conversation::forget(const QList<ChatMessage::Id> &ids)
{
    QList<ChatMessage::Id> gone;
    for (const ChatMessage::Id id : ids) {
        const qsizetype index = indexOf(id);
        if (index < 0 || m_messages.at(index).delivery == ChatMessage::Delivery::Pending)
            continue;
        m_messages.removeAt(index);
        gone.append(id);
    }
    if (!gone.isEmpty())
        Q_EMIT messagesForgotten(gone);
}

void Conversation::setPeerName(const FriendlyName &name)
{
    if (name.isEmpty() || name == m_peerName)
        return;
    m_peerName = name;
    Q_EMIT participantsChanged();
}

// --- Out -------------------------------------------------------------------------------------

bool Conversation::isSending() const
{
    return std::any_of(m_messages.crbegin(), m_messages.crend(),
        [](const ChatMessage &message) { return message.delivery == ChatMessage::Delivery::Pending; });
}

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
    m_hasLeft = false;
    m_outbox.add(m_nextId, payloads);
    addMessage(message);
    if (payloads.isEmpty())
        m_outbox.failWaiting(makeError(ErrorCode::MessageTooLong));
    m_switchboards->pump();
}

void Conversation::handleFailed(ChatMessage::Id id, const Error &error)
{
    // A NAK says for certain that it reached nobody. If the other has just left, the message
    // crossed their leaving: call them again and send it once more.
    const bool reachedNobody = error.code == ErrorCode::ServerRefused && error.serverNumber == 0;
    if (reachedNobody && !m_hasLeft && !isGroup() && !m_switchboards->readyOne()
        && !m_sentAgain.contains(id)) {
        m_sentAgain.insert(id);
        m_outbox.requeue(id);
        m_switchboards->pump();
        return;
    }
    setDelivery(id, ChatMessage::Delivery::Failed, error);
}

void Conversation::retry(ChatMessage::Id id)
{
    if (!m_outbox.requeue(id))
        return;
    m_hasLeft = false;
    setDelivery(id, ChatMessage::Delivery::Pending, {});
    m_switchboards->pump();
}

void Conversation::sendData(const QByteArray &payload, Completion<std::monostate> done)
{
    m_data.add(payload, std::move(done));
    m_switchboards->pump();
}

void Conversation::noteTyping()
{
    SwitchboardConnection *switchboard = m_switchboards->readyOne();
    if (!switchboard || !m_nextTypingNotice.hasExpired())
        return;
    m_nextTypingNotice = QDeadlineTimer(m_timing.typingRepeat);
    switchboard->sendUnacknowledged(AckMode::None, encodeTypingNotice({m_own}));
}

void Conversation::sendWaiting(SwitchboardConnection *switchboard)
{
    m_nextTypingNotice = QDeadlineTimer();
    m_outbox.sendThrough(*switchboard);
    m_data.sendThrough(*switchboard);
}

void Conversation::failWaiting(const Error &error)
{
    m_switchboards->failWaiting(error);
}

// --- Who is there ----------------------------------------------------------------------------

void Conversation::invite(const Address &address, Completion<std::monostate> done)
{
    m_switchboards->invite(address, std::move(done));
}

void Conversation::attach(std::unique_ptr<SwitchboardConnection> switchboard)
{
    m_switchboards->attach(std::move(switchboard));
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
    m_hasLeft = true;
    return m_switchboards->takeSwitchboards();
}

void Conversation::handleJoined(const Participant &participant)
{
    if (participant.address == m_peer)
        setPeerName(participant.friendlyName);
}

void Conversation::handleMemberAdded(const Participant &participant)
{
    if (isGroup())
        appendIncoming(participant, ChatMessage::Kind::Joined, {});
}

void Conversation::handleLeft(const Departure &departure)
{
    m_typists.clear(departure.address);
    // Between two a BYE only means that a window was closed or the session was idle (§3).
    if (isGroup() && !departure.idle)
        appendIncoming({departure.address, nameOf(departure.address)}, ChatMessage::Kind::Left, {});
}

// --- In --------------------------------------------------------------------------------------

void Conversation::receive(const IncomingMessage &message)
{
    handleMessage(nullptr, message);
}

void Conversation::handleMessage(SwitchboardConnection *switchboard, const IncomingMessage &message)
{
    const MessageContent content = parseMessageContent(message.payload);
    // A part of a message does not yet tell where the other one is heard.
    if (switchboard && !std::holds_alternative<MessageChunk>(content))
        m_switchboards->prefer(*switchboard);
    if (isPeerToPeer(content))
        Q_EMIT dataReceived(message.sender.address, message.payload);
    else
        m_content.take(message.sender, content);
}

void Conversation::handleSaid(const Participant &sender, ChatMessage::Kind kind, const QString &text,
    const TextFormat &format, const QDateTime &time)
{
    if (kind == ChatMessage::Kind::Text) {
        m_typists.clear(sender.address);
        if (text.isEmpty())
            return;
    }
    appendIncoming(sender, kind, text, format, time);
}

void Conversation::handleInvitation(const Participant &sender, const Invitation &invitation)
{
    // The official client ignores invitations among several people too (§6.2). The answer goes where
    // the sender was heard last.
    SwitchboardConnection *switchboard = m_switchboards->readyOne();
    if (invitation.command != Invitation::Command::Invite || !switchboard || isGroup())
        return;
    switchboard->sendUnacknowledged(
        AckMode::NakOnly, encodeInvitationCancel(invitation.cookie, "REJECT_NOT_INSTALLED"));
    appendIncoming(sender, ChatMessage::Kind::Unsupported,
        QString::fromUtf8(invitation.fields.header("Application-Name")).left(100));
}

void Conversation::appendIncoming(const Participant &sender, ChatMessage::Kind kind, const QString &text,
    const TextFormat &format, const QDateTime &time)
{
    ChatMessage message;
    message.kind = kind;
    message.sender = sender.address;
    message.senderName = sender.friendlyName.isEmpty() ? nameOf(sender.address) : sender.friendlyName;
    message.text = text;
    message.format = format;
    message.time = time;
    addMessage(message);
}

/// Now, unless the message knows when it was said.
void Conversation::addMessage(ChatMessage message)
{
    message.id = m_nextId++;
    if (!message.time.isValid())
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
