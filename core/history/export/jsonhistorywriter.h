#pragma once

#include "core/history/export/historywriter.h"
#include "core/history/historyowner.h"

namespace Msn {

/// Histories for other programs, and to be imported again; see JsonHistory.
class JsonHistoryWriter : public HistoryWriter
{
public:
    /// \p owners: of the parts.
    JsonHistoryWriter(QIODevice &device, QList<HistoryOwner> owners);

    void begin() override;
    void beginPart(int part) override;
    void add(const HistoryEntry &entry) override;
    void end() override;

private:
    const QList<HistoryOwner> m_owners;
    bool m_isInPart = false;
    bool m_isFirst = true;
};

} // namespace Msn
