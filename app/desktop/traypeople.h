#pragma once

#include "ui/tray/traystate.h"

namespace App {

class AccountList;

/// Everybody who is online, of all accounts.
QList<Ui::TrayPerson> trayPeople(const AccountList &accounts);

/// What the tray shows of all accounts together: the status of the first one that is online.
Ui::TrayState trayState(const AccountList &accounts, qsizetype waiting);

} // namespace App
