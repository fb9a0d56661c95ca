#pragma once

#include "app/shots/shot.h"

namespace App {

/// Every menu of the contact list's window.
QList<Shot> menuShots();

} // namespace App
