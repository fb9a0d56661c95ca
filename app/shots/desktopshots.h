#pragma once

#include "app/shots/shot.h"

namespace App {

/// Alerts, tray, their dialogs and their pages of the options.
QList<Shot> desktopShots();

} // namespace App
