#pragma once

#include "core/sqlite/sqliteconnection.h"

namespace Msn {

/// Where a history lies.
using HistoryOptions = SqliteOptions;
/// A connection to a history: one writes, others read.
using HistoryConnection = SqliteConnection;

} // namespace Msn
