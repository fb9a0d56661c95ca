#pragma once

#include "app/shots/shot.h"

namespace App {

/// What has to do with networks close by: codes, choices, questions.
QList<Shot> nearbyShots();

} // namespace App
