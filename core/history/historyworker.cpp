#include "core/history/historyworker.h"

#include "core/base/logging.h"

#include <algorithm>
#include <chrono>

namespace Msn {

namespace {

using namespace std::chrono_literals;

/// In one transaction; what it takes is how long a page that is asked for may have to wait.
constexpr size_t mostAtOnce = 2'000;
constexpr int removedAtOnce = 1'000;
constexpr std::chrono::milliseconds firstRetry = 500ms;
constexpr std::chrono::milliseconds longestRetry = 30s;
/// Of those whose delivery may still change.
constexpr size_t mostIds = 10'000;

} // namespace

HistoryWorker::HistoryWorker(const HistoryOptions &options)
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
        m_ids.clear();
        m_idOrder.clear();
        Q_EMIT putAside(*m_database->putAside());
    }
    return true;
}

void HistoryWorker::close()
{
    m_retry.stop();
    size_t before = m_waiting.size() + 1;
    while (!m_waiting.empty() && m_waiting.size() < before) {
        before = m_waiting.size();
        flush();
    }
    if (!m_waiting.empty())
        qCWarning(logStorage) << "history:" << m_waiting.size()
                              << "lines could not be written:" << m_trouble.detail;
    m_retry.stop();
    m_database.reset();
}

// --- Writing ---------------------------------------------------------------------------------

void HistoryWorker::add(Token token, const HistoryEntry &entry)
{
    if (m_waiting.size() >= mostWaiting)
        Q_EMIT refused(token, m_trouble);
    else
        enqueue(Addition{token, entry});
}

void HistoryWorker::setDelivery(Token token, HistoryEntry::Delivery delivery, const Error &error)
{
    enqueue(Change{token, delivery, error});
}

void HistoryWorker::enqueue(Work work)
{
    m_waiting.push_back(std::move(work));
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
    if (m_waiting.empty() && m_trouble.code == ErrorCode::None)
        return;
    const size_t count = std::min(m_waiting.size(), mostAtOnce);
    const Outcome done = writeFirst(count);
    if (!done && done.error().code == ErrorCode::InvalidArgument)
        writeOneByOne(count);
    else if (!done)
        handleFailure(done.error());
    if (!m_waiting.empty() && m_trouble.code == ErrorCode::None)
        scheduleFlush();
}

/// All of it, unless nothing can be written at the moment.
void HistoryWorker::writeWaiting()
{
    while (!m_waiting.empty() && m_trouble.code == ErrorCode::None)
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
    Outcome done = m_database->begin();
    if (!done)
        return done;
    Stored stored;
    for (size_t i = 0; i < count && done; ++i)
        done = write(m_waiting[i], stored);
    if (done)
        done = m_database->commit();
    if (done)
        finishWritten(count, stored);
    else
        m_database->rollBack();
    return done;
}

Outcome HistoryWorker::write(const Work &work, Stored &stored)
{
    if (const auto *addition = std::get_if<Addition>(&work))
        return writeAddition(*addition, stored);
    const Change &change = std::get<Change>(work);
    const auto now = std::find_if(
        stored.cbegin(), stored.cend(), [&change](const auto &pair) { return pair.first == change.token; });
    const HistoryEntry::Id id = now != stored.cend() ? now->second : m_ids.value(change.token);
    return id == 0 ? Outcome() : m_database->setDelivery(id, change.delivery, change.error);
}

Outcome HistoryWorker::writeAddition(const Addition &addition, Stored &stored)
{
    const auto id = m_database->add(addition.entry);
    if (!id)
        return Unexpected(id.error());
    stored.append({addition.token, *id});
    return {};
}

void HistoryWorker::finishWritten(size_t count, const Stored &stored)
{
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(count));
    for (const auto &[token, id] : stored)
        remember(token, id);
    for (const auto &[token, id] : stored)
        Q_EMIT this->stored(token, id);
    if (m_waiting.empty() && m_trouble.code != ErrorCode::None) {
        m_trouble = {};
        m_retry.stop();
        m_retry.setInterval(firstRetry);
        Q_EMIT recovered();
    }
}

void HistoryWorker::remember(Token token, HistoryEntry::Id id)
{
    m_ids.insert(token, id);
    m_idOrder.push_back(token);
    if (m_idOrder.size() <= mostIds)
        return;
    m_ids.remove(m_idOrder.front());
    m_idOrder.pop_front();
}

void HistoryWorker::refuseFirst(const Error &error)
{
    const auto *addition = std::get_if<Addition>(&m_waiting.front());
    const Token token = addition ? addition->token : 0;
    m_waiting.pop_front();
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
    auto reading = HistoryConnection::open(m_options, HistoryConnection::Access::Read);
    if (!reading)
        return Unexpected(m_trouble);
    return readHistoryPage(*reading.value(), request);
}

void HistoryWorker::remove(Token token, const HistorySelection &selection)
{
    writeWaiting();
    m_removals.push_back({token, selection, 0, false});
    scheduleRemoval();
}

/// Bit by bit: whatever is said meanwhile is written in between.
void HistoryWorker::scheduleRemoval()
{
    if (!m_removals.empty() && !std::exchange(m_isRemoving, true))
        QMetaObject::invokeMethod(this, &HistoryWorker::continueRemoval, Qt::QueuedConnection);
}

void HistoryWorker::continueRemoval()
{
    m_isRemoving = false;
    if (m_removals.empty())
        return;
    Removal &removal = m_removals.front();
    const auto done = ensureOpen() ? removeSome(removal) : Expected<bool, Error>(Unexpected(m_trouble));
    if (!done || *done) {
        const Removal ended = removal;
        m_removals.pop_front();
        Q_EMIT removed(ended.token, ended.removed, done ? Error() : done.error());
    }
    scheduleRemoval();
}

/// True when all of it is gone.
Expected<bool, Error> HistoryWorker::removeSome(Removal &removal)
{
    if (removal.isTidying)
        return m_database->tidyStep();
    if (const Outcome begun = m_database->begin(); !begun)
        return Unexpected(begun.error());
    const auto count = m_database->remove(removal.selection, removedAtOnce);
    const Outcome kept = count ? m_database->commit() : Outcome(Unexpected(count.error()));
    if (!kept) {
        m_database->rollBack();
        return Unexpected(kept.error());
    }
    removal.removed += *count;
    removal.isTidying = *count < removedAtOnce;
    return removal.removed == 0;
}

} // namespace Msn
