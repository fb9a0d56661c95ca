#include "core/service/connection/socketstream.h"

#include "core/service/connection/hostaddress.h"

#include <QSslSocket>
#include <QTcpSocket>

namespace Msn {

namespace {

/// So much leaves at once, while the rest of a turn is still being worked on.
constexpr qint64 flushBytes = 16 * 1024;

} // namespace

SocketStream::SocketStream(QTcpSocket *socket, qint64 readBytes, QObject *parent)
    : ClientStream(parent)
    , m_socket(socket)
    , m_peerAddress(unmapped(socket->peerAddress()))
    , m_peerPort(socket->peerPort())
    , m_localAddress(unmapped(socket->localAddress()))
{
    socket->setParent(this);
    socket->setReadBufferSize(readBytes);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(socket, &QIODevice::readyRead, this, &ClientStream::readyRead);
    connect(socket, &QAbstractSocket::disconnected, this, &ClientStream::ended);
    connect(
        socket, &QAbstractSocket::errorOccurred, this, [this] { m_socket->abort(); }, Qt::QueuedConnection);
}

SocketStream::~SocketStream()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

ClientStream::Kind SocketStream::kind() const
{
    return qobject_cast<const QSslSocket *>(m_socket) ? Kind::Tls : Kind::Plain;
}

QByteArray SocketStream::read(qint64 maxBytes)
{
    return m_socket->read(maxBytes);
}

/// By pointer: given a QByteArray the socket keeps it as a piece of its own and makes a system call for each;
/// copied behind one another many commands leave with one.
void SocketStream::write(const QByteArray &bytes)
{
    m_socket->write(bytes.constData(), bytes.size());
    if (m_socket->bytesToWrite() >= flushBytes)
        m_socket->flush();
}

void SocketStream::flush()
{
    m_socket->flush();
}

qint64 SocketStream::waitingBytes() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void SocketStream::close()
{
    m_socket->disconnectFromHost();
}

void SocketStream::abort()
{
    m_socket->abort();
}

bool SocketStream::isOver() const
{
    return m_socket->state() == QAbstractSocket::UnconnectedState;
}

} // namespace Msn
