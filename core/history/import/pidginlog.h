#pragma once

#include "core/history/import/logreading.h"

class QIODevice;

namespace Msn {

/// Text logs of Pidgin and Gaim, `logs/msn/<account>/<person>/2010-10-12.211815+0300EEST.txt`:
///     Conversation with bob@example.com at Tue 12 Oct 2010 09:18:15 PM EEST on ana@example.com (msn)
///     (09:18:14 PM) Bob: hello
///     what follows goes on with the message before
///     (09:20:13 PM) ***Ana waves
///     (10:01:25 PM) Bob has signed off.                                    (notices: left out)
/// One file is one conversation. Day and zone are in the file's name, in the head if it was renamed.
void readPidginText(QIODevice &device, const LogContext &context, LogSink &sink);

/// The same as HTML; older versions wrote `<font color="…">` for `<span style="color: …">`:
///     <html><head>…<title>Conversation with …</title></head><body><h3>…</h3>
///     <span style="color: #A82F2F"><span style="font-size: smaller">(21:18:14)</span> <b>Bob:</b></span>
///     hello<br> <font color="#16569E"><font size="2">(21:20:13)</font> <b>Ana:</b></font> hello<br/> <span
///     style="color: #062585"><span …>(21:20:20)</span> <b>***Ana</b></span> waves<br> <span
///     …>(22:01:25)</span><b> Bob has signed off.</b><br>
/// #16569E is ours, #A82F2F somebody else's.
void readPidginHtml(QIODevice &device, const LogContext &context, LogSink &sink);

bool isPidginText(const QString &beginning);
bool isPidginHtml(const QString &beginning);

} // namespace Msn
