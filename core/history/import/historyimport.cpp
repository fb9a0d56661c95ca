#include "core/history/import/historyimport.h"

#include "core/history/import/importgate.h"
#include "core/history/import/importwork.h"

namespace Msn {

HistoryImport::HistoryImport(QList<LogFormat> formats, Store store, QObject *parent)
    : QObject(parent)
    , m_formats(std::move(formats))
    , m_store(std::move(store))
{
}

HistoryImport::~HistoryImport()
{
    if (m_gate)
        m_gate->abandon();
    stop();
}

void HistoryImport::stop()
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void HistoryImport::cancel()
{
    if (m_gate)
        m_gate->cancel();
}

void HistoryImport::run(const ImportRequest &request, const std::function<void(ImportWork &)> &work)
{
    if (isRunning())
        return;
    m_gate = std::make_shared<ImportGate>();
    ImportWork::Calls calls;
    // The thread ends before this object does, and what it has posted goes with it.
    calls.store = [this, gate = m_gate](const QList<HistoryEntry> &entries, int owner) {
        QMetaObject::invokeMethod(
            this,
            [this, gate, entries, owner] {
                m_store(entries, owner, Completion<int>(this, [gate](const Expected<int, Error> &added) {
                    gate->answer(added);
                }));
            },
            Qt::QueuedConnection);
    };
    calls.progress = [this](const ImportProgress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    };
    m_thread.reset(QThread::create([formats = m_formats, request, calls, gate = m_gate, work] {
        ImportWork job(formats, request, calls, *gate);
        work(job);
    }));
    m_thread->start();
}

void HistoryImport::look(const ImportRequest &request)
{
    run(request, [this](ImportWork &work) {
        const LogSurvey survey = work.look();
        QMetaObject::invokeMethod(
            this,
            [this, survey] {
                stop();
                Q_EMIT looked(survey);
            },
            Qt::QueuedConnection);
    });
}

void HistoryImport::start(const ImportRequest &request)
{
    run(request, [this](ImportWork &work) {
        const ImportReport report = work.import();
        QMetaObject::invokeMethod(
            this,
            [this, report] {
                stop();
                Q_EMIT finished(report);
            },
            Qt::QueuedConnection);
    });
}

} // namespace Msn
