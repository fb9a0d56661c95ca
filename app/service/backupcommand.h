#pragma once

#include "app/service/commandline.h"

namespace App {

/// Runs `backup FILE`: a copy of the accounts as they are at one moment, whether the service runs or
/// not. Returns the exit code.
int runBackupCommand(const BackupArguments &arguments);

} // namespace App
