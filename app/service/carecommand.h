#pragma once

#include "app/service/commandline.h"

namespace App {

/// Runs `account care`: settles what is asked for, then prints what is settled. Returns the exit code.
int runCareCommand(const CareArguments &arguments);

} // namespace App
