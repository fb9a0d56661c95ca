#include "core/service/connection/frontdoor.h"

#include "core/service/connection/listener.h"
#include "core/service/connection/socketstream.h"
#include "core/service/notification/notificationserver.h"
#include "core/service/servicecore.h"
#include "core/service/switchboard/switchboardserver.h"

namespace Msn {

namespace {

bool isForSwitchboard(const Command &command)
{
    return command.verb == "ANS" || (command.verb == "USR" && command.argument(0).contains('@'));
}

} // namespace

FrontDoor::FrontDoor(ServiceCore &core, const ConnectionCount &count, NotificationServer &notification,
    SwitchboardServer &switchboards, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_count(count)
    , m_notification(notification)
    , m_switchboards(switchboards)
{
}

void FrontDoor::take(QTcpSocket *socket)
{
    // Bytes beyond this stay with the system, and with a client that has to wait.
    take(new SocketStream(socket, m_core.options.limits.wire.maxBuffer / 2));
}

void FrontDoor::take(ClientStream *stream)
{
    auto *connection = new ClientConnection(stream, m_core.options, this);
    connection->setDeadline(m_core.options.timings.switchboardEntry);
    connect(connection, &ClientConnection::closed, connection, &QObject::deleteLater);
    // To the core, so that it outlives the handing over.
    connect(connection, &ClientConnection::readsTooSlowly, &m_core, [this, connection] {
        m_core.journal.note({ServiceEvent::Kind::SlowReader, {}, connection->peerAddress()});
    });
    connect(connection, &ClientConnection::commandReceived, this,
        [this, connection](const Command &command) { handOver(connection, command); });
}

void FrontDoor::handOver(ClientConnection *connection, const Command &first)
{
    if (m_count.isCrowded()) {
        connection->send({"600", first.transactionId, {}, {}});
        return connection->close();
    }
    connection->disconnect(this);
    connection->disconnect(connection);
    if (isForSwitchboard(first))
        m_switchboards.take(connection, first);
    else
        m_notification.take(connection, first);
}

void FrontDoor::end()
{
    const auto waiting = findChildren<ClientConnection *>(Qt::FindDirectChildrenOnly);
    for (ClientConnection *connection : waiting)
        connection->close();
}

} // namespace Msn
