#include "core/sqlite/sqlitestatements.h"

#include <QSqlError>

namespace Msn {

namespace {

QVariant bindable(const QVariant &value)
{
    const bool isNullText = value.userType() == QMetaType::QString && value.toString().isNull();
    return isNullText ? QVariant(QLatin1String("")) : value;
}

} // namespace

SqliteStatements::SqliteStatements(SqliteConnection &connection)
    : m_connection(connection)
{
}

Outcome SqliteStatements::run(const char *sql, const QVariantList &values)
{
    const auto started = start(sql, values);
    return started ? finish(**started) : Unexpected(started.error());
}

Expected<QVariant, Error> SqliteStatements::value(const char *sql, const QVariantList &values)
{
    const auto started = start(sql, values);
    if (!started)
        return Unexpected(started.error());
    const QVariant first = (*started)->next() ? (*started)->value(0) : QVariant();
    if (const Outcome finished = finish(**started); !finished)
        return Unexpected(finished.error());
    return first;
}

Expected<QSqlQuery *, Error> SqliteStatements::start(const char *sql, const QVariantList &values)
{
    auto query = prepared(sql);
    if (!query)
        return query;
    int place = 0;
    for (const QVariant &value : values)
        (*query)->bindValue(place++, bindable(value));
    if (const Outcome done = m_connection.execute(**query); !done) {
        (*query)->finish();
        return Unexpected(done.error());
    }
    return query;
}

/// One that stays open would keep others from tidying up.
Outcome SqliteStatements::finish(QSqlQuery &query)
{
    const bool hasFailed = query.lastError().isValid();
    const Outcome result = hasFailed ? Unexpected(m_connection.errorOf(query)) : Outcome();
    query.finish();
    return result;
}

Expected<QSqlQuery *, Error> SqliteStatements::prepared(const char *sql)
{
    const auto known = m_prepared.find(sql);
    if (known != m_prepared.end())
        return known->second.get();
    auto query = m_connection.prepare(QString::fromLatin1(sql));
    if (!query)
        return Unexpected(query.error());
    auto kept = std::make_unique<QSqlQuery>(std::move(query).value());
    return m_prepared.emplace(sql, std::move(kept)).first->second.get();
}

} // namespace Msn
