#include "ui/history/historysearch.h"

#include "ui/history/historyarchives.h"

#include <limits>

namespace Ui {

using Msn::HistoryEntry;
using Msn::HistoryHits;

HistorySearch::HistorySearch(HistoryArchives &archives, QObject *parent)
    : QObject(parent)
    , m_archives(archives)
{
}

HistorySearch::~HistorySearch()
{
    stop();
}

void HistorySearch::start(const Msn::HistoryQuery &query, std::optional<int> archive)
{
    stop();
    m_query = query;
    m_query.count = pageSize;
    m_parts.clear();
    for (int i = 0; i < m_archives.count(); ++i) {
        if (m_archives.store(i) && (!archive || *archive == i))
            m_parts.append({i, {}, false});
    }
    fetchMore();
}

void HistorySearch::stop()
{
    Part *running = std::exchange(m_running, nullptr);
    if (running && m_archives.store(running->archive))
        m_archives.store(running->archive)->cancelSearch(m_token);
}

bool HistorySearch::hasMore() const
{
    return std::any_of(m_parts.cbegin(), m_parts.cend(), [](const Part &part) { return !part.isDone; });
}

void HistorySearch::fetchMore()
{
    if (isRunning())
        return;
    m_foundOnPage = 0;
    step();
}

/// Ids are times: the one that has not been searched as far into the past as the others.
HistorySearch::Part *HistorySearch::furthestBehind()
{
    Part *result = nullptr;
    const auto placeOf
        = [](const Part &part) { return part.next.value_or(std::numeric_limits<HistoryEntry::Id>::max()); };
    for (Part &part : m_parts) {
        if (!part.isDone && (!result || placeOf(part) > placeOf(*result)))
            result = &part;
    }
    return result;
}

void HistorySearch::step()
{
    Part *part = furthestBehind();
    // Each of them is asked once, however much the others have found.
    if (part && (m_foundOnPage < pageSize || !part->next))
        ask(*part);
    else
        Q_EMIT finished();
}

void HistorySearch::ask(Part &part)
{
    Msn::HistoryStore *store = m_archives.store(part.archive);
    if (!store) {
        part.isDone = true;
        step();
        return;
    }
    m_running = &part;
    m_query.before = part.next;
    m_token = store->search(
        m_query, {this, [this](const Msn::Expected<HistoryHits, Msn::Error> &hits) { take(hits); }});
}

void HistorySearch::take(const Msn::Expected<HistoryHits, Msn::Error> &hits)
{
    Part &part = *std::exchange(m_running, nullptr);
    part.next = hits ? hits->next : std::nullopt;
    part.isDone = !part.next;
    if (!hits) {
        Q_EMIT failed(hits.error());
    } else if (!hits->entries.isEmpty()) {
        QList<HistoryHit> found;
        for (const HistoryEntry &entry : hits->entries)
            found.append({part.archive, entry});
        m_foundOnPage += found.size();
        Q_EMIT this->found(found);
    }
    // Whoever was told may have begun another search.
    if (!isRunning())
        step();
}

} // namespace Ui
