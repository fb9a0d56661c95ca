#pragma once

#include "core/base/completion.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <memory>

namespace Msn {

/// Where a history lies and how much of the machine it may take.
struct HistoryOptions
{
    QString file;
    /// How long to wait for another program that writes.
    int busyTimeoutMs = 1000;
    /// Pages of 4 KiB; 0: as many as the disk takes.
    qint64 maxPages = 0;
};

/// One connection to a history file. Belongs to the thread that opened it.
///
/// The file is in WAL mode with synchronous=FULL: what was committed survives a killed process and a
/// power failure alike. Deleted text is overwritten (secure_delete).
class HistoryConnection
{
public:
    enum class Access {
        Write, ///< makes the file and its folder, for their owner only
        Read, ///< changes nothing; works in a folder that cannot be written too
    };

    /// Errors: StorageFailed, StorageBusy, StorageFull; StorageDamaged where the file is none of SQLite's.
    static Expected<std::unique_ptr<HistoryConnection>, Error> open(
        const HistoryOptions &options, Access access);
    ~HistoryConnection();
    HistoryConnection(const HistoryConnection &) = delete;
    HistoryConnection &operator=(const HistoryConnection &) = delete;

    const QString &file() const { return m_file; }
    // Errors of the following: as above, and InvalidArgument for a value that no table can take.

    /// Runs one statement that yields nothing of interest.
    Outcome run(const QString &statement);
    /// The single value that \p statement yields.
    Expected<QVariant, Error> value(const QString &statement);
    /// A statement to be filled in; executed with execute(). Must not outlive the connection.
    Expected<QSqlQuery, Error> prepare(const QString &statement);
    Outcome execute(QSqlQuery &query);
    /// What \p query said last, as a value.
    Error errorOf(const QSqlQuery &query) const;

private:
    explicit HistoryConnection(const QString &file);
    Outcome connectTo(const QString &place, const QString &connectOptions);
    Outcome setUpForWriting(const HistoryOptions &options);
    Error errorOf(const QSqlError &error) const;
    QSqlDatabase database() const;

    const QString m_file;
    const QString m_name;
};

} // namespace Msn
