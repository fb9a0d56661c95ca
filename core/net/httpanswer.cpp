#include "core/net/httpanswer.h"

#include <algorithm>

namespace Msn {

namespace {

const QByteArray httpVersion = "HTTP/1.";

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 10
        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

/// 0 if \p line is no status line: `HTTP/1.1 200 OK`.
int statusOf(const QByteArray &line)
{
    const QByteArray number = line.mid(httpVersion.size() + 2, 3);
    const bool wellFormed = number.size() == 3 && isNumber(number) && line.startsWith(httpVersion)
        && line.at(httpVersion.size() + 1) == ' '
        && (line.size() == httpVersion.size() + 5 || line.at(httpVersion.size() + 5) == ' ');
    return wellFormed ? number.toInt() : 0;
}

/// Length of the head at the beginning of \p bytes, the empty line included; 0 while it is not whole.
qsizetype headSizeOf(const QByteArray &bytes)
{
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', end + 1)) {
        if (bytes.mid(end + 1, 1) == "\n")
            return end + 2;
        if (bytes.mid(end + 1, 2) == "\r\n")
            return end + 3;
    }
    return 0;
}

bool mentions(const MimeMessage &headers, const char *name, const char *word)
{
    return headers.header(name).toLower().contains(word);
}

bool keepsAlive(const QByteArray &statusLine, const MimeMessage &headers)
{
    for (const char *name : {"Connection", "Proxy-Connection"}) {
        if (mentions(headers, name, "close"))
            return false;
        if (mentions(headers, name, "keep-alive"))
            return true;
    }
    return statusLine.startsWith("HTTP/1.1");
}

} // namespace

HttpAnswerReader::Result HttpAnswerReader::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    return advance();
}

HttpAnswerReader::Result HttpAnswerReader::finish()
{
    if (m_state != State::UntilEnd)
        return Unexpected(HttpFault::CutShort);
    m_answer.body = m_buffer;
    m_buffer.clear();
    return answer();
}

HttpAnswerReader::Result HttpAnswerReader::advance()
{
    while (m_state == State::Head) {
        const QByteArray start = m_buffer.first(std::min(m_buffer.size(), httpVersion.size()));
        if (!httpVersion.startsWith(start))
            return Unexpected(HttpFault::NotHttp);
        const bool whole = headSizeOf(m_buffer) > 0;
        if (!whole && m_headBytes + m_buffer.size() > maxHeadBytes)
            return Unexpected(HttpFault::HeadTooLong);
        if (!whole)
            return std::optional<HttpAnswer>();
        if (const auto fault = readHead())
            return Unexpected(*fault);
    }
    switch (m_state) {
    case State::Length:
        return takeLength();
    case State::Chunked:
        return takeChunks();
    default:
        break;
    }
    if (m_buffer.size() > maxBodyBytes)
        return Unexpected(HttpFault::BodyTooLong);
    return std::optional<HttpAnswer>();
}

std::optional<HttpFault> HttpAnswerReader::readHead()
{
    const qsizetype size = headSizeOf(m_buffer);
    m_headBytes += size;
    if (m_headBytes > maxHeadBytes)
        return HttpFault::HeadTooLong;
    const QByteArray head = m_buffer.first(size);
    m_buffer.remove(0, size);
    const qsizetype lineEnd = head.indexOf('\n');
    const QByteArray line = head.first(lineEnd).trimmed();
    m_answer.status = statusOf(line);
    if (m_answer.status < 100)
        return HttpFault::NotHttp;
    if (m_answer.status < 200)
        return std::nullopt;
    m_answer.headers = MimeMessage::parse(head.sliced(lineEnd + 1));
    m_answer.keepsAlive = keepsAlive(line, m_answer.headers);
    if (m_part == Part::Whole)
        return startBody();
    leaveBody();
    return std::nullopt;
}

void HttpAnswerReader::leaveBody()
{
    const MimeMessage &headers = m_answer.headers;
    const bool hasNone = m_answer.status == 204 || m_answer.status == 304
        || (headers.header("Content-Length") == "0" && !headers.hasHeader("Transfer-Encoding"));
    m_answer.keepsAlive = m_answer.keepsAlive && hasNone;
    m_state = State::Length;
    m_length = 0;
}

std::optional<HttpFault> HttpAnswerReader::startBody()
{
    const MimeMessage &headers = m_answer.headers;
    const QByteArray length = headers.header("Content-Length");
    const bool hasNone = m_answer.status == 204 || m_answer.status == 304;
    if (mentions(headers, "Transfer-Encoding", "chunked")) {
        m_state = State::Chunked;
    } else if (!length.isEmpty() || hasNone) {
        m_state = State::Length;
        if (!hasNone && !isNumber(length))
            return HttpFault::NotHttp;
        m_length = hasNone ? 0 : length.toLongLong();
        if (m_length > maxBodyBytes)
            return HttpFault::BodyTooLong;
    } else {
        m_state = State::UntilEnd;
        m_answer.keepsAlive = false;
    }
    return std::nullopt;
}

HttpAnswerReader::Result HttpAnswerReader::takeLength()
{
    if (m_buffer.size() < m_length)
        return std::optional<HttpAnswer>();
    m_answer.body = m_buffer.first(m_length);
    m_buffer.remove(0, m_length);
    return answer();
}

/// Chunk: `<hex length>[;...]\r\n<bytes>\r\n`; the last has length 0 and may be followed by header
/// lines, then an empty one.
HttpAnswerReader::Result HttpAnswerReader::takeChunks()
{
    for (;;) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n");
        if (lineEnd < 0 && m_buffer.size() > 1024)
            return Unexpected(HttpFault::NotHttp);
        if (lineEnd < 0)
            return std::optional<HttpAnswer>();
        bool isHex = false;
        const QByteArray digits = m_buffer.first(lineEnd).split(';').constFirst().trimmed();
        const qsizetype size = digits.toUInt(&isHex, 16);
        if (!isHex || digits.startsWith('+'))
            return Unexpected(HttpFault::NotHttp);
        if (m_answer.body.size() + size > maxBodyBytes)
            return Unexpected(HttpFault::BodyTooLong);
        const qsizetype begin = lineEnd + 2;
        if (size == 0) {
            // The trailer, if any, says nothing that we want to know.
            const qsizetype end = m_buffer.indexOf("\r\n\r\n", lineEnd);
            if (end < 0 && m_buffer.size() > maxHeadBytes)
                return Unexpected(HttpFault::HeadTooLong);
            if (end < 0)
                return std::optional<HttpAnswer>();
            m_buffer.remove(0, end + 4);
            return answer();
        }
        if (m_buffer.size() < begin + size + 2)
            return std::optional<HttpAnswer>();
        if (m_buffer.mid(begin + size, 2) != "\r\n")
            return Unexpected(HttpFault::NotHttp);
        m_answer.body += m_buffer.sliced(begin, size);
        m_buffer.remove(0, begin + size + 2);
    }
}

HttpAnswerReader::Result HttpAnswerReader::answer()
{
    m_answer.keepsAlive = m_answer.keepsAlive && m_buffer.isEmpty();
    return std::optional(std::move(m_answer));
}

} // namespace Msn
