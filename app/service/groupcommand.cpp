#include "app/service/groupcommand.h"

#include "app/service/accountaccess.h"
#include "app/service/console.h"

#include "core/service/store/circleadministration.h"

#include <QCoreApplication>

namespace App {

namespace {

using GroupAction = GroupArguments::Action;

struct GroupCommandText
{
    Q_DECLARE_TR_FUNCTIONS(App::GroupCommand)
};

int listGroups(const Msn::AccountStore &store)
{
    const auto circles = store.circles();
    for (const Msn::CircleRecord &circle : circles) {
        QStringList people;
        for (const Msn::Address &address : circle.members)
            people.append(address.toString());
        print(circle.name + QLatin1Char('\t') + QLatin1String(circle.takesEverybody ? "everybody\t" : "\t")
            + people.join(QLatin1Char(' ')) + QLatin1Char('\n'));
    }
    return exitFine;
}

Msn::Outcome changeGroups(const GroupArguments &arguments, Msn::AccountStore &store)
{
    Msn::CircleAdministration administration(store);
    if (arguments.action == GroupAction::Remove)
        return administration.remove(arguments.name, arguments.people);
    if (arguments.action == GroupAction::Everybody)
        return administration.addEverybody(arguments.name);
    return administration.add(arguments.name, arguments.people);
}

} // namespace

int runGroupCommand(const GroupArguments &arguments)
{
    return runOnAccounts(arguments.dataPath, [&arguments](Msn::AccountStore &store) {
        if (arguments.action == GroupAction::List)
            return listGroups(store);
        const auto changed = changeGroups(arguments, store);
        return changed ? keepChanges(store)
                       : failed(GroupCommandText::tr("There is no %1 here.").arg(changed.error().subject));
    });
}

} // namespace App
