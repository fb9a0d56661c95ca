#pragma once

#include "core/service/connection/frontdoor.h"
#include "core/service/connection/listener.h"
#include "core/service/notification/notificationserver.h"
#include "core/service/notification/rosternotifier.h"
#include "core/service/servicecore.h"
#include "core/service/store/accountadministration.h"
#include "core/service/switchboard/switchboardserver.h"
#include "tests/core/service/faultystore.h"
#include "tests/support/dialogue.h"

namespace Test {

/// The notification and switchboard servers on a plain port, without Passport: tickets come
/// straight from the desk. For tests that sign in some thousand times.
/// Accounts: alice bob carol dave @example.com, named Alice Bob Carol Dave.
class BareService
{
public:
    explicit BareService(const Msn::ServiceTimings &timings = {});

    static Msn::Address address(const QByteArray &localPart);
    /// \p one and \p other have each other on FL and AL.
    void befriend(const QByteArray &one, const QByteArray &other);

    /// Connects \p who twice, up to and including the policy; the ticket is `<ticket-WHO>` then.
    QString askPolicy(const QByteArray &who, int protocol);
    /// Signs in up to and including the profile message.
    QString signIn(const QByteArray &who, int protocol);
    /// The same, then SYN and CHG NLN 0 without a look at what comes.
    QString signInOnline(const QByteArray &who, int protocol);
    /// Reads \p who's commands up to the first that begins with \p start; false if none comes.
    bool readUntil(const QByteArray &who, const QByteArray &start);

    FaultyStore store;
    Msn::ServiceCore core;
    Dialogue dialogue;

private:
    Msn::RosterNotifier m_notifier;
    Msn::NotificationServer m_notification;
    Msn::SwitchboardServer m_switchboards;
    Msn::ConnectionCount m_count;
    Msn::FrontDoor m_door;
    Msn::Listener m_listener;
};

} // namespace Test
