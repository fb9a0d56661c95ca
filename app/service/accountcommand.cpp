#include "app/service/accountcommand.h"

#include "app/service/accountaccess.h"
#include "app/service/console.h"

#include "core/service/store/accountadministration.h"

#include <QCoreApplication>

namespace App {

namespace {

using Action = AccountArguments::Action;

struct AccountCommandText
{
    Q_DECLARE_TR_FUNCTIONS(App::AccountCommand)
};

int add(const AccountArguments &arguments, Msn::AccountStore &store)
{
    if (store.account(arguments.address))
        return failed(AccountCommandText::tr("%1 exists already.").arg(arguments.address.toString()));
    const auto password
        = readPassword(AccountCommandText::tr("Password for %1: ").arg(arguments.address.toString()));
    if (!password)
        return failed(AccountCommandText::tr("An account needs a password."));
    const QString name = arguments.name.isEmpty() ? arguments.address.localPart() : arguments.name;
    const auto created
        = Msn::AccountAdministration(store).create(arguments.address, Msn::FriendlyName(name), *password);
    return created ? keepChanges(store) : failed(describe(created.error()));
}

int changePassword(const AccountArguments &arguments, Msn::AccountStore &store)
{
    const auto password
        = readPassword(AccountCommandText::tr("New password for %1: ").arg(arguments.address.toString()));
    if (!password)
        return failed(AccountCommandText::tr("An account needs a password."));
    const auto changed = Msn::AccountAdministration(store).setPassword(arguments.address, *password);
    return changed ? keepChanges(store) : failed(describe(changed.error()));
}

int list(const Msn::AccountStore &store)
{
    const auto addresses = store.addresses();
    for (const Msn::Address &address : addresses)
        print(address.toString() + QLatin1Char('\t') + store.account(address)->name.singleLine()
            + QLatin1Char('\n'));
    return exitFine;
}

int remove(const AccountArguments &arguments, Msn::AccountStore &store)
{
    const auto removed = Msn::AccountAdministration(store).remove(arguments.address);
    return removed ? keepChanges(store) : failed(describe(removed.error()));
}

int run(const AccountArguments &arguments, Msn::AccountStore &store)
{
    if (arguments.action == Action::List)
        return list(store);
    if (arguments.action == Action::Add)
        return add(arguments, store);
    if (!store.account(arguments.address))
        return failed(AccountCommandText::tr("There is no account %1.").arg(arguments.address.toString()));
    return arguments.action == Action::Password ? changePassword(arguments, store) : remove(arguments, store);
}

} // namespace

int runAccountCommand(const AccountArguments &arguments)
{
    return runOnAccounts(
        arguments.dataPath, [&arguments](Msn::AccountStore &store) { return run(arguments, store); });
}

} // namespace App
