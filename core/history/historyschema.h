#pragma once

#include "core/history/historyconnection.h"

namespace Msn {

/// The version of the schema that this program writes; in the file as PRAGMA user_version.
int historySchemaVersion();

/// Brings the schema up to \p version, one step after the other, each in a transaction. Before a step is
/// taken on a file that has been used, a copy of it is put beside it: `history.sqlite.before-3`.
/// Errors: StorageTooNew where the file is of a later version; else as HistoryConnection.
Outcome migrateHistory(HistoryConnection &connection, int version = historySchemaVersion());

} // namespace Msn
