#pragma once

#include <QString>

#include <chrono>

namespace Msn {

/// Where the library of DNS-SD is and how long things may take. Tests give something else.
struct DiscoverySetup
{
    using milliseconds = std::chrono::milliseconds;

    /// Empty: the one of the system.
    QString library;
    milliseconds resolve = std::chrono::seconds(5); ///< from an instance to its servers
    milliseconds otherAddress = milliseconds(700); ///< for an address of IPv4 after one of IPv6
    milliseconds collect = milliseconds(100); ///< changes are told together
    milliseconds firstRetry = std::chrono::seconds(5); ///< after the daemon was lost; grows
    milliseconds longestRetry = std::chrono::minutes(5);
};

} // namespace Msn
