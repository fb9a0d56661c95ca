#include "core/service/switchboard/switchboardserver.h"

#include "core/protocol/conversation.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/security/randomtoken.h"
#include "core/service/servicecore.h"
#include "core/service/switchboard/switchboard.h"
#include "core/service/switchboard/switchboardsession.h"

namespace Msn {

SwitchboardServer::SwitchboardServer(ServiceCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
    connect(&core.presence, &PresenceHub::appeared, this, &SwitchboardServer::handleAppeared);
    connect(&core.presence, &PresenceHub::sentOut, this, &SwitchboardServer::handleSentOut);
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

/// Whoever has kept the place of \p address can call them now; what was left for them is handed out.
void SwitchboardServer::handleAppeared(const Address &address)
{
    const auto switchboards = m_switchboards.values();
    for (Switchboard *switchboard : switchboards) {
        // They have not come for it last time, and are called anew.
        if (switchboard->isAwaiting(address))
            Q_EMIT switchboard->emptied();
        else
            switchboard->removeAbsent(address);
    }
    NotificationSession *recipient = m_core.presence.find(address);
    if (!recipient)
        return;
    const auto senders = m_core.messages.senders(address);
    for (const Address &sender : senders)
        deliverStored(sender, *recipient);
}

void SwitchboardServer::handleSentOut(const Address &address)
{
    const auto sessions = findChildren<SwitchboardSession *>(Qt::FindDirectChildrenOnly);
    for (SwitchboardSession *session : sessions) {
        if (session->address() == address)
            session->end();
    }
}

/// Whoever does not answer gets it at the next sign-in.
void SwitchboardServer::deliverStored(const Address &sender, NotificationSession &recipient)
{
    if (!m_core.hasRoomForSwitchboard())
        return;
    Switchboard *switchboard = create();
    const auto cookie = m_core.passes.issue(recipient.address(), switchboard->sessionId());
    if (!cookie)
        return Q_EMIT switchboard->emptied();
    switchboard->deliver(sender, recipient.address());
    recipient.send(encodeRing({switchboard->sessionId(), m_core.endpointFor(recipient.connection()), *cookie,
        sender, m_core.contacts.nameOf(sender)}));
}

Switchboard *SwitchboardServer::create(const Address &opener)
{
    Switchboard *switchboard = create();
    ++m_openedBy[opener];
    connect(switchboard, &Switchboard::emptied, this, [this, opener] {
        if (--m_openedBy[opener] == 0)
            m_openedBy.remove(opener);
    });
    return switchboard;
}

bool SwitchboardServer::hasRoomFor(const Address &opener) const
{
    return m_core.hasRoomForSwitchboard()
        && m_openedBy.value(opener) < m_core.options.limits.maxSwitchboardsPerPerson;
}

void SwitchboardServer::end()
{
    const auto sessions = findChildren<SwitchboardSession *>(Qt::FindDirectChildrenOnly);
    for (SwitchboardSession *session : sessions)
        session->end();
}

} // namespace Msn
