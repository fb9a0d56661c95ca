#pragma once

#include "core/history/import/logformats.h"

namespace Msn {

/// Histories of emesene, SQLite files that are opened at LogContext::path; the device is not read.
///   1: `<account>.db`: conversation_event (id_event, id_conversation, id_user, data), event (id, stamp,
///   name),
///      user (id, account), user_event with the names. A message is `format\r\ncharset\r\ntext`.
///   2: `<account>/log/base.db`: fact_event (id_event, id_src_acc, id_dest_acc, id_src_info, payload, tmstp),
///      d_event, d_account, d_info. A message is its text.
/// Both know addresses and times in seconds since 1970.
void readEmeseneLog(QIODevice &device, const LogContext &context, LogSink &sink);

LogFormat emeseneLogFormat();

} // namespace Msn
