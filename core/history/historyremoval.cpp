#include "core/history/historyremoval.h"

#include "core/history/historyrow.h"

#include <QVariant>

namespace Msn {

namespace {

/// The condition as SQL over `message`; the only text in it is bound as :peer.
QString conditionOf(const HistorySelection &selection)
{
    QStringList conditions{QStringLiteral("1")};
    if (selection.entry)
        conditions.append(QStringLiteral("id = %1").arg(*selection.entry));
    if (!selection.with.isEmpty())
        conditions.append(QStringLiteral("thread IN (SELECT id FROM thread WHERE peer = :peer)"));
    if (selection.from.isValid())
        conditions.append(HistoryRow::since(selection.from));
    if (selection.until.isValid())
        conditions.append(HistoryRow::before(selection.until));
    return conditions.join(QStringLiteral(" AND "));
}

/// The index drops a removed line for good when the parts it consists of have become one.
/// Source: FTS5, "The 'merge' Command".
Expected<bool, Error> mergeWords(SqliteConnection &connection)
{
    const QString changes = QStringLiteral("SELECT total_changes()");
    const auto before = connection.value(changes);
    const Outcome done = connection.run(
        QStringLiteral("INSERT INTO message_text (message_text, rank) VALUES ('merge', -500)"));
    const auto after = connection.value(changes);
    if (!done)
        return Unexpected(done.error());
    if (!before || !after)
        return Unexpected(before ? after.error() : before.error());
    return after->toLongLong() - before->toLongLong() < 2;
}

/// Pages of the file that hold nothing any more.
Expected<int, Error> freePages(SqliteConnection &connection)
{
    const auto free = connection.value(QStringLiteral("PRAGMA freelist_count"));
    if (!free)
        return Unexpected(free.error());
    return free->toInt();
}

Outcome vacuumSome(SqliteConnection &connection)
{
    // It yields a row for every page, and works only while they are read.
    auto query = connection.prepare(QStringLiteral("PRAGMA incremental_vacuum(1000)"));
    if (!query)
        return Unexpected(query.error());
    if (const Outcome done = connection.execute(query.value()); !done)
        return done;
    while (query.value().next()) { }
    return {};
}

} // namespace

bool HistorySelection::includes(HistoryEntry::Id id, const Address &peer, const QDateTime &time) const
{
    return (!entry || *entry == id) && (with.isEmpty() || with == peer) && (!from.isValid() || time >= from)
        && (!until.isValid() || time < until);
}

Expected<int, Error> HistoryRemoval::remove(
    SqliteConnection &connection, const HistorySelection &selection, int count)
{
    auto prepared = connection.prepare(
        QStringLiteral("DELETE FROM message WHERE id IN (SELECT id FROM message WHERE %1 LIMIT %2)")
            .arg(conditionOf(selection))
            .arg(count));
    if (!prepared)
        return Unexpected(prepared.error());
    QSqlQuery &query = prepared.value();
    if (!selection.with.isEmpty())
        query.bindValue(QStringLiteral(":peer"), selection.with.key());
    if (const Outcome done = connection.execute(query); !done)
        return Unexpected(done.error());
    const int removed = query.numRowsAffected();
    if (removed == count)
        return removed;
    const Outcome cleared = connection.run(
        QStringLiteral("DELETE FROM thread WHERE id NOT IN (SELECT DISTINCT thread FROM message)"));
    if (!cleared)
        return Unexpected(cleared.error());
    return removed;
}

Expected<bool, Error> HistoryRemoval::tidyStep(SqliteConnection &connection)
{
    const auto merged = mergeWords(connection);
    if (!merged || !merged.value())
        return merged;
    const auto free = freePages(connection);
    if (!free)
        return Unexpected(free.error());
    if (*free > 0) {
        if (const Outcome done = vacuumSome(connection); !done)
            return Unexpected(done.error());
        const auto left = freePages(connection);
        if (left && *left > 0 && *left < *free)
            return false;
    }
    const Outcome done = connection.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!done)
        return Unexpected(done.error());
    return true;
}

} // namespace Msn
