#pragma once

#include "core/base/completion.h"
#include "core/history/import/importreport.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace Msn {

class ImportGate;
class ImportWork;

/// Brings the logs of other programs into a history, on a thread of its own: first a look, which shows what
/// there is and finds out the names under which we spoke, then the import. Repeating an import adds nothing:
/// every line has a time of its own, see StampSpreader, and the history leaves out what it has.
class HistoryImport : public QObject
{
    Q_OBJECT

public:
    /// Adds lines that are not there yet to the history of one of ImportRequest::owners and yields how many
    /// were new. Called on the thread of this object; the next lines come when it has ended.
    using Store = std::function<void(const QList<HistoryEntry> &, int owner, Completion<int>)>;

    HistoryImport(QList<LogFormat> formats, Store store, QObject *parent = nullptr);
    /// Stops what is running and waits for that, a few lines long.
    ~HistoryImport() override;

    bool isRunning() const { return m_thread != nullptr; }
    /// Ends with looked(). Nothing happens while something is running.
    void look(const ImportRequest &request);
    /// Ends with finished(). Nothing happens while something is running.
    void start(const ImportRequest &request);
    /// What is running ends soon, with what it has until then.
    void cancel();

Q_SIGNALS:
    /// About ten times a second.
    void progressed(const Msn::ImportProgress &progress);
    void looked(const Msn::LogSurvey &survey);
    void finished(const Msn::ImportReport &report);

private:
    void run(const ImportRequest &request, const std::function<void(ImportWork &)> &work);
    void stop();

    const QList<LogFormat> m_formats;
    const Store m_store;
    std::shared_ptr<ImportGate> m_gate;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Msn
