#include "core/service/clientconnection.h"

#include "core/base/logging.h"
#include "core/protocol/verb.h"
#include "core/service/hostaddress.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QTcpSocket>

namespace Msn {

namespace {

/// Commands handled, and time spent on them, before other connections get their turn: a change of the
/// lists is written to the disk.
constexpr int commandsPerTurn = 100;
constexpr qint64 turnMs = 20;
constexpr qint64 bytesPerRead = 16 * 1024;

qint64 waitingBytes(const QTcpSocket *socket)
{
    const auto *tls = qobject_cast<const QSslSocket *>(socket);
    return socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

} // namespace

ClientConnection::ClientConnection(
    QTcpSocket *socket, Transport transport, const ServiceOptions &options, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_transport(transport)
    , m_maxBacklog(options.limits.maxBacklogBytes)
    , m_linger(options.timings.linger)
    , m_reader(framingFromClient, options.limits.wire)
    , m_peerAddress(unmapped(socket->peerAddress()))
    , m_peerPort(socket->peerPort())
    , m_localAddress(unmapped(socket->localAddress()))
{
    socket->setParent(this);
    // Bytes beyond this stay with the system, and with a client that has to wait.
    socket->setReadBufferSize(options.limits.wire.maxBuffer / 2);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &ClientConnection::close);
    connect(socket, &QIODevice::readyRead, this, &ClientConnection::readSome);
    // Queued: nobody who sends or closes sees the connection vanish under their hands.
    connect(socket, &QAbstractSocket::disconnected, this, &ClientConnection::finish, Qt::QueuedConnection);
    connect(
        socket, &QAbstractSocket::errorOccurred, this, [this] { m_socket->abort(); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &ClientConnection::readSome, Qt::QueuedConnection);
}

ClientConnection::~ClientConnection()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void ClientConnection::send(const Command &command)
{
    if (m_state != State::Open)
        return;
    qCDebug(logService) << "->" << m_peerPort << command.verb; // arguments may be cookies
    m_socket->write(encode(command));
    if (waitingBytes(m_socket) > m_maxBacklog)
        cutOff("does not read");
}

void ClientConnection::close()
{
    if (m_state != State::Open)
        return;
    m_state = State::Closing;
    m_restartLimit = false;
    m_limit.disconnect(this);
    connect(&m_limit, &QTimer::timeout, m_socket, &QAbstractSocket::abort);
    m_limit.start(m_linger);
    m_socket->disconnectFromHost();
    // A connection that was gone already emits nothing more.
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        QMetaObject::invokeMethod(this, &ClientConnection::finish, Qt::QueuedConnection);
}

void ClientConnection::cutOff(const char *reason)
{
    qCDebug(logService) << "cut off" << m_peerAddress.toString() << m_peerPort << reason;
    m_state = State::Closing;
    m_limit.stop();
    QMetaObject::invokeMethod(m_socket, &QAbstractSocket::abort, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &ClientConnection::finish, Qt::QueuedConnection);
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
}

void ClientConnection::readSome()
{
    QElapsedTimer turn;
    turn.start();
    for (int handled = 0; isOpen(); ++handled) {
        if (handled >= commandsPerTurn || turn.hasExpired(turnMs)) {
            QMetaObject::invokeMethod(this, &ClientConnection::readSome, Qt::QueuedConnection);
            return;
        }
        const auto command = nextCommand();
        if (!command)
            return;
        if (m_restartLimit)
            m_limit.start();
        Q_EMIT commandReceived(*command);
    }
}

/// Nothing when more bytes are needed, or the connection is over.
std::optional<Command> ClientConnection::nextCommand()
{
    for (;;) {
        const auto command = m_reader.next();
        if (!command) {
            reject(command.error());
            return std::nullopt;
        }
        if (*command)
            return *command;
        const QByteArray bytes = m_socket->read(bytesPerRead);
        if (bytes.isEmpty())
            return std::nullopt;
        m_reader.feed(bytes);
    }
}

void ClientConnection::reject(const WireError &error)
{
    qCDebug(logService) << "not MSNP from" << m_peerAddress.toString() << static_cast<int>(error.code) << "at"
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
