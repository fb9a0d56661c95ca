#pragma once

#include "core/history/historyentry.h"
#include "core/sqlite/sqliteconnection.h"

#include <QList>

#include <optional>

namespace Msn {

/// A place in a conversation of the history: between its lines or at one of them.
struct HistoryPlace
{
    QDateTime time;
    /// 0: before all lines of that time.
    HistoryEntry::Id id = 0;

    friend bool operator==(const HistoryPlace &, const HistoryPlace &) = default;
};

/// Some lines in a row out of one conversation, or out of all with one person.
struct HistoryPageRequest
{
    enum class Direction {
        Older, ///< those before `from`
        Newer, ///< those behind it
    };

    Address with;
    QString group;
    Direction direction = Direction::Older;
    /// Not part of the page. Nothing: from the end, or the beginning, of the conversation.
    std::optional<HistoryPlace> from;
    /// Only lines before this one.
    std::optional<HistoryPlace> until;
    int count = 100;
    /// The conversation of two and every group begun with this person, by time; `group` means nothing then.
    bool everyGroup = false;
};

struct HistoryPage
{
    QList<HistoryEntry> entries; ///< oldest first
    /// There are more in the direction asked for.
    bool hasMore = false;
};

/// Costs the same wherever in a conversation it is and however long that is; with everyGroup that much for
/// each group.
Expected<HistoryPage, Error> readHistoryPage(SqliteConnection &connection, const HistoryPageRequest &request);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::HistoryPage)
