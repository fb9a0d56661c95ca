#pragma once

#include "app/service/commandline.h"

namespace App {

/// Runs `account ...`; returns the exit code.
int runAccountCommand(const AccountArguments &arguments);

} // namespace App
