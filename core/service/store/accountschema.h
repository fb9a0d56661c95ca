#pragma once

#include "core/base/completion.h"

namespace Msn {

class SqliteConnection;

/// The version of the tables that this program makes and reads.
int accountSchemaVersion();

/// Brings the tables up to date. Copies and errors: see migrateSqlite().
Outcome migrateAccounts(SqliteConnection &connection);

} // namespace Msn
