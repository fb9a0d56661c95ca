#pragma once

#include "app/shots/shot.h"

namespace App {

/// Choosing a display picture.
QList<Shot> pictureShots();

} // namespace App
