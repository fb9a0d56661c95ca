#include "core/service/web/httprequest.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Msn {

namespace {

constexpr std::array<std::pair<int, const char *>, 12> reasons{{
    {200, "OK"},
    {302, "Found"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

QByteArray reason(int status)
{
    for (const auto &[number, text] : reasons) {
        if (number == status)
            return text;
    }
    return "Status";
}

bool wantsKeepAlive(const QByteArray &version, const MimeMessage &headers)
{
    const QByteArray connection = headers.header("Connection").toLower();
    return version == "HTTP/1.1" ? connection != "close" : connection == "keep-alive";
}

/// Size of the body.
Expected<qsizetype, HttpRefusal> bodySize(
    const QByteArray &method, const MimeMessage &headers, qsizetype maxBytes)
{
    if (headers.hasHeader("Transfer-Encoding"))
        return Unexpected(411);
    const QByteArray length = headers.header("Content-Length");
    if (length.isEmpty())
        return qsizetype(0);
    bool isNumber = false;
    const qsizetype size = length.toUInt(&isNumber);
    if (!isNumber
        || !std::all_of(length.cbegin(), length.cend(), [](char c) { return c >= '0' && c <= '9'; }))
        return Unexpected(400);
    if (size > (method == "POST" ? maxBytes : 0))
        return Unexpected(413);
    return size;
}

/// `/path?query` of a target that may be absolute: a server has to take both (RFC 9112 §3.2.2).
/// Empty if it is neither.
QByteArray pathOf(const QByteArray &target)
{
    const qsizetype mark = target.indexOf("://");
    if (target.startsWith('/') || mark < 0)
        return target.startsWith('/') ? target : QByteArray();
    const qsizetype slash = target.indexOf('/', mark + 3);
    return slash < 0 ? QByteArray("/") : target.sliced(slash);
}

/// The request but for its body.
Expected<HttpRequest, HttpRefusal> parseHead(const QByteArray &head)
{
    const qsizetype lineEnd = head.indexOf("\r\n");
    const QByteArrayList parts = head.first(lineEnd).split(' ');
    if (parts.size() != 3 || !parts[2].startsWith("HTTP/"))
        return Unexpected(400);
    if (!parts[2].startsWith("HTTP/1."))
        return Unexpected(505);
    if (parts[0] != "GET" && parts[0] != "POST")
        return Unexpected(405);
    const QByteArray path = pathOf(parts[1]);
    if (path.isEmpty())
        return Unexpected(400);
    const qsizetype mark = path.indexOf('?');
    HttpRequest request{parts[0], path.first(mark < 0 ? path.size() : mark),
        mark < 0 ? QByteArray() : path.sliced(mark + 1), false, MimeMessage::parse(head.sliced(lineEnd + 2)),
        {}};
    request.keepAlive = wantsKeepAlive(parts[2], request.headers);
    return request;
}

} // namespace

Expected<std::optional<HttpRequest>, HttpRefusal> takeHttpRequest(
    QByteArray &buffer, const HttpLimits &limits)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end > limits.head || (end < 0 && buffer.size() >= limits.head))
        return Unexpected(431);
    if (end < 0)
        return std::optional<HttpRequest>();
    auto request = parseHead(buffer.first(end + 4));
    if (!request)
        return Unexpected(request.error());
    const auto size = bodySize(request->method, request->headers, limits.body);
    if (!size)
        return Unexpected(size.error());
    if (buffer.size() < end + 4 + *size)
        return std::optional<HttpRequest>();
    request->body = buffer.sliced(end + 4, *size);
    buffer.remove(0, end + 4 + *size);
    return std::optional(*request);
}

bool awaitsContinue(const QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    return end >= 0 && buffer.first(end + 2).toLower().contains("\r\nexpect: 100-continue\r\n");
}

QByteArray encodeHttpResponse(const HttpResponse &response)
{
    QByteArray bytes
        = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    bool hasAllow = false;
    for (const auto &[name, value] : response.headers) {
        hasAllow = hasAllow || name == "Allow";
        bytes += name + ": " + value + "\r\n";
    }
    if (response.status == 405 && !hasAllow)
        bytes += "Allow: GET\r\n";
    bytes
        += "Cache-Control: no-store\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (response.close)
        bytes += "Connection: close\r\n";
    return bytes + "\r\n" + response.body;
}

} // namespace Msn
