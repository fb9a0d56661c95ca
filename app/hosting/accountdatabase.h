#pragma once

#include "core/base/completion.h"
#include "core/service/store/sqliteaccountstore.h"

#include <functional>
#include <memory>

namespace App {

class DataDirectory;

/// The accounts in \p directory, which must exist. Those of the JSON file of earlier versions are
/// brought in first, which is told to whoever has called the program.
/// Errors: those of SqliteAccountStore::open() and of the import.
Msn::Expected<std::unique_ptr<Msn::SqliteAccountStore>, Msn::Error> openAccounts(
    const DataDirectory &directory);

// What the commands that change accounts have in common; both tell what went wrong and return an exit code.

/// Calls \p run with the accounts in the folder \p dataPath, which is made if there is none.
int runOnAccounts(const QString &dataPath, const std::function<int(Msn::AccountStore &)> &run);
/// Commits what was changed.
int keepChanges(Msn::AccountStore &store);

} // namespace App
