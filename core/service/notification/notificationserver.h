#pragma once

#include "core/wire/command.h"

#include <QObject>

namespace Msn {

class ClientConnection;
class ServiceCore;

/// All clients on the dispatch and notification server.
class NotificationServer : public QObject
{
    Q_OBJECT
public:
    explicit NotificationServer(ServiceCore &core, QObject *parent = nullptr);

    /// Takes over a connection whose first command was not one of a switchboard's.
    void take(ClientConnection *connection, const Command &first);
    /// Wire: OUT SSD to everybody, then closes.
    void end();

private:
    ServiceCore &m_core;
};

} // namespace Msn
