#pragma once

#include "core/base/address.h"
#include "core/sqlite/sqlitestatements.h"

#include <QList>

namespace Msn::SqliteRows {

inline QString text(const QSqlQuery &row, int column)
{
    return row.value(column).toString();
}

/// Column: an address.
inline Address addressOf(const QSqlQuery &row)
{
    return Address(text(row, 0));
}

/// Each row that \p sql yields for \p values, as \p convert makes it of the query.
template <typename Record, typename Convert>
QList<Record> all(
    SqliteStatements &statements, const char *sql, const QVariantList &values, const Convert &convert)
{
    QList<Record> records;
    statements.read(sql, values, [&](const QSqlQuery &row) { records.append(convert(row)); });
    return records;
}

} // namespace Msn::SqliteRows
