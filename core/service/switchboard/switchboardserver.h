#pragma once

#include "core/wire/command.h"

#include <QHash>
#include <QObject>

namespace Msn {

class Address;
class ClientConnection;
class NotificationSession;
class ServiceCore;
class Switchboard;

/// All conversations of a service.
class SwitchboardServer : public QObject
{
    Q_OBJECT
public:
    explicit SwitchboardServer(ServiceCore &core, QObject *parent = nullptr);

    /// Takes over a connection whose first command was USR or ANS.
    void take(ClientConnection *connection, const Command &first);

    /// A new conversation. Session ids are decimal: old clients insist on it (field-notes.md).
    Switchboard *create();
    Switchboard *find(const QByteArray &sessionId) const { return m_switchboards.value(sessionId); }
    /// Closes everything.
    void end();

private:
    void handleAppeared(const Address &address);
    void deliverStored(const Address &sender, NotificationSession &recipient);

    ServiceCore &m_core;
    QHash<QByteArray, Switchboard *> m_switchboards;
};

} // namespace Msn
