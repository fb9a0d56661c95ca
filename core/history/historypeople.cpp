#include "core/history/historypeople.h"

#include "core/history/historyrow.h"

#include <QSqlError>
#include <QVariant>

namespace Msn {

namespace {

/// Goes through the index of conversations and times alone. The address is that of the newest line.
const QString peopleStatement = QStringLiteral(
    "SELECT t.address, count(*), max(m.time) FROM thread t JOIN message m ON m.thread = t.id "
    "GROUP BY t.peer ORDER BY max(m.time) DESC");

/// Of the conversation of two if there is one; whoever has not said anything for so long has no name.
const QString nameStatement
    = QStringLiteral("SELECT sender_name FROM (SELECT sender, sender_name, outgoing FROM message "
                     "WHERE thread = (SELECT id FROM thread WHERE peer = ? ORDER BY room LIMIT 1) "
                     "ORDER BY time DESC LIMIT 2000) "
                     "WHERE outgoing = 0 AND sender_name <> '' AND lower(sender) = ? LIMIT 1");

Expected<QList<HistoryPerson>, Error> readCounts(SqliteConnection &connection)
{
    auto prepared = connection.prepare(peopleStatement);
    if (!prepared)
        return Unexpected(prepared.error());
    QSqlQuery &query = prepared.value();
    if (const Outcome done = connection.execute(query); !done)
        return Unexpected(done.error());
    QList<HistoryPerson> people;
    while (query.next()) {
        people.append({Address(query.value(0).toString()), {}, query.value(1).toLongLong(),
            QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC)});
    }
    if (query.lastError().isValid())
        return Unexpected(connection.errorOf(query));
    return people;
}

Outcome readName(SqliteConnection &connection, QSqlQuery &query, HistoryPerson &person)
{
    const QString key = HistoryRow::bound(person.address.key());
    query.bindValue(0, key);
    query.bindValue(1, key);
    if (const Outcome done = connection.execute(query); !done)
        return done;
    if (query.next())
        person.name = FriendlyName(query.value(0).toString());
    query.finish();
    return {};
}

} // namespace

Expected<QList<HistoryPerson>, Error> readHistoryPeople(SqliteConnection &connection)
{
    auto people = readCounts(connection);
    if (!people)
        return people;
    auto names = connection.prepare(nameStatement);
    if (!names)
        return Unexpected(names.error());
    for (HistoryPerson &person : people.value()) {
        if (const Outcome done = readName(connection, names.value(), person); !done)
            return Unexpected(done.error());
    }
    return people;
}

} // namespace Msn
