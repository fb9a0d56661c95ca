#pragma once

#include "core/history/import/logreading.h"

class QIODevice;

namespace Msn {

/// Logs of aMSN: `<address>.log`, those of past months in folders of their own. UTF-8, with a code in front
/// of each stretch of a colour:
///     |"LRED[Conversation started on |"LTIME1111111111 ]
///     |"LGRA[|"LTIME1111111115 ] |"LITABob :|"LC000080 hello
///     a line without a code goes on with the message before
///     |"LGRA[|"LTIME1111111120 ] |"LITAMessage not delivered :|"LRED what we wrote
///     |"LRED[You have closed the window on 18 Mar 2005 02:00:00]
/// LTIME is in seconds since 1970. Older versions wrote `|"LGRA[02:00:00] ` and the day in the notice that
/// begins the conversation. Notices are in the language of the program and left out.
void readAmsnLog(QIODevice &device, const LogContext &context, LogSink &sink);

bool isAmsnLog(const QString &beginning);

} // namespace Msn
