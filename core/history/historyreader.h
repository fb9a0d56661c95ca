#pragma once

#include "core/history/historydays.h"
#include "core/history/historypeople.h"
#include "core/history/historyquery.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace Msn {

/// What HistoryStore does on its reading thread: searches and overviews, which may take their time. Has a
/// connection of its own, which in WAL mode neither waits for the writer nor keeps it waiting.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    using Flag = std::shared_ptr<std::atomic_bool>;

    explicit HistoryReader(const SqliteOptions &options);
    ~HistoryReader() override;

    /// Answered by found(), with ErrorCode::Cancelled once \p cancelled is set.
    void search(quint64 token, const HistoryQuery &query, const Flag &cancelled);
    /// Answered by peopleRead().
    void readPeople(quint64 token);
    /// Answered by daysRead().
    void readDays(quint64 token, const HistoryDaysRequest &request);
    /// The file under this name is another one now.
    void reopen();

Q_SIGNALS:
    void found(quint64 token, const Msn::HistoryHits &hits, const Msn::Error &error);
    void peopleRead(quint64 token, const QList<Msn::HistoryPerson> &people, const Msn::Error &error);
    void daysRead(quint64 token, const QList<QDate> &days, const Msn::Error &error);

private:
    template <typename T, typename Read>
    Expected<T, Error> readWith(Read read);

    const SqliteOptions m_options;
    std::unique_ptr<SqliteConnection> m_connection;
};

} // namespace Msn
