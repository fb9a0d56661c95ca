#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

namespace Msn {

/// Somebody else's SQLite file, open for reading alone.
class EmeseneDatabase
{
public:
    explicit EmeseneDatabase(const QString &path);
    ~EmeseneDatabase();
    EmeseneDatabase(const EmeseneDatabase &) = delete;
    EmeseneDatabase &operator=(const EmeseneDatabase &) = delete;

    bool isOpen() const { return m_isOpen; }
    bool hasTables(const QStringList &names) const;
    /// Ready for QSqlQuery::next(), forward only. \p statement holds nothing from outside.
    QSqlQuery select(const QString &statement) const;
    QString error() const;

private:
    QString m_connection;
    bool m_isOpen = false;
};

} // namespace Msn
