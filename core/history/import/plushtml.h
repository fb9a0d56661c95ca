#pragma once

#include "core/history/import/logreading.h"

class QIODevice;

namespace Msn {

/// HTML logs of the widespread add-on for the classic clients, usually UTF-16:
///     <div class="mplsession" id="Session_2009-08-05T19-30-21">
///     <ul><li class="in">Ana <span>(ana@example.com)</span></li>          (ourselves)
///         <li>Bob <span>(bob@example.com)</span></li></ul>
///     <table><tbody>
///     <tr><th><span class="time">(19:30)</span> Bob :</th><td
///     style="font-family:…;color:#004000;">hello</td></tr> <tr class="msgplus"><th>…</th><td>Bob is now
///     offline</td></tr>       (notices: left out)
/// Times are those of a clock without its zone, of the session's day or the days after. Names may be cut.
void readPlusHtml(QIODevice &device, const LogContext &context, LogSink &sink);

bool isPlusHtml(const QString &beginning);

} // namespace Msn
