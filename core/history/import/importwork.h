#pragma once

#include "core/history/import/importgate.h"
#include "core/history/import/importreport.h"

#include <QElapsedTimer>
#include <QList>

#include <functional>

namespace Msn {

/// What HistoryImport does on its own thread. Blocks; all of it runs on the thread of the caller.
class ImportWork
{
public:
    static constexpr qsizetype batchSize = 500;

    struct Calls
    {
        /// Hands over lines of one of the owners; the answer comes through the gate.
        std::function<void(const QList<HistoryEntry> &, int owner)> store;
        std::function<void(const ImportProgress &)> progress;
    };

    ImportWork(QList<LogFormat> formats, ImportRequest request, Calls calls, ImportGate &gate);

    LogSurvey look();
    ImportReport import();

private:
    /// One file that was found.
    struct Source
    {
        QString path;
        qint64 bytes = 0;
        bool wasChosen = false;
    };
    class Sink;
    class SurveySink;
    class WatchedFile;

    void findSources();
    void findIn(const QString &folder);
    /// Reads one file into what \p makeSink makes of its format, or tells \p refuse why that cannot be.
    template <typename MakeSink>
    void read(
        const Source &source, MakeSink makeSink, const std::function<void(const ImportProblem &)> &refuse);
    void passed(const Source &source, qint64 position);

    QList<LogFormat> m_formats;
    ImportRequest m_request;
    Calls m_calls;
    ImportGate &m_gate;
    QList<Source> m_sources;
    ImportProgress m_progress;
    qint64 m_bytesBefore = 0;
    QElapsedTimer m_sinceProgress;
    Error m_error;
};

} // namespace Msn
