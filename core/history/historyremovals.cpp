#include "core/history/historyremovals.h"

#include "core/history/historydatabase.h"
#include "core/history/historyfile.h"

namespace Msn {

namespace {

constexpr int removedAtOnce = 1'000;

} // namespace

void HistoryRemovals::add(Token token, const HistorySelection &selection)
{
    m_waiting.push_back({token, selection, 0, false});
}

std::optional<HistoryRemovals::Ended> HistoryRemovals::step(HistoryDatabase &database)
{
    const auto done = doSome(database, m_waiting.front());
    if (done && !*done)
        return {};
    return giveUp(done ? Error() : done.error());
}

HistoryRemovals::Ended HistoryRemovals::giveUp(const Error &error)
{
    const Ended ended{m_waiting.front().token, m_waiting.front().removed, error};
    m_waiting.pop_front();
    return ended;
}

/// True when all of it is gone.
Expected<bool, Error> HistoryRemovals::doSome(HistoryDatabase &database, Removal &removal)
{
    if (!removal.isTidying)
        return removeSome(database, removal);
    const auto tidied = database.tidyStep();
    if (!tidied || !*tidied)
        return tidied;
    const Outcome gone = HistoryFile::removeCopies(database.connection().file(),
        removal.selection.isEverything() ? HistoryFile::Copies::All : HistoryFile::Copies::OfOlderVersions);
    if (!gone)
        return Unexpected(gone.error());
    return true;
}

Expected<bool, Error> HistoryRemovals::removeSome(HistoryDatabase &database, Removal &removal)
{
    if (const Outcome begun = database.begin(); !begun)
        return Unexpected(begun.error());
    const auto count = database.remove(removal.selection, removedAtOnce);
    const Outcome kept = count ? database.commit() : Outcome(Unexpected(count.error()));
    if (!kept) {
        database.rollBack();
        return Unexpected(kept.error());
    }
    removal.removed += *count;
    removal.isTidying = *count < removedAtOnce;
    // Nothing to tidy where nothing was; copies may hold something all the same.
    return removal.removed == 0 && !removal.selection.isEverything();
}

} // namespace Msn
