#pragma once

#include "core/service/clientconnection.h"

#include <QObject>

namespace Msn {

class NotificationServer;
class ServiceCore;
class SwitchboardServer;

/// One port is dispatch, notification and switchboard server: the first command tells which of
/// them a client wants. `ANS` and `USR t address cookie` are a switchboard's.
class FrontDoor : public QObject
{
    Q_OBJECT
public:
    FrontDoor(ServiceCore &core, NotificationServer &notification, SwitchboardServer &switchboards,
        QObject *parent = nullptr);

    /// Takes over \p socket.
    void take(QTcpSocket *socket, ClientConnection::Transport transport);
    /// Closes whoever has not said what they want yet.
    void end();

private:
    void handOver(ClientConnection *connection, const Command &first);

    ServiceCore &m_core;
    NotificationServer &m_notification;
    SwitchboardServer &m_switchboards;
};

} // namespace Msn
