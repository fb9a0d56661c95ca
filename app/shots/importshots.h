#pragma once

#include "app/shots/shot.h"

namespace App {

/// Each step of the import of message histories.
QList<Shot> importShots();

} // namespace App
