#pragma once

#include "core/base/error.h"
#include "core/p2p/messageassembler.h"
#include "core/p2p/messageids.h"
#include "core/p2p/peerenvironment.h"
#include "core/protocol/slpmessage.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Msn {

/// Whole messages to one person and from them: cuts and joins them, acknowledges what arrives. Knows nothing
/// of what they say. Source: msnslp.md, "Carrier" to "Splitting".
class PeerLink : public QObject
{
    Q_OBJECT

public:
    /// \p environment must outlive it.
    PeerLink(PeerEnvironment &environment, const Address &peer, QObject *parent = nullptr);

    const Address &own() const { return m_environment.own; }
    const Address &peer() const { return m_peer; }
    const Timing &timing() const { return m_environment.timing; }
    const PeerRandom &random() const { return m_environment.random; }

    /// One message, in as many chunks as it needs. Texts and acknowledgements go before data that waits.
    /// Returns its MessageID; acknowledged() or failed() may follow, later.
    quint32 sendText(const SlpMessage &text);
    quint32 sendData(quint32 sessionId, quint32 flags, quint32 appId, const QByteArray &data);
    /// A chunk that is for us and from this person.
    void handleChunk(const PeerChunk &chunk);
    /// Data is taken only if \p gate says so, chunk by chunk; what it refuses is dropped without a word.
    void setGate(std::function<bool(const PeerHeader &)> gate) { m_gate = std::move(gate); }
    /// Nothing more of this session is sent or expected.
    void endSession(quint32 sessionId);
    /// What waits to leave, and what has arrived in part, is forgotten.
    void clear();
    /// Nothing waits to leave, and nothing has arrived in part.
    bool isIdle() const;

Q_SIGNALS:
    void textReceived(const QByteArray &text);
    void dataReceived(quint32 sessionId, quint32 flags, const QByteArray &data);
    /// A chunk of a session's data has been taken, or has left.
    void progressed(quint32 sessionId);
    void acknowledged(quint32 messageId);
    /// The carrier could not send it, or the other side does not know what it is about.
    void failed(quint32 messageId, const Msn::Error &error);
    /// Not to be answered in kind.
    void sessionAborted(quint32 sessionId);
    void becameIdle();

private:
    struct Outgoing
    {
        PeerHeader header;
        quint32 footer = 0;
        QByteArray data;
    };

    quint32 enqueue(QList<Outgoing> &queue, Outgoing message);
    void acknowledge(const PeerHeader &header);
    void handleAbort(const PeerHeader &header);
    void handleContent(const PeerHeader &header, const QByteArray &data);
    void deliver(const PeerHeader &header, const QByteArray &message);
    void pump();
    void sendNextChunk(QList<Outgoing> &queue);
    void handleLeft(const PeerHeader &header, const Expected<std::monostate, Error> &result);
    void dropExpired();
    void reportIdle();

    PeerEnvironment &m_environment;
    const Address m_peer;
    MessageIds m_ids;
    MessageAssembler m_assembler;
    std::function<bool(const PeerHeader &)> m_gate;
    /// MSNSLP and acknowledgements; session data.
    QList<Outgoing> m_urgent;
    QList<Outgoing> m_data;
    int m_onTheWire = 0;
    QTimer m_expiry;
};

} // namespace Msn
