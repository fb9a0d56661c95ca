#pragma once

#include "app/shots/shot.h"

namespace App {

/// Menus, bars and states of the conversation window.
QList<Shot> conversationDetails();

} // namespace App
