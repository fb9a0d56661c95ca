#pragma once

#include "core/base/completion.h"

namespace Msn {

class SqlDatabase;

/// The version of the tables that this program makes and reads (`PRAGMA user_version`).
int accountSchemaVersion();

/// Brings the tables of \p database up to date, version by version, each in one transaction. Before
/// each step from a version that somebody has used a copy is made: `<path>.version-<n>`.
/// Errors: StorageFailed; also for tables of a later version.
Outcome migrateAccounts(const SqlDatabase &database);

} // namespace Msn
