#pragma once

#include "core/history/import/linereader.h"
#include "core/history/import/logreading.h"

namespace Msn {

/// The lines of one log for the reader of its format. What is wrong with them goes to the sink.
class LogLines
{
public:
    LogLines(QIODevice &device, LogSink &sink);

    /// Nothing at the end, and as soon as the sink wants no more. Of a line that is too long its beginning.
    std::optional<QString> next();
    /// Something about the line that was handed out last.
    void report(ImportProblem::Reason reason, QStringView excerpt = {});
    /// After the last line: why there are no more, if that is not the end of the file.
    void finish();

private:
    LineReader m_reader;
    LogSink &m_sink;
    qint64 m_number = 0;
};

} // namespace Msn
