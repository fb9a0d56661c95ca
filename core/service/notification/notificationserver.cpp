#include "core/service/notification/notificationserver.h"

#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"

namespace Msn {

NotificationServer::NotificationServer(ServiceCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

void NotificationServer::take(ClientConnection *connection, const Command &first)
{
    auto *session = new NotificationSession(m_core, connection, this);
    connect(session, &NotificationSession::finished, session, &QObject::deleteLater);
    session->handle(first);
}

void NotificationServer::end()
{
    const auto sessions = findChildren<NotificationSession *>(Qt::FindDirectChildrenOnly);
    for (NotificationSession *session : sessions)
        session->end(SignedOutNotice::Reason::ServerShuttingDown);
}

} // namespace Msn
