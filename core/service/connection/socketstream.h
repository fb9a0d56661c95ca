#pragma once

#include "core/service/connection/clientstream.h"

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Msn {

/// A client on a plain or TLS socket.
class SocketStream : public ClientStream
{
    Q_OBJECT
public:
    /// Takes over \p socket. With TLS the handshake may still be under way. At most \p readBytes are
    /// read ahead.
    SocketStream(QTcpSocket *socket, qint64 readBytes, QObject *parent = nullptr);
    ~SocketStream() override;

    Kind kind() const override;
    QHostAddress peerAddress() const override { return m_peerAddress; }
    quint16 peerPort() const override { return m_peerPort; }
    QHostAddress localAddress() const override { return m_localAddress; }
    QByteArray read(qint64 maxBytes) override;
    void write(const QByteArray &bytes) override;
    void flush() override;
    qint64 waitingBytes() const override;
    void close() override;
    void abort() override;
    bool isOver() const override;

private:
    QTcpSocket *m_socket;
    QHostAddress m_peerAddress;
    quint16 m_peerPort;
    QHostAddress m_localAddress;
};

} // namespace Msn
