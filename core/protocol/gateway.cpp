#include "core/protocol/gateway.h"

#include "core/protocol/endpoint.h"

#include <QHash>

#include <algorithm>

namespace Msn {

namespace {

constexpr qsizetype longestId = 256;
/// The longest that a client was seen to ask for (http-gateway.md §1).
constexpr int longestLifespan = 60;

using Fields = QHash<QByteArray, QByteArray>;

/// `name=value` pairs; names in lower case. A field that comes twice counts as it came first.
Fields fieldsOf(const QByteArray &text, char separator)
{
    Fields fields;
    const QByteArrayList parts = text.split(separator);
    for (const QByteArray &part : parts) {
        const qsizetype mark = part.indexOf('=');
        const QByteArray name = part.first(mark < 0 ? part.size() : mark).trimmed().toLower();
        if (!name.isEmpty() && !fields.contains(name))
            fields.insert(name, mark < 0 ? QByteArray() : part.sliced(mark + 1).trimmed());
    }
    return fields;
}

/// It goes into a request line as it is.
bool isSessionId(const QByteArray &id)
{
    const bool printable = std::all_of(id.cbegin(), id.cend(), [](char c) { return c > ' ' && c < '\x7f'; });
    return !id.isEmpty() && id.size() <= longestId && printable;
}

std::optional<GatewayQuery> parseOpen(const Fields &fields)
{
    const QByteArray server = fields.value("server").toUpper();
    const auto endpoint = parseEndpoint(QByteArray::fromPercentEncoding(fields.value("ip")));
    if (!endpoint || (server != "NS" && server != "SB"))
        return std::nullopt;
    GatewayQuery query;
    query.action = GatewayQuery::Action::Open;
    query.server = server == "SB" ? GatewayQuery::Server::Switchboard : GatewayQuery::Server::Notification;
    query.host = endpoint->host;
    return query;
}

} // namespace

std::optional<GatewayQuery> parseGatewayQuery(const QByteArray &text)
{
    const Fields fields = fieldsOf(text, '&');
    const QByteArray action = fields.value("action").toLower();
    if (action == "open")
        return parseOpen(fields);
    GatewayQuery query;
    query.sessionId = fields.value("sessionid");
    if (!isSessionId(query.sessionId) || (!action.isEmpty() && action != "poll"))
        return std::nullopt;
    if (action == "poll") {
        query.action = GatewayQuery::Action::Poll;
        query.lifespanSeconds = std::clamp(fields.value("lifespan").toInt(), 0, longestLifespan);
    }
    return query;
}

QByteArray encodeGatewayQuery(const GatewayQuery &query)
{
    if (query.action == GatewayQuery::Action::Open) {
        const QByteArray server = query.server == GatewayQuery::Server::Switchboard ? "SB" : "NS";
        const QByteArray host = query.host.toLatin1();
        return "Action=open&Server=" + server + "&IP=" + (host.contains(':') ? '[' + host + ']' : host);
    }
    const QByteArray id = "SessionID=" + query.sessionId;
    if (query.action == GatewayQuery::Action::Send)
        return id;
    if (query.lifespanSeconds == 0)
        return "Action=poll&" + id;
    return "Action=poll&Lifespan=" + QByteArray::number(query.lifespanSeconds) + '&' + id;
}

std::optional<GatewayTicket> parseGatewayTicket(const QByteArray &value)
{
    const Fields fields = fieldsOf(value, ';');
    const GatewayTicket ticket{fields.value("sessionid"), fields.value("gw-ip"),
        fields.value("session").compare("close", Qt::CaseInsensitive) == 0};
    if (!isSessionId(ticket.sessionId) && !ticket.closes)
        return std::nullopt;
    return ticket;
}

QByteArray encodeGatewayTicket(const GatewayTicket &ticket)
{
    QByteArray value = "SessionID=" + ticket.sessionId;
    if (!ticket.gatewayHost.isEmpty())
        value += "; GW-IP=" + ticket.gatewayHost;
    if (ticket.closes)
        value += "; Session=close";
    return value;
}

} // namespace Msn
