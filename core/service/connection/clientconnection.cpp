#include "core/service/connection/clientconnection.h"

#include "core/base/logging.h"
#include "core/protocol/verb.h"

#include <QElapsedTimer>

namespace Msn {

namespace {

/// Commands handled, and time spent on them, before other connections get their turn: a change of the
/// lists is written to the disk.
constexpr int commandsPerTurn = 100;
constexpr qint64 turnMs = 20;
constexpr qint64 bytesPerRead = 16 * 1024;

} // namespace

ClientConnection::ClientConnection(ClientStream *stream, const ServiceOptions &options, QObject *parent)
    : QObject(parent)
    , m_stream(stream)
    , m_maxBacklog(options.limits.maxBacklogBytes)
    , m_linger(options.timings.linger)
    , m_reader(framingFromClient, options.limits.wire)
{
    stream->setParent(this);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &ClientConnection::handleLimit);
    connect(stream, &ClientStream::readyRead, this, &ClientConnection::readSome);
    // Queued: nobody who sends or closes sees the connection vanish under their hands.
    connect(stream, &ClientStream::ended, this, &ClientConnection::finish, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &ClientConnection::readSome, Qt::QueuedConnection);
}

ClientConnection::~ClientConnection()
{
    m_stream->disconnect(this);
    m_stream->abort();
}

void ClientConnection::send(const Command &command)
{
    if (!isOpen())
        return;
    qCDebug(logService) << "->" << peerPort() << command.verb; // arguments may be cookies
    m_stream->write(encode(command));
    if (m_stream->waitingBytes() > m_maxBacklog)
        cutOff();
}

void ClientConnection::close()
{
    if (m_state != State::Open)
        return;
    m_state = State::Closing;
    m_restartLimit = false;
    m_limit.disconnect(this);
    connect(&m_limit, &QTimer::timeout, m_stream, &ClientStream::abort);
    m_limit.start(m_linger);
    m_stream->close();
    // A connection that was gone already emits nothing more.
    if (m_stream->isOver())
        QMetaObject::invokeMethod(this, &ClientConnection::finish, Qt::QueuedConnection);
}

void ClientConnection::cutOff()
{
    qCDebug(logService) << "cut off, does not read" << peerAddress().toString() << peerPort();
    m_state = State::Closing;
    m_limit.stop();
    QMetaObject::invokeMethod(m_stream, &ClientStream::abort, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &ClientConnection::finish, Qt::QueuedConnection);
    Q_EMIT readsTooSlowly();
}

void ClientConnection::setDeadline(std::chrono::milliseconds time)
{
    m_restartLimit = false;
    if (m_state == State::Open)
        m_limit.start(time);
}

void ClientConnection::setSilenceLimit(std::chrono::milliseconds time)
{
    setDeadline(time);
    m_restartLimit = true;
    m_silence = time;
    m_heard.start();
    // Behind the gateway a client that listens need not speak; the tunnel ends with its last poll.
    if (kind() == ClientStream::Kind::Gateway)
        m_limit.stop();
}

/// The timer is not started anew with every command, which would cost more than most commands.
void ClientConnection::handleLimit()
{
    const auto quiet = std::chrono::milliseconds(m_restartLimit ? m_heard.elapsed() : 0);
    if (m_restartLimit && quiet < m_silence)
        m_limit.start(m_silence - quiet);
    else
        close();
}

void ClientConnection::flush()
{
    if (m_state == State::Open)
        m_stream->flush();
}

void ClientConnection::readSome()
{
    handleSome();
    if (isOpen())
        Q_EMIT turnEnded();
}

void ClientConnection::handleSome()
{
    QElapsedTimer turn;
    turn.start();
    for (int handled = 0; m_state == State::Open; ++handled) {
        if (handled >= commandsPerTurn || turn.hasExpired(turnMs)) {
            QMetaObject::invokeMethod(this, &ClientConnection::readSome, Qt::QueuedConnection);
            return;
        }
        const auto command = nextCommand();
        if (!command)
            return;
        if (m_restartLimit)
            m_heard.start();
        Q_EMIT commandReceived(*command);
    }
}

/// Nothing when more bytes are needed, or the connection is over.
std::optional<Command> ClientConnection::nextCommand()
{
    for (;;) {
        auto command = m_reader.next();
        if (!command) {
            reject(command.error());
            return std::nullopt;
        }
        if (*command)
            return std::move(*command);
        const QByteArray bytes = m_stream->read(bytesPerRead);
        if (bytes.isEmpty())
            return std::nullopt;
        m_reader.feed(bytes);
    }
}

void ClientConnection::reject(const WireError &error)
{
    qCDebug(logService) << "not MSNP from" << peerAddress().toString() << static_cast<int>(error.code) << "at"
                        << error.offset;
    if (m_reader.rejected())
        Q_EMIT commandRejected(*m_reader.rejected());
    close();
}

void ClientConnection::finish()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_limit.stop();
    Q_EMIT closed();
}

} // namespace Msn
