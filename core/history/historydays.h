#pragma once

#include "core/base/completion.h"
#include "core/history/historyconnection.h"
#include "core/history/historyentry.h"

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
/// Errors: those of HistoryConnection.
Expected<QList<QDate>, Error> readHistoryDays(
    HistoryConnection &connection, const HistoryDaysRequest &request);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::HistoryDaysRequest)
