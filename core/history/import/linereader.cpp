#include "core/history/import/linereader.h"

namespace Msn {

bool LineReader::fill()
{
    m_buffer.remove(0, m_start);
    m_start = 0;
    const QByteArray chunk = m_chunks.next();
    m_buffer += chunk;
    return !chunk.isEmpty();
}

LogLine LineReader::take(qsizetype length, bool isWhole)
{
    QByteArrayView bytes(m_buffer.constData() + m_start, length);
    m_start += length + (isWhole ? 1 : 0);
    LogLine line;
    line.number = ++m_number;
    line.isWhole = isWhole;
    line.wasCut = bytes.size() > maxLineBytes;
    bytes = bytes.first(std::min(bytes.size(), maxLineBytes));
    while (bytes.endsWith('\r'))
        bytes.chop(1);
    line.text = decodeEightBit(bytes);
    return line;
}

std::optional<LogLine> LineReader::next()
{
    for (qsizetype from = m_start;;) {
        const qsizetype end = m_buffer.indexOf('\n', from);
        if (end >= 0 && !m_skipping)
            return take(end - m_start, true);
        if (end >= 0) {
            m_skipping = false;
            m_start = end + 1;
            from = m_start;
            continue;
        }
        if (m_skipping)
            m_start = m_buffer.size();
        // So long a line is handed out cut, and skipped up to its end.
        if (m_buffer.size() - m_start > maxLineBytes) {
            LogLine line = take(m_buffer.size() - m_start, false);
            line.isWhole = true;
            m_skipping = true;
            return line;
        }
        from = m_buffer.size() - m_start;
        if (!fill())
            break;
    }
    if (m_start >= m_buffer.size())
        return std::nullopt;
    return take(m_buffer.size() - m_start, false);
}

} // namespace Msn
