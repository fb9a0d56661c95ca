#pragma once

#include "core/base/expected.h"
#include "core/wire/mimemessage.h"

#include <QByteArray>

#include <optional>

namespace Msn {

/// The answer to one HTTP request.
struct HttpAnswer
{
    int status = 0;
    MimeMessage headers;
    QByteArray body;
    /// The connection can take the next request.
    bool keepsAlive = false;

    friend bool operator==(const HttpAnswer &, const HttpAnswer &) = default;
};

enum class HttpFault {
    NotHttp,
    HeadTooLong, ///< more than HttpAnswerReader::maxHeadBytes, interim answers included
    BodyTooLong, ///< more than HttpAnswerReader::maxBodyBytes
    CutShort, ///< the connection ended before the answer did
};

/// Takes one HTTP/1.x answer out of a byte stream that is cut anywhere. Interim answers (1xx, above
/// all `100 Continue`) are skipped. The body may have a Content-Length, come in chunks, or end with
/// the connection. In the head LF alone ends a line too.
/// Source: http-gateway.md §2, §3.
class HttpAnswerReader
{
public:
    static constexpr qsizetype maxHeadBytes = 32 * 1024;
    static constexpr qsizetype maxBodyBytes = 1024 * 1024;

    using Result = Expected<std::optional<HttpAnswer>, HttpFault>;
    enum class Part {
        Whole,
        Head, ///< without a body, as soon as the head is there; kept alive only if no body follows
    };

    explicit HttpAnswerReader(Part part = Part::Whole)
        : m_part(part)
    {
    }

    /// The answer once it is whole; nothing while more bytes are needed. After an answer or a fault
    /// the reader is used up. Bytes behind an answer that nobody asked for make the connection
    /// useless: the answer then says that it is not kept alive.
    Result feed(const QByteArray &bytes);
    /// The connection has ended: what has come is the answer, or none.
    Result finish();
    /// Nothing has come yet.
    bool isEmpty() const { return m_headBytes == 0 && m_buffer.isEmpty(); }

private:
    enum class State { Head, Length, Chunked, UntilEnd };

    Result advance();
    std::optional<HttpFault> readHead();
    std::optional<HttpFault> startBody();
    void leaveBody();
    Result takeLength();
    Result takeChunks();
    Result answer();

    Part m_part;
    State m_state = State::Head;
    QByteArray m_buffer;
    qsizetype m_headBytes = 0; ///< of this answer and of the interim ones before it
    qsizetype m_length = 0;
    HttpAnswer m_answer;
};

} // namespace Msn
