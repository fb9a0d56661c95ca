#pragma once

#include <QString>

namespace Msn {

/// Why networks cannot be announced or looked for on this link. Everything else works without it.
struct DiscoveryError
{
    enum class Code {
        NoLibrary, ///< the library of DNS-SD is not installed; trying again is pointless
        NoDaemon, ///< the daemon does not run, or went away; it is tried again
        Refused, ///< the daemon does not take what it was asked
    };
    Code code = Code::NoDaemon;
    /// The library's words or the daemon's number, for the details.
    QString detail;

    friend bool operator==(const DiscoveryError &, const DiscoveryError &) = default;
};

} // namespace Msn
