#include "core/service/servicecore.h"

#include "core/service/connection/clientconnection.h"
#include "core/service/connection/hostaddress.h"

namespace Msn {

ServiceCore::ServiceCore(const ServiceOptions &serviceOptions, AccountStore &accounts, QObject *parent)
    : QObject(parent)
    , options(serviceOptions)
    , store(accounts)
    , changes(accounts)
    , contacts(changes, options.limits)
    , groups(accounts, contacts)
    , settings(changes, contacts)
    , presence(contacts, options.limits)
    , invitations(changes, presence, options.limits)
    , messages(changes, contacts, options.limits)
    , tickets(options.timings)
    , referrals(options.timings.referral)
    , passes(options.timings.switchboardPass, options.limits.maxSwitchboardPasses)
{
}

Endpoint ServiceCore::endpointFor(const ClientConnection &connection) const
{
    // The gateway knows nothing of ports: the usual one is understood.
    const bool tls = connection.kind() == ClientStream::Kind::Tls;
    return {hostFor(connection.localAddress(), connection.peerAddress()), tls ? tlsPort : plainPort};
}

QString ServiceCore::hostFor(const QHostAddress &local, const QHostAddress &peer) const
{
    // The announced name may not lead back here from this very machine.
    const bool announced = !options.announcedHost.isEmpty() && !unmapped(peer).isLoopback();
    return announced ? options.announcedHost : hostText(local);
}

} // namespace Msn
