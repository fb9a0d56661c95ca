#pragma once

#include "core/history/import/logreading.h"
#include "core/history/import/recordreader.h"

namespace Msn {

/// The records of one log for the reader of its format. What is wrong with them goes to the sink.
class LogRecords
{
public:
    /// Text between records is out of place, or belongs there.
    enum class Between { Reported, Ignored };

    /// \p records, \p marks: see RecordReader.
    LogRecords(QIODevice &device, LogSink &sink, const QByteArrayList &records,
        const QByteArrayList &marks = {}, Between between = Between::Reported);

    /// The next one that is whole, or the next mark. Nothing at the end, and as soon as the sink wants no
    /// more.
    std::optional<LogRecord> next();
    /// Where the one that was handed out last begins; first is 1.
    qint64 line() const { return m_line; }
    void report(ImportProblem::Reason reason, const LogRecord &record);
    /// Nothing in the file can be used: says so about the whole of it and hands out no more.
    void giveUp(ImportProblem::Reason reason);
    /// After the last record: why there are no more, if that is not the end of the file.
    void finish();

private:
    RecordReader m_reader;
    LogSink &m_sink;
    Between m_between;
    qint64 m_line = 0;
    bool m_hasGivenUp = false;
};

} // namespace Msn
