#include "core/service/httprequest.h"

#include <array>
#include <utility>

namespace Msn {

namespace {

constexpr std::array<std::pair<int, const char *>, 11> reasons{{
    {200, "OK"},
    {302, "Found"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
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

bool hasBody(const MimeMessage &headers)
{
    const QByteArray length = headers.header("Content-Length");
    return headers.hasHeader("Transfer-Encoding") || (!length.isEmpty() && length != "0");
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

Expected<std::optional<HttpRequest>, HttpRefusal> parseHead(const QByteArray &head)
{
    const qsizetype lineEnd = head.indexOf("\r\n");
    const QByteArrayList parts = head.first(lineEnd).split(' ');
    if (parts.size() != 3 || !parts[2].startsWith("HTTP/"))
        return Unexpected(400);
    if (!parts[2].startsWith("HTTP/1."))
        return Unexpected(505);
    if (parts[0] != "GET")
        return Unexpected(405);
    const QByteArray path = pathOf(parts[1]);
    if (path.isEmpty())
        return Unexpected(400);
    const qsizetype mark = path.indexOf('?');
    HttpRequest request{parts[0], path.first(mark < 0 ? path.size() : mark),
        mark < 0 ? QByteArray() : path.sliced(mark + 1), false, MimeMessage::parse(head.sliced(lineEnd + 2))};
    if (hasBody(request.headers))
        return Unexpected(413);
    request.keepAlive = wantsKeepAlive(parts[2], request.headers);
    return std::optional(request);
}

} // namespace

Expected<std::optional<HttpRequest>, HttpRefusal> takeHttpRequest(QByteArray &buffer, qsizetype maxBytes)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end > maxBytes || (end < 0 && buffer.size() >= maxBytes))
        return Unexpected(431);
    if (end < 0)
        return std::optional<HttpRequest>();
    const QByteArray head = buffer.first(end + 4);
    buffer.remove(0, end + 4);
    return parseHead(head);
}

QByteArray encodeHttpResponse(const HttpResponse &response)
{
    QByteArray bytes
        = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers)
        bytes += name + ": " + value + "\r\n";
    if (response.status == 405)
        bytes += "Allow: GET\r\n";
    bytes += "Cache-Control: no-store\r\nContent-Length: 0\r\n";
    if (response.close)
        bytes += "Connection: close\r\n";
    return bytes + "\r\n";
}

} // namespace Msn
