#pragma once

#include "app/shots/shot.h"

namespace App {

/// The options, the test of a network, the network log.
QList<Shot> optionsShots();

} // namespace App
