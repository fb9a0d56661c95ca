#pragma once

#include "core/net/pendingtransactions.h"
#include "core/net/transport.h"
#include "core/wire/commandreader.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Msn {

class TrafficLog;

/// Commands over a transport: the transaction counter, the requests that wait, the traffic log.
/// Knows nothing of what the commands mean.
class CommandChannel : public QObject
{
    Q_OBJECT

public:
    /// \p log may be null.
    CommandChannel(std::unique_ptr<Transport> transport, TrafficLog *log, QObject *parent = nullptr);
    ~CommandChannel() override;

    void open(const Endpoint &endpoint);
    const Endpoint &endpoint() const { return m_endpoint; }
    Endpoint localEndpoint() const { return m_transport->localEndpoint(); }
    bool isOpen() const { return m_isOpen; }
    bool keepsItselfAlive() const { return m_transport->keepsItselfAlive(); }

    /// Sends a command that expects no reply.
    void send(const Command &command);
    /// Sends what \p make makes of the next transaction id. \p handler is called exactly once,
    /// with a reply whose verb is one of \p replies, a server error, a deadline or the end of the
    /// connection; not at all if this object is destroyed first.
    void request(const std::function<Command(TransactionId)> &make, const QList<Verb> &replies,
        std::chrono::milliseconds deadline, ReplyHandler handler);
    /// While requests are made one at a time, as in a sign-in: an error without a transaction id is the
    /// answer to the one that waits.
    void setOneAtATime(bool oneAtATime) { m_oneAtATime = oneAtATime; }
    /// For a command that wants an id but no reply (MSG with mode U).
    TransactionId nextTransactionId();

    /// Ends the connection from our side; pending requests end with \p reason. No closed() follows.
    void close(const Error &reason = makeError(ErrorCode::Cancelled));

Q_SIGNALS:
    void opened();
    /// A command that is no reply to a pending request. A reply that has come too late has id 0, as if
    /// the server had changed something by itself.
    void commandReceived(const Msn::Command &command);
    /// Bytes arrived, bytes were sent; for the keep-alive.
    void bytesArrived();
    void bytesSent();
    /// The connection has ended from the other side, or because what came is not MSNP. Pending
    /// requests have ended before. At most once; the last signal.
    void closed(const Msn::Error &error);

private:
    void handleBytes(const QByteArray &bytes);
    void handleClosed(const Error &error);
    void processCommands();
    void takeTurn();
    void dispatch(const Command &command);
    Command withoutExpiredId(const Command &command) const;
    void fail(Error error);

    std::unique_ptr<Transport> m_transport;
    TrafficLog *m_log;
    CommandReader m_reader;
    PendingTransactions m_pending;
    Endpoint m_endpoint;
    TransactionId m_lastId = 0;
    bool m_isOpen = false; ///< bytes can be sent
    bool m_finished = false;
    bool m_oneAtATime = false;
    bool m_processing = false;
    bool m_turnScheduled = false; ///< the rest of a long backlog waits for the event loop
    std::optional<Error> m_closedError;
};

} // namespace Msn
