#pragma once

#include "core/base/address.h"

#include <QHash>
#include <QHostAddress>
#include <QString>

#include <chrono>

namespace Msn {

/// Makes guessing passwords slow: every wrong one makes the next attempt wait longer, for the same
/// account and from the same network address. Others do not wait.
class LoginThrottle
{
public:
    using Clock = std::chrono::steady_clock;
    using milliseconds = std::chrono::milliseconds;

    /// What may go wrong without a delay: people mistype, and behind one network address may be
    /// many of them. An account is hard to reach for everybody only when many guess at it.
    static constexpr int freePerPerson = 3; ///< for one account from one address
    static constexpr int freePerAddress = 20;
    static constexpr int freePerAccount = 30;
    static constexpr milliseconds firstDelay{1000};
    /// Short enough for the owner of an account that somebody else is guessing at.
    static constexpr milliseconds longestDelay{8000};
    /// Nobody is kept waiting longer: an attempt that would have to is refused, and leaves no trace, or
    /// whoever guesses could lock everybody else out for hours.
    static constexpr milliseconds longestWait = 2 * longestDelay;
    /// Without a further failure all is forgotten.
    static constexpr milliseconds memory = std::chrono::minutes(10);

    /// How long an attempt has to wait before its password is looked at; beyond longestWait it must not
    /// be. It counts against the account until succeeded(), so that many at once gain nothing.
    milliseconds begin(
        const Address &account, const QHostAddress &peer, Clock::time_point now = Clock::now());
    void failed(const QHostAddress &peer, Clock::time_point now = Clock::now());
    void succeeded(const Address &account, const QHostAddress &peer);

private:
    struct Record
    {
        int failures = 0;
        Clock::time_point next; ///< when the next attempt may be looked at
        Clock::time_point forgottenAt;
    };
    Record &record(const QString &key, Clock::time_point now);
    void count(const QString &key, Clock::time_point now);
    Clock::time_point earliest(const QString &key, Clock::time_point now) const;
    void reserve(const QString &key, int free, Clock::time_point now);
    void forget(Clock::time_point now);

    QHash<QString, Record> m_records;
};

} // namespace Msn
