#pragma once

#include "core/service/web/httprequest.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Msn {

class HttpConnection;
class HttpGateway;
class PassportServer;
class ServiceCore;

/// Who speaks HTTP with us, and what they want: Passport, which is for TLS alone, or the gateway.
class WebServer : public QObject
{
    Q_OBJECT
public:
    WebServer(ServiceCore &core, PassportServer &passport, HttpGateway &gateway, QObject *parent = nullptr);

    /// Takes over a socket whose TLS handshake has begun.
    void takeTls(QTcpSocket *socket);
    /// Takes over a socket without TLS: only the gateway is to be had.
    void takePlain(QTcpSocket *socket);

    int connectionCount() const;

private:
    void take(QTcpSocket *socket, bool isTls);
    void handle(HttpConnection *connection, const HttpRequest &request, bool isTls);

    ServiceCore &m_core;
    PassportServer &m_passport;
    HttpGateway &m_gateway;
};

} // namespace Msn
