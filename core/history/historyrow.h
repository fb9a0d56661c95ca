#pragma once

#include "core/history/historyentry.h"

class QSqlQuery;

namespace Msn {

/// How a line of the history stands in the tables: one place for both directions.
namespace HistoryRow {

/// Its columns, from `message m` and `thread t`; read() expects them in this order and first.
const QString &columns();
HistoryEntry read(const QSqlQuery &query);
/// Text as SQLite takes it: never null, which would be no text at all, and without halves of characters,
/// which would swallow what stands behind them.
QString bound(const QString &text);
/// Conditions on `message` for a period. They name the id too, in whose order the lines lie: it is never
/// smaller than the time, and greater only where many lines have the same one.
QString since(const QDateTime &time);
QString before(const QDateTime &time);
/// No line before \p time has this id or a greater one.
HistoryEntry::Id lastIdBefore(const QDateTime &time);
/// Empty for no error.
QString encodeError(const Error &error);
Error parseError(const QString &text);
/// Empty for the default format.
QString encodeFormat(const TextFormat &format);

} // namespace HistoryRow

} // namespace Msn
