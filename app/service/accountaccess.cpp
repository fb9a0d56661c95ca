#include "app/service/accountaccess.h"

#include "app/hosting/datadirectory.h"
#include "app/service/console.h"

#include <QCoreApplication>

namespace App {

namespace {

struct AccountAccessText
{
    Q_DECLARE_TR_FUNCTIONS(App::AccountAccess)
};

void tellOfImport(const QString &file)
{
    complain(
        AccountAccessText::tr("The accounts are in a database now. The file they came from is kept as %1.")
            .arg(file));
}

} // namespace

Msn::Expected<std::unique_ptr<Msn::SqliteAccountStore>, Msn::Error> openAccountsAloud(
    const DataDirectory &directory, int patienceMs)
{
    return openAccounts(directory, tellOfImport, patienceMs);
}

int runOnAccounts(const QString &dataPath, const std::function<int(Msn::AccountStore &)> &run)
{
    const DataDirectory directory(dataPath);
    if (const auto created = directory.create(); !created)
        return failed(describe(created.error()));
    const auto opened = openAccountsAloud(directory);
    return opened ? run(**opened) : failed(describe(opened.error()));
}

int keepChanges(Msn::AccountStore &store)
{
    const auto kept = store.commit();
    return kept ? exitFine : failed(describe(kept.error()));
}

} // namespace App
