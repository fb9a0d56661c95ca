#pragma once

#include "core/p2p/peerlink.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace Msn {

/// What names a call. The number of the session is its inviter's choice.
struct PeerCallId
{
    QByteArray callId;
    quint32 sessionId = 0;
    /// Footer of the session's data.
    quint32 appId = 1;
    bool isIncoming = false;
};

/// One call with one person, from the invitation to the last acknowledgement. What is common to all: its end,
/// its deadlines, what belongs to it. Each service and role is a class of its own. Source: msnslp.md, "Call
/// life cycle".
class PeerCall : public QObject
{
    Q_OBJECT

public:
    /// \p link must outlive it.
    PeerCall(PeerLink &link, const PeerCallId &id);

    const PeerCallId &id() const { return m_id; }

    /// Sends the first message; called once.
    virtual void start() = 0;
    /// Whether a chunk of the session's data is wanted. May end the call.
    virtual bool admits(const PeerHeader &header) = 0;
    /// A whole message of the session whose chunks were admitted.
    virtual void handleData(quint32 flags, const QByteArray &data) = 0;
    virtual void handleResponse(const SlpMessage &response) = 0;
    void handleBye();
    /// Ends at once and silently: we are signed out.
    void cancel();

Q_SIGNALS:
    /// Over for both sides. Once, and the last signal.
    void finished();

protected:
    bool isOpen() const { return m_phase == Phase::Open; }
    PeerLink &link() { return m_link; }
    /// A failure with this person as its subject.
    Error peerError(ErrorCode code, const QString &detail = {}) const;

    quint32 sendText(const SlpMessage &text);
    quint32 sendData(quint32 flags, const QByteArray &data);
    /// From now on so much time may pass between two steps of progress; then handleImpatience().
    void allow(std::chrono::milliseconds patience);
    /// It is done: BYE, then its acknowledgement or a deadline.
    void close();
    /// It has failed, and the other side is told so.
    void giveUp(const Error &error);
    /// It has failed, and the other side knows or cannot be told.
    void breakOff(const Error &error);

    virtual void handleAcknowledged(quint32 messageId) = 0;
    virtual void handleImpatience();
    /// Called once if it fails, last of all: the call may be deleted in it.
    virtual void reportFailure(const Error &error) = 0;

private:
    enum class Phase {
        Open,
        Closing, ///< our BYE is on its way
        Finished,
    };

    SlpMessage makeBye() const;
    void finish();
    void handleLinkAcknowledged(quint32 messageId);
    void handleLinkFailed(quint32 messageId, const Error &error);
    void handleAborted(quint32 sessionId);
    void handleProgress(quint32 sessionId);
    void handleTimeout();

    PeerLink &m_link;
    const PeerCallId m_id;
    Phase m_phase = Phase::Open;
    QList<quint32> m_sent;
    quint32 m_farewell = 0;
    QTimer m_patience;
    QTimer m_limit;
};

} // namespace Msn
