#include "core/history/historyreader.h"

#include <QFile>

namespace Msn {

HistoryReader::HistoryReader(const SqliteOptions &options)
    : m_options(options)
{
}

HistoryReader::~HistoryReader() = default;

/// What \p read makes of the connection; as if there were nothing where nothing has ever been kept.
template <typename T, typename Read>
Expected<T, Error> HistoryReader::readWith(Read read)
{
    if (!m_connection) {
        if (!QFile::exists(m_options.file))
            return T();
        auto opened = SqliteConnection::open(m_options, SqliteConnection::Access::Read);
        if (!opened)
            return Unexpected(opened.error());
        m_connection = std::move(opened).value();
        // Before the first line there may not even be tables.
        const auto version = m_connection->value(QStringLiteral("PRAGMA user_version"));
        if (version && version->toInt() == 0) {
            m_connection.reset();
            return T();
        }
    }
    Expected<T, Error> result = read(*m_connection);
    if (!result && result.error().code != ErrorCode::Cancelled)
        m_connection.reset();
    return result;
}

void HistoryReader::search(quint64 token, const HistoryQuery &query, const Flag &cancelled)
{
    const auto hits
        = readWith<HistoryHits>([&](SqliteConnection &connection) -> Expected<HistoryHits, Error> {
              if (*cancelled)
                  return Unexpected(makeError(ErrorCode::Cancelled));
              return searchHistory(connection, query, [&cancelled] { return cancelled->load(); });
          });
    Q_EMIT found(token, hits.value_or({}), hits ? Error() : hits.error());
}

void HistoryReader::readPeople(quint64 token)
{
    const auto people = readWith<QList<HistoryPerson>>(&readHistoryPeople);
    Q_EMIT peopleRead(token, people.value_or({}), people ? Error() : people.error());
}

void HistoryReader::readDays(quint64 token, const HistoryDaysRequest &request)
{
    const auto days = readWith<QList<QDate>>(
        [&request](SqliteConnection &connection) { return readHistoryDays(connection, request); });
    Q_EMIT daysRead(token, days.value_or({}), days ? Error() : days.error());
}

void HistoryReader::reopen()
{
    m_connection.reset();
}

} // namespace Msn
