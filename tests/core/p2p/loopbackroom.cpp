#include "tests/core/p2p/loopbackroom.h"

#include <QTimer>

namespace Test {

class LoopbackRoom::Carrier : public Msn::PeerCarrier
{
public:
    Carrier(LoopbackRoom &room, const Msn::Address &own)
        : m_room(room)
        , m_own(own)
    {
    }

    const Msn::Address &own() const { return m_own; }
    void hear(const Msn::Address &from, const QByteArray &payload) { Q_EMIT received(from, payload); }

    void send(const Msn::Address &, const QByteArray &payload, Msn::Completion<std::monostate> done) override
    {
        QTimer::singleShot(0, this, [this, payload, done]() mutable {
            m_room.take(m_own, payload);
            done(std::monostate());
        });
    }
    void release(const Msn::Address &peer) override { m_room.released.append(peer); }

private:
    LoopbackRoom &m_room;
    const Msn::Address m_own;
};

LoopbackRoom::LoopbackRoom() = default;
LoopbackRoom::~LoopbackRoom() = default;

Msn::PeerCarrier &LoopbackRoom::enter(const Msn::Address &address)
{
    m_carriers.push_back(std::make_unique<Carrier>(*this, address));
    return *m_carriers.back();
}

void LoopbackRoom::take(const Msn::Address &from, const QByteArray &payload)
{
    const auto chunk = Msn::parsePeerChunk(payload);
    if (!chunk)
        qFatal("what we send cannot be read");
    sent.append(*chunk);
    if (isLost && isLost(*chunk))
        return;
    const QByteArrayList pieces = cut(*chunk);
    for (const QByteArray &piece : pieces)
        deliver(from, piece);
}

void LoopbackRoom::deliver(const Msn::Address &from, const QByteArray &payload)
{
    for (const auto &carrier : m_carriers) {
        if (!(carrier->own() == from))
            carrier->hear(from, payload);
    }
}

QByteArrayList LoopbackRoom::cut(const Msn::PeerChunk &chunk) const
{
    if (chunkSize == 0 || chunk.data.isEmpty())
        return {encodePeerChunk(chunk)};
    QByteArrayList pieces;
    for (qsizetype start = 0; start < chunk.data.size(); start += chunkSize) {
        Msn::PeerChunk piece = chunk;
        piece.data = chunk.data.mid(start, chunkSize);
        piece.header.offset = chunk.header.offset + static_cast<quint64>(start);
        pieces.append(encodePeerChunk(piece));
    }
    return pieces;
}

} // namespace Test
