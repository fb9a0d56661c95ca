#include "core/history/historyworker.h"

#include "core/base/logging.h"

#include <algorithm>
#include <chrono>

namespace Msn {

namespace {

using namespace std::chrono_literals;

/// In one transaction; what it takes is how long a page that is asked for may have to wait.
constexpr size_t mostAtOnce = 2'000;
constexpr std::chrono::milliseconds firstRetry = 500ms;
constexpr std::chrono::milliseconds longestRetry = 30s;

} // namespace

HistoryWorker::HistoryWorker(const SqliteOptions &options)
    : m_options(options)
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(firstRetry);
    connect(&m_retry, &QTimer::timeout, this, &HistoryWorker::flush);
}

HistoryWorker::~HistoryWorker() = default;

void HistoryWorker::open()
{
    if (!ensureOpen())
        retryLater();
}

bool HistoryWorker::ensureOpen()
{
    if (m_database)
        return true;
    auto opened = HistoryDatabase::open(m_options, m_trouble.code == ErrorCode::StorageDamaged);
    if (!opened) {
        setTrouble(opened.error());
        return false;
    }
    m_database = std::move(opened).value();
    if (m_database->putAside()) {
        m_backlog.forgetStored();
        Q_EMIT putAside(*m_database->putAside());
    }
    return true;
}

void HistoryWorker::close()
{
    m_retry.stop();
    size_t before = m_backlog.size() + 1;
    while (!m_backlog.isEmpty() && m_backlog.size() < before) {
        before = m_backlog.size();
        flush();
    }
    if (!m_backlog.isEmpty())
        qCWarning(logStorage) << "history:" << m_backlog.size()
                              << "lines could not be written:" << m_trouble.detail;
    m_retry.stop();
    m_database.reset();
}

// --- Writing ---------------------------------------------------------------------------------

void HistoryWorker::add(Token token, const HistoryEntry &entry)
{
    if (m_backlog.size() >= mostWaiting)
        Q_EMIT refused(token, m_trouble);
    else
        enqueue(HistoryBacklog::Addition{token, entry});
}

void HistoryWorker::setDelivery(Token token, HistoryEntry::Delivery delivery, const Error &error)
{
    enqueue(HistoryBacklog::Change{token, delivery, error});
}

void HistoryWorker::enqueue(HistoryBacklog::Work work)
{
    m_backlog.push(std::move(work));
    // Behind what has been sent to this thread before: that is written together.
    if (m_trouble.code == ErrorCode::None)
        scheduleFlush();
    else if (!m_retry.isActive())
        m_retry.start();
}

void HistoryWorker::scheduleFlush()
{
    if (std::exchange(m_isFlushing, true))
        return;
    QMetaObject::invokeMethod(this, &HistoryWorker::flush, Qt::QueuedConnection);
}

void HistoryWorker::flush()
{
    m_isFlushing = false;
    if (m_backlog.isEmpty() && m_trouble.code == ErrorCode::None)
        return;
    const size_t count = std::min(m_backlog.size(), mostAtOnce);
    const Outcome done = writeFirst(count);
    if (!done && done.error().code == ErrorCode::InvalidArgument)
        writeOneByOne(count);
    else if (!done)
        handleFailure(done.error());
    if (!m_backlog.isEmpty() && m_trouble.code == ErrorCode::None)
        scheduleFlush();
}

/// All of it, unless nothing can be written at the moment.
void HistoryWorker::writeWaiting()
{
    while (!m_backlog.isEmpty() && m_trouble.code == ErrorCode::None)
        flush();
}

/// One line that cannot be written must not keep the others from it.
void HistoryWorker::writeOneByOne(size_t count)
{
    for (size_t i = 0; i < count; ++i) {
        const Outcome done = writeFirst(1);
        if (!done && done.error().code != ErrorCode::InvalidArgument) {
            handleFailure(done.error());
            return;
        }
        if (!done)
            refuseFirst(done.error());
    }
}

Outcome HistoryWorker::writeFirst(size_t count)
{
    if (!ensureOpen())
        return Unexpected(m_trouble);
    const auto written = m_backlog.write(*m_database, count);
    if (!written)
        return Unexpected(written.error());
    tellWritten(*written);
    return {};
}

