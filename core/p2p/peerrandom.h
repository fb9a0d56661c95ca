#pragma once

#include <QByteArray>

#include <functional>

namespace Msn {

/// Where the numbers come from that nobody may guess: of messages, sessions and calls. A test brings its own.
struct PeerRandom
{
    /// Any 32 bits.
    std::function<quint32()> number;
    /// `{GUID}`, upper case.
    std::function<QByteArray()> guid;

    /// Of the system's random source (security.md §14).
    static PeerRandom system();
};

} // namespace Msn
