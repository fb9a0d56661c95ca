#pragma once

#include "app/service/commandline.h"

namespace App {

/// The words after `account`, of which the first is `care`.
CommandLine parseCare(const QStringList &arguments);

} // namespace App
