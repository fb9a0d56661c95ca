#include "core/service/switchboard/switchboardsession.h"

#include "core/protocol/verb.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"
#include "core/service/switchboard/switchboard.h"
#include "core/service/switchboard/switchboardcommands.h"

namespace Msn {

SwitchboardSession::SwitchboardSession(
    ServiceCore &core, SwitchboardServer &server, ClientConnection *connection, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_server(server)
    , m_connection(connection)
    , m_dialect(&dialectOf(supportedProtocolVersions().constFirst()))
    , m_calls(core.options.limits.calls)
{
    connection->setParent(this);
    connection->setDeadline(core.options.timings.switchboardEntry);
    connect(connection, &ClientConnection::commandReceived, this, &SwitchboardSession::handle);
    connect(connection, &ClientConnection::turnEnded, this, [this] {
        if (m_switchboard)
            m_switchboard->flush();
    });
    connect(connection, &ClientConnection::closed, this, [this] {
        end();
        Q_EMIT finished();
    });
}

void SwitchboardSession::handle(const Command &command)
{
    const VerbRow *row = findVerb(command.verb);
    if (!row && command.transactionId && !command.isError())
        return refuse(*command.transactionId, 200);
    const SwitchboardCommand *entry = row ? findSwitchboardCommand(row->verb) : nullptr;
    const bool needsId = row && row->fromClient.use == VerbDirection::Use::Transaction;
    if (!entry || (needsId && !command.transactionId))
        return end();
    const bool isInside = m_switchboard != nullptr;
    if (entry->phase == SwitchboardCommand::Phase::Inside && !isInside)
        return end();
    if (entry->phase == SwitchboardCommand::Phase::Entering && isInside)
        return refuse(*command.transactionId, 207);
    entry->handle(*this, command);
}

void SwitchboardSession::enter(Switchboard *switchboard, const Address &address)
{
    m_switchboard = switchboard;
    m_address = address;
    if (const NotificationSession *self = m_core.presence.find(address))
        m_dialect = &self->dialect();
    // The switchboard has its own idea of silence; this one only finds the dead.
    m_connection->setSilenceLimit(2 * m_core.options.timings.switchboardIdle);
}

bool SwitchboardSession::countCall()
{
    NotificationSession *self = m_core.presence.find(m_address);
    return self ? !self->isTooFast(&ServiceLimits::calls) : m_calls.admits();
}

void SwitchboardSession::refuse(TransactionId id, int number)
{
    send({QByteArray::number(number), id, {}, {}});
}

void SwitchboardSession::end()
{
    m_connection->close();
    if (Switchboard *switchboard = m_switchboard) {
        m_switchboard.clear();
        switchboard->leave(this);
    }
}

} // namespace Msn
