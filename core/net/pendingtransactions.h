#pragma once

#include "core/base/completion.h"
#include "core/protocol/verb.h"

#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace Msn {

/// The reply to a request, or why there is none: the server's error number, a deadline, the end of
/// the connection.
using Reply = Expected<Command, Error>;
using ReplyHandler = std::function<void(const Reply &)>;

/// Requests that wait for their reply. Each ends exactly once.
/// A reply is matched by transaction id *and* verb: ILN comes with the id of a CHG or ADD and is
/// not its reply (wire-format.md §2).
class PendingTransactions : public QObject
{
    Q_OBJECT

public:
    explicit PendingTransactions(QObject *parent = nullptr);

    void add(TransactionId id, QList<Verb> replies, std::chrono::milliseconds deadline, ReplyHandler handler);
    /// True if \p command ended a transaction.
    bool offer(const Command &command);
    /// For who asks one thing at a time: an error without a transaction id, which the MSNP9 analysis
    /// allows, is about the one request that waits. False if none waits.
    bool offerToOnly(const Command &error);
    /// The deadline of the request with this id has passed: a reply that comes now is late, not unasked.
    bool hasExpired(TransactionId id) const { return m_expired.contains(id); }
    /// Ends everything that waits; also what the handlers begin meanwhile.
    void failAll(const Error &error);
    bool isEmpty() const { return m_pending.empty(); }

private:
    struct Pending
    {
        QList<Verb> replies;
        QDeadlineTimer deadline;
        ReplyHandler handler;
    };

    void expire();
    void noteExpired(TransactionId id);
    void restartTimer();
    void finish(std::map<TransactionId, Pending>::iterator entry, const Reply &reply);

    std::map<TransactionId, Pending> m_pending;
    /// The last few.
    QList<TransactionId> m_expired;
    QTimer m_timer;
};

} // namespace Msn
