#include "core/net/pendingtransactions.h"

#include <QPointer>

#include <algorithm>

namespace Msn {

namespace {

constexpr qsizetype maxExpired = 64;

Error refusal(const Command &command)
{
    Error error = makeError(ErrorCode::ServerRefused);
    error.serverNumber = command.errorNumber();
    return error;
}

} // namespace

PendingTransactions::PendingTransactions(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PendingTransactions::expire);
}

void PendingTransactions::add(
    TransactionId id, QList<Verb> replies, std::chrono::milliseconds deadline, ReplyHandler handler)
{
    m_pending[id] = Pending{std::move(replies), QDeadlineTimer(deadline), std::move(handler)};
    restartTimer();
}

bool PendingTransactions::offer(const Command &command)
{
    if (!command.transactionId)
        return false;
    const auto entry = m_pending.find(*command.transactionId);
    if (entry == m_pending.end())
        return false;
    if (command.isError()) {
        finish(entry, Unexpected(refusal(command)));
        return true;
    }
    const auto verb = parseVerb(command.verb);
    if (!verb || !entry->second.replies.contains(*verb))
        return false;
    finish(entry, command);
    return true;
}

bool PendingTransactions::offerToOnly(const Command &error)
{
    if (!error.isError() || error.transactionId || m_pending.size() != 1)
        return false;
    finish(m_pending.begin(), Unexpected(refusal(error)));
    return true;
}

void PendingTransactions::failAll(const Error &error)
{
    const QPointer<PendingTransactions> self(this); // a handler may end the whole connection
    while (self && !m_pending.empty())
        finish(m_pending.begin(), Unexpected(error));
}

void PendingTransactions::expire()
{
    const auto isDue = [](const auto &entry) { return entry.second.deadline.hasExpired(); };
    const QPointer<PendingTransactions> self(this);
    for (;;) {
        const auto due = std::find_if(m_pending.begin(), m_pending.end(), isDue);
        if (due == m_pending.end())
            break;
        noteExpired(due->first);
        finish(due, Unexpected(makeError(ErrorCode::ReplyTimedOut)));
        if (!self)
            return;
    }
    restartTimer();
}

void PendingTransactions::noteExpired(TransactionId id)
{
    if (m_expired.size() >= maxExpired)
        m_expired.removeFirst();
    m_expired.append(id);
}

void PendingTransactions::restartTimer()
{
    if (m_pending.empty()) {
        m_timer.stop();
        return;
    }
    const auto earlier = [](const auto &a, const auto &b) { return a.second.deadline < b.second.deadline; };
    const auto next = std::min_element(m_pending.begin(), m_pending.end(), earlier);
    m_timer.start(std::chrono::milliseconds(std::max<qint64>(next->second.deadline.remainingTime(), 0)));
}

void PendingTransactions::finish(std::map<TransactionId, Pending>::iterator entry, const Reply &reply)
{
    // Out of the table first: the handler may begin a new transaction or end the connection.
    const ReplyHandler handler = std::move(entry->second.handler);
    m_pending.erase(entry);
    if (handler)
        handler(reply);
}

} // namespace Msn
