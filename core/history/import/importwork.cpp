#include "core/history/import/importwork.h"

#include "core/history/import/stampspreader.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace Msn {

namespace {

/// A folder with more files than this was chosen by mistake.
constexpr qsizetype maxSources = 100'000;
constexpr qint64 progressIntervalMs = 100;

/// A line of a time that never was would be the newest for ever.
bool isPlausible(const QDateTime &time)
{
    return time.isValid() && time.toMSecsSinceEpoch() >= 0 && time.date().year() < 2200;
}

} // namespace

/// Ends as soon as the work is cancelled, also where nothing that could be handed out is found for a long
/// time.
class ImportWork::WatchedFile : public QFile
{
public:
    WatchedFile(ImportWork &work, const Source &source)
        : QFile(source.path)
        , m_work(work)
        , m_source(source)
    {
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_work.m_gate.isCancelled())
            return 0;
        m_work.passed(m_source, pos());
        return QFile::readData(data, size);
    }

private:
    ImportWork &m_work;
    const Source &m_source;
};

/// Gathers lines into batches and waits until the history has each of them.
class ImportWork::Sink : public LogSink
{
public:
    Sink(ImportWork &work, const Source &source, QFile &file, const LogFormat &format, ImportedFile &result)
        : m_work(work)
        , m_source(source)
        , m_file(file)
        , m_format(format)
        , m_result(result)
    {
    }

    bool beginHistory(const HistoryOwner &owner) override
    {
        flush();
        m_owner = findOwner(m_work.m_request.owners, owner);
        return m_owner >= 0;
    }

    void add(const HistoryEntry &entry) override
    {
        if (!isPlausible(entry.time))
            return report(makeProblem(ImportProblem::Reason::BadTime, 0, entry.text));
        HistoryEntry spread = entry;
        if (!m_format.isOwn)
            spread.time = m_spreader.next(entry.time);
        m_batch.append(spread);
        if (m_batch.size() >= batchSize)
            flush();
    }

    void report(const ImportProblem &problem) override
    {
        // Where it was stopped nothing is wrong with the file.
        if (!m_work.m_gate.isCancelled())
            m_result.addProblem(problem);
    }

    bool wantsMore() override
    {
        m_work.passed(m_source, m_file.pos());
        return !m_work.m_gate.isCancelled() && m_work.m_error.code == ErrorCode::None;
    }

    void flush()
    {
        if (m_batch.isEmpty() || m_work.m_error.code != ErrorCode::None)
            return;
        const qint64 count = m_batch.size();
        m_work.m_calls.store(m_batch, m_owner);
        m_batch.clear();
        const auto added = m_work.m_gate.wait();
        if (!added) {
            m_work.m_error = added.error();
            m_result.addProblem(makeProblem(ImportProblem::Reason::StoreFailed, 0, added.error().detail));
            return;
        }
        m_result.imported += *added;
        m_result.alreadyThere += count - *added;
        m_work.m_progress.imported += *added;
    }

private:
    ImportWork &m_work;
    const Source &m_source;
    QFile &m_file;
    const LogFormat &m_format;
    ImportedFile &m_result;
    StampSpreader m_spreader;
    QList<HistoryEntry> m_batch;
    int m_owner = 0;
};

/// Looks at everything and keeps numbers.
class ImportWork::SurveySink : public LogSink
{
public:
    SurveySink(ImportWork &work, const Source &source, QFile &file, const LogFormat &format, SurveyedLog &log)
        : m_work(work)
        , m_source(source)
        , m_file(file)
        , m_format(format)
        , m_log(log)
    {
    }

    bool beginHistory(const HistoryOwner &owner) override
    {
        return findOwner(m_work.m_request.owners, owner) >= 0;
    }

    void add(const HistoryEntry &entry) override
    {
        if (!isPlausible(entry.time))
            return;
        ++m_log.lines;
        if (m_people.size() < SurveyedLog::maxPeople)
            m_people.insert(entry.with);
        m_log.people = m_people.size();
        m_log.peer = m_log.people == 1 ? entry.with : Address();
        if (!m_log.first.isValid() || entry.time < m_log.first)
            m_log.first = entry.time;
        if (!m_log.last.isValid() || entry.time > m_log.last)
            m_log.last = entry.time;
        const QString &name = entry.senderName.text();
        if (m_format.isOwn)
            return;
        if (m_log.names.size() < SurveyedLog::maxNames || m_log.names.contains(name))
            ++m_log.names[name];
    }

    void report(const ImportProblem &problem) override
    {
        m_needsNames = m_needsNames || problem.reason == ImportProblem::Reason::UnknownDirection;
        m_needsPeer = m_needsPeer || problem.reason == ImportProblem::Reason::UnknownPerson;
    }

