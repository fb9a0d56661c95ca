#include "app/desktop/traypeople.h"

#include "app/desktop/accountlist.h"
#include "core/account/account.h"
#include "core/roster/contactlist.h"

namespace App {

using namespace Msn;

QList<Ui::TrayPerson> trayPeople(const AccountList &accounts)
{
    QList<Ui::TrayPerson> people;
    for (const AccountList::Entry &entry : accounts.entries()) {
        const QList<Contact> contacts = entry.account->contacts().contacts();
        for (const Contact &contact : contacts) {
            if (contact.isOnForwardList() && contact.isOnline() && !contact.isBlocked())
                people.append({entry.account->address(), contact.address, entry.nameOf(contact.address),
                    contact.status});
        }
    }
    return people;
}

Ui::TrayState trayState(const AccountList &accounts, qsizetype waiting)
{
    Ui::TrayState state;
    state.isSignedIn = !accounts.isEmpty();
    const QList<Account *> online = accounts.online();
    if (!online.isEmpty())
        state.status = online.constFirst()->status();
    state.waiting = int(waiting);
    return state;
}

} // namespace App
