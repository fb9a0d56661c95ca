#pragma once

#include "core/net/timing.h"
#include "core/p2p/peercarrier.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace Msn {

class Conversation;
class Conversations;

/// Carries binary messages over the switchboards of conversations: that in which a person was heard last, a
/// group's too, else the one between two, which is opened unseen if there is none and left when nobody has
/// used it for a while.
class ConversationCarrier : public PeerCarrier
{
    Q_OBJECT

public:
    /// \p conversations must outlive it.
    ConversationCarrier(Conversations &conversations, const Timing &timing, QObject *parent = nullptr);

    void send(const Address &to, const QByteArray &payload, Completion<std::monostate> done) override;
    void release(const Address &peer) override;

private:
    void take(Conversation *conversation, const Address &sender, const QByteArray &payload);
    Conversation &wayTo(const Address &peer);
    void leaveIdle();

    Conversations &m_conversations;
    /// Where somebody was heard last.
    QHash<Address, QPointer<Conversation>> m_heard;
    QSet<Address> m_idle;
    QTimer m_idleTimer;
};

} // namespace Msn
