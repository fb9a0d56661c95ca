#pragma once

#include "app/service/commandline.h"

namespace App {

/// The words after `account`, of which the first is `picture`.
CommandLine parsePicture(const QStringList &arguments);

} // namespace App
