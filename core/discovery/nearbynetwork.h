#pragma once

#include "core/protocol/networkdescription.h"

namespace Msn {

/// A network that a host on this link announces. A stranger chose every word of it: what proves
/// anything is the fingerprint alone, once a person has compared it.
struct NearbyNetwork
{
    /// Of the announcement; no two on one link have the same.
    QString id;
    /// The computer it comes from, without `.local`, made fit for showing.
    QString host;
    /// As a network file would say it: TLS, pinned, without `pem`. The host is an address.
    NetworkDescription network;

    friend bool operator==(const NearbyNetwork &, const NearbyNetwork &) = default;
};

} // namespace Msn
