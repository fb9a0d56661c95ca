#pragma once

#include "core/base/completion.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <unordered_map>

namespace Msn {

/// One connection to an SQLite file that several processes may use. What is committed survives the end
/// of the process and of the machine's power. Belongs to the thread it was opened on.
class SqlDatabase
{
public:
    /// The file need not exist yet; its folder must.
    explicit SqlDatabase(const QString &path);
    ~SqlDatabase();
    SqlDatabase(const SqlDatabase &) = delete;
    SqlDatabase &operator=(const SqlDatabase &) = delete;

    const QString &path() const { return m_path; }

    /// Makes the file, for its owner alone, if there is none.
    /// Errors: StorageFailed with the path as subject.
    Outcome open();

    /// Runs a statement of which nothing is read. It is prepared once: \p sql must be a literal.
    /// \p values stand for its question marks in order; a null text is an empty one.
    bool run(const char *sql, const QVariantList &values = {}) const;
    /// Rows that the last run() has changed.
    int changedRows() const { return m_changedRows; }
    /// Runs statements that are needed once.
    bool execute(const QString &sql) const;

    /// Calls \p take with the query for each row. Prepared once, as in run().
    template <typename Take>
    bool read(const char *sql, const QVariantList &values, const Take &take) const
    {
        QSqlQuery *query = start(sql, values);
        while (query && query->next())
            take(*query);
        if (query)
            query->finish(); // an open one would keep others from tidying up
        return query;
    }
    /// The first column of the first row; invalid if there is none.
    QVariant value(const char *sql, const QVariantList &values = {}) const;

    /// What was wrong with the statement that failed last.
    Error failure() const;

private:
    QSqlQuery *start(const char *sql, const QVariantList &values) const;
    QSqlQuery *prepared(const char *sql) const;
    bool makeFile();

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    mutable std::unordered_map<const char *, std::unique_ptr<QSqlQuery>> m_statements;
    mutable QString m_failure;
    mutable int m_changedRows = 0;
};

} // namespace Msn
