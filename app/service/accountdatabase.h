#pragma once

#include "core/base/completion.h"
#include "core/service/store/sqliteaccountstore.h"

#include <memory>

namespace App {

class DataDirectory;

/// The accounts in \p directory, which must exist. Those of the JSON file of earlier versions are
/// brought in first, which is told to whoever has called the program.
/// Errors: those of SqliteAccountStore::open() and of the import.
Msn::Expected<std::unique_ptr<Msn::SqliteAccountStore>, Msn::Error> openAccounts(
    const DataDirectory &directory);

} // namespace App
