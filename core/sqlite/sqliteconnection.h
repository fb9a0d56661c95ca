#pragma once

#include "core/base/completion.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>

namespace Msn {

/// For whom others wait.
inline constexpr int briefPatienceMs = 1'000;

/// Where a database lies and how much of the machine it may take.
struct SqliteOptions
{
    QString file;
    /// How long to wait for another connection that writes.
    int busyTimeoutMs = briefPatienceMs;
    /// Pages of 4 KiB; 0: as many as the disk takes.
    qint64 maxPages = 0;
};

/// One connection to a file of SQLite that several processes may use. Belongs to the thread that opened it.
///
/// The file is in WAL mode with synchronous=FULL: readers do not wait for writers, and what was committed
/// survives a killed process and a power failure alike. Deleted text is overwritten (secure_delete).
class SqliteConnection
{
public:
    enum class Access {
        Write, ///< makes the file, for its owner alone; its folder must exist
        Read, ///< changes nothing; works in a folder that cannot be written too
    };

    /// Errors: StorageFailed, StorageBusy, StorageFull; StorageDamaged where the file is none of SQLite's.
    static Expected<std::unique_ptr<SqliteConnection>, Error> open(
        const SqliteOptions &options, Access access);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    const QString &file() const { return m_file; }
    // Errors of the following: see sqliteError(); the file is the subject.

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
    explicit SqliteConnection(const QString &file);
    Outcome openForWriting(const SqliteOptions &options);
    Outcome openForReading(const SqliteOptions &options);
    Outcome connectTo(const QString &place, const QString &connectOptions);
    QSqlDatabase database() const;

    const QString m_file;
    const QString m_name;
};

/// Runs \p work in a transaction that nobody else can write beside: all of it is on the disk afterwards, or
/// nothing. Errors: those of \p work; StorageBusy where somebody else is writing.
template <typename Work>
Outcome inTransaction(SqliteConnection &connection, const Work &work)
{
    Outcome done = connection.run(QStringLiteral("BEGIN IMMEDIATE"));
    if (!done)
        return done;
    done = work();
    if (done)
        done = connection.run(QStringLiteral("COMMIT"));
    if (!done)
        connection.run(QStringLiteral("ROLLBACK"));
    return done;
}

} // namespace Msn
