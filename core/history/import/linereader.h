#pragma once

#include "core/history/import/textchunks.h"

#include <QString>

#include <optional>

namespace Msn {

/// One line of a text file, without its end.
struct LogLine
{
    QString text;
    /// First is 1.
    qint64 number = 0;
    /// It went on; the rest was skipped.
    bool wasCut = false;
    /// Its end is in the file.
    bool isWhole = true;
};

/// The lines of a text file in any encoding. Memory is bounded, whatever the file holds.
class LineReader
{
public:
    static constexpr qsizetype maxLineBytes = 256 * 1024;

    explicit LineReader(QIODevice &device)
        : m_chunks(device)
    {
    }

    std::optional<LogLine> next();
    const QString &error() const { return m_chunks.error(); }

private:
    bool fill();
    LogLine take(qsizetype length, bool isWhole);

    Utf8Chunks m_chunks;
    QByteArray m_buffer;
    qsizetype m_start = 0;
    qint64 m_number = 0;
    bool m_skipping = false;
};

} // namespace Msn
