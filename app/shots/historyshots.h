#pragma once

#include "app/shots/shot.h"

namespace App {

/// The message history: searched, read, empty, about to be deleted or exported.
QList<Shot> historyShots();

} // namespace App
