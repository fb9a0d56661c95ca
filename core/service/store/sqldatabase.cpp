#include "core/service/store/sqldatabase.h"

#include <QFile>
#include <QSqlError>
#include <QUuid>

namespace Msn {

namespace {

/// For whoever else writes at this moment. A service cannot wait longer.
const QString connectOptions = QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000");

QVariant bindable(const QVariant &value)
{
    const bool isNullText = value.userType() == QMetaType::QString && value.toString().isNull();
    return isNullText ? QVariant(QLatin1String("")) : value;
}

} // namespace

SqlDatabase::SqlDatabase(const QString &path)
    : m_path(path)
    , m_connection(QUuid::createUuid().toString())
{
}

SqlDatabase::~SqlDatabase()
{
    m_statements.clear();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Outcome SqlDatabase::open()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(connectOptions);
    if (!makeFile())
        return Unexpected(failure());
    if (!m_database.open()) {
        m_failure = m_database.lastError().text();
        return Unexpected(failure());
    }
    // Readers do not wait for writers, and a commit is on the disk before it returns.
    const bool isReady = execute(QStringLiteral("PRAGMA journal_mode = WAL"))
        && execute(QStringLiteral("PRAGMA synchronous = FULL"))
        && execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    return isReady ? Outcome() : Unexpected(failure());
}

/// SQLite would make it readable for everybody; its journals take the permissions over.
bool SqlDatabase::makeFile()
{
    QFile file(m_path);
    if (file.exists())
        return true;
    const bool isMade = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!isMade)
        m_failure = file.errorString();
    return isMade || file.exists();
}

bool SqlDatabase::run(const char *sql, const QVariantList &values) const
{
    QSqlQuery *query = start(sql, values);
    if (!query)
        return false;
    m_changedRows = query->numRowsAffected();
    query->finish();
    return true;
}

bool SqlDatabase::execute(const QString &sql) const
{
    QSqlQuery query(m_database);
    const bool done = query.exec(sql);
    if (!done)
        m_failure = query.lastError().text();
    return done;
}

QVariant SqlDatabase::value(const char *sql, const QVariantList &values) const
{
    QVariant result;
    read(sql, values, [&result](const QSqlQuery &row) {
        if (!result.isValid())
            result = row.value(0);
    });
    return result;
}

Error SqlDatabase::failure() const
{
    return makeError(ErrorCode::StorageFailed, m_path, m_failure);
}

QSqlQuery *SqlDatabase::start(const char *sql, const QVariantList &values) const
{
    QSqlQuery *query = prepared(sql);
    if (!query)
        return nullptr;
    int place = 0;
    for (const QVariant &value : values)
        query->bindValue(place++, bindable(value));
    if (query->exec())
        return query;
    m_failure = query->lastError().text();
    query->finish();
    return nullptr;
}

QSqlQuery *SqlDatabase::prepared(const char *sql) const
{
    const auto known = m_statements.find(sql);
    if (known != m_statements.end())
        return known->second.get();
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(QString::fromLatin1(sql))) {
        m_failure = query->lastError().text();
        return nullptr;
    }
    return m_statements.emplace(sql, std::move(query)).first->second.get();
}

} // namespace Msn
