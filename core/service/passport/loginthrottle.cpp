#include "core/service/passport/loginthrottle.h"

#include <algorithm>

namespace Msn {

namespace {

constexpr qsizetype maxRecords = 20'000;

QString personKey(const Address &account, const QHostAddress &peer)
{
    return account.key() + QLatin1Char(' ') + peer.toString();
}

QString accountKey(const Address &account)
{
    return account.key();
}

QString addressKey(const QHostAddress &peer)
{
    return peer.toString();
}

std::chrono::milliseconds delayAfter(int failures, int free)
{
    constexpr int manyDoublings = 16;
    const int doublings = std::min(failures - free, manyDoublings);
    return doublings < 0
        ? std::chrono::milliseconds(0)
        : std::min(LoginThrottle::longestDelay, LoginThrottle::firstDelay * (1 << doublings));
}

} // namespace

LoginThrottle::milliseconds LoginThrottle::begin(
    const Address &account, const QHostAddress &peer, Clock::time_point now)
{
    if (m_records.size() >= maxRecords)
        forget(now);
    const auto start = std::max({earliest(personKey(account, peer), now), earliest(accountKey(account), now),
        earliest(addressKey(peer), now)});
    const auto wait = std::chrono::ceil<milliseconds>(start - now);
    if (wait > longestWait)
        return wait;
    count(personKey(account, peer), now);
    count(accountKey(account), now);
    reserve(personKey(account, peer), freePerPerson, now);
    reserve(accountKey(account), freePerAccount, now);
    reserve(addressKey(peer), freePerAddress, now);
    return wait;
}

void LoginThrottle::failed(const QHostAddress &peer, Clock::time_point now)
{
    count(addressKey(peer), now);
}

void LoginThrottle::succeeded(const Address &account, const QHostAddress &peer)
{
    m_records.remove(personKey(account, peer));
    const auto record = m_records.find(accountKey(account));
    if (record != m_records.end() && --record->failures <= 0)
        m_records.erase(record);
}

LoginThrottle::Record &LoginThrottle::record(const QString &key, Clock::time_point now)
{
    Record &record = m_records[key];
    if (record.forgottenAt < now)
        record = {};
    record.forgottenAt = std::max(now, record.next) + memory;
    return record;
}

void LoginThrottle::count(const QString &key, Clock::time_point now)
{
    ++record(key, now).failures;
}

/// When an attempt may be looked at.
LoginThrottle::Clock::time_point LoginThrottle::earliest(const QString &key, Clock::time_point now) const
{
    const auto record = m_records.constFind(key);
    const bool isKnown = record != m_records.cend() && record->forgottenAt >= now;
    return isKnown ? std::max(now, record->next) : now;
}

/// Moves the next one back.
void LoginThrottle::reserve(const QString &key, int free, Clock::time_point now)
{
    Record &entry = record(key, now);
    entry.next = std::max(now, entry.next) + delayAfter(entry.failures, free);
}

void LoginThrottle::forget(Clock::time_point now)
{
    m_records.removeIf([now](const auto &entry) { return entry->forgottenAt < now; });
    if (m_records.size() >= maxRecords)
        m_records.clear();
}

} // namespace Msn
