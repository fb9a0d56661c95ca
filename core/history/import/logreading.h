#pragma once

#include "core/base/address.h"
#include "core/history/historyentry.h"
#include "core/history/historyowner.h"
#include "core/history/import/importproblem.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

namespace Msn {

/// What is known about a log before it is read.
struct LogContext
{
    /// Where the file lies: some programs write addresses, dates and time zones into names.
    QString path;
    /// Whose history it becomes.
    Address account;
    /// Names under which we spoke. Most logs hold names only; without these nothing tells who said what.
    QStringList ownNames;
    /// With whom, if a person said so; goes before what the file tells.
    Address peer;
    /// Addresses that are likely to be met, to recognize them in shortened file names.
    QList<Address> known;
    /// For times that are written without a zone.
    QTimeZone zone = QTimeZone::systemTimeZone();
};

/// Takes what a reader finds, in the order of the file.
class LogSink
{
public:
    LogSink() = default;
    virtual ~LogSink();
    LogSink(const LogSink &) = delete;
    LogSink &operator=(const LogSink &) = delete;

    /// In a file with the histories of several accounts: what follows is of \p owner. False: nobody takes it.
    virtual bool beginHistory(const HistoryOwner &owner);
    /// Without an id. The time is as precise as the log wrote it: several lines may have the same.
    virtual void add(const HistoryEntry &entry) = 0;
    virtual void report(const ImportProblem &problem) = 0;
    /// Asked at least once for each line: false ends the reading.
    virtual bool wantsMore() = 0;
};

/// More of one message is cut. Longer than any network lets through.
inline constexpr qsizetype maxImportedText = 64 * 1024;

/// \p text cut to the limit, without zero characters, line ends as `\n`.
QString importedText(const QString &text);

/// One message that a log wrote over several lines: its first line, then what follows up to the next message.
class MessageLines
{
public:
    /// Hands out the message before, if there is one.
    void begin(const HistoryEntry &entry, LogSink &sink);
    /// False if no message is open.
    bool append(const QString &line);
    /// Hands out the open message.
    void end(LogSink &sink);

private:
    HistoryEntry m_entry;
    bool m_isOpen = false;
};

} // namespace Msn
