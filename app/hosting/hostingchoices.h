#pragma once

#include "core/base/completion.h"

#include <QString>

namespace App {

class DataDirectory;

/// How a network is hosted, whichever program does it.
/// File: hosting.json in the data directory, keys name, host, ports {plain, tls, https}, oldClients; all
///       may be missing.
struct HostingChoices
{
    QString name;
    /// By which others reach this computer; empty: its first address in the network.
    QString host;
    /// Of the plain way, see ServiceOptions; 0 picks a free one.
    quint16 port = 1863;
    quint16 tlsPort = 1864;
    quint16 httpsPort = 8443;
    /// The plain way is open to others too.
    bool takesOldClients = false;

    /// Those kept in \p directory; what else there might be of keys or values does not matter. As they are
    /// above where nothing is kept.
    static HostingChoices load(const DataDirectory &directory);
    /// Errors: StorageFailed, StorageFull.
    Msn::Outcome save(const DataDirectory &directory) const;

    friend bool operator==(const HostingChoices &, const HostingChoices &) = default;
};

} // namespace App