void HistoryWorker::tellWritten(const HistoryBacklog::Stored &written)
{
    for (const auto &[token, id] : written)
        Q_EMIT stored(token, id);
    if (m_backlog.isEmpty() && m_trouble.code != ErrorCode::None) {
        m_trouble = {};
        m_retry.stop();
        m_retry.setInterval(firstRetry);
        Q_EMIT recovered();
    }
}

void HistoryWorker::refuseFirst(const Error &error)
{
    const Token token = m_backlog.dropFirst();
    qCWarning(logStorage) << "history: a line was refused:" << error.detail;
    if (token != 0)
        Q_EMIT refused(token, error);
}

// --- Trouble ---------------------------------------------------------------------------------

void HistoryWorker::handleFailure(const Error &error)
{
    const bool isFirst = m_trouble.code != error.code;
    setTrouble(error);
    if (error.code != ErrorCode::StorageDamaged) {
        retryLater();
        return;
    }
    // Opening it again tells how much is damaged, and puts it aside if need be.
    m_database.reset();
    if (isFirst)
        scheduleFlush();
    else
        retryLater();
}

void HistoryWorker::setTrouble(const Error &error)
{
    const bool isNew = m_trouble.code != error.code;
    m_trouble = error;
    if (!isNew)
        return;
    qCWarning(logStorage) << "history:" << error.code << error.detail;
    // Damage is told when it is known what has become of the file.
    if (error.code != ErrorCode::StorageDamaged)
        Q_EMIT failed(error);
}

void HistoryWorker::retryLater()
{
    m_retry.start();
    m_retry.setInterval(std::min(m_retry.intervalAsDuration() * 2, longestRetry));
}

// --- Everything else -------------------------------------------------------------------------

void HistoryWorker::import(Token token, const QList<HistoryEntry> &entries)
{
    writeWaiting();
    const auto count = importAll(entries);
    if (!count && count.error().code == ErrorCode::StorageDamaged)
        handleFailure(count.error());
    Q_EMIT imported(token, count.value_or(0), count ? Error() : count.error());
}

Expected<int, Error> HistoryWorker::importAll(const QList<HistoryEntry> &entries)
{
    if (!ensureOpen())
        return Unexpected(m_trouble);
    if (const Outcome begun = m_database->begin(); !begun)
        return Unexpected(begun.error());
    int count = 0;
    const Outcome done = addMissing(entries, count);
    const Outcome kept = done ? m_database->commit() : done;
    if (kept)
        return count;
    m_database->rollBack();
    return Unexpected(kept.error());
}

Outcome HistoryWorker::addMissing(const QList<HistoryEntry> &entries, int &count)
{
    for (const HistoryEntry &entry : entries) {
        const auto known = m_database->has(entry);
        if (!known)
            return Unexpected(known.error());
        if (*known)
            continue;
        if (const auto id = m_database->add(entry); !id)
            return Unexpected(id.error());
        ++count;
    }
    return {};
}

void HistoryWorker::fetch(Token token, const HistoryPageRequest &request)
{
    // What was said before it was asked for belongs to the answer.
    writeWaiting();
    auto page = readPage(request);
    if (!page && page.error().code == ErrorCode::StorageDamaged) {
        handleFailure(page.error());
        page = readPage(request);
    }
    Q_EMIT fetched(token, page.value_or({}), page ? Error() : page.error());
}

Expected<HistoryPage, Error> HistoryWorker::readPage(const HistoryPageRequest &request)
{
    if (ensureOpen())
        return readHistoryPage(m_database->connection(), request);
    // What cannot be written can perhaps still be read.
    auto reading = SqliteConnection::open(m_options, SqliteConnection::Access::Read);
    if (!reading)
        return Unexpected(m_trouble);
    return readHistoryPage(*reading.value(), request);
}

void HistoryWorker::remove(Token token, const HistorySelection &selection)
{
    writeWaiting();
    m_removals.add(token, selection);
    scheduleRemoval();
}

void HistoryWorker::scheduleRemoval()
{
    if (!m_removals.isEmpty() && !std::exchange(m_isRemoving, true))
        QMetaObject::invokeMethod(this, &HistoryWorker::continueRemoval, Qt::QueuedConnection);
}

void HistoryWorker::continueRemoval()
{
    m_isRemoving = false;
    if (m_removals.isEmpty())
        return;
    const auto ended
        = ensureOpen() ? m_removals.step(*m_database) : std::optional(m_removals.giveUp(m_trouble));
    if (ended)
        Q_EMIT removed(ended->token, ended->count, ended->error);
    scheduleRemoval();
}

} // namespace Msn
