#pragma once

#include "core/service/serviceoptions.h"
#include "core/wire/command.h"
#include "core/wire/commandreader.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Msn {

/// One connected client on a plain or TLS socket: commands in, commands out, and the guards
/// against clients that are broken or mean: caps on what is read, on what waits to be written,
/// and on time.
class ClientConnection : public QObject
{
    Q_OBJECT
public:
    enum class Transport { Plain, Tls };

    /// Takes over \p socket. With TLS the handshake may still be under way.
    ClientConnection(
        QTcpSocket *socket, Transport transport, const ServiceOptions &options, QObject *parent = nullptr);
    ~ClientConnection() override;

    Transport transport() const { return m_transport; }
    /// IPv4 addresses come as such, not mapped into IPv6.
    QHostAddress peerAddress() const { return m_peerAddress; }
    quint16 peerPort() const { return m_peerPort; }
    /// The address the client has reached us by.
    QHostAddress localAddress() const { return m_localAddress; }

    bool isOpen() const { return m_state == State::Open; }
    /// Does nothing once close() was called. A client that does not read is cut off.
    void send(const Command &command);
    /// Takes no more commands, lets the last bytes out, closes.
    void close();

    /// Closes when this much time has passed, whatever the client sends. Replaces any other limit.
    void setDeadline(std::chrono::milliseconds time);
    /// Closes when the client has sent nothing for this long. Replaces any other limit.
    void setSilenceLimit(std::chrono::milliseconds time);

Q_SIGNALS:
    /// A whole command; not after close().
    void commandReceived(const Msn::Command &command);
    /// The payload of \p command cannot be read: its length is no number, or beyond the limit. The
    /// connection is closed right after.
    void commandRejected(const Msn::Command &command);
    /// The connection is gone. Exactly once, always from the event loop.
    void closed();

private:
    enum class State { Open, Closing, Closed };

    void readSome();
    std::optional<Command> nextCommand();
    void reject(const WireError &error);
    void cutOff(const char *reason);
    void finish();

    QTcpSocket *m_socket;
    Transport m_transport;
    qsizetype m_maxBacklog;
    std::chrono::milliseconds m_linger;
    CommandReader m_reader;
    QHostAddress m_peerAddress;
    quint16 m_peerPort;
    QHostAddress m_localAddress;
    QTimer m_limit;
    bool m_restartLimit = false;
    State m_state = State::Open;
};

} // namespace Msn
