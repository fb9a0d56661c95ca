#pragma once

#include "app/service/commandline.h"

namespace App {

/// Runs `stats`: how the service is doing that runs with these data. Returns the exit code.
int runStatsCommand(const StatsArguments &arguments);

} // namespace App
