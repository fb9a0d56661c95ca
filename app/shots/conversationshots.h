#pragma once

#include "app/shots/shot.h"

namespace App {

/// The conversation window and its parts.
QList<Shot> conversationShots();

} // namespace App
