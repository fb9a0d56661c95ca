#include "ui/nearby/networkoffer.h"

#include "core/discovery/nearbynetwork.h"
#include "core/storage/networkcatalog.h"

#include <QHostAddress>

#include <algorithm>

namespace Ui {

using Msn::KnownNetwork;
using Msn::NetworkCatalog;
using Msn::NetworkDescription;
using Relation = NetworkOffer::Relation;

namespace {

bool isSame(const NetworkDescription &known, const NetworkDescription &offered)
{
    if (!offered.certificateSha256.isEmpty())
        return known.certificateSha256 == offered.certificateSha256;
    return known.dispatch == offered.dispatch && known.security == offered.security
        && known.nexus == offered.nexus && known.name.compare(offered.name, Qt::CaseInsensitive) == 0;
}

const KnownNetwork *findSame(const NetworkCatalog &known, const NetworkDescription &offered)
{
    const auto &networks = known.networks();
    const auto found = std::find_if(networks.begin(), networks.end(), [&](const KnownNetwork &network) {
        return network.source != KnownNetwork::Source::Demo && isSame(network.description, offered);
    });
    return found == networks.end() ? nullptr : &*found;
}

/// `Home (living-room)`, with a number if that is taken as well.
QString freeName(const NetworkCatalog &known, const QString &name, const QString &host)
{
    const QString wanted = QStringLiteral("%1 (%2)").arg(name, host);
    QString free = wanted;
    for (int number = 2; known.find(free); ++number)
        free = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return free;
}

void relate(NetworkOffer &offer, const NetworkCatalog &known)
{
    offer.keptName = offer.network.name;
    if (const KnownNetwork *same = findSame(known, offer.network)) {
        offer.relation = Relation::Known;
        offer.knownName = same->description.name;
        return;
    }
    const KnownNetwork *namesake = known.find(offer.network.name);
    if (!namesake)
        return;
    if (namesake->source == KnownNetwork::Source::Own) {
        offer.relation = Relation::Changed;
        offer.knownName = namesake->description.name;
        offer.knownSha256 = namesake->description.certificateSha256;
        return;
    }
    offer.relation = Relation::NameTaken;
    const QString host = offer.host.isEmpty() ? offer.network.dispatch.host : offer.host;
    offer.keptName = freeName(known, offer.network.name, host);
}

/// Addresses that lead nowhere from outside; not this computer's own.
bool isPrivate(const QString &host)
{
    const QHostAddress address(host);
    const auto isIn = [&](const char *subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(subnet)));
    };
    return !address.isNull()
        && (isIn("10.0.0.0/8") || isIn("172.16.0.0/12") || isIn("192.168.0.0/16") || isIn("169.254.0.0/16")
            || isIn("fc00::/7"));
}

} // namespace

NetworkDescription NetworkOffer::kept() const
{
    NetworkDescription result = network;
    result.name = keptName;
    return result;
}

NetworkOffer offerOf(const Msn::NearbyNetwork &nearby, const NetworkCatalog &known)
{
    NetworkOffer offer;
    offer.origin = NetworkOffer::Origin::Announced;
    offer.network = nearby.network;
    offer.host = nearby.host;
    relate(offer, known);
    return offer;
}

NetworkOffer offerOfLink(const NetworkDescription &network, const NetworkCatalog &known)
{
    NetworkOffer offer;
    offer.origin = NetworkOffer::Origin::Link;
    offer.network = network;
    relate(offer, known);
    return offer;
}

std::optional<NetworkDescription> movedNetwork(const NetworkOffer &offer, const NetworkCatalog &known)
{
    const KnownNetwork *network = offer.relation == Relation::Known ? known.find(offer.knownName) : nullptr;
    if (!network || network->source != KnownNetwork::Source::Own)
        return std::nullopt;
    const QString &host = network->description.dispatch.host;
    if (host != offer.network.dispatch.host && !isPrivate(host))
        return std::nullopt;
    NetworkDescription moved = network->description;
    moved.dispatch = offer.network.dispatch;
    moved.security = offer.network.security;
    moved.nexus = offer.network.nexus;
    moved.gateway = offer.network.gateway;
    if (moved == network->description)
        return std::nullopt;
    // It names the old address; the fingerprint alone is as strict.
    moved.certificatePem.clear();
    return moved;
}

} // namespace Ui
