#pragma once

#include "core/history/historyremoval.h"

#include <deque>
#include <optional>

namespace Msn {

class HistoryDatabase;

/// Removals that somebody waits for, done bit by bit: whatever is said meanwhile is written in between.
/// What older versions of the program kept beside the file goes with what is removed, and after the
/// removal of everything so do damaged files that were put aside.
class HistoryRemovals
{
public:
    using Token = quint64;

    struct Ended
    {
        Token token = 0;
        qint64 count = 0;
        Error error; ///< ErrorCode::None: all of it is gone
    };

    void add(Token token, const HistorySelection &selection);
    bool isEmpty() const { return m_waiting.empty(); }
    /// Does a little of the first one; there has to be one. Tells it when it has ended.
    std::optional<Ended> step(HistoryDatabase &database);
    /// The first one cannot go on.
    Ended giveUp(const Error &error);

private:
    struct Removal
    {
        Token token = 0;
        HistorySelection selection;
        qint64 removed = 0;
        bool isTidying = false;
    };

    static Expected<bool, Error> doSome(HistoryDatabase &database, Removal &removal);
    static Expected<bool, Error> removeSome(HistoryDatabase &database, Removal &removal);

    std::deque<Removal> m_waiting;
};

} // namespace Msn
