#pragma once

#include "core/base/error.h"
#include "core/protocol/endpoint.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

namespace Msn {

/// A byte stream to one server. Nothing above this class sees a socket, so that tests, the HTTP
/// gateway and proxies can take its place.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starts to connect; once per object. Ends in opened() or closed().
    virtual void open(const Endpoint &endpoint) = 0;
    /// Queues bytes; ignored unless open.
    virtual void write(const QByteArray &bytes) = 0;
    /// Sends what is queued, then ends the stream. No signal follows.
    virtual void close() = 0;
    /// Stops reading while what has arrived is being worked off, so that a fast peer waits instead
    /// of filling our memory.
    virtual void setReadingPaused(bool paused) = 0;
    /// Our end of the stream, for the NAT check of the profile message. Empty if unknown.
    virtual Endpoint localEndpoint() const { return {}; }
    /// The stream shows by itself that it is alive: no PNG is to be sent (http-gateway.md §3).
    virtual bool keepsItselfAlive() const { return false; }

Q_SIGNALS:
    void opened();
    void bytesReceived(const QByteArray &bytes);
    /// The stream has ended without close() having been called. At most once; always the last
    /// signal.
    void closed(const Msn::Error &error);
};

/// Makes the transport for one connection.
using TransportFactory = std::function<std::unique_ptr<Transport>()>;

} // namespace Msn
