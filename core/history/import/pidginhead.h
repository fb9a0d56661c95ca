#pragma once

#include "core/history/import/logclock.h"
#include "core/history/import/logreading.h"

#include <optional>

namespace Msn {

/// First line of a log of Pidgin:
///     Conversation with bob@example.com at Tue 12 Oct 2010 09:18:15 PM EEST on ana@example.com (msn)
/// Always in English, the date as the computer writes it.
struct PidginHead
{
    Address peer;
    Address account;
    /// `msn`, `jabber`, `yahoo`, …
    QString network;
    std::optional<QDate> date;
    QTime time;
};

std::optional<PidginHead> parsePidginHead(const QString &line);

/// What the two kinds of logs of Pidgin have in common: who, when, and the notices that mean something here.
class PidginFrame
{
public:
    PidginFrame(const LogContext &context, LogSink &sink);

    /// Reads the first line. False if the log is nothing for us, which it reports.
    bool begin(const QString &firstLine);

    /// `09:18:14 PM`, `21:18:14`, `2010-10-12 21:18:14`, `10/12/2010 09:18:14 PM`, in UTC.
    /// Nothing if it is no time.
    std::optional<QDateTime> timeOf(const QString &stamp);

    /// The kind of entry that a notice is: a nudge, somebody who came or left. Nothing for all others.
    static std::optional<HistoryEntry> entryOfNotice(const QString &notice);

    const Address &peer() const { return m_peer; }

private:
    bool startClock(const std::optional<PidginHead> &head);

    const LogContext &m_context;
    LogSink &m_sink;
    Address m_peer;
    std::optional<LogClock> m_clock;
};

} // namespace Msn
