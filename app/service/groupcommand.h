#pragma once

#include "app/service/commandline.h"

namespace App {

/// Runs `group ...`: who sees whom to begin with. Returns the exit code.
int runGroupCommand(const GroupArguments &arguments);

} // namespace App
