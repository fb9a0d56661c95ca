#pragma once

#include "core/base/address.h"
#include "core/protocol/dialect.h"
#include "core/service/connection/clientconnection.h"
#include "core/service/security/ratelimit.h"

#include <QObject>
#include <QPointer>

namespace Msn {

class ServiceCore;
class Switchboard;
class SwitchboardServer;

/// One client on a switchboard: USR or ANS first, then CAL, MSG and OUT.
/// Source: conversations.md.
class SwitchboardSession : public QObject
{
    Q_OBJECT
public:
    /// Takes over \p connection.
    SwitchboardSession(ServiceCore &core, SwitchboardServer &server, ClientConnection *connection,
        QObject *parent = nullptr);

    void handle(const Command &command);

    ServiceCore &core() { return m_core; }
    SwitchboardServer &server() { return m_server; }
    Switchboard *switchboard() const { return m_switchboard; }
    const Address &address() const { return m_address; }
    /// What the same person speaks on the notification server: a switchboard has no VER.
    const Dialect &dialect() const { return *m_dialect; }
    bool isOpen() const { return m_connection->isOpen(); }
    /// The cookie was good: \p address takes part in \p switchboard from now on.
    void enter(Switchboard *switchboard, const Address &address);
    /// False beyond the number of calls that one person may make in a while.
    bool countCall();

    void send(const Command &command) { m_connection->send(command); }
    void flush() { m_connection->flush(); }
    /// Wire: NNN t
    void refuse(TransactionId id, int number);
    /// Leaves and closes, without a word.
    void end();

Q_SIGNALS:
    /// The connection is gone; nothing follows.
    void finished();

private:
    ServiceCore &m_core;
    SwitchboardServer &m_server;
    ClientConnection *m_connection;
    QPointer<Switchboard> m_switchboard;
    Address m_address;
    const Dialect *m_dialect;
    RateGate m_calls; ///< of somebody who has left the notification server
};

} // namespace Msn
