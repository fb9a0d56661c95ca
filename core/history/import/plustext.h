#pragma once

#include "core/history/import/logreading.h"

class QIODevice;

namespace Msn {

/// Text logs of the widespread add-on for the classic clients, version 3 and earlier; eight bits or UTF-16:
///     .--------------------------------------------------------------------.
///     | Session Start: 26 December 2003                                    |
///     | Participants:                                                      |
///     |    Ana (ana@example.com)                                           |
///     |    ... a long name (bob@example.com)                               |
///     .--------------------------------------------------------------------.
///     [23:00:21] Bob: hello, this goes
///                on in the next line
///     [23:00:32] * Bob is now Away                                  (notices: left out)
/// The words are those of the language of the program, dates follow it too. Names are cut in every way.
void readPlusText(QIODevice &device, const LogContext &context, LogSink &sink);

bool isPlusText(const QString &beginning);

} // namespace Msn
