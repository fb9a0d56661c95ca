#pragma once

#include "app/shots/shot.h"

namespace App {

/// The dialogs of the contact list, and the pages of the options about people.
QList<Shot> listDialogShots();

} // namespace App
