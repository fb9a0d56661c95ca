#pragma once

#include "core/base/expected.h"
#include "core/wire/mimemessage.h"

#include <QByteArray>

#include <optional>

namespace Msn {

/// The head of an HTTP/1.x request.
struct HttpRequest
{
    QByteArray method;
    QByteArray path; ///< without the query
    QByteArray query; ///< behind the `?`
    bool keepAlive = false;
    MimeMessage headers;

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

struct HttpResponse
{
    int status = 200;
    QList<MimeMessage::Header> headers;
    /// The connection closes behind it.
    bool close = false;
};

/// HTTP status of a refusal.
using HttpRefusal = int;

/// Takes one request head out of \p buffer once it is whole; nothing if more bytes are needed.
/// Errors: 400 malformed, 405 not GET, 413 with a body, 431 longer than \p maxBytes, 505 not HTTP/1.x.
Expected<std::optional<HttpRequest>, HttpRefusal> takeHttpRequest(QByteArray &buffer, qsizetype maxBytes);

/// Always with an empty body.
QByteArray encodeHttpResponse(const HttpResponse &response);

} // namespace Msn
