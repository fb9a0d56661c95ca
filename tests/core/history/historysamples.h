#pragma once

#include "core/history/historydatabase.h"
#include "core/history/historypages.h"
#include "core/history/historyquery.h"

#include <QSqlQuery>
#include <QStringList>

/// Invented people and what they say.
namespace Test {

inline const Msn::Address ana(QStringLiteral("Ana@example.com"));
inline const Msn::Address ben(QStringLiteral("ben@example.net"));

inline QDateTime morning()
{
    return QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC);
}

inline Msn::HistoryEntry said(
    const QString &text, int second = 0, const Msn::Address &with = ana, const QString &group = {})
{
    Msn::HistoryEntry entry;
    entry.with = with;
    entry.group = group;
    entry.time = morning().addSecs(second);
    entry.sender = with;
    entry.senderName = Msn::FriendlyName(QStringLiteral("Somebody"));
    entry.text = text;
    return entry;
}

inline QStringList textsOf(const QList<Msn::HistoryEntry> &entries)
{
    QStringList texts;
    for (const Msn::HistoryEntry &entry : entries)
        texts.append(entry.text);
    return texts;
}

/// What the schema of a file consists of, one object a line.
inline QStringList schemaOf(Msn::SqliteConnection &connection)
{
    QStringList objects;
    auto query = connection.prepare(
        QStringLiteral("SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') "
                       "FROM sqlite_schema ORDER BY 1"));
    connection.execute(query.value());
    while (query.value().next())
        objects.append(query.value().value(0).toString());
    return objects;
}

} // namespace Test
