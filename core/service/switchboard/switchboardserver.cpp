#include "core/service/switchboard/switchboardserver.h"

#include "core/service/security/randomtoken.h"
#include "core/service/servicecore.h"
#include "core/service/switchboard/switchboard.h"
#include "core/service/switchboard/switchboardsession.h"

namespace Msn {

SwitchboardServer::SwitchboardServer(ServiceCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

void SwitchboardServer::take(ClientConnection *connection, const Command &first)
{
    auto *session = new SwitchboardSession(m_core, *this, connection, this);
    connect(session, &SwitchboardSession::finished, session, &QObject::deleteLater);
    session->handle(first);
}

Switchboard *SwitchboardServer::create()
{
    QByteArray sessionId;
    do {
        sessionId = randomDecimal().first(9);
    } while (m_switchboards.contains(sessionId));
    auto *switchboard = new Switchboard(m_core, sessionId, this);
    m_switchboards.insert(sessionId, switchboard);
    ++m_core.switchboards;
    connect(switchboard, &Switchboard::emptied, this, [this, switchboard] {
        m_switchboards.remove(switchboard->sessionId());
        --m_core.switchboards;
        switchboard->deleteLater();
    });
    return switchboard;
}

void SwitchboardServer::end()
{
    const auto sessions = findChildren<SwitchboardSession *>(Qt::FindDirectChildrenOnly);
    for (SwitchboardSession *session : sessions)
        session->end();
}

} // namespace Msn
