#pragma once

#include "app/shots/shot.h"

namespace App {

/// Each step of bringing contacts back.
QList<Shot> listCopyShots();

} // namespace App
