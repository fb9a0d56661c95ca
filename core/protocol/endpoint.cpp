#include "core/protocol/endpoint.h"

#include <algorithm>

namespace Msn {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '.' || c == '-' || c == '_'
        || c == ':';
}

} // namespace

QString Endpoint::toString() const
{
    return QString::fromUtf8(encodeEndpoint(*this));
}

std::optional<Endpoint> parseEndpoint(const QByteArray &token)
{
    QByteArray host = token;
    QByteArray port;
    const bool bracketed = token.startsWith('[');
    const qsizetype hostEnd = bracketed ? token.indexOf(']') : token.lastIndexOf(':');
    if (bracketed) {
        if (hostEnd < 0)
            return std::nullopt;
        host = token.sliced(1, hostEnd - 1);
        if (hostEnd + 1 < token.size() && token[hostEnd + 1] != ':')
            return std::nullopt;
        port = token.mid(hostEnd + 2);
    } else if (hostEnd >= 0) {
        host = token.first(hostEnd);
        port = token.sliced(hostEnd + 1);
    }
    if (host.isEmpty() || host.size() > 253 || !std::all_of(host.cbegin(), host.cend(), isHostCharacter))
        return std::nullopt;

    Endpoint endpoint{QString::fromLatin1(host)};
    if (!port.isEmpty()) {
        bool ok = false;
        endpoint.port = port.toUShort(&ok);
        if (!ok || endpoint.port == 0 || !isDigit(port.front()))
            return std::nullopt;
    }
    return endpoint;
}

QByteArray encodeEndpoint(const Endpoint &endpoint)
{
    const QByteArray host = endpoint.host.toLatin1();
    const QByteArray shown = host.contains(':') ? QByteArray('[' + host + ']') : host;
    return shown + ':' + QByteArray::number(endpoint.port);
}

} // namespace Msn
