#pragma once

#include "core/base/completion.h"
#include "core/history/historyentry.h"
#include "core/sqlite/sqliteconnection.h"

#include <optional>

namespace Msn {

/// Which lines are meant. Every condition that is set has to hold; none set: all lines.
struct HistorySelection
{
    std::optional<HistoryEntry::Id> entry;
    /// Conversations with this person, and groups begun with them; empty: with anybody.
    Address with;
    QDateTime from; ///< at this time or later
    QDateTime until; ///< before this time

    bool isEverything() const { return !entry && with.isEmpty() && !from.isValid() && !until.isValid(); }
    /// Whether a line is meant that is not at hand as it is on the disk.
    bool includes(HistoryEntry::Id id, const Address &peer, const QDateTime &time) const;
};

/// How lines are taken out of a history for good.
namespace HistoryRemoval {

/// Removes at most \p count of the lines, and, where that was all, conversations left without lines.
/// Yields how many it removed.
Expected<int, Error> remove(SqliteConnection &connection, const HistorySelection &selection, int count);
/// Takes what was removed out of the index of words and gives room back, a little at a time.
/// True when nothing is left to do.
Expected<bool, Error> tidyStep(SqliteConnection &connection);

} // namespace HistoryRemoval

} // namespace Msn
