#pragma once

#include "core/history/import/logreading.h"

class QIODevice;

namespace Msn {

/// XML logs of KMess, `<address>.xml`, in UTF-8:
///     <messageRoot>
///     <conversation timestamp="1250000000">
///     <message type="incoming" time="…">
///       <from contactId="bob@example.com" friendlyName="Bob"/>
///       <body fontFamily="…" color="#000080">hello</body></message>
/// Taken in many shapes, as versions differ: the time in `timestamp`, `time`, `date` or `datetime` of the
/// message or of its conversation, in seconds since 1970 or as a date; names and addresses as attributes or
/// as elements. `type` beginning with `outgoing` is ours; notices and changes of status are left out.
void readKmessLog(QIODevice &device, const LogContext &context, LogSink &sink);

bool isKmessLog(const QString &beginning);

} // namespace Msn
