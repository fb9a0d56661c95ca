#include "core/history/import/jsonrecords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Msn {

namespace {

/// Names and addresses are shorter.
constexpr qsizetype maxStringBytes = 1024;
/// A name and an address, with room for what stands around them; looked through at each list that opens.
constexpr qsizetype maxHeadBytes = 4 * maxStringBytes;
/// Enough for what a report shows of it.
constexpr qsizetype mostShownBytes = 1024;

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

QString decodedString(const QByteArray &bytes)
{
    return QJsonDocument::fromJson("[\"" + bytes + "\"]").array().at(0).toString();
}

HistoryOwner ownerIn(const QJsonObject &head)
{
    return {Address(head.value(QLatin1String("account")).toString().left(maxStringBytes)),
        head.value(QLatin1String("network")).toString().left(maxStringBytes)};
}

} // namespace

std::optional<char> JsonRecords::take()
{
    if (m_at >= m_chunk.size()) {
        m_chunk = m_chunks.next();
        m_at = 0;
    }
    return m_at < m_chunk.size() ? std::optional(m_chunk.at(m_at++)) : std::nullopt;
}

std::optional<JsonRecord> JsonRecords::next()
{
    while (const auto byte = take()) {
        const auto found = passByte(*byte);
        if (*byte == '\n')
            ++m_line;
        if (found)
            return found;
    }
    if (std::exchange(m_hasEnded, true))
        return std::nullopt;
    return finishFile();
}

std::optional<JsonRecord> JsonRecords::passByte(char byte)
{
    switch (m_place) {
    case Place::Outside:
        return m_inString ? passString(byte) : passOutside(byte);
    case Place::Between:
        return passBetween(byte);
    case Place::Inside:
        return m_inString ? passText(byte) : passInside(byte);
    case Place::Stray:
        return passStray(byte);
    case Place::Lost:
        passLost(byte);
        return std::nullopt;
    }
    return std::nullopt;
}

// --- Outside of messages ---------------------------------------------------------------------

std::optional<JsonRecord> JsonRecords::passOutside(char byte)
{
    switch (byte) {
    case '"':
        m_inString = true;
        m_string.clear();
        break;
    case ':':
        m_key = m_string;
        m_isValue = true;
        break;
    case '{':
        ++m_open;
        m_owner = {};
        m_isValue = false;
        break;
    case '[':
        return openArray();
    case '}':
    case ']':
        m_open = std::max<qint64>(m_open - 1, 0);
        m_isValue = false;
        break;
    case ',':
        m_isValue = false;
        break;
    default:
        break;
    }
    return std::nullopt;
}

/// No string goes over the end of a line.
std::optional<JsonRecord> JsonRecords::passString(char byte)
{
    if (byte == '\n') {
        m_inString = false;
        m_isEscaped = false;
        return JsonRecord{JsonRecord::State::Damaged, m_string, {}, m_line};
    }
    if (byte == '"' && !m_isEscaped) {
        m_inString = false;
        endString();
        return std::nullopt;
    }
    m_isEscaped = byte == '\\' && !m_isEscaped;
    if (m_string.size() < maxStringBytes)
        m_string += byte;
    return std::nullopt;
}

void JsonRecords::endString()
{
    if (m_isValue && m_key == "account")
        m_owner.account = Address(decodedString(m_string));
    else if (m_isValue && m_key == "network")
        m_owner.network = decodedString(m_string);
}

std::optional<JsonRecord> JsonRecords::openArray()
{
    ++m_open;
    const QByteArray key = m_isValue ? m_key : QByteArray();
    m_isValue = false;
    if (key == m_list)
        return beginHistory();
    return key == "histories" || m_list != "messages"
        ? std::nullopt
        : std::optional(JsonRecord{JsonRecord::State::Stray, key, {}, m_line});
}

JsonRecord JsonRecords::beginHistory()
{
    m_place = Place::Between;
    m_hasHistory = true;
    return {JsonRecord::State::Owner, {}, m_owner, m_line};
}

// --- Messages --------------------------------------------------------------------------------

