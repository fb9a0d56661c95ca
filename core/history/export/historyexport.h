#pragma once

#include "core/history/export/exportwork.h"

#include <QObject>
#include <QThread>

#include <atomic>

namespace Msn {

/// Writes a history into a file on a thread of its own, beside everything else that goes on with it.
class HistoryExport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Ends one that runs; its file stays as it was.
    ~HistoryExport() override;

    /// Ends with finished(). Does nothing while one runs. \p makeWriter is called on the other thread.
    void start(const HistoryExportRequest &request, const MakeHistoryWriter &makeWriter);
    /// finished() follows with ErrorCode::Cancelled, unless it has just ended.
    void cancel();
    bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    /// About ten times a second. \p total is -1 where it is not known.
    void progressed(qint64 lines, qint64 total);
    /// ErrorCode::None: the file is there, with so many lines. See exportHistory().
    void finished(qint64 lines, const Msn::Error &error);

private:
    void stop();

    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<std::atomic_bool> m_isCancelled;
};

} // namespace Msn
