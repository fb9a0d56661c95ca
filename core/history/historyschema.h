#pragma once

#include "core/base/completion.h"

namespace Msn {

class SqliteConnection;

/// The version of the schema that this program writes.
int historySchemaVersion();

/// Brings the schema up to date. Copies and errors: see migrateSqlite().
Outcome migrateHistory(SqliteConnection &connection);

} // namespace Msn