std::optional<JsonRecord> JsonRecords::passBetween(char byte)
{
    if (isBlank(byte) || byte == ',')
        return std::nullopt;
    if (byte == ']') {
        m_place = Place::Outside;
        m_open = std::max<qint64>(m_open - 1, 0);
        m_isValue = false;
        return std::nullopt;
    }
    begin(byte == '{' ? Place::Inside : Place::Stray, byte);
    return std::nullopt;
}

/// What belongs to no message goes to the end of the line or to the next message.
std::optional<JsonRecord> JsonRecords::passStray(char byte)
{
    if (byte != '\n' && byte != '{') {
        if (m_record.size() < mostShownBytes)
            m_record += byte;
        return std::nullopt;
    }
    const JsonRecord stray = finish(JsonRecord::State::Stray);
    if (byte == '{')
        begin(Place::Inside, byte);
    return stray;
}

/// Up to the next message. A bracket may be one of the damaged message: only both together end a list.
void JsonRecords::passLost(char byte)
{
    if (byte == '{') {
        begin(Place::Inside, byte);
    } else if (byte == '}' && m_isBehindBracket) {
        m_place = Place::Outside;
        m_open = std::max<qint64>(m_open - 2, 0);
        m_isValue = false;
    }
    m_isBehindBracket = byte == ']';
}

void JsonRecords::begin(Place place, char byte)
{
    m_place = place;
    m_record = QByteArray(1, byte);
    m_recordLine = m_line;
    m_depth = 1;
    m_isTooLong = false;
    m_inString = false;
    m_isEscaped = false;
    m_isLineStart = false;
}

JsonRecord JsonRecords::finish(JsonRecord::State state)
{
    m_place = Place::Between;
    m_inString = false;
    const bool isTooLong = m_isTooLong && state == JsonRecord::State::Message;
    return {isTooLong ? JsonRecord::State::TooLong : state, std::exchange(m_record, {}), {}, m_recordLine};
}

void JsonRecords::keep(char byte)
{
    m_isTooLong = m_isTooLong || m_record.size() >= maxRecordBytes;
    if (!m_isTooLong)
        m_record += byte;
}

std::optional<JsonRecord> JsonRecords::passText(char byte)
{
    if (byte == '\n') {
        const JsonRecord damaged = finish(JsonRecord::State::Damaged);
        m_place = Place::Lost;
        m_isBehindBracket = false;
        return damaged;
    }
    keep(byte);
    if (byte == '"' && !m_isEscaped)
        m_inString = false;
    m_isEscaped = byte == '\\' && !m_isEscaped;
    return std::nullopt;
}

std::optional<JsonRecord> JsonRecords::passInside(char byte)
{
    const bool isLineStart = std::exchange(m_isLineStart, byte == '\n' || (m_isLineStart && isBlank(byte)));
    // In a message there is no other: this one has lost its end.
    if (byte == '{' && isLineStart) {
        const JsonRecord damaged = finish(JsonRecord::State::Damaged);
        begin(Place::Inside, byte);
        return damaged;
    }
    if (byte == '[' && m_depth == 1 && m_record.size() <= maxHeadBytes
        && m_record.contains('"' + m_list + '"'))
        return openHistory();
    keep(byte);
    if (byte == '"')
        m_inString = true;
    else if (byte == '{' || byte == '[')
        ++m_depth;
    else if ((byte == '}' || byte == ']') && --m_depth == 0)
        return finish(JsonRecord::State::Message);
    return std::nullopt;
}

/// What seemed to be a message is the head of the next history: the one before has lost its end.
JsonRecord JsonRecords::openHistory()
{
    m_owner = ownerIn(QJsonDocument::fromJson(m_record + "[]}").object());
    m_record.clear();
    m_open += 2;
    return beginHistory();
}

std::optional<JsonRecord> JsonRecords::finishFile()
{
    if (m_place == Place::Stray)
        return finish(JsonRecord::State::Stray);
    if (m_place != Place::Outside || m_open > 0)
        return JsonRecord{JsonRecord::State::Incomplete, m_record, {}, m_line};
    return m_hasHistory ? std::nullopt : std::optional(JsonRecord{JsonRecord::State::Stray, {}, {}, m_line});
}

} // namespace Msn
