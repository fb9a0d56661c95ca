#pragma once

#include "app/hosting/accountdatabase.h"

namespace App {

// What the commands that use accounts have in common. All tell what went wrong on standard error.

/// How long a command waits for its turn to write while a busy service changes the accounts.
inline constexpr int commandPatienceMs = 10'000;

/// openAccounts(); an import of those of an earlier version is told of.
Msn::Expected<std::unique_ptr<Msn::SqliteAccountStore>, Msn::Error> openAccountsAloud(
    const DataDirectory &directory, int patienceMs = commandPatienceMs);
/// Calls \p run with the accounts in the folder \p dataPath, which is made if there is none. An exit code.
int runOnAccounts(const QString &dataPath, const std::function<int(Msn::AccountStore &)> &run);
/// Commits what was changed. An exit code.
int keepChanges(Msn::AccountStore &store);

} // namespace App
