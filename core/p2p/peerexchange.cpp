#include "core/p2p/peerexchange.h"

#include "core/base/logging.h"
#include "core/p2p/peercarrier.h"

#include <QPointer>

namespace Msn {

PeerExchange::PeerExchange(
    const Address &own, PeerCarrier &carrier, const Timing &timing, const PeerRandom &random, QObject *parent)
    : QObject(parent)
    , m_environment{own, carrier, timing, random}
{
    connect(&carrier, &PeerCarrier::received, this, &PeerExchange::handleReceived);
}

/// Before the environment that they share; those that wait for their deletion, too.
PeerExchange::~PeerExchange()
{
    qDeleteAll(findChildren<PeerCalls *>(Qt::FindDirectChildrenOnly));
}

void PeerExchange::offer(const QByteArray &eufGuid, const PeerService &service)
{
    m_services.insert(eufGuid, service);
}

PeerCalls &PeerExchange::with(const Address &peer)
{
    PeerCalls *&calls = m_peers[peer];
    if (!calls) {
        calls = new PeerCalls(m_environment, m_services, peer, this);
        connect(calls, &PeerCalls::becameIdle, this, [this, calls = calls] { release(calls); });
    }
    return *calls;
}

void PeerExchange::cancelAll()
{
    // Those that are there now: who is told may end everything, or begin anew.
    const QList<PeerCalls *> now = m_peers.values();
    QList<QPointer<PeerCalls>> peers(now.cbegin(), now.cend());
    for (const QPointer<PeerCalls> &calls : peers) {
        if (calls)
            calls->cancelAll();
    }
}

/// The server vouches for \p from; everybody on the switchboard gets what is for one of them.
void PeerExchange::handleReceived(const Address &from, const QByteArray &payload)
{
    const auto chunk = parsePeerChunk(payload);
    if (!chunk) {
        qCDebug(logP2p) << "no binary message:" << static_cast<int>(chunk.error().code);
        return;
    }
    if (!(chunk->to == m_environment.own) || from == m_environment.own)
        return;
    // Only a text can begin something.
    const bool mayBegin = chunk->header.sessionId == 0 && chunk->header.hasContent();
    if (mayBegin || m_peers.contains(from))
        with(from).handleChunk(*chunk);
}

void PeerExchange::release(PeerCalls *calls)
{
    const Address peer = calls->link().peer();
    if (m_peers.value(peer) != calls)
        return; // told twice
    m_peers.remove(peer);
    calls->disconnect(this);
    calls->deleteLater();
    m_environment.carrier.release(peer);
}

} // namespace Msn
