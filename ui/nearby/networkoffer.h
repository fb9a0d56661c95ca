#pragma once

#include "core/protocol/networkdescription.h"

#include <QString>

#include <optional>

namespace Msn {
class NetworkCatalog;
struct NearbyNetwork;
} // namespace Msn

namespace Ui {

/// A network that somebody who may be a stranger offers, and what it has to do with those that are
/// known.
struct NetworkOffer
{
    enum class Origin {
        Announced, ///< on this network
        Link, ///< in a link that was opened
    };
    enum class Relation {
        New,
        Known, ///< that very one: the same certificate, or the same in everything
        NameTaken, ///< another network has its name, which is left alone
        Changed, ///< the person's own network of this name, but not its certificate or its servers
    };

    Origin origin = Origin::Announced;
    Msn::NetworkDescription network;
    /// The computer it comes from; empty if nobody says.
    QString host;
    Relation relation = Relation::New;
    /// Known and Changed: the name of the known one.
    QString knownName;
    /// Changed: what was trusted so far; may be empty.
    QByteArray knownSha256;
    /// What it would be called: its own name, or with NameTaken one that is free.
    QString keptName;

    /// The network as it would be kept.
    Msn::NetworkDescription kept() const;
};

NetworkOffer offerOf(const Msn::NearbyNetwork &nearby, const Msn::NetworkCatalog &known);
NetworkOffer offerOfLink(const Msn::NetworkDescription &network, const Msn::NetworkCatalog &known);

/// The known network of an announcement with the same certificate, at its new address: what it is to be
/// replaced with. Nothing if it is there already, or is not found by an address of a private network,
/// nor by the announced one with other ports: a name, or an address from elsewhere, leads to it from more
/// places than this one.
std::optional<Msn::NetworkDescription> movedNetwork(
    const NetworkOffer &offer, const Msn::NetworkCatalog &known);

} // namespace Ui
