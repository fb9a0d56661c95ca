#pragma once

#include "core/net/timing.h"
#include "core/p2p/peercarrier.h"
#include "core/p2p/peerrandom.h"
#include "core/protocol/peerchunk.h"

#include <QList>

#include <optional>

namespace Test {

/// Limits that a test can wait for; the long ones are not met by accident.
Msn::Timing patientPeerTiming();
Msn::Timing hastyPeerTiming();

/// Gives out \p numbers and \p guids in order, then random ones.
Msn::PeerRandom scriptedRandom(QList<quint32> numbers, QByteArrayList guids = {});
/// The number from which a link makes \p base.
quint32 randomForBase(quint32 base);

/// A whole message of \p text without a session, or of \p data, in one chunk; \p to is its P2P-Dest.
QByteArray textPayload(const QByteArray &to, quint32 messageId, const QByteArray &text);
QByteArray dataPayload(
    const QByteArray &to, quint32 sessionId, quint32 messageId, quint32 flags, const QByteArray &data);
/// No content, only flags.
QByteArray flagPayload(const QByteArray &to, quint32 sessionId, quint32 flags, quint32 ackId = 9);

/// A carrier whose other end is the test.
class FakeCarrier : public Msn::PeerCarrier
{
public:
    using PeerCarrier::PeerCarrier;

    struct Sent
    {
        Msn::Address to;
        QByteArray payload;
    };

    void send(
        const Msn::Address &to, const QByteArray &payload, Msn::Completion<std::monostate> done) override;
    void release(const Msn::Address &peer) override { released.append(peer); }

    void say(const Msn::Address &from, const QByteArray &payload) { Q_EMIT received(from, payload); }
    /// What has been sent since the last call, whole or as chunks.
    QByteArrayList takePayloads();
    QList<Msn::PeerChunk> takeChunks();

    QList<Sent> sent;
    QList<Msn::Address> released;
    /// What is sent leaves by itself, or with this error.
    bool isQuick = true;
    std::optional<Msn::Error> failure;
    /// What has not left.
    QList<Msn::Completion<std::monostate>> waiting;

private:
    void letLeave();
};

} // namespace Test
