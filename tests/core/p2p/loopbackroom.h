#pragma once

#include "core/p2p/peercarrier.h"
#include "core/protocol/peerchunk.h"

#include <QList>

#include <functional>
#include <memory>
#include <vector>

namespace Test {

/// A switchboard in memory: what one says all others hear, in order, at the next turn of the event loop.
class LoopbackRoom
{
public:
    LoopbackRoom();
    ~LoopbackRoom();
    Q_DISABLE_COPY_MOVE(LoopbackRoom)

    /// The carrier of somebody who comes in; it lives as long as the room.
    Msn::PeerCarrier &enter(const Msn::Address &address);

    /// What does not arrive.
    std::function<bool(const Msn::PeerChunk &)> isLost;
    /// Chunks arrive cut into pieces of at most so many bytes; 0 = as they were sent.
    qsizetype chunkSize = 0;
    /// Everything that was sent.
    QList<Msn::PeerChunk> sent;
    QList<Msn::Address> released;

private:
    class Carrier;

    void take(const Msn::Address &from, const QByteArray &payload);
    void deliver(const Msn::Address &from, const QByteArray &payload);
    QByteArrayList cut(const Msn::PeerChunk &chunk) const;

    std::vector<std::unique_ptr<Carrier>> m_carriers;
};

} // namespace Test
