#pragma once

#include "core/base/completion.h"
#include "core/history/historydatabase.h"
#include "core/history/historydays.h"
#include "core/history/historypages.h"
#include "core/history/historypeople.h"
#include "core/history/historyquery.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace Msn {

class HistoryReader;
class HistoryWorker;

/// The history of one account on one network: a file and the two threads that have it open, one that
/// writes and reads pages in the order of the calls, one that searches. No call waits for the disk; values
/// travel between the threads in queued signals.
///
/// What cannot be written (disk full, file in use, damaged) waits in memory, at most 20,000 lines, and is
/// tried again; failed() tells of it, recovered() when all of it is on the disk.
class HistoryStore : public QObject
{
    Q_OBJECT

public:
    using Token = quint64;

    /// Opens the file, or makes it, at once but on the other thread.
    explicit HistoryStore(const SqliteOptions &options, QObject *parent = nullptr);
    /// Writes what waits and waits for that; what still cannot be written then is lost, which the log says.
    ~HistoryStore() override;

    const QString &file() const { return m_options.file; }
    /// Why nothing can be written at the moment; ErrorCode::None if it can.
    const Error &trouble() const { return m_trouble; }

    /// Ends with stored() or refused() with the same token, which is never 0.
    Token add(const HistoryEntry &entry);
    /// What has become of a line that was added; \p token is that of the line.
    void setDelivery(Token token, HistoryEntry::Delivery delivery, const Error &error);
    /// Adds lines of another program in one transaction and leaves out those that are there already: equal in
    /// conversation, time, kind, sender and text. Give some hundred at a time and the next ones when this
    /// has ended: lines of running conversations are written in between. Yields how many were new; on an
    /// error none of them was added.
    void import(const QList<HistoryEntry> &entries, Completion<int> done);
    /// Some lines of a conversation, with everything in it that was added before the call.
    void fetch(const HistoryPageRequest &request, Completion<HistoryPage> done);
    /// One page; HistoryQuery::before leads to the next. Not ended if it is cancelled before.
    Token search(const HistoryQuery &query, Completion<HistoryHits> done);
    void cancelSearch(Token token);
    /// Everybody with whom something is kept, without what still waits to be written.
    void people(Completion<QList<HistoryPerson>> done);
    /// On which days something was said.
    void days(const HistoryDaysRequest &request, Completion<QList<QDate>> done);
    /// Removes lines for good: also from the index, from what the file had of them before, and with the
    /// copies that older versions of the program left beside it. Ends when nothing of them is left on the
    /// disk, with their number.
    void remove(const HistorySelection &selection, Completion<qint64> done);

Q_SIGNALS:
    /// The line is on the disk.
    void stored(Msn::HistoryStore::Token token, Msn::HistoryEntry::Id id);
    /// The line will never be: too many wait already, or SQLite does not take it.
    void refused(Msn::HistoryStore::Token token, const Msn::Error &error);
    /// From now on lines wait in memory. Once for each reason; trouble() knows it.
    void failed(const Msn::Error &error);
    void recovered();
    /// StorageDamaged: the old file was put aside, where `detail` says.
    void putAside(const Msn::Error &error);
    /// A removal has ended; it may have failed with some lines removed.
    void removed();
    /// All of \p selection has been removed.
    void linesRemoved(const Msn::HistorySelection &selection);

private:
    void connectWorker();
    void connectReader();
    template <typename T, typename V>
    void answer(QHash<Token, Completion<T>> &waiting, Token token, const V &value, const Error &error);

    const SqliteOptions m_options;
    QThread m_writing;
    QThread m_reading;
    HistoryWorker *m_worker;
    HistoryReader *m_reader;
    Token m_lastToken = 0;
    Error m_trouble;
    QHash<Token, Completion<int>> m_imports;
    QHash<Token, Completion<HistoryPage>> m_fetches;
    QHash<Token, Completion<HistoryHits>> m_searches;
    QHash<Token, std::shared_ptr<std::atomic_bool>> m_cancelled;
    QHash<Token, Completion<QList<HistoryPerson>>> m_people;
    QHash<Token, Completion<QList<QDate>>> m_days;
    QHash<Token, HistorySelection> m_selections;
    QHash<Token, Completion<qint64>> m_removals;
};

} // namespace Msn
