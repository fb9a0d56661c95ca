#pragma once

#include "core/protocol/endpoint.h"
#include "core/service/lists/contactbook.h"
#include "core/service/lists/groupbook.h"
#include "core/service/lists/settingsbook.h"
#include "core/service/notification/invitationdesk.h"
#include "core/service/notification/presencehub.h"
#include "core/service/notification/referralledger.h"
#include "core/service/passport/ticketoffice.h"
#include "core/service/servicejournal.h"
#include "core/service/switchboard/messagedesk.h"
#include "core/service/switchboard/switchboardpasses.h"

namespace Msn {

class ClientConnection;

/// What the servers of one service share: the accounts, the rules about them, and what is going
/// on right now. No sockets.
class ServiceCore : public QObject
{
    Q_OBJECT
public:
    ServiceCore(const ServiceOptions &serviceOptions, AccountStore &accounts, QObject *parent = nullptr);

    const ServiceOptions options;
    AccountStore &store;
    AccountChanges changes;
    ServiceJournal journal;
    ContactBook contacts;
    GroupBook groups;
    SettingsBook settings;
    PresenceHub presence;
    InvitationDesk invitations;
    MessageDesk messages;
    TicketOffice tickets;
    ReferralLedger referrals;
    SwitchboardPasses passes;

    /// Conversations there are now.
    int switchboards = 0;
    bool hasRoomForSwitchboard() const { return switchboards < options.limits.maxSwitchboards; }

    /// Ports really in use.
    quint16 plainPort = 0;
    quint16 tlsPort = 0;
    quint16 httpsPort = 0;

    /// Where the client behind \p connection reaches this service again, on the same transport.
    Endpoint endpointFor(const ClientConnection &connection) const;
    /// Host that a client at \p peer, connected to \p local, reaches us by.
    QString hostFor(const QHostAddress &local, const QHostAddress &peer) const;
};

} // namespace Msn
