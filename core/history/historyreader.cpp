#include "core/history/historyreader.h"

#include <QFile>

namespace Msn {

HistoryReader::HistoryReader(const HistoryOptions &options)
    : m_options(options)
{
}

HistoryReader::~HistoryReader() = default;

void HistoryReader::search(quint64 token, const HistoryQuery &query, const Flag &cancelled)
{
    const auto hits = hitsFor(query, cancelled);
    if (!hits && hits.error().code != ErrorCode::Cancelled)
        m_connection.reset();
    Q_EMIT found(token, hits.value_or({}), hits ? Error() : hits.error());
}

Expected<HistoryHits, Error> HistoryReader::hitsFor(const HistoryQuery &query, const Flag &cancelled)
{
    if (*cancelled)
        return Unexpected(makeError(ErrorCode::Cancelled));
    if (!m_connection) {
        // Nothing has ever been kept.
        if (!QFile::exists(m_options.file))
            return HistoryHits();
        auto opened = HistoryConnection::open(m_options, HistoryConnection::Access::Read);
        if (!opened)
            return Unexpected(opened.error());
        m_connection = std::move(opened).value();
    }
    return searchHistory(*m_connection, query, [&cancelled] { return cancelled->load(); });
}

void HistoryReader::reopen()
{
    m_connection.reset();
}

} // namespace Msn
