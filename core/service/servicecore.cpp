#include "core/service/servicecore.h"

#include "core/base/logging.h"
#include "core/service/clientconnection.h"
#include "core/service/hostaddress.h"

namespace Msn {

ServiceCore::ServiceCore(const ServiceOptions &serviceOptions, AccountStore &accounts, QObject *parent)
    : QObject(parent)
    , options(serviceOptions)
    , store(accounts)
    , contacts(accounts, options.limits)
    , groups(accounts, contacts)
    , settings(accounts, contacts)
    , presence(contacts)
    , tickets(options.timings)
    , referrals(options.timings.referral)
    , passes(options.timings.switchboardPass)
{
}

Endpoint ServiceCore::endpointFor(const ClientConnection &connection) const
{
    const bool tls = connection.transport() == ClientConnection::Transport::Tls;
    return {hostFor(connection.localAddress(), connection.peerAddress()), tls ? tlsPort : plainPort};
}

QString ServiceCore::hostFor(const QHostAddress &local, const QHostAddress &peer) const
{
    // The announced name may not lead back here from this very machine.
    const bool announced = !options.announcedHost.isEmpty() && !unmapped(peer).isLoopback();
    return announced ? options.announcedHost : hostText(local);
}

void ServiceCore::commit()
{
    if (const auto kept = store.commit(); !kept)
        qCWarning(logService) << "accounts could not be saved:" << kept.error().detail;
}

} // namespace Msn