    bool wantsMore() override
    {
        m_work.passed(m_source, m_file.pos());
        return !m_work.m_gate.isCancelled();
    }

    bool needsNames() const { return m_needsNames; }
    bool needsPeer() const { return m_needsPeer; }

private:
    ImportWork &m_work;
    const Source &m_source;
    QFile &m_file;
    const LogFormat &m_format;
    SurveyedLog &m_log;
    QSet<Address> m_people;
    bool m_needsNames = false;
    bool m_needsPeer = false;
};

ImportWork::ImportWork(QList<LogFormat> formats, ImportRequest request, Calls calls, ImportGate &gate)
    : m_formats(std::move(formats))
    , m_request(std::move(request))
    , m_calls(std::move(calls))
    , m_gate(gate)
{
    if (m_request.owners.isEmpty())
        m_request.owners = {{m_request.context.account, {}}};
}

void ImportWork::findIn(const QString &folder)
{
    QDirIterator iterator(
        folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    QList<Source> found;
    while (iterator.hasNext() && m_sources.size() + found.size() < maxSources && !m_gate.isCancelled()) {
        const QString path = iterator.next();
        found.append({path, iterator.fileInfo().size(), false});
    }
    // The order of a folder differs from computer to computer.
    std::sort(found.begin(), found.end(), [](const Source &a, const Source &b) { return a.path < b.path; });
    m_sources += found;
}

void ImportWork::findSources()
{
    for (const QString &path : std::as_const(m_request.paths)) {
        const QFileInfo info(path);
        if (info.isDir())
            findIn(path);
        else
            m_sources.append({path, info.size(), true});
    }
    for (const Source &source : std::as_const(m_sources))
        m_progress.bytesTotal += source.bytes;
}

void ImportWork::passed(const Source &source, qint64 position)
{
    m_progress.file = source.path;
    m_progress.bytesDone = m_bytesBefore + std::min(position, source.bytes);
    if (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < progressIntervalMs)
        return;
    m_sinceProgress.start();
    m_calls.progress(m_progress);
}

template <typename MakeSink>
void ImportWork::read(
    const Source &source, MakeSink makeSink, const std::function<void(const ImportProblem &)> &refuse)
{
    WatchedFile file(*this, source);
    passed(source, 0);
    if (!QFileInfo(source.path).isFile() || !file.open(QIODevice::ReadOnly)) {
        refuse(makeProblem(ImportProblem::Reason::CannotOpen, 0, file.errorString()));
        return;
    }
    const LogFormat *format = formatOfLog(m_formats, file.peek(logBeginningBytes), source.path);
    if (!format) {
        refuse(makeProblem(ImportProblem::Reason::UnknownFormat, 0));
        return;
    }
    LogContext context = m_request.context;
    context.path = source.path;
    context.peer = m_request.people.value(source.path);
    makeSink(file, *format, context);
}

ImportReport ImportWork::import()
{
    ImportReport report;
    findSources();
    for (const Source &source : std::as_const(m_sources)) {
        if (m_gate.isCancelled() || m_error.code != ErrorCode::None)
            break;
        ImportedFile result;
        result.path = source.path;
        read(
            source,
            [&](QFile &file, const LogFormat &format, const LogContext &context) {
                result.program = format.program;
                Sink sink(*this, source, file, format, result);
                format.read(file, context, sink);
                sink.flush();
            },
            [&](const ImportProblem &problem) { result.addProblem(problem); });
        m_bytesBefore += source.bytes;
        if (result.program || source.wasChosen)
            report.files.append(result);
    }
    report.wasCancelled = m_gate.isCancelled();
    report.error = m_error;
    return report;
}

LogSurvey ImportWork::look()
{
    LogSurvey survey;
    findSources();
    for (const Source &source : std::as_const(m_sources)) {
        if (m_gate.isCancelled())
            break;
        read(
            source,
            [&](QFile &file, const LogFormat &format, LogContext context) {
                SurveyedLog log;
                log.path = source.path;
                log.bytes = source.bytes;
                log.program = format.program;
                SurveySink sink(*this, source, file, format, log);
                format.read(file, context, sink);
                if (sink.needsPeer()) {
                    // Once more as if it were known, to show what is in it.
                    SurveySink again(*this, source, file, format, log);
                    context.peer = Address(QStringLiteral("unknown@invalid"));
                    file.seek(0);
                    format.read(file, context, again);
                    log.peer = {};
                    log.people = 0;
                }
                survey.needsOwnNames = survey.needsOwnNames || sink.needsNames();
                survey.logs.append(log);
            },
            [&](const ImportProblem &) {
                if (source.wasChosen)
                    survey.unknown.append(source.path);
            });
        m_bytesBefore += source.bytes;
    }
    survey.ownNames = likelyOwnNames(survey.logs);
    return survey;
}

} // namespace Msn
