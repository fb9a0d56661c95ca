#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Msn {

/// What one HTTP request to a web gateway asks for: the part of its address behind the `?`.
/// Wire:   Action=open&Server=NS|SB&IP=<host>
///         SessionID=<id>                               (whole commands in the body)
///         Action=poll[&Lifespan=<seconds>]&SessionID=<id>
/// Source: http-gateway.md §1.
struct GatewayQuery
{
    enum class Action { Open, Send, Poll };
    enum class Server { Notification, Switchboard };

    Action action = Action::Send;
    /// Open only. Dispatch servers count as notification servers.
    Server server = Server::Notification;
    /// Open only: the server to be reached; without a port, which is understood.
    QString host;
    /// Send and Poll only: the id of the latest answer, opaque.
    QByteArray sessionId;
    /// Poll only: how long the answer may be held back until there is data; 0: not at all.
    int lifespanSeconds = 0;

    friend bool operator==(const GatewayQuery &, const GatewayQuery &) = default;
};

/// Order of the fields is free, names know no case, unknown fields are skipped. Nothing if a field
/// that the action needs is missing or makes no sense.
std::optional<GatewayQuery> parseGatewayQuery(const QByteArray &query);
QByteArray encodeGatewayQuery(const GatewayQuery &query);

/// What a gateway says about the session in each answer.
/// Wire:   X-MSN-Messenger: SessionID=<id>; GW-IP=<host>[; Session=close]
/// Source: http-gateway.md §2.
struct GatewayTicket
{
    static constexpr char headerName[] = "X-MSN-Messenger";

    /// For the next request. Opaque: with a dot and a counter, or a UUID that never changes.
    QByteArray sessionId;
    /// Where the next request should go; empty: nothing was said. Not to be trusted.
    QByteArray gatewayHost;
    /// The MSNP connection has ended.
    bool closes = false;

    friend bool operator==(const GatewayTicket &, const GatewayTicket &) = default;
};

/// Nothing if there is no id that could be put into a request again (and the session goes on).
std::optional<GatewayTicket> parseGatewayTicket(const QByteArray &value);
QByteArray encodeGatewayTicket(const GatewayTicket &ticket);

/// Content-Type of requests and answers.
inline constexpr char gatewayContentType[] = "application/x-msn-messenger";
/// Where gateways have always been found on their host.
inline constexpr char gatewayPath[] = "/gateway/gateway.dll";

} // namespace Msn
