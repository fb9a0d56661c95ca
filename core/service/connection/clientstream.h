#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>

namespace Msn {

/// The bytes between one client and the service: a socket, or a session of the web gateway. What is
/// beyond `readBytes` of room stays with the client, which has to wait.
class ClientStream : public QObject
{
    Q_OBJECT
public:
    /// What the client has reached us on, so that it can be sent to the same again.
    enum class Kind { Plain, Tls, Gateway };

    using QObject::QObject;

    virtual Kind kind() const = 0;
    /// IPv4 addresses come as such, not mapped into IPv6.
    virtual QHostAddress peerAddress() const = 0;
    virtual quint16 peerPort() const = 0;
    /// The address the client has reached us by.
    virtual QHostAddress localAddress() const = 0;

    /// Up to \p maxBytes of what has arrived.
    virtual QByteArray read(qint64 maxBytes) = 0;
    virtual void write(const QByteArray &bytes) = 0;
    /// Lets out what was written without waiting for the event loop, as far as the client takes it.
    virtual void flush() { }
    /// What was written and has not left yet, for a limit on those who do not read.
    virtual qint64 waitingBytes() const = 0;
    /// Ends once what was written has left. ended() follows, unless it was over already.
    virtual void close() = 0;
    /// Ends at once; what was written may be lost.
    virtual void abort() = 0;
    virtual bool isOver() const = 0;

Q_SIGNALS:
    void readyRead();
    /// Whatever the reason.
    void ended();
};

} // namespace Msn
