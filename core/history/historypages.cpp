#include "core/history/historypages.h"

#include "core/history/historyrow.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>

namespace Msn {

namespace {

using Direction = HistoryPageRequest::Direction;

QString pageStatement(const HistoryPageRequest &request)
{
    const bool older = request.direction == Direction::Older;
    QString statement = QStringLiteral("SELECT %1 FROM message m JOIN thread t ON t.id = m.thread "
                                       "WHERE m.thread = ? ")
                            .arg(HistoryRow::columns());
    if (request.from)
        statement += older ? QStringLiteral("AND (m.time, m.id) < (?, ?) ")
                           : QStringLiteral("AND (m.time, m.id) > (?, ?) ");
    if (request.until)
        statement += QStringLiteral("AND (m.time, m.id) < (?, ?) ");
    statement += older ? QStringLiteral("ORDER BY m.time DESC, m.id DESC LIMIT ?")
                       : QStringLiteral("ORDER BY m.time, m.id LIMIT ?");
    return statement;
}

/// Which conversations are meant, by their place in the table.
Expected<QList<qint64>, Error> threadsOf(SqliteConnection &connection, const HistoryPageRequest &request)
{
    auto prepared = connection.prepare(request.everyGroup
            ? QStringLiteral("SELECT id FROM thread WHERE peer = ?")
            : QStringLiteral("SELECT id FROM thread WHERE peer = ? AND room = ?"));
    if (!prepared)
        return Unexpected(prepared.error());
    QSqlQuery &query = prepared.value();
    query.addBindValue(HistoryRow::bound(request.with.key()));
    if (!request.everyGroup)
        query.addBindValue(HistoryRow::bound(request.group));
    if (const Outcome done = connection.execute(query); !done)
        return Unexpected(done.error());
    QList<qint64> threads;
    while (query.next())
        threads.append(query.value(0).toLongLong());
    return threads;
}

void bindPlace(QSqlQuery &query, int &next, const std::optional<HistoryPlace> &place)
{
    if (!place)
        return;
    query.bindValue(next++, place->time.toMSecsSinceEpoch());
    query.bindValue(next++, place->id);
}

/// Adds at most \p count + 1 lines of one conversation to \p entries: one more tells whether there are more.
Outcome readThread(SqliteConnection &connection, QSqlQuery &query, qint64 thread,
    const HistoryPageRequest &request, QList<HistoryEntry> &entries)
{
    int next = 0;
    query.bindValue(next++, thread);
    bindPlace(query, next, request.from);
    bindPlace(query, next, request.until);
    query.bindValue(next++, request.count + 1);
    if (const Outcome done = connection.execute(query); !done)
        return done;
    while (query.next())
        entries.append(HistoryRow::read(query));
    if (query.lastError().isValid())
        return Unexpected(connection.errorOf(query));
    query.finish();
    return {};
}

HistoryPage pageOf(QList<HistoryEntry> entries, const HistoryPageRequest &request)
{
    std::sort(entries.begin(), entries.end(), [](const HistoryEntry &one, const HistoryEntry &other) {
        return std::pair(one.time.toMSecsSinceEpoch(), one.id)
            < std::pair(other.time.toMSecsSinceEpoch(), other.id);
    });
    HistoryPage page;
    page.hasMore = entries.size() > request.count;
    if (!page.hasMore)
        page.entries = std::move(entries);
    else if (request.direction == Direction::Older)
        page.entries = entries.last(request.count);
    else
        page.entries = entries.first(request.count);
    return page;
}

} // namespace

Expected<HistoryPage, Error> readHistoryPage(SqliteConnection &connection, const HistoryPageRequest &request)
{
    const auto threads = threadsOf(connection, request);
    if (!threads)
        return Unexpected(threads.error());
    auto prepared = connection.prepare(pageStatement(request));
    if (!prepared)
        return Unexpected(prepared.error());
    QList<HistoryEntry> entries;
    for (const qint64 thread : *threads) {
        const Outcome done = readThread(connection, prepared.value(), thread, request, entries);
        if (!done)
            return Unexpected(done.error());
    }
    return pageOf(std::move(entries), request);
}

} // namespace Msn
