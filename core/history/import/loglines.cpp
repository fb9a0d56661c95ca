#include "core/history/import/loglines.h"

namespace Msn {

namespace {

/// Enough for what makeProblem() keeps of it.
constexpr qsizetype excerptLength = 1024;

} // namespace

LogLines::LogLines(QIODevice &device, LogSink &sink)
    : m_reader(device)
    , m_sink(sink)
{
}

std::optional<QString> LogLines::next()
{
    auto line = m_sink.wantsMore() ? m_reader.next() : std::nullopt;
    if (!line)
        return std::nullopt;
    m_number = line->number;
    if (line->wasCut)
        report(ImportProblem::Reason::TooLong, line->text);
    return std::move(line->text);
}

void LogLines::report(ImportProblem::Reason reason, QStringView excerpt)
{
    m_sink.report(makeProblem(reason, m_number, excerpt.left(excerptLength).toString()));
}

void LogLines::finish()
{
    if (!m_reader.error().isEmpty())
        report(ImportProblem::Reason::CannotRead, m_reader.error());
}

} // namespace Msn
