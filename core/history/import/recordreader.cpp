#include "core/history/import/recordreader.h"

#include <algorithm>

namespace Msn {

namespace {

constexpr qsizetype maxNameBytes = 32;
constexpr qsizetype maxTagBytes = 64 * 1024;
constexpr qsizetype maxStrayBytes = 4 * 1024;

bool isNameByte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
        || byte == '-' || byte == '_' || byte == ':';
}

/// \p name as one of \p names writes it; empty if it is none of them.
QByteArray knownName(const QByteArrayList &names, QByteArrayView name)
{
    const auto found = std::find_if(names.cbegin(), names.cend(), [name](const QByteArray &known) {
        return known.size() == name.size() && known.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == names.cend() ? QByteArray() : *found;
}

} // namespace

RecordReader::RecordReader(QIODevice &device, QByteArrayList records, QByteArrayList marks)
    : m_chunks(device)
    , m_records(std::move(records))
    , m_marks(std::move(marks))
{
}

bool RecordReader::fill()
{
    const QByteArray chunk = m_chunks.next();
    m_atEnd = chunk.isEmpty();
    if (m_atEnd)
        return false;
    m_buffer.remove(0, m_start);
    m_start = 0;
    m_buffer += chunk;
    return true;
}

/// How far behind m_start \p character is, looking from \p from on; -1 if it is not in the buffer.
qsizetype RecordReader::find(char character, qsizetype from)
{
    const qsizetype found = m_buffer.indexOf(character, m_start + from);
    return found < 0 ? -1 : found - m_start;
}

/// The tag that begins \p position bytes behind m_start, where a `<` is. An empty name if it is none of
/// interest: most are not, and nothing is kept of them.
RecordReader::Tag RecordReader::tagAt(qsizetype position)
{
    while (m_buffer.size() - m_start - position < maxNameBytes + 3 && fill()) { }
    Tag tag;
    qsizetype at = m_start + position + 1;
    if (at < m_buffer.size() && m_buffer.at(at) == '/') {
        tag.closes = true;
        ++at;
    }
    const qsizetype nameStart = at;
    while (at < m_buffer.size() && at - nameStart < maxNameBytes && isNameByte(m_buffer.at(at)))
        ++at;
    const QByteArrayView name(m_buffer.constData() + nameStart, at - nameStart);
    tag.name = knownName(m_records, name);
    if (tag.name.isEmpty())
        tag.name = knownName(m_marks, name);
    return tag;
}

/// Length of the tag at \p position with its `>`; 0 if it has none within the limit. A `>` in an attribute
/// between quotes does not end it.
qsizetype RecordReader::endOfTag(qsizetype position)
{
    char quote = '\0';
    for (qsizetype at = position; at - position < maxTagBytes; ++at) {
        if (m_start + at >= m_buffer.size() && !fill())
            return 0;
        const char byte = m_buffer.at(m_start + at);
        if (quote != '\0') {
            if (byte == quote)
                quote = '\0';
        } else if (byte == '>') {
            return at - position + 1;
        } else if (byte == '<' && at > position) {
            return 0;
        } else if ((byte == '"' || byte == '\'') && m_buffer.at(m_start + at - 1) == '=') {
            quote = byte;
        }
    }
    return 0;
}

void RecordReader::advance(qsizetype length)
{
    const QByteArrayView passed(m_buffer.constData() + m_start, length);
    m_line += std::count(passed.begin(), passed.end(), '\n');
    const qsizetype lineEnd = passed.lastIndexOf('\n');
    m_column = lineEnd < 0 ? m_column + length : length - lineEnd;
    m_start += length;
}

/// What stands at m_start, \p length bytes long, and passes it.
LogRecord RecordReader::take(LogRecord::State state, const QByteArray &name, qsizetype length)
{
    LogRecord record;
    record.state = state;
    record.name = name;
    record.line = m_line;
    record.column = m_column;
    const bool whole = state == LogRecord::State::Whole || state == LogRecord::State::Mark;
    const qsizetype shown = whole ? length : std::min(length, maxStrayBytes);
    record.markup = decodeEightBit(QByteArrayView(m_buffer.constData() + m_start, shown));
    advance(length);
    return record;
}

/// Up to the next `<`; hands out what is more than blanks.
std::optional<LogRecord> RecordReader::passText()
{
    qsizetype length = find('<', 0);
    while (length < 0 && m_buffer.size() - m_start < maxStrayBytes && fill())
        length = find('<', 0);
    if (length < 0)
        length = m_buffer.size() - m_start;
    const QByteArrayView text(m_buffer.constData() + m_start, length);
    const QByteArrayView shown = text.trimmed();
    const qsizetype blanks = shown.isEmpty() ? length : shown.begin() - text.begin();
    advance(blanks);
    if (shown.isEmpty())
        return std::nullopt;
    return take(LogRecord::State::Stray, {}, length - blanks);
}

/// From the start tag at m_start to the end tag; no other record may begin before that.
LogRecord RecordReader::readRecord(const QByteArray &name)
{
    const qsizetype startTag = endOfTag(0);
    if (startTag > 1 && m_buffer.at(m_start + startTag - 2) == '/')
        return take(LogRecord::State::Whole, name, startTag);
    for (qsizetype at = 1;;) {
        const qsizetype open = find('<', at);
        if (open < 0) {
            at = m_buffer.size() - m_start;
            if (at > maxRecordBytes)
                return take(LogRecord::State::TooLong, name, at);
            if (!fill())
                return take(LogRecord::State::Incomplete, name, at);
            continue;
        }
        if (open > maxRecordBytes)
            return take(LogRecord::State::TooLong, name, open);
        const Tag tag = tagAt(open);
        if (tag.closes && tag.name == name) {
            const qsizetype endTag = endOfTag(open);
            return endTag > 0 ? take(LogRecord::State::Whole, name, open + endTag)
                              : take(m_atEnd ? LogRecord::State::Incomplete : LogRecord::State::Interrupted,
                                  name, open + 1);
        }
        if (!tag.closes && (m_records.contains(tag.name) || m_marks.contains(tag.name)))
            return take(LogRecord::State::Interrupted, name, open);
        at = open + 1;
    }
}

/// False if it has no end within the limit: then it is none, or all behind it would be lost.
bool RecordReader::passComment()
{
    constexpr QByteArrayView endMark("-->");
    for (qsizetype from = 0; from < maxTagBytes;) {
        const qsizetype end = m_buffer.indexOf(endMark, m_start + from);
        if (end >= 0) {
            advance(end + endMark.size() - m_start);
            return true;
        }
        from = std::max<qsizetype>(m_buffer.size() - m_start - endMark.size() + 1, 0);
        if (!fill())
            return false;
    }
    return false;
}

/// Of those that begin no tag at m_start; the last of several may begin one.
qsizetype RecordReader::lengthOfBrackets() const
{
    qsizetype length = 1;
    while (m_start + length + 1 < m_buffer.size() && m_buffer.at(m_start + length) == '<'
        && m_buffer.at(m_start + length + 1) == '<')
        ++length;
    return length;
}

/// The tag at m_start.
std::optional<LogRecord> RecordReader::readTag()
{
    const Tag tag = tagAt(0);
    if (!tag.closes && m_records.contains(tag.name))
        return readRecord(tag.name);
    if (QByteArrayView(m_buffer).sliced(m_start).startsWith("<!--") && passComment())
        return std::nullopt;
    const qsizetype length = endOfTag(0);
    if (length == 0)
        return take(LogRecord::State::Stray, {}, lengthOfBrackets());
    if (!tag.closes && m_marks.contains(tag.name))
        return take(LogRecord::State::Mark, tag.name, length);
    advance(length);
    return std::nullopt;
}

std::optional<LogRecord> RecordReader::next()
{
    for (;;) {
        if (m_start >= m_buffer.size() && !fill())
            return std::nullopt;
        const auto found = m_buffer.at(m_start) == '<' ? readTag() : passText();
        if (found)
            return found;
    }
}

} // namespace Msn
