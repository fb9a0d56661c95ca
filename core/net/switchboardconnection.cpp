#include "core/net/switchboardconnection.h"

#include "core/base/logging.h"
#include "core/net/trafficlog.h"
#include "core/protocol/offlinemessage.h"
#include "core/protocol/signin.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Msn {

namespace {

constexpr std::chrono::seconds hangUpTimeout{5};
/// Ten times the largest session ever seen; a hostile server must not fill our memory.
constexpr qsizetype maxParticipants = 300;
/// Messages before the reply to USR or ANS.
constexpr qsizetype maxEarly = 100;

} // namespace

SwitchboardConnection::SwitchboardConnection(
    std::unique_ptr<CommandChannel> channel, const Address &own, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_channel(std::move(channel))
    , m_own(own)
    , m_timing(timing)
{
    connect(m_channel.get(), &CommandChannel::commandReceived, this, &SwitchboardConnection::handleCommand);
    connect(m_channel.get(), &CommandChannel::closed, this, &SwitchboardConnection::handleClosed);
}

SwitchboardConnection::~SwitchboardConnection()
{
    const QSignalBlocker silence(this); // nobody is to be called back into what is being destroyed
    m_state = State::Closed;
    m_channel->disconnect(this);
    m_channel->close();
    m_channel.release()->deleteLater();
}

void SwitchboardConnection::open(const Endpoint &endpoint, const QByteArray &cookie)
{
    const SwitchboardEntry entry{m_own, cookie, {}};
    enter(
        endpoint, [entry](TransactionId id) { return encodeSwitchboardEntry(id, entry); }, Verb::Usr);
}

void SwitchboardConnection::answer(const Ring &ring)
{
    const SwitchboardEntry entry{m_own, ring.cookie, ring.session};
    enter(
        ring.endpoint, [entry](TransactionId id) { return encodeSwitchboardAnswer(id, entry); }, Verb::Ans);
}

void SwitchboardConnection::enter(
    const Endpoint &endpoint, std::function<Command(TransactionId)> make, Verb reply)
{
    connect(m_channel.get(), &CommandChannel::opened, this, [this, make = std::move(make), reply] {
        m_channel->request(
            make, {reply}, m_timing.reply, [this](const Reply &result) { handleEntered(result); });
    });
    m_channel->setOneAtATime(true);
    m_channel->open(endpoint);
}

void SwitchboardConnection::handleEntered(const Reply &reply)
{
    if (m_state != State::Connecting)
        return;
    if (!reply) {
        handleClosed(reply.error());
        return;
    }
    m_channel->setOneAtATime(false);
    m_state = State::Open;
    const QPointer<SwitchboardConnection> self(this);
    const QList<IncomingMessage> early = std::exchange(m_early, {});
    Q_EMIT opened();
    for (const IncomingMessage &message : early) {
        if (self && m_state != State::Closed)
            Q_EMIT messageReceived(message);
    }
}

void SwitchboardConnection::leave()
{
    if (m_state == State::Closed)
        return;
    if (m_state == State::Open)
        sendOut();
    m_state = State::Closed;
    m_participants.clear();
    m_channel->close();
}

void SwitchboardConnection::leaveListening()
{
    if (m_state != State::Open) {
        handleClosed(makeError(ErrorCode::Cancelled));
        return;
    }
    m_state = State::Leaving;
    sendOut();
    // Not every server hangs up after OUT.
    QTimer::singleShot(hangUpTimeout, this, [this] { handleClosed(makeError(ErrorCode::Cancelled)); });
}

void SwitchboardConnection::sendOut()
{
    m_channel->send(encodeSignedOutNotice({}));
}

bool SwitchboardConnection::isOpen() const
{
    return m_state == State::Open && m_channel->isOpen();
}

bool SwitchboardConnection::contains(const Address &address) const
{
    return std::any_of(m_participants.cbegin(), m_participants.cend(),
        [&address](const Participant &p) { return p.address == address; });
}

void SwitchboardConnection::call(const Address &address, ReplyHandler handler)
{
    const auto encode
        = [address, keep = m_keepsMessages](TransactionId id) { return encodeCall(id, address, keep); };
    m_channel->request(
        encode, {Verb::Cal}, m_timing.reply, [handler = std::move(handler)](const Reply &reply) {
            const bool alreadyHere = !reply && reply.error().serverNumber == 215;
            handler(alreadyHere ? Reply(Command{"CAL", {}, {}, {}}) : reply);
        });
}

void SwitchboardConnection::sendAcknowledged(const QByteArray &payload, ReplyHandler handler)
{
    sendAwaiting(AckMode::Full, payload, m_timing.delivery, std::move(handler));
}

void SwitchboardConnection::sendData(const QByteArray &payload, ReplyHandler handler)
{
    sendAwaiting(AckMode::Data, payload, m_timing.dataAcknowledgement, std::move(handler));
}

void SwitchboardConnection::sendAwaiting(
    AckMode mode, const QByteArray &payload, std::chrono::milliseconds deadline, ReplyHandler handler)
{
    if (payload.size() > maxMessageBytes) {
        handler(Unexpected(makeError(ErrorCode::MessageTooLong)));
        return;
    }
    m_channel->request([payload, mode](TransactionId id) { return encodeOutgoingMessage(id, mode, payload); },
        {Verb::Ack, Verb::Nak}, deadline,
        [handler = std::move(handler)](const Reply &reply) {
            const bool refused = reply && reply->verb == "NAK";
            handler(refused ? Reply(Unexpected(makeError(ErrorCode::ServerRefused))) : reply);
        });
}

void SwitchboardConnection::sendUnacknowledged(AckMode mode, const QByteArray &payload)
{
    if (isOpen() && payload.size() <= maxMessageBytes)
        m_channel->send(encodeOutgoingMessage(m_channel->nextTransactionId(), mode, payload));
}

const QHash<QByteArray, SwitchboardConnection::Handler> &SwitchboardConnection::handlers()
{
    using Self = SwitchboardConnection;
    static const QHash<QByteArray, Handler> table{
        {"IRO", &Self::handleRosterLine},
        {"JOI", &Self::handleJoined},
        {"BYE", &Self::handleLeft},
        {"MSG", &Self::handleMessage},
        {"OUT", &Self::handleOut},
    };
    return table;
}

void SwitchboardConnection::handleCommand(const Command &command)
{
    if (const Handler handler = handlers().value(command.verb, nullptr))
        (this->*handler)(command);
    else
        qCInfo(logNet) << "switchboard: skipped" << TrafficLog::masked(command);
}

void SwitchboardConnection::handleRosterLine(const Command &command)
{
    if (const auto line = parseRosterLine(command))
        addParticipant(line->participant);
}

void SwitchboardConnection::handleJoined(const Command &command)
{
    if (const auto participant = parseJoined(command))
        addParticipant(*participant);
}

void SwitchboardConnection::addParticipant(const Participant &participant)
{
    // One's own JOI comes from some servers, a second JOI for somebody present from others.
    if (participant.address == m_own || participant.address.isEmpty() || contains(participant.address)
        || m_participants.size() >= maxParticipants)
        return;
    m_participants.append(participant);
    Q_EMIT joined(participant);
}

void SwitchboardConnection::handleLeft(const Command &command)
{
    const auto departure = parseDeparture(command);
    if (!departure || !contains(departure->address))
        return;
    m_participants.removeIf([&departure](const Participant &p) { return p.address == departure->address; });
    Q_EMIT left(*departure);
}

void SwitchboardConnection::handleMessage(const Command &command)
{
    auto message = parseIncomingMessage(command);
    if (!message || message->payload.isEmpty())
        return;
    if (!m_keepsMessages) // then it is the sender who tells a time
        message->payload = withoutArrivalTime(message->payload);
    if (m_state != State::Connecting)
        Q_EMIT messageReceived(*message);
    else if (m_early.size() < maxEarly)
        m_early.append(*message);
}

void SwitchboardConnection::handleOut(const Command &)
{
    handleClosed(makeError(ErrorCode::ConnectionClosed, m_channel->endpoint().toString()));
}

void SwitchboardConnection::handleClosed(const Error &error)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_participants.clear();
    m_channel->close(error);
    Q_EMIT closed(error);
}

} // namespace Msn
