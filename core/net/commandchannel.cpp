#include "core/net/commandchannel.h"

#include "core/base/logging.h"
#include "core/net/trafficlog.h"

#include <QPointer>

namespace Msn {

namespace {

/// After so many commands in one go the event loop gets a turn (house style, "Ownership, threads").
constexpr int commandsPerTurn = 100;

Error protocolViolation(const Endpoint &endpoint, const WireError &wire)
{
    Error error = makeError(ErrorCode::ProtocolViolation, endpoint.toString());
    error.detail
        = QStringLiteral("wire error %1 at byte %2").arg(static_cast<int>(wire.code)).arg(wire.offset);
    return error;
}

} // namespace

CommandChannel::CommandChannel(std::unique_ptr<Transport> transport, TrafficLog *log, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_log(log)
    , m_reader(framingFromServer)
{
    connect(m_transport.get(), &Transport::opened, this, [this] {
        m_isOpen = true;
        Q_EMIT opened();
    });
    connect(m_transport.get(), &Transport::bytesReceived, this, &CommandChannel::handleBytes);
    connect(m_transport.get(), &Transport::closed, this, &CommandChannel::handleClosed);
}

CommandChannel::~CommandChannel()
{
    m_transport->disconnect(this);
    // The transport may be the sender of the signal we are in.
    m_transport.release()->deleteLater();
}

void CommandChannel::open(const Endpoint &endpoint)
{
    m_endpoint = endpoint;
    m_transport->open(endpoint);
}

void CommandChannel::send(const Command &command)
{
    if (m_finished)
        return;
    if (m_log)
        m_log->sent(command);
    m_transport->write(encode(command));
    Q_EMIT bytesSent();
}

void CommandChannel::request(const std::function<Command(TransactionId)> &make, const QList<Verb> &replies,
    std::chrono::milliseconds deadline, ReplyHandler handler)
{
    if (m_finished || !m_isOpen) {
        handler(
            Unexpected(m_closedError.value_or(makeError(ErrorCode::ConnectionLost, m_endpoint.toString()))));
        return;
    }
    const TransactionId id = nextTransactionId();
    m_pending.add(id, replies, deadline, std::move(handler));
    send(make(id));
}

TransactionId CommandChannel::nextTransactionId()
{
    // Start at 1, wrap to 1; 0 is the server's (wire-format.md §2).
    if (++m_lastId == 0)
        m_lastId = 1;
    return m_lastId;
}

void CommandChannel::close(const Error &reason)
{
    if (m_finished)
        return;
    m_finished = true;
    m_isOpen = false;
    m_transport->close();
    m_pending.failAll(reason);
}

void CommandChannel::handleBytes(const QByteArray &bytes)
{
    const QPointer<CommandChannel> self(this);
    Q_EMIT bytesArrived();
    if (!self || m_finished)
        return;
    m_reader.feed(bytes);
    processCommands();
}

void CommandChannel::processCommands()
{
    if (m_processing) // a handler let us in again
        return;
    m_processing = true;
    const QPointer<CommandChannel> self(this);
    for (int count = 0; count < commandsPerTurn && !m_finished; ++count) {
        const auto command = m_reader.next();
        if (!command) {
            m_processing = false;
            fail(protocolViolation(m_endpoint, command.error()));
            return;
        }
        if (!*command) {
            m_processing = false;
            m_transport->setReadingPaused(false); // may bring the next bytes at once
            if (self && m_closedError && !m_turnScheduled)
                fail(*m_closedError);
            return;
        }
        dispatch(**command);
        if (!self)
            return;
    }
    m_processing = false;
    if (m_finished)
        return;
    m_transport->setReadingPaused(true);
    if (!std::exchange(m_turnScheduled, true))
        QMetaObject::invokeMethod(this, &CommandChannel::takeTurn, Qt::QueuedConnection);
}

void CommandChannel::takeTurn()
{
    m_turnScheduled = false;
    processCommands();
}

void CommandChannel::dispatch(const Command &command)
{
    if (m_log)
        m_log->received(command);
    if (m_pending.offer(command) || (m_oneAtATime && m_pending.offerToOnly(command)))
        return;
    if (command.isError())
        qCInfo(logNet) << "error that nobody waits for:" << TrafficLog::masked(command);
    else
        Q_EMIT commandReceived(withoutExpiredId(command));
}

Command CommandChannel::withoutExpiredId(const Command &command) const
{
    // The request has been given up, but what the reply tells is true: news, like what the server
    // changes by itself.
    Command news = command;
    if (command.transactionId && m_pending.hasExpired(*command.transactionId))
        news.transactionId = 0;
    return news;
}

void CommandChannel::handleClosed(const Error &error)
{
    if (m_finished)
        return;
    m_isOpen = false;
    Error reason = error;
    if (reason.code == ErrorCode::ConnectionClosed && m_reader.isMidCommand())
        reason.code = ErrorCode::ConnectionLost;
    // Commands that wait for their turn come first: the last one often says why.
    m_closedError = reason;
    processCommands();
}

/// By value: a kept error may go with this object while others are told.
void CommandChannel::fail(Error error)
{
    if (m_finished)
        return;
    m_finished = true;
    m_isOpen = false;
    m_transport->close();
    const QPointer<CommandChannel> self(this);
    m_pending.failAll(error);
    if (self)
        Q_EMIT closed(error);
}

} // namespace Msn
