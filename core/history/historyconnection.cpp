#include "core/history/historyconnection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

namespace Msn {

namespace {

/// Primary result codes of SQLite; the extended ones carry more in the upper bytes.
constexpr int primaryCode = 0xff;
constexpr std::array resultCodes{
    std::pair(5, ErrorCode::StorageBusy), // SQLITE_BUSY
    std::pair(6, ErrorCode::StorageBusy), // SQLITE_LOCKED
    std::pair(11, ErrorCode::StorageDamaged), // SQLITE_CORRUPT
    std::pair(13, ErrorCode::StorageFull), // SQLITE_FULL
    std::pair(18, ErrorCode::InvalidArgument), // SQLITE_TOOBIG
    std::pair(19, ErrorCode::InvalidArgument), // SQLITE_CONSTRAINT
    std::pair(20, ErrorCode::InvalidArgument), // SQLITE_MISMATCH
    std::pair(26, ErrorCode::StorageDamaged), // SQLITE_NOTADB
};

ErrorCode codeOf(int result)
{
    const auto *found = std::find_if(resultCodes.begin(), resultCodes.end(),
        [result](const auto &row) { return row.first == (result & primaryCode); });
    return found == resultCodes.end() ? ErrorCode::StorageFailed : found->second;
}

QString nextConnectionName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("history %1").arg(++count);
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

HistoryConnection::HistoryConnection(const QString &file)
    : m_file(file)
    , m_name(nextConnectionName())
{
    QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
}

HistoryConnection::~HistoryConnection()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

Expected<std::unique_ptr<HistoryConnection>, Error> HistoryConnection::open(
    const HistoryOptions &options, Access access)
{
    std::unique_ptr<HistoryConnection> connection(new HistoryConnection(options.file));
    const QString timeout = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs);
    Outcome opened;
    if (access == Access::Write) {
        opened = connection->connectTo(options.file, timeout);
        if (opened)
            opened = connection->setUpForWriting(options);
    } else {
        const QString reading = timeout + QStringLiteral(";QSQLITE_OPEN_READONLY");
        opened = connection->connectTo(options.file, reading);
        if (!opened)
            opened = connection->connectTo(
                asImmutable(options.file), reading + QStringLiteral(";QSQLITE_OPEN_URI"));
    }
    if (!opened)
        return Unexpected(opened.error());
    return connection;
}

QSqlDatabase HistoryConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

/// SQLite opens anything; only reading tells whether it is a database.
Outcome HistoryConnection::connectTo(const QString &place, const QString &connectOptions)
{
    QSqlDatabase connected = database();
    connected.close();
    connected.setDatabaseName(place);
    connected.setConnectOptions(connectOptions);
    if (!connected.open())
        return Unexpected(errorOf(connected.lastError()));
    return run(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
}

Outcome HistoryConnection::setUpForWriting(const HistoryOptions &options)
{
    for (const QString &pragma : writingPragmas) {
        if (const Outcome done = run(pragma); !done)
            return done;
    }
    QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
    if (options.maxPages > 0)
        return run(QStringLiteral("PRAGMA max_page_count = %1").arg(options.maxPages));
    return {};
}

Outcome HistoryConnection::run(const QString &statement)
{
    const Expected<QVariant, Error> result = value(statement);
    if (!result)
        return Unexpected(result.error());
    return {};
}

Expected<QVariant, Error> HistoryConnection::value(const QString &statement)
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

Expected<QSqlQuery, Error> HistoryConnection::prepare(const QString &statement)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return Unexpected(errorOf(query));
    return query;
}

Outcome HistoryConnection::execute(QSqlQuery &query)
{
    if (!query.exec())
        return Unexpected(errorOf(query));
    return {};
}

Error HistoryConnection::errorOf(const QSqlQuery &query) const
{
    return errorOf(query.lastError());
}

Error HistoryConnection::errorOf(const QSqlError &error) const
{
    const int result = error.nativeErrorCode().toInt();
    return makeError(codeOf(result), QDir::toNativeSeparators(m_file),
        QStringLiteral("%1 (%2)").arg(error.databaseText(), error.nativeErrorCode()));
}

} // namespace Msn
