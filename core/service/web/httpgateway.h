#pragma once

#include "core/protocol/gateway.h"
#include "core/service/web/httprequest.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>

namespace Msn {

class FrontDoor;
class GatewayTunnel;
class HttpConnection;
class ServiceCore;

/// The web gateway: MSNP for those who get no further than to a web server. It leads to this
/// service alone, whatever host a client names.
/// Wire:   POST /gateway/gateway.dll?...
/// Errors: 400 no such session, or a request that makes no sense; 405 not POST; 503 too many
///         sessions.
/// Source: http-gateway.md.
class HttpGateway : public QObject
{
    Q_OBJECT
public:
    HttpGateway(ServiceCore &core, FrontDoor &frontDoor, QObject *parent = nullptr);
    ~HttpGateway() override;

    /// Answers \p request, now or later.
    void handle(HttpConnection *connection, const HttpRequest &request);

    int sessionCount() const { return static_cast<int>(m_tunnels.size()); }
    /// Something that was said has not been fetched yet.
    bool hasWords() const;

private:
    void open(HttpConnection *connection, const GatewayQuery &query, const HttpRequest &request);
    bool admits(const QHostAddress &peer) const;
    QByteArray hostFor(const HttpConnection &connection, const HttpRequest &request) const;
    void remove(GatewayTunnel *tunnel);

    ServiceCore &m_core;
    FrontDoor &m_frontDoor;
    QHash<QByteArray, GatewayTunnel *> m_tunnels;
};

} // namespace Msn
