#pragma once

#include "core/history/import/logreading.h"

class QIODevice;

namespace Msn {

/// What this program has exported, see JsonHistory: with it every account gets its own lines back.
void readJsonLog(QIODevice &device, const LogContext &context, LogSink &sink);
bool isJsonLog(const QString &beginning);

} // namespace Msn
