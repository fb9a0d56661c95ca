#pragma once

#include "app/shots/shot.h"

namespace App {

/// The sign-in page, the contact list, their menus and dialogs.
QList<Shot> mainWindowShots();

} // namespace App
