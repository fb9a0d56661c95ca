#pragma once

#include "app/shots/shot.h"

namespace App {

/// Each page of the window in which a network of one's own is set up and managed.
QList<Shot> hostingShots();

} // namespace App
