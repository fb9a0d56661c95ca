#include "core/history/export/historyexport.h"

#include <QElapsedTimer>

namespace Msn {

namespace {

constexpr qint64 betweenTellingsMs = 100;

} // namespace

HistoryExport::~HistoryExport()
{
    cancel();
    stop();
}

void HistoryExport::stop()
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void HistoryExport::cancel()
{
    if (m_isCancelled)
        *m_isCancelled = true;
}

void HistoryExport::start(const HistoryExportRequest &request, const MakeHistoryWriter &makeWriter)
{
    if (isRunning())
        return;
    m_isCancelled = std::make_shared<std::atomic_bool>(false);
    // The thread ends before this object does, and what it has posted goes with it.
    m_thread.reset(QThread::create([this, request, makeWriter, isCancelled = m_isCancelled] {
        QElapsedTimer sinceTold;
        sinceTold.start();
        const auto goOn = [&](qint64 lines, qint64 total) {
            if (sinceTold.elapsed() >= betweenTellingsMs) {
                sinceTold.restart();
                QMetaObject::invokeMethod(
                    this, [this, lines, total] { Q_EMIT progressed(lines, total); }, Qt::QueuedConnection);
            }
            return !*isCancelled;
        };
        const auto lines = exportHistory(request, makeWriter, goOn);
        QMetaObject::invokeMethod(
            this,
            [this, lines] {
                stop();
                Q_EMIT finished(lines.value_or(0), lines ? Error() : lines.error());
            },
            Qt::QueuedConnection);
    }));
    m_thread->start();
}

} // namespace Msn
