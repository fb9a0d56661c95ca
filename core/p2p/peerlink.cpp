#include "core/p2p/peerlink.h"

#include "core/base/logging.h"
#include "core/p2p/peercarrier.h"

#include <QPointer>

namespace Msn {

namespace {

/// Chunks that have not left yet (msnslp.md, "Carrier": 1 to 5). Few, so that an acknowledgement need not
/// wait for a whole picture.
constexpr int window = 3;
/// What is sent because of what others send: if it does not leave, no more of it is kept.
constexpr qsizetype mostUrgent = 256;

} // namespace

PeerLink::PeerLink(PeerEnvironment &environment, const Address &peer, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_peer(peer)
    , m_ids(environment.random.number())
    , m_assembler(environment.budget, environment.timing.peerStall)
{
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &PeerLink::dropExpired);
}

quint32 PeerLink::sendText(const SlpMessage &text)
{
    return enqueue(m_urgent, {{}, 0, encodeSlpMessage(text)});
}

quint32 PeerLink::sendData(quint32 sessionId, quint32 flags, quint32 appId, const QByteArray &data)
{
    Outgoing message{{}, appId, data};
    message.header.sessionId = sessionId;
    message.header.flags = flags;
    return enqueue(m_data, std::move(message));
}

quint32 PeerLink::enqueue(QList<Outgoing> &queue, Outgoing message)
{
    message.header.messageId = m_ids.next(false);
    message.header.totalSize = static_cast<quint64>(message.data.size());
    message.header.ackId = m_environment.random.number();
    const quint32 messageId = message.header.messageId;
    if (&queue != &m_urgent || queue.size() < mostUrgent)
        queue.append(std::move(message));
    pump();
    return messageId;
}

void PeerLink::acknowledge(const PeerHeader &header)
{
    if (m_urgent.size() >= mostUrgent)
        return;
    m_urgent.append({makePeerAck(header, m_ids.next(true)), 0, {}});
    pump();
}

void PeerLink::handleChunk(const PeerChunk &chunk)
{
    const PeerHeader &header = chunk.header;
    const QPointer<PeerLink> self(this);
    if (header.isAck())
        Q_EMIT acknowledged(header.ackId); // AckUID is not always filled in
    else if (header.isAbort())
        handleAbort(header);
    else if (header.asksForAck())
        acknowledge(header);
    else if (header.hasContent())
        handleContent(header, chunk.data);
    if (self)
        reportIdle();
}

/// Without a session it is about one of our messages.
void PeerLink::handleAbort(const PeerHeader &header)
{
    if (header.sessionId != 0)
        Q_EMIT sessionAborted(header.sessionId);
    else
        Q_EMIT failed(header.ackId, makeError(ErrorCode::PeerDeclined, m_peer.toString()));
}

void PeerLink::handleContent(const PeerHeader &header, const QByteArray &data)
{
    if (header.sessionId != 0 && (!m_gate || !m_gate(header)))
        return;
    const QPointer<PeerLink> self(this);
    const MessageAssembler::Result result = m_assembler.add(header, data);
    if (!result.isAccepted) {
        qCDebug(logP2p) << "a chunk out of its place, or one too many";
        return;
    }
    if (header.sessionId != 0)
        Q_EMIT progressed(header.sessionId);
    if (self && result.message)
        deliver(header, *result.message);
    else if (self && !m_expiry.isActive())
        m_expiry.start(m_environment.timing.peerStall);
}

void PeerLink::deliver(const PeerHeader &header, const QByteArray &message)
{
    acknowledge(header); // before any answer to it
    if (header.sessionId == 0)
        Q_EMIT textReceived(message);
    else
        Q_EMIT dataReceived(header.sessionId, header.kind(), message);
}

void PeerLink::endSession(quint32 sessionId)
{
    m_assembler.dropSession(sessionId);
    m_data.removeIf([sessionId](const Outgoing &message) { return message.header.sessionId == sessionId; });
}

void PeerLink::clear()
{
    m_urgent.clear();
    m_data.clear();
    m_assembler.clear();
}

bool PeerLink::isIdle() const
{
    return m_onTheWire == 0 && m_urgent.isEmpty() && m_data.isEmpty() && m_assembler.isEmpty();
}

void PeerLink::pump()
{
    while (m_onTheWire < window && !(m_urgent.isEmpty() && m_data.isEmpty()))
        sendNextChunk(m_urgent.isEmpty() ? m_data : m_urgent);
}

void PeerLink::sendNextChunk(QList<Outgoing> &queue)
{
    Outgoing &message = queue.first();
    const PeerHeader header = message.header;
    const auto offset = static_cast<qsizetype>(header.offset);
    const PeerChunk chunk{m_peer, header, message.data.mid(offset, maxPeerChunkBytes), message.footer};
    message.header.offset += static_cast<quint64>(chunk.data.size());
    if (offset + chunk.data.size() >= message.data.size())
        queue.removeFirst();
    ++m_onTheWire;
    m_environment.carrier.send(m_peer, encodePeerChunk(chunk),
        {this,
            [this, header](const Expected<std::monostate, Error> &result) { handleLeft(header, result); }});
}

void PeerLink::handleLeft(const PeerHeader &header, const Expected<std::monostate, Error> &result)
{
    --m_onTheWire;
    const QPointer<PeerLink> self(this);
    if (!result) {
        const auto isPart = [&](const Outgoing &rest) { return rest.header.messageId == header.messageId; };
        m_urgent.removeIf(isPart);
        m_data.removeIf(isPart);
        Q_EMIT failed(header.messageId, result.error());
    } else if (header.sessionId != 0 && header.hasContent()) {
        Q_EMIT progressed(header.sessionId);
    }
    if (!self)
        return;
    pump();
    reportIdle();
}

void PeerLink::dropExpired()
{
    m_assembler.dropExpired();
    if (!m_assembler.isEmpty())
        m_expiry.start(m_environment.timing.peerStall);
    reportIdle();
}

void PeerLink::reportIdle()
{
    if (isIdle())
        Q_EMIT becameIdle();
}

} // namespace Msn
