#pragma once

#include "core/history/historybacklog.h"
#include "core/history/historydatabase.h"
#include "core/history/historypages.h"
#include "core/history/historyremovals.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Msn {

/// What HistoryStore does on its writing thread. What waits is written together, in one transaction; what
/// could not be written stays in the queue and is tried again.
class HistoryWorker : public QObject
{
    Q_OBJECT

public:
    using Token = quint64;

    /// Lines that wait while nothing can be written; more are refused.
    static constexpr size_t mostWaiting = 20'000;

    explicit HistoryWorker(const SqliteOptions &options);
    ~HistoryWorker() override;

    /// In the order of the calls. All of them on the thread of this object.
    void open();
    void add(Token token, const HistoryEntry &entry);
    void setDelivery(Token token, HistoryEntry::Delivery delivery, const Error &error);
    void import(Token token, const QList<HistoryEntry> &entries);
    void fetch(Token token, const HistoryPageRequest &request);
    void remove(Token token, const HistorySelection &selection);
    /// Tries once more to write what waits, then lets go of the file.
    void close();

Q_SIGNALS:
    void stored(quint64 token, Msn::HistoryEntry::Id id);
    /// Will never be stored.
    void refused(quint64 token, const Msn::Error &error);
    /// Something cannot be written at the moment. It is tried again.
    void failed(const Msn::Error &error);
    /// All that waited has been written.
    void recovered();
    /// A damaged file was put aside and a new one begun.
    void putAside(const Msn::Error &error);

    // Answers. ErrorCode::None: it worked.
    void imported(quint64 token, int count, const Msn::Error &error);
    void fetched(quint64 token, const Msn::HistoryPage &page, const Msn::Error &error);
    void removed(quint64 token, qint64 count, const Msn::Error &error);

private:
    bool ensureOpen();
    void enqueue(HistoryBacklog::Work work);
    void scheduleFlush();
    void flush();
    void writeWaiting();
    Outcome writeFirst(size_t count);
    void writeOneByOne(size_t count);
    void tellWritten(const HistoryBacklog::Stored &written);
    void refuseFirst(const Error &error);
    void handleFailure(const Error &error);
    void setTrouble(const Error &error);
    void retryLater();
    Expected<int, Error> importAll(const QList<HistoryEntry> &entries);
    Outcome addMissing(const QList<HistoryEntry> &entries, int &count);
    Expected<HistoryPage, Error> readPage(const HistoryPageRequest &request);
    void scheduleRemoval();
    void continueRemoval();

    const SqliteOptions m_options;
    std::unique_ptr<HistoryDatabase> m_database;
    HistoryBacklog m_backlog;
    bool m_isFlushing = false;
    QTimer m_retry;
    /// What is wrong at the moment; ErrorCode::None: nothing.
    Error m_trouble;
    HistoryRemovals m_removals;
    bool m_isRemoving = false;
};

} // namespace Msn
