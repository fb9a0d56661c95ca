#pragma once

#include "core/history/export/historywriter.h"

namespace Msn {

/// A history for other programs, UTF-8, one message on a line:
///     {"format": "swallowtail-history", "version": 1, "account": "ana@example.com", "messages": [
///     {"time":"2005-03-14T00:09:36.447Z","with":"bob@example.com","direction":"in","kind":"text",
///      "from":"bob@example.com","name":"Bob","text":"hello","look":"FN=Segoe%20UI; EF=B; CO=0; CS=0;
///      PF=22"},
///     …
///     ]}
/// `time` in UTC; `direction` in or out; `kind` text, nudge, joined, left, action, file or unsupported;
/// `group` tells conversations of several apart; `failed` is true for what was not delivered; what is empty
/// is left out. `look` as in X-MMS-IM-Format.
class JsonHistoryWriter : public HistoryWriter
{
public:
    JsonHistoryWriter(QIODevice &device, const Address &account);

    void begin() override;
    void add(const HistoryEntry &entry) override;
    void end() override;

private:
    Address m_account;
    bool m_isFirst = true;
};

} // namespace Msn
