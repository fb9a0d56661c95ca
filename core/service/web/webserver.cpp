#include "core/service/web/webserver.h"

#include "core/protocol/gateway.h"
#include "core/service/passport/passportserver.h"
#include "core/service/servicecore.h"
#include "core/service/web/httpconnection.h"
#include "core/service/web/httpgateway.h"

namespace Msn {

WebServer::WebServer(ServiceCore &core, PassportServer &passport, HttpGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_passport(passport)
    , m_gateway(gateway)
{
}

void WebServer::takeTls(QTcpSocket *socket)
{
    take(socket, true);
}

void WebServer::takePlain(QTcpSocket *socket)
{
    take(socket, false);
}

void WebServer::take(QTcpSocket *socket, bool isTls)
{
    auto *connection = new HttpConnection(socket, m_core.options, this);
    connect(connection, &HttpConnection::requestReceived, this,
        [this, connection, isTls](const HttpRequest &request) { handle(connection, request, isTls); });
}

void WebServer::handle(HttpConnection *connection, const HttpRequest &request, bool isTls)
{
    if (request.path == gatewayPath)
        m_gateway.handle(connection, request);
    else if (isTls)
        m_passport.handle(connection, request);
    else
        connection->respond({404, {}, false, {}}); // no password may come this way
}

int WebServer::connectionCount() const
{
    return static_cast<int>(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly).size());
}

} // namespace Msn
