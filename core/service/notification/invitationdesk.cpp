#include "core/service/notification/invitationdesk.h"

#include "core/service/notification/notificationsession.h"
#include "core/service/notification/presencehub.h"
#include "core/service/notification/servermessages.h"

namespace Msn {

InvitationDesk::InvitationDesk(
    AccountChanges &changes, PresenceHub &presence, const ServiceLimits &limits, QObject *parent)
    : QObject(parent)
    , m_changes(changes)
    , m_presence(presence)
    , m_maxPerSender(limits.maxInvitationsPerSender)
{
}

bool InvitationDesk::take(const InvitationRecord &invitation)
{
    if (m_changes.store().countInvitationsFrom(invitation.from) >= m_maxPerSender)
        return false;
    m_changes.store().addInvitation(invitation);
    const bool isHosts = !m_changes.store().account(invitation.to);
    m_changes.whenKept([this, invitation, isHosts] {
        if (isHosts)
            Q_EMIT stored(invitation);
        else
            show(invitation.to);
    });
    return true;
}

void InvitationDesk::show(const Address &address)
{
    NotificationSession *session = m_presence.find(address);
    const auto account = m_changes.store().account(address);
    if (!session || !session->knowsList() || !account)
        return;
    QList<InvitationRecord> held;
    const auto invitations = m_changes.store().invitationsTo(address);
    for (const InvitationRecord &invitation : invitations) {
        const auto sender = m_changes.store().contact(address, invitation.from);
        if (sender && sender->lists.testFlag(List::Block)) {
            held.append(invitation);
            continue;
        }
        session->send(invitationNotice(invitation, account->memberId, ++m_lastId));
    }
    if (held.size() == invitations.size())
        return;
    m_changes.store().removeInvitationsTo(address);
    for (const InvitationRecord &invitation : held)
        m_changes.store().addInvitation(invitation);
    (void)m_changes.keep(); // else they are shown once more, at the next sign-in
}

} // namespace Msn
