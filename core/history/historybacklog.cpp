#include "core/history/historybacklog.h"

#include "core/history/historydatabase.h"

#include <algorithm>

namespace Msn {

namespace {

/// Of those whose delivery may still change.
constexpr size_t mostIds = 10'000;

} // namespace

Expected<HistoryBacklog::Stored, Error> HistoryBacklog::write(HistoryDatabase &database, size_t count)
{
    Outcome done = database.begin();
    if (!done)
        return Unexpected(done.error());
    Stored stored;
    for (size_t i = 0; i < count && done; ++i)
        done = write(database, m_waiting[i], stored);
    if (done)
        done = database.commit();
    if (!done) {
        database.rollBack();
        return Unexpected(done.error());
    }
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(count));
    for (const auto &[token, id] : stored)
        remember(token, id);
    return stored;
}

Outcome HistoryBacklog::write(HistoryDatabase &database, const Work &work, Stored &stored) const
{
    if (const auto *addition = std::get_if<Addition>(&work)) {
        const auto id = database.add(addition->entry);
        if (!id)
            return Unexpected(id.error());
        stored.append({addition->token, *id});
        return {};
    }
    const Change &change = std::get<Change>(work);
    const auto now = std::find_if(
        stored.cbegin(), stored.cend(), [&change](const auto &pair) { return pair.first == change.token; });
    const HistoryEntry::Id id = now != stored.cend() ? now->second : m_ids.value(change.token);
    return id == 0 ? Outcome() : database.setDelivery(id, change.delivery, change.error);
}

void HistoryBacklog::remember(Token token, HistoryEntry::Id id)
{
    m_ids.insert(token, id);
    m_idOrder.push_back(token);
    if (m_idOrder.size() <= mostIds)
        return;
    m_ids.remove(m_idOrder.front());
    m_idOrder.pop_front();
}

HistoryBacklog::Token HistoryBacklog::dropFirst()
{
    const auto *addition = std::get_if<Addition>(&m_waiting.front());
    const Token token = addition ? addition->token : 0;
    m_waiting.pop_front();
    return token;
}

void HistoryBacklog::forgetStored()
{
    m_ids.clear();
    m_idOrder.clear();
}

} // namespace Msn
