#pragma once

#include "core/history/historyentry.h"
#include "core/sqlite/sqliteconnection.h"

#include <QList>

#include <functional>
#include <optional>

namespace Msn {

/// What somebody looks for in the history of an account.
struct HistoryQuery
{
    /// Words that all have to be in a line, whatever their case and whatever stands around them. No
    /// character in it has a meaning of its own. Empty: every line.
    QString text;
    /// In conversations with one of them; empty: with anybody.
    QList<Address> with;
    /// Empty: every kind.
    QList<HistoryEntry::Kind> kinds;
    QDateTime from; ///< at this time or later
    QDateTime until; ///< before this time
    /// Only lines before this one: HistoryHits::next of the page before.
    std::optional<HistoryEntry::Id> before;
    int count = 50;
    /// From the beginning: then HistoryHits::next belongs into `after`, and a page that is not the last one
    /// is full.
    bool oldestFirst = false;
    /// Only lines behind this one.
    std::optional<HistoryEntry::Id> after = {};
};

/// One page of what was found.
struct HistoryHits
{
    QList<HistoryEntry> entries; ///< newest first, or as the query says
    /// Where the search goes on; nothing: that was all. A page may have few lines or none and still not be
    /// the last one.
    std::optional<HistoryEntry::Id> next;
};

/// Finds the next page. Words of three characters and more are looked up; for shorter ones a page looks
/// through a limited number of lines, so that it never takes long. \p isCancelled is asked now and then.
/// Errors: Cancelled, and those of SqliteConnection.
Expected<HistoryHits, Error> searchHistory(
    SqliteConnection &connection, const HistoryQuery &query, const std::function<bool()> &isCancelled = {});

} // namespace Msn

Q_DECLARE_METATYPE(Msn::HistoryHits)
