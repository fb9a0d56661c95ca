#pragma once

#include "core/base/address.h"
#include "core/wire/command.h"

#include <QHash>
#include <QObject>

namespace Msn {

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

    /// A new conversation, opened by \p opener. Session ids are decimal: old clients insist on it
    /// (field-notes.md).
    Switchboard *create(const Address &opener);
    /// There is room for one more, opened by \p opener.
    bool hasRoomFor(const Address &opener) const;
    Switchboard *find(const QByteArray &sessionId) const { return m_switchboards.value(sessionId); }
    /// Closes everything.
    void end();

private:
    void handleAppeared(const Address &address);
    void handleSentOut(const Address &address);
    Switchboard *create();
    void deliverStored(const Address &sender, NotificationSession &recipient);

    ServiceCore &m_core;
    QHash<QByteArray, Switchboard *> m_switchboards;
    QHash<Address, int> m_openedBy; ///< how many of them, where there are any
};

} // namespace Msn
