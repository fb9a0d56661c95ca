#pragma once

#include "core/service/serviceoptions.h"
#include "core/service/store/accountchanges.h"
#include "core/service/store/accountstore.h"

#include <QObject>

namespace Msn {

class PresenceHub;

/// E-mail invitations (SDC, SND): kept for the person they are for, and told to the host if that
/// person has no account.
/// Source: presence.md §9; MSNP8 changes, "E-mail invitations".
class InvitationDesk : public QObject
{
    Q_OBJECT
public:
    InvitationDesk(AccountChanges &changes, PresenceHub &presence, const ServiceLimits &limits,
        QObject *parent = nullptr);

    /// False if so many of \p sender's wait already that this one is refused. Otherwise it is
    /// stored, and shown at once if the person is here.
    bool take(const InvitationRecord &invitation);
    /// Shows what waits for \p address, if it is signed in and has its list. It is gone then. What
    /// comes from somebody on the block list stays until they are taken off it; the sender hears what
    /// they would hear of a person who is offline.
    /// Wire: NOT length + <NOTIFICATION ...>
    void show(const Address &address);

Q_SIGNALS:
    /// Kept for somebody who has no account yet.
    void stored(const Msn::InvitationRecord &invitation);

private:
    AccountChanges &m_changes;
    PresenceHub &m_presence;
    int m_maxPerSender;
    int m_lastId = 0; ///< an alert with the number of an earlier one would replace it
};

} // namespace Msn
