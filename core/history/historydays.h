#pragma once

#include "core/base/completion.h"
#include "core/history/historyentry.h"
#include "core/sqlite/sqliteconnection.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

namespace Msn {

/// Some days in a row.
struct HistoryDaysRequest
{
    /// With whom; empty: with anybody.
    Address with;
    QDate first;
    int count = 31;
    /// Whose days they are.
    QTimeZone zone = QTimeZone::systemTimeZone();
};

/// Those of the days on which something was said, in order. Costs the same however much that was.
/// Errors: those of SqliteConnection.
Expected<QList<QDate>, Error> readHistoryDays(
    SqliteConnection &connection, const HistoryDaysRequest &request);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::HistoryDaysRequest)
