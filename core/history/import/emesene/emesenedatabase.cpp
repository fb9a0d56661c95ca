#include "core/history/import/emesene/emesenedatabase.h"

#include <QSqlError>

#include <algorithm>
#include <atomic>

namespace Msn {

EmeseneDatabase::EmeseneDatabase(const QString &path)
{
    static std::atomic<quint64> count = 0;
    m_connection = QStringLiteral("emesene %1").arg(++count);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"));
    database.setDatabaseName(path);
    m_isOpen = database.open();
}

EmeseneDatabase::~EmeseneDatabase()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

bool EmeseneDatabase::hasTables(const QStringList &names) const
{
    const QStringList tables = QSqlDatabase::database(m_connection, false).tables();
    return std::all_of(
        names.cbegin(), names.cend(), [&tables](const QString &name) { return tables.contains(name); });
}

QSqlQuery EmeseneDatabase::select(const QString &statement) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.exec(statement);
    return query;
}

QString EmeseneDatabase::error() const
{
    return QSqlDatabase::database(m_connection, false).lastError().text();
}

} // namespace Msn
