#pragma once

#include "core/base/completion.h"
#include "core/history/historyentry.h"

#include <QHash>

#include <deque>
#include <utility>
#include <variant>

namespace Msn {

class HistoryDatabase;

/// What waits to be written: lines, and what has become of lines, in the order in which they came.
class HistoryBacklog
{
public:
    using Token = quint64;
    /// Which line has got which place.
    using Stored = QList<std::pair<Token, HistoryEntry::Id>>;

    struct Addition
    {
        Token token = 0;
        HistoryEntry entry;
    };
    struct Change
    {
        Token token = 0; ///< of the line
        HistoryEntry::Delivery delivery = HistoryEntry::Delivery::Received;
        Error error;
    };
    using Work = std::variant<Addition, Change>;

    void push(Work work) { m_waiting.push_back(std::move(work)); }
    size_t size() const { return m_waiting.size(); }
    bool isEmpty() const { return m_waiting.empty(); }

    /// Writes the first \p count in one transaction. After an error all of them still wait.
    Expected<Stored, Error> write(HistoryDatabase &database, size_t count);
    /// Takes the first away unwritten. Its token if it was a line, else 0.
    Token dropFirst();
    /// The file is another one now: lines that were written are not in it.
    void forgetStored();

private:
    Outcome write(HistoryDatabase &database, const Work &work, Stored &stored) const;
    void remember(Token token, HistoryEntry::Id id);

    std::deque<Work> m_waiting;
    /// Where lines are that may still change.
    QHash<Token, HistoryEntry::Id> m_ids;
    std::deque<Token> m_idOrder;
};

} // namespace Msn
