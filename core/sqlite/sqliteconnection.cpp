#include "core/sqlite/sqliteconnection.h"

#include "core/sqlite/sqliteerror.h"
#include "core/sqlite/sqlitefile.h"

#include <QDir>
#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace Msn {

namespace {

const QString driver = QStringLiteral("QSQLITE");

QString nextConnectionName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("sqlite %1").arg(++count);
}

QString timeoutOption(const SqliteOptions &options)
{
    return QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs);
}

/// For a file whose folder cannot be written: SQLite may not make the files beside it that WAL needs.
QString asImmutable(const QString &file)
{
    return QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1");
}

/// In this order: the first must stand before there is anything in the file.
const QStringList writingPragmas{
    QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL"),
    QStringLiteral("PRAGMA journal_mode = WAL"),
    QStringLiteral("PRAGMA synchronous = FULL"),
    QStringLiteral("PRAGMA secure_delete = ON"),
    QStringLiteral("PRAGMA foreign_keys = ON"),
    QStringLiteral("PRAGMA temp_store = MEMORY"),
    QStringLiteral("PRAGMA cache_size = -8192"),
    QStringLiteral("PRAGMA journal_size_limit = 4194304"),
};

} // namespace

SqliteConnection::SqliteConnection(const QString &file)
    : m_file(file)
    , m_name(nextConnectionName())
{
    QSqlDatabase::addDatabase(driver, m_name);
}

SqliteConnection::~SqliteConnection()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

Expected<std::unique_ptr<SqliteConnection>, Error> SqliteConnection::open(
    const SqliteOptions &options, Access access)
{
    // Adding a connection of a driver that is not there would write to the error output.
    if (!QSqlDatabase::isDriverAvailable(driver))
        return Unexpected(
            makeError(ErrorCode::StorageFailed, QDir::toNativeSeparators(options.file), driver));
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(options.file));
    const Outcome opened
        = access == Access::Write ? connection->openForWriting(options) : connection->openForReading(options);
    if (!opened)
        return Unexpected(opened.error());
    return connection;
}

Outcome SqliteConnection::openForWriting(const SqliteOptions &options)
{
    if (const Outcome made = makeOwnFile(m_file); !made)
        return made;
    if (const Outcome connected = connectTo(m_file, timeoutOption(options)); !connected)
        return connected;
    for (const QString &pragma : writingPragmas) {
        if (const Outcome done = run(pragma); !done)
            return done;
    }
    if (options.maxPages > 0)
        return run(QStringLiteral("PRAGMA max_page_count = %1").arg(options.maxPages));
    return {};
}

Outcome SqliteConnection::openForReading(const SqliteOptions &options)
{
    const QString reading = timeoutOption(options) + QStringLiteral(";QSQLITE_OPEN_READONLY");
    const Outcome connected = connectTo(m_file, reading);
    if (connected || connected.error().code != ErrorCode::StorageFailed)
        return connected;
    return connectTo(asImmutable(m_file), reading + QStringLiteral(";QSQLITE_OPEN_URI"));
}

QSqlDatabase SqliteConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

/// SQLite opens anything; only reading tells whether it is a database.
Outcome SqliteConnection::connectTo(const QString &place, const QString &connectOptions)
{
    QSqlDatabase connected = database();
    connected.close();
    connected.setDatabaseName(place);
    connected.setConnectOptions(connectOptions);
    if (!connected.open())
        return Unexpected(sqliteError(connected.lastError(), m_file));
    return run(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
}

Outcome SqliteConnection::run(const QString &statement)
{
    const Expected<QVariant, Error> result = value(statement);
    if (!result)
        return Unexpected(result.error());
    return {};
}

Expected<QVariant, Error> SqliteConnection::value(const QString &statement)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return Unexpected(errorOf(query));
    const QVariant first = query.next() ? query.value(0) : QVariant();
    if (query.lastError().isValid())
        return Unexpected(errorOf(query));
    return first;
}

Expected<QSqlQuery, Error> SqliteConnection::prepare(const QString &statement)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return Unexpected(errorOf(query));
    return query;
}

Outcome SqliteConnection::execute(QSqlQuery &query)
{
    if (!query.exec())
        return Unexpected(errorOf(query));
    return {};
}

Error SqliteConnection::errorOf(const QSqlQuery &query) const
{
    return sqliteError(query.lastError(), m_file);
}

} // namespace Msn
