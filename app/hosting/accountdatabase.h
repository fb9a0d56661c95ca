#pragma once

#include "core/base/error.h"
#include "core/base/expected.h"
#include "core/service/store/sqliteaccountstore.h"

#include <functional>
#include <memory>

namespace App {

class DataDirectory;

/// The accounts in \p directory, which must exist. Those of the JSON file of earlier versions are
/// brought in first; \p imported is told where that file is now. \p patienceMs as SqliteAccountStore::open().
/// Errors: those of SqliteAccountStore::open() and of the import.
Msn::Expected<std::unique_ptr<Msn::SqliteAccountStore>, Msn::Error> openAccounts(
    const DataDirectory &directory, const std::function<void(const QString &file)> &imported = {},
    int patienceMs = Msn::briefPatienceMs);

} // namespace App
