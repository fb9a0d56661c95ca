#include "app/hosting/accountdatabase.h"

#include "app/hosting/datadirectory.h"
#include "core/service/store/accountimport.h"

#include <QFile>

namespace App {

Msn::Expected<std::unique_ptr<Msn::SqliteAccountStore>, Msn::Error> openAccounts(
    const DataDirectory &directory, const std::function<void(const QString &file)> &imported, int patienceMs)
{
    auto store = Msn::SqliteAccountStore::open(directory.accountsFile(), patienceMs);
    if (!store || !QFile::exists(directory.oldAccountsFile()))
        return store;
    if (const auto done = Msn::importAccounts(directory.oldAccountsFile(), **store); !done)
        return Msn::Unexpected(done.error());
    if (imported)
        imported(directory.oldAccountsFile() + QLatin1String(Msn::importedSuffix));
    return store;
}

} // namespace App
