#pragma once

#include "core/history/import/textchunks.h"

#include <QByteArrayList>
#include <QString>

#include <optional>

namespace Msn {

/// One element of a log, or what stands where an element should be.
struct LogRecord
{
    enum class State {
        Whole, ///< from its start tag to its end tag
        Mark, ///< a start tag alone
        Stray, ///< text between two elements; `markup`: its beginning
        Interrupted, ///< without its end: another record begins
        Incomplete, ///< without its end: the file ends
        TooLong, ///< over the limit; `markup`: its beginning
    };

    State state = State::Whole;
    /// Of the element, in lower case.
    QByteArray name;
    QString markup;
    /// Where it begins; first is 1. The column counts bytes.
    qint64 line = 0;
    qint64 column = 0;
};

/// Finds the records in XML and in what people write instead of it. A parser for the whole file would give up
/// at the first mistake and keep everything in memory; this one goes on with the next record, holds one of
/// them and does not know entities, so that none can grow. Takes time in proportion to the file.
class RecordReader
{
public:
    static constexpr qsizetype maxRecordBytes = 1024 * 1024;

    /// \p records: names of elements that are handed out whole and never hold one another;
    /// \p marks: names of those whose start tag is of interest. All in lower case; the file may write them
    /// otherwise. Other tags and comments are passed over.
    RecordReader(QIODevice &device, QByteArrayList records, QByteArrayList marks);

    std::optional<LogRecord> next();
    const QString &error() const { return m_chunks.error(); }

private:
    /// A tag as far as its name tells.
    struct Tag
    {
        QByteArray name;
        bool closes = false;
    };

    bool fill();
    qsizetype find(char character, qsizetype from);
    Tag tagAt(qsizetype position);
    qsizetype endOfTag(qsizetype position);
    void advance(qsizetype length);
    LogRecord take(LogRecord::State state, const QByteArray &name, qsizetype length);
    std::optional<LogRecord> passText();
    LogRecord readRecord(const QByteArray &name);
    std::optional<LogRecord> readTag();
    bool passComment();
    qsizetype lengthOfBrackets() const;

    Utf8Chunks m_chunks;
    QByteArrayList m_records;
    QByteArrayList m_marks;
    QByteArray m_buffer;
    qsizetype m_start = 0;
    qint64 m_line = 1;
    qint64 m_column = 1;
    bool m_atEnd = false;
};

} // namespace Msn
