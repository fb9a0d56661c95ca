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

void tellOfImport(const QString &file)
{
    complain(
        AccountDatabaseText::tr("The accounts are in a database now. The file they came from is kept as %1.")
            .arg(file));
}

} // namespace

Msn::Expected<std::unique_ptr<Msn::SqliteAccountStore>, Msn::Error> openAccounts(
    const DataDirectory &directory)
{
    auto store = Msn::SqliteAccountStore::open(directory.accountsFile());
    if (store && QFile::exists(directory.oldAccountsFile())) {
        if (const auto imported = Msn::importAccounts(directory.oldAccountsFile(), **store); !imported)
            return Msn::Unexpected(imported.error());
        tellOfImport(directory.oldAccountsFile() + QLatin1String(Msn::importedSuffix));
    }
    return store;
}

int runOnAccounts(const QString &dataPath, const std::function<int(Msn::AccountStore &)> &run)
{
    const DataDirectory directory(dataPath);
    if (const auto created = directory.create(); !created)
        return failed(describe(created.error()));
    const auto opened = openAccounts(directory);
    return opened ? run(**opened) : failed(describe(opened.error()));
}

int keepChanges(Msn::AccountStore &store)
{
    const auto kept = store.commit();
    return kept ? exitFine : failed(describe(kept.error()));
}

} // namespace App
