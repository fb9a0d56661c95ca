#include "app/service/carecommand.h"

#include "app/service/accountaccess.h"
#include "app/service/console.h"
#include "core/service/store/careadministration.h"

#include <QCoreApplication>

namespace App {

namespace {

struct CareCommandText
{
    Q_DECLARE_TR_FUNCTIONS(App::CareCommand)
};

/// One line each, for scripts: `ask`, `quiet 21:00-07:00`, `nofiles`, `approved ADDRESS`, `wished ADDRESS`.
void printCare(const Msn::AccountCare &care)
{
    const QString form = QStringLiteral("HH:mm");
    if (care.asks)
        print(QStringLiteral("ask\n"));
    if (care.quiet)
        print(QStringLiteral("quiet %1-%2\n")
                  .arg(care.quiet->from.toString(form), care.quiet->until.toString(form)));
    if (care.refusesFiles)
        print(QStringLiteral("nofiles\n"));
    for (auto person = care.people.cbegin(); person != care.people.cend(); ++person)
        print(QLatin1String(person.value() ? "approved " : "wished ") + person.key().toString()
            + QLatin1Char('\n'));
}

Msn::Outcome change(const CareArguments &arguments, Msn::AccountStore &store)
{
    Msn::CareAdministration administration(store);
    Msn::AccountCare care = store.account(arguments.address)->care;
    care.asks = arguments.asks.value_or(care.asks);
    care.refusesFiles = arguments.takesFiles ? !*arguments.takesFiles : care.refusesFiles;
    if (arguments.setsQuiet)
        care.quiet = arguments.quiet;
    Msn::Outcome done = administration.settle(arguments.address, care);
    for (const Msn::Address &other : arguments.approved)
        done = administration.approve(arguments.address, other);
    for (const Msn::Address &other : arguments.refused)
        done = administration.refuse(arguments.address, other);
    return done;
}

} // namespace

int runCareCommand(const CareArguments &arguments)
{
    return runOnAccounts(arguments.dataPath, [&arguments](Msn::AccountStore &store) {
        if (!store.account(arguments.address))
            return failed(CareCommandText::tr("There is no account %1.").arg(arguments.address.toString()));
        const auto changed = change(arguments, store);
        if (!changed)
            return failed(describe(changed.error()));
        const int code = keepChanges(store);
        if (code == exitFine)
            printCare(store.account(arguments.address)->care);
        return code;
    });
}

} // namespace App
