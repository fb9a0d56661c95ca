#pragma once

#include "app/shots/shot.h"

namespace App {

/// The options of the connection, and the sign-in page where the direct way is closed.
QList<Shot> connectionShots();

} // namespace App
