#pragma once

#include "core/base/completion.h"

#include <span>

namespace Msn {

class SqliteConnection;

/// The statements that lead from one version of the tables to the next.
using SqliteStep = std::span<const char *const>;

/// Brings the tables up to the newest version, one step after the other, each in a transaction. The version
/// is in the file as `PRAGMA user_version`; the step at index n leads from version n to n + 1. Before a step
/// is taken on a file that has been used a copy is put beside it: `accounts.sqlite.before-3`. Several
/// processes may begin this at once.
/// Errors: StorageTooNew, and nothing is changed, where the version is a later one than the last step leads
/// to; else as SqliteConnection.
Outcome migrateSqlite(SqliteConnection &connection, std::span<const SqliteStep> steps);

} // namespace Msn
