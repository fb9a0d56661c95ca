#pragma once

#include "core/history/historyquery.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace Msn {

/// What HistoryStore does on its reading thread: searches, which may take their time. Has a connection of
/// its own, which in WAL mode neither waits for the writer nor keeps it waiting.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    using Flag = std::shared_ptr<std::atomic_bool>;

    explicit HistoryReader(const HistoryOptions &options);
    ~HistoryReader() override;

    /// Answered by found(), with ErrorCode::Cancelled once \p cancelled is set.
    void search(quint64 token, const HistoryQuery &query, const Flag &cancelled);
    /// The file under this name is another one now.
    void reopen();

Q_SIGNALS:
    void found(quint64 token, const Msn::HistoryHits &hits, const Msn::Error &error);

private:
    Expected<HistoryHits, Error> hitsFor(const HistoryQuery &query, const Flag &cancelled);

    const HistoryOptions m_options;
    std::unique_ptr<HistoryConnection> m_connection;
};

} // namespace Msn
