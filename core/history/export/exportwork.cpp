#include "core/history/export/exportwork.h"

#include "core/history/historypages.h"
#include "core/history/historypeople.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <array>
#include <cerrno>
#include <vector>

namespace Msn {

namespace {

constexpr int linesAtOnce = 500;
/// With less room than that a disk is full.
constexpr qint64 leastRoom = 4096;

/// One of the histories, and who of it is meant.
struct ExportedHistory
{
    std::unique_ptr<SqliteConnection> connection;
    QList<HistoryPerson> people;
};

bool isSearch(const HistoryQuery &query)
{
    return !query.text.trimmed().isEmpty() || !query.kinds.isEmpty();
}

Expected<ExportedHistory, Error> openHistory(const SqliteOptions &options, const HistoryQuery &query)
{
    auto connection = SqliteConnection::open(options, SqliteConnection::Access::Read);
    if (!connection)
        return Unexpected(connection.error());
    if (isSearch(query))
        return ExportedHistory{std::move(connection).value(), {}};
    auto everybody = readHistoryPeople(**connection);
    if (!everybody)
        return Unexpected(everybody.error());
    everybody->removeIf([&query](const HistoryPerson &person) {
        return !query.with.isEmpty() && !query.with.contains(person.address);
    });
    return ExportedHistory{std::move(connection).value(), std::move(everybody).value()};
}

/// One export from its beginning to its end.
class ExportWork
{
public:
    ExportWork(const HistoryExportRequest &request, std::vector<ExportedHistory> histories,
        HistoryWriter &writer, const ExportProgress &goOn)
        : m_request(request)
        , m_histories(std::move(histories))
        , m_writer(writer)
        , m_goOn(goOn)
    {
    }

    Outcome run();
    qint64 lines() const { return m_lines; }

private:
    void countLines();
    Outcome runSearch(SqliteConnection &connection);
    Outcome runPeople(const ExportedHistory &history);
    Outcome runPerson(SqliteConnection &connection, const Address &person);
    Outcome add(const QList<HistoryEntry> &entries);

    const HistoryExportRequest &m_request;
    const std::vector<ExportedHistory> m_histories;
    HistoryWriter &m_writer;
    const ExportProgress &m_goOn;
    qint64 m_lines = 0;
    qint64 m_total = -1;
};

Outcome ExportWork::run()
{
    const bool isSearching = isSearch(m_request.query);
    m_writer.begin();
    if (!isSearching)
        countLines();
    for (size_t part = 0; part < m_histories.size(); ++part) {
        const ExportedHistory &history = m_histories.at(part);
        m_writer.beginPart(int(part));
        if (const Outcome done = isSearching ? runSearch(*history.connection) : runPeople(history); !done)
            return done;
    }
    m_writer.end();
    return {};
}

/// Where the number is known without looking at the lines.
void ExportWork::countLines()
{
    if (m_request.query.from.isValid() || m_request.query.until.isValid())
        return;
    m_total = 0;
    for (const ExportedHistory &history : m_histories) {
        for (const HistoryPerson &person : history.people)
            m_total += person.lines;
    }
}

Outcome ExportWork::runSearch(SqliteConnection &connection)
{
    HistoryQuery query = m_request.query;
    query.oldestFirst = true;
    query.count = linesAtOnce;
    query.before.reset();
    query.after.reset();
    do {
        const auto hits = searchHistory(connection, query, [this] { return !m_goOn(m_lines, m_total); });
        if (!hits)
            return Unexpected(hits.error());
        if (const Outcome added = add(hits->entries); !added)
            return added;
        query.after = hits->next;
    } while (query.after);
    return {};
}

Outcome ExportWork::runPeople(const ExportedHistory &history)
{
    for (const HistoryPerson &person : history.people) {
        if (const Outcome done = runPerson(*history.connection, person.address); !done)
            return done;
    }
    return {};
}

Outcome ExportWork::runPerson(SqliteConnection &connection, const Address &person)
{
    HistoryPageRequest request;
    request.with = person;
    request.everyGroup = true;
    request.direction = HistoryPageRequest::Direction::Newer;
    request.count = linesAtOnce;
    if (m_request.query.from.isValid())
        request.from = HistoryPlace{m_request.query.from, 0};
    if (m_request.query.until.isValid())
        request.until = HistoryPlace{m_request.query.until, 0};
    while (true) {
        const auto page = readHistoryPage(connection, request);
        if (!page)
            return Unexpected(page.error());
        if (const Outcome added = add(page->entries); !added || !page->hasMore)
            return added;
        request.from = HistoryPlace{page->entries.constLast().time, page->entries.constLast().id};
    }
}

Outcome ExportWork::add(const QList<HistoryEntry> &entries)
{
    for (const HistoryEntry &entry : entries)
        m_writer.add(entry);
    m_lines += entries.size();
    if (m_writer.hasFailed())
        return Unexpected(makeError(ErrorCode::StorageFailed));
    return m_goOn(m_lines, m_total) ? Outcome() : Outcome(Unexpected(makeError(ErrorCode::Cancelled)));
}

bool isFull(const QSaveFile &file)
{
    constexpr std::array reasons{ENOSPC, EDQUOT, EFBIG};
    const auto said = [&file](int reason) { return file.errorString() == qt_error_string(reason); };
    const qint64 room = QStorageInfo(QFileInfo(file.fileName()).absolutePath()).bytesAvailable();
    return file.error() == QFileDevice::ResourceError || std::any_of(reasons.begin(), reasons.end(), said)
        || (room >= 0 && room < leastRoom);
}

Error errorOf(const QSaveFile &file)
{
    return makeError(isFull(file) ? ErrorCode::StorageFull : ErrorCode::StorageFailed,
        QDir::toNativeSeparators(file.fileName()), file.errorString());
}

} // namespace

Expected<qint64, Error> exportHistory(
    const HistoryExportRequest &request, const MakeHistoryWriter &makeWriter, const ExportProgress &goOn)
{
    std::vector<ExportedHistory> histories;
    for (const SqliteOptions &options : request.histories) {
        auto history = openHistory(options, request.query);
        if (!history)
            return Unexpected(history.error());
        histories.push_back(std::move(history).value());
    }
    QSaveFile file(request.file);
    if (!file.open(QIODevice::WriteOnly))
        return Unexpected(errorOf(file));
    // What people have said to each other is nobody else's business.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const auto writer = makeWriter(file);
    ExportWork work(request, std::move(histories), *writer, goOn);
    const Outcome done = work.run();
    const bool hasFailed = writer->hasFailed() || (done && !file.flush());
    // A write that was cut short gives no reason, the next one does; all words are gone once it is closed.
    if (hasFailed)
        file.flush();
    const Error broken = hasFailed ? errorOf(file) : Error();
    if (!done || hasFailed)
        file.cancelWriting();
    if (hasFailed)
        return Unexpected(broken);
    if (!done)
        return Unexpected(done.error());
    if (!file.commit())
        return Unexpected(errorOf(file));
    return work.lines();
}

} // namespace Msn
