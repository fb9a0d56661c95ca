#include "tests/core/p2p/fakecarrier.h"

#include "tests/support/goldenpeer.h"

#include <QTimer>

#include <memory>

namespace Test {

using namespace std::chrono_literals;

Msn::Timing patientPeerTiming()
{
    Msn::Timing timing;
    timing.peerAnswer = timing.peerStall = timing.peerUnacknowledged = timing.peerObject = 1h;
    timing.peerStep = timing.peerFarewell = 1h;
    return timing;
}

Msn::Timing hastyPeerTiming()
{
    Msn::Timing timing;
    timing.peerAnswer = timing.peerStall = 100ms;
    timing.peerUnacknowledged = 150ms;
    timing.peerObject = 1h;
    timing.peerStep = timing.peerFarewell = 20ms;
    return timing;
}

Msn::PeerRandom scriptedRandom(QList<quint32> numbers, QByteArrayList guids)
{
    const auto given = std::make_shared<QList<quint32>>(std::move(numbers));
    const auto givenGuids = std::make_shared<QByteArrayList>(std::move(guids));
    const Msn::PeerRandom system = Msn::PeerRandom::system();
    return {
        [given, system] { return given->isEmpty() ? system.number() : given->takeFirst(); },
        [givenGuids, system] { return givenGuids->isEmpty() ? system.guid() : givenGuids->takeFirst(); },
    };
}

quint32 randomForBase(quint32 base)
{
    return base - 16;
}

QByteArray textPayload(const QByteArray &to, quint32 messageId, const QByteArray &text)
{
    return dataPayload(to, 0, messageId, 0, text);
}

QByteArray dataPayload(
    const QByteArray &to, quint32 sessionId, quint32 messageId, quint32 flags, const QByteArray &data)
{
    const auto size = static_cast<quint32>(data.size());
    return GoldenPeer::payload(to,
        GoldenPeer::header(sessionId, messageId, 0, size, size, flags, messageId + 77, 0, 0), data,
        QByteArray(4, '\0'));
}

QByteArray flagPayload(const QByteArray &to, quint32 sessionId, quint32 flags, quint32 ackId)
{
    return GoldenPeer::payload(
        to, GoldenPeer::header(sessionId, 5, 0, 0, 0, flags, ackId, 0, 0), {}, QByteArray(4, '\0'));
}

void FakeCarrier::send(
    const Msn::Address &to, const QByteArray &payload, Msn::Completion<std::monostate> done)
{
    sent.append({to, payload});
    waiting.append(std::move(done));
    if (isQuick)
        QTimer::singleShot(0, this, &FakeCarrier::letLeave);
}

void FakeCarrier::letLeave()
{
    Msn::Completion<std::monostate> done = waiting.takeFirst();
    if (failure)
        done(Msn::Unexpected(*failure));
    else
        done(std::monostate());
}

QByteArrayList FakeCarrier::takePayloads()
{
    QByteArrayList payloads;
    for (const Sent &message : std::exchange(sent, {}))
        payloads.append(message.payload);
    return payloads;
}

QList<Msn::PeerChunk> FakeCarrier::takeChunks()
{
    QList<Msn::PeerChunk> chunks;
    const QByteArrayList payloads = takePayloads();
    for (const QByteArray &payload : payloads)
        chunks.append(Msn::parsePeerChunk(payload).value());
    return chunks;
}

} // namespace Test
