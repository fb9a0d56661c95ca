#pragma once

#include "app/service/commandline.h"

namespace App {

/// Runs `backup FILE`: a copy of the accounts as they are at one moment, and of the certificate with its key,
/// whether the service runs or not. Returns the exit code.
int runBackupCommand(const BackupArguments &arguments);

} // namespace App
