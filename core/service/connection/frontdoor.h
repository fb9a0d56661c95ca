#pragma once

#include "core/service/connection/clientconnection.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Msn {

class ConnectionCount;
class NotificationServer;
class ServiceCore;
class SwitchboardServer;

/// One port is dispatch, notification and switchboard server: the first command tells which of
/// them a client wants. `ANS` and `USR t address cookie` are a switchboard's. When it gets crowded
/// newcomers are told `600 t` and closed.
class FrontDoor : public QObject
{
    Q_OBJECT
public:
    FrontDoor(ServiceCore &core, const ConnectionCount &count, NotificationServer &notification,
        SwitchboardServer &switchboards, QObject *parent = nullptr);

    /// Takes over \p socket, plain or TLS.
    void take(QTcpSocket *socket);
    /// Takes over \p stream.
    void take(ClientStream *stream);
    /// Closes whoever has not said what they want yet.
    void end();

private:
    void handOver(ClientConnection *connection, const Command &first);

    ServiceCore &m_core;
    const ConnectionCount &m_count;
    NotificationServer &m_notification;
    SwitchboardServer &m_switchboards;
};

} // namespace Msn
