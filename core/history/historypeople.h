#pragma once

#include "core/base/completion.h"
#include "core/base/friendlyname.h"
#include "core/history/historyentry.h"
#include "core/sqlite/sqliteconnection.h"

#include <QList>

namespace Msn {

/// Somebody with whom conversations are kept.
struct HistoryPerson
{
    Address address;
    /// As they called themselves last; empty where they have not said anything.
    FriendlyName name;
    /// Of every kind, in groups begun with them too.
    qint64 lines = 0;
    /// UTC; that of the newest line.
    QDateTime last;

    friend bool operator==(const HistoryPerson &, const HistoryPerson &) = default;
};

/// Everybody with whom something is kept, whoever spoke last first.
/// Errors: those of SqliteConnection.
Expected<QList<HistoryPerson>, Error> readHistoryPeople(SqliteConnection &connection);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::HistoryPerson)
