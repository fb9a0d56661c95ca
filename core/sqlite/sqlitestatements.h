#pragma once

#include "core/sqlite/sqliteconnection.h"

#include <memory>
#include <unordered_map>

namespace Msn {

/// The statements that are run again and again on one connection: each is prepared once. They are known by
/// the place of their text, so \p sql must be a literal everywhere. \p values stand for its question marks in
/// order; a null text is an empty one. Errors: those of SqliteConnection.
class SqliteStatements
{
public:
    /// \p connection must outlive this.
    explicit SqliteStatements(SqliteConnection &connection);

    /// Runs a statement of which nothing is read.
    Outcome run(const char *sql, const QVariantList &values = {});
    /// Calls \p take with the query for each row. \p take must not run the same statement.
    template <typename Take>
    Outcome read(const char *sql, const QVariantList &values, const Take &take)
    {
        const auto started = start(sql, values);
        if (!started)
            return Unexpected(started.error());
        while ((*started)->next())
            take(**started);
        return finish(**started);
    }
    /// The first column of the first row; invalid if there is none.
    Expected<QVariant, Error> value(const char *sql, const QVariantList &values = {});

private:
    Expected<QSqlQuery *, Error> prepared(const char *sql);
    Expected<QSqlQuery *, Error> start(const char *sql, const QVariantList &values);
    Outcome finish(QSqlQuery &query);

    SqliteConnection &m_connection;
    std::unordered_map<const char *, std::unique_ptr<QSqlQuery>> m_prepared;
};

} // namespace Msn
