#include "core/history/import/logrecords.h"

namespace Msn {

namespace {

/// Nothing for one that can be read.
std::optional<ImportProblem::Reason> reasonOf(LogRecord::State state)
{
    using State = LogRecord::State;
    using Reason = ImportProblem::Reason;
    switch (state) {
    case State::Whole:
    case State::Mark:
        break;
    case State::Stray:
        return Reason::Unexpected;
    case State::Interrupted:
        return Reason::BadMarkup;
    case State::Incomplete:
        return Reason::Incomplete;
    case State::TooLong:
        return Reason::TooLong;
    }
    return std::nullopt;
}

} // namespace

LogRecords::LogRecords(QIODevice &device, LogSink &sink, const QByteArrayList &records,
    const QByteArrayList &marks, Between between)
    : m_reader(device, records, marks)
    , m_sink(sink)
    , m_between(between)
{
}

std::optional<LogRecord> LogRecords::next()
{
    while (!m_hasGivenUp && m_sink.wantsMore()) {
        auto record = m_reader.next();
        if (!record)
            break;
        m_line = record->line;
        const auto reason = reasonOf(record->state);
        if (!reason)
            return record;
        if (record->state != LogRecord::State::Stray || m_between == Between::Reported)
            report(*reason, *record);
    }
    return std::nullopt;
}

void LogRecords::report(ImportProblem::Reason reason, const LogRecord &record)
{
    m_sink.report(makeProblem(reason, record.line, record.markup, record.column));
}

void LogRecords::giveUp(ImportProblem::Reason reason)
{
    m_hasGivenUp = true;
    m_sink.report(makeProblem(reason, 0));
}

void LogRecords::finish()
{
    if (!m_reader.error().isEmpty())
        m_sink.report(makeProblem(ImportProblem::Reason::CannotRead, m_line, m_reader.error()));
}

} // namespace Msn
