#include "core/history/historydays.h"

#include "core/history/historyrow.h"

#include <QVariant>

namespace Msn {

namespace {

/// Each of them ends with the first line that it finds.
const QString withOne
    = QStringLiteral("SELECT 1 FROM message WHERE thread IN (SELECT id FROM thread WHERE peer = ?) "
                     "AND time >= ? AND time < ? LIMIT 1");
const QString withAnybody
    = QStringLiteral("SELECT 1 FROM message WHERE id >= ? AND id < ? AND time >= ? AND time < ? "
                     "LIMIT 1");

Expected<bool, Error> hasLines(
    SqliteConnection &connection, QSqlQuery &query, const HistoryDaysRequest &request, const QDate &day)
{
    // The day on which a clock is put forward has 23 hours.
    const QDateTime from = day.startOfDay(request.zone);
    const QDateTime until = day.addDays(1).startOfDay(request.zone);
    const qint64 first = from.toMSecsSinceEpoch();
    QVariantList values{first, until.toMSecsSinceEpoch()};
    if (request.with.isEmpty())
        values = QVariantList{first, HistoryRow::lastIdBefore(until)} + values;
    else
        values.prepend(HistoryRow::bound(request.with.key()));
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (const Outcome done = connection.execute(query); !done)
        return Unexpected(done.error());
    const bool found = query.next();
    query.finish();
    return found;
}

} // namespace

Expected<QList<QDate>, Error> readHistoryDays(SqliteConnection &connection, const HistoryDaysRequest &request)
{
    auto prepared = connection.prepare(request.with.isEmpty() ? withAnybody : withOne);
    if (!prepared)
        return Unexpected(prepared.error());
    QList<QDate> days;
    for (int i = 0; i < request.count; ++i) {
        const QDate day = request.first.addDays(i);
        const auto found = hasLines(connection, prepared.value(), request, day);
        if (!found)
            return Unexpected(found.error());
        if (*found)
            days.append(day);
    }
    return days;
}

} // namespace Msn
