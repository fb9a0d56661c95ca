#include "app/service/accountdatabase.h"

#include "app/service/console.h"
#include "app/service/datadirectory.h"

#include "core/service/store/accountimport.h"

#include <QCoreApplication>
#include <QFile>

namespace App {

namespace {

struct AccountDatabaseText
{
    Q_DECLARE_TR_FUNCTIONS(App::AccountDatabase)
};

Msn::Outcome bringIn(const QString &file, Msn::AccountStore &store)
{
    if (const auto imported = Msn::importAccounts(file, store); !imported)
        return imported;
    complain(
        AccountDatabaseText::tr("The accounts are in a database now. The file they came from is kept as %1.")
            .arg(file + QLatin1String(Msn::importedSuffix)));
    return {};
}

} // namespace

Msn::Expected<std::unique_ptr<Msn::SqliteAccountStore>, Msn::Error> openAccounts(
    const DataDirectory &directory)
{
    auto store = Msn::SqliteAccountStore::open(directory.accountsFile());
    if (store && QFile::exists(directory.oldAccountsFile())) {
        if (const auto done = bringIn(directory.oldAccountsFile(), **store); !done)
            return Msn::Unexpected(done.error());
    }
    return store;
}

} // namespace App
