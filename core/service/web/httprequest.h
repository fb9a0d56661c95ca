#pragma once

#include "core/base/expected.h"
#include "core/wire/mimemessage.h"

#include <QByteArray>

#include <optional>

namespace Msn {

/// An HTTP/1.x request.
struct HttpRequest
{
    QByteArray method; ///< GET or POST
    QByteArray path; ///< without the query, nor the host of a whole address
    QByteArray query; ///< behind the `?`
    bool keepAlive = false;
    MimeMessage headers;
    QByteArray body{}; ///< POST only

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

struct HttpResponse
{
    int status = 200;
    QList<MimeMessage::Header> headers;
    /// The connection closes behind it.
    bool close = false;
    QByteArray body{};
};

/// HTTP status of a refusal.
using HttpRefusal = int;

/// What one request may have, in bytes.
struct HttpLimits
{
    qsizetype head = 8 * 1024;
    qsizetype body = 0;
};

/// Takes one request out of \p buffer once it is whole; nothing if more bytes are needed.
/// Errors: 400 malformed, 405 neither GET nor POST, 411 with a body of unknown length, 413 with one
/// that is too long, 431 a head that is too long, 505 not HTTP/1.x.
Expected<std::optional<HttpRequest>, HttpRefusal> takeHttpRequest(
    QByteArray &buffer, const HttpLimits &limits);
/// The head in \p buffer is whole and asks for `100 Continue` before the body is sent.
bool awaitsContinue(const QByteArray &buffer);

QByteArray encodeHttpResponse(const HttpResponse &response);

} // namespace Msn
