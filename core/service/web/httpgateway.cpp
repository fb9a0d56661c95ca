#include "core/service/web/httpgateway.h"

#include "core/base/logging.h"
#include "core/protocol/endpoint.h"
#include "core/service/connection/frontdoor.h"
#include "core/service/security/randomtoken.h"
#include "core/service/servicecore.h"
#include "core/service/web/gatewaystream.h"
#include "core/service/web/httpconnection.h"

#include <algorithm>

namespace Msn {

HttpGateway::HttpGateway(ServiceCore &core, FrontDoor &frontDoor, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_frontDoor(frontDoor)
{
}

HttpGateway::~HttpGateway()
{
    const auto tunnels = m_tunnels;
    for (GatewayTunnel *tunnel : tunnels)
        tunnel->disconnect(this);
}

void HttpGateway::handle(HttpConnection *connection, const HttpRequest &request)
{
    if (request.method != "POST")
        return connection->respond({405, {{"Allow", "POST"}}, false, {}});
    const auto query = parseGatewayQuery(request.query);
    if (!query)
        return connection->respond({400, {}, false, {}});
    if (query->action == GatewayQuery::Action::Open)
        return open(connection, *query, request);
    const qsizetype dot = query->sessionId.lastIndexOf('.');
    GatewayTunnel *tunnel = dot < 0 ? nullptr : m_tunnels.value(query->sessionId.first(dot));
    bool isNumber = false;
    const qint64 counter = query->sessionId.mid(dot + 1).toLongLong(&isNumber);
    if (!tunnel || !isNumber)
        return connection->respond({400, {}, false, {}});
    tunnel->handle(connection, *query, counter, request.body, hostFor(*connection, request));
}

void HttpGateway::open(HttpConnection *connection, const GatewayQuery &query, const HttpRequest &request)
{
    const QHostAddress peer = connection->peerAddress();
    if (!admits(peer)) {
        qCWarning(logService) << "too many gateway sessions, refused" << peer.toString();
        return connection->respond({503, {{"Retry-After", "60"}}, false, {}});
    }
    auto *tunnel = new GatewayTunnel(
        randomDecimal() + randomDecimal(), peer, connection->localAddress(), m_core.options, this);
    m_tunnels.insert(tunnel->key(), tunnel);
    connect(tunnel, &GatewayTunnel::gone, this, [this, tunnel] { remove(tunnel); });
    m_frontDoor.take(new GatewayStream(*tunnel));
    tunnel->handle(connection, query, 0, request.body, hostFor(*connection, request));
}

bool HttpGateway::admits(const QHostAddress &peer) const
{
    if (m_tunnels.size() >= m_core.options.limits.maxGatewaySessions)
        return false;
    const auto ofPeer = std::count_if(m_tunnels.cbegin(), m_tunnels.cend(),
        [&peer](const GatewayTunnel *tunnel) { return tunnel->peerAddress() == peer; });
    return peer.isLoopback() || ofPeer < m_core.options.limits.maxGatewaySessionsPerAddress;
}

/// By the name the client has used, which may be one that only a router on the way knows.
QByteArray HttpGateway::hostFor(const HttpConnection &connection, const HttpRequest &request) const
{
    const auto named = parseEndpoint(request.headers.header("Host"));
    const QByteArray host
        = (named ? named->host : m_core.hostFor(connection.localAddress(), connection.peerAddress()))
              .toLatin1();
    return host.contains(':') ? '[' + host + ']' : host;
}

bool HttpGateway::hasWords() const
{
    return std::any_of(m_tunnels.cbegin(), m_tunnels.cend(),
        [](const GatewayTunnel *tunnel) { return tunnel->waitingBytes() > 0; });
}

void HttpGateway::remove(GatewayTunnel *tunnel)
{
    m_tunnels.remove(tunnel->key());
    tunnel->deleteLater();
}

} // namespace Msn
