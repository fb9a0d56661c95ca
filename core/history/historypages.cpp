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
    QString statement
        = QStringLiteral("SELECT %1 FROM message m JOIN thread t ON t.id = m.thread "
                         "WHERE m.thread = (SELECT id FROM thread WHERE peer = ? AND room = ?) ")
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

void bindPlace(QSqlQuery &query, const std::optional<HistoryPlace> &place)
{
    if (!place)
        return;
    query.addBindValue(place->time.toMSecsSinceEpoch());
    query.addBindValue(place->id);
}

} // namespace

Expected<HistoryPage, Error> readHistoryPage(HistoryConnection &connection, const HistoryPageRequest &request)
{
    auto prepared = connection.prepare(pageStatement(request));
    if (!prepared)
        return Unexpected(prepared.error());
    QSqlQuery &query = prepared.value();
    query.addBindValue(HistoryRow::bound(request.with.key()));
    query.addBindValue(HistoryRow::bound(request.group));
    bindPlace(query, request.from);
    bindPlace(query, request.until);
    // One more tells whether there are more.
    query.addBindValue(request.count + 1);
    if (const Outcome done = connection.execute(query); !done)
        return Unexpected(done.error());

    HistoryPage page;
    while (query.next())
        page.entries.append(HistoryRow::read(query));
    if (query.lastError().isValid())
        return Unexpected(connection.errorOf(query));
    page.hasMore = page.entries.size() > request.count;
    if (page.hasMore)
        page.entries.removeLast();
    if (request.direction == Direction::Older)
        std::reverse(page.entries.begin(), page.entries.end());
    return page;
}

} // namespace Msn
