#pragma once

#include "app/service/commandline.h"

namespace App {

/// Runs `account picture ...`; returns the exit code.
int runPictureCommand(const PictureArguments &arguments);

} // namespace App
