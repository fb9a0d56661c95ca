#pragma once

#include "core/p2p/peerservice.h"

#include <QObject>

namespace Msn {

/// The calls with one person and the link under them. Sessions and calls are looked up here, so that nobody
/// reaches those of somebody else (security.md §13).
class PeerCalls : public QObject
{
    Q_OBJECT

public:
    /// So many calls at a time may have been begun by the other side.
    static constexpr int mostIncoming = 4;

    /// \p environment and \p services must outlive it.
    PeerCalls(PeerEnvironment &environment, const PeerServices &services, const Address &peer,
        QObject *parent = nullptr);

    PeerLink &link() { return m_link; }
    /// For a call that we begin.
    PeerCallId newCallId() const;
    void start(std::unique_ptr<PeerCall> call);
    /// A chunk from this person and for us.
    void handleChunk(const PeerChunk &chunk);
    /// Every call ends with Cancelled, without a word.
    void cancelAll();

Q_SIGNALS:
    /// No call is left and nothing is on its way.
    void becameIdle();

private:
    void handleText(const QByteArray &text);
    void handleInvite(const SlpMessage &invite);
    void refuse(const SlpMessage &invite, SlpMessage::Status status);
    PeerCallAnswer answer(const SlpMessage &invite);
    PeerCall *callOf(const QByteArray &callId) const;
    PeerCall *callOf(quint32 sessionId) const;
    void remove(PeerCall *call);
    void reportIdle();

    PeerEnvironment &m_environment;
    const PeerServices &m_services;
    PeerLink m_link;
    QList<PeerCall *> m_calls;
};

} // namespace Msn
