#pragma once

#include "app/service/commandline.h"

namespace App {

/// Runs `network`: prints the network file. Returns the exit code.
int runNetworkCommand(const NetworkArguments &arguments);

} // namespace App
