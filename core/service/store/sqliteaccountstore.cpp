#include "core/service/store/sqliteaccountstore.h"

#include "core/service/store/accountschema.h"
#include "core/sqlite/sqlitefile.h"

#include <utility>

namespace Msn {

SqliteAccountStore::SqliteAccountStore(std::unique_ptr<SqliteConnection> connection)
    : m_connection(std::move(connection))
    , m_statements(*m_connection)
{
}

Expected<std::unique_ptr<SqliteAccountStore>, Error> SqliteAccountStore::open(
    const QString &path, int patienceMs)
{
    auto connection = SqliteConnection::open({path, patienceMs}, SqliteConnection::Access::Write);
    if (!connection)
        return Unexpected(connection.error());
    if (const Outcome migrated = migrateAccounts(**connection); !migrated)
        return Unexpected(migrated.error());
    return std::unique_ptr<SqliteAccountStore>(new SqliteAccountStore(std::move(connection).value()));
}

/// The first write of a change opens its transaction; after one that failed the rest is left out.
void SqliteAccountStore::write(const char *sql, const QVariantList &values)
{
    if (!std::exchange(m_isChanging, true))
        m_change = m_statements.run("BEGIN IMMEDIATE");
    if (m_change)
        m_change = m_statements.run(sql, values);
}

Outcome SqliteAccountStore::commit()
{
    if (!std::exchange(m_isChanging, false))
        return {};
    if (m_change)
        m_change = m_statements.run("COMMIT");
    if (!m_change)
        m_statements.run("ROLLBACK");
    return m_change;
}

void SqliteAccountStore::rollback()
{
    if (std::exchange(m_isChanging, false))
        m_statements.run("ROLLBACK");
}

int SqliteAccountStore::count(const char *sql, const QVariantList &values) const
{
    return m_statements.value(sql, values).value_or(QVariant()).toInt();
}

qint64 SqliteAccountStore::changesOfOthers() const
{
    const auto version = m_connection->value(QStringLiteral("PRAGMA data_version"));
    return version ? version->toLongLong() : 0;
}

Outcome SqliteAccountStore::copyTo(const QString &path) const
{
    return copySqliteFile(*m_connection, path);
}

} // namespace Msn
