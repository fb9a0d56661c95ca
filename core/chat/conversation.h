#pragma once

#include "core/base/completion.h"
#include "core/chat/chatmessage.h"
#include "core/net/timing.h"
#include "core/protocol/conversation.h"
#include "core/protocol/messagecontent.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Msn {

class ChunkAssembler;
class SwitchboardConnection;
class SwitchboardSource;

/// One conversation as a person sees it, with one other person or with several. Switchboards come
/// and go underneath: text typed while one opens, or after the other side left an idle one, waits
/// in order and goes out on the next.
///
/// Outgoing text: Pending, then exactly once Delivered (ACK) or Failed (NAK, deadline, disconnect,
/// nobody there). Nothing is sent twice unasked.
class Conversation : public QObject
{
    Q_OBJECT

public:
    /// A conversation with \p peer; no switchboard is opened before there is something to send.
    Conversation(const Address &own, const Address &peer, SwitchboardSource &source, const Timing &timing,
                 QObject *parent = nullptr);
    ~Conversation() override;

    const Address &ownAddress() const { return m_own; }
    /// With whom it was begun; the title of a two-person conversation even while they are away.
    const Address &peer() const { return m_peer; }
    /// More than one other person, now or at any time before.
    bool isGroup() const { return m_isGroup; }
    /// Who is in it: in a two-person conversation the peer, whether or not a switchboard is open.
    QList<Participant> participants() const;
    FriendlyName nameOf(const Address &address) const;

    const QList<ChatMessage> &messages() const { return m_messages; }
    /// Index in messages(), -1 if there is none.
    qsizetype indexOf(ChatMessage::Id id) const;
    /// Whose typing notice is not older than eight seconds.
    QList<Address> typing() const { return m_typing.keys(); }

    /// Adds a Pending message and sends it as soon as that is possible. Text too long for one
    /// command is sent as several messages, never cut silently. Empty text is ignored.
    void sendText(const QString &text, const TextFormat &format);
    void sendNudge();
    /// Call on every keystroke: tells the others, at most once in five seconds, and only if
    /// somebody is there.
    void noteTyping();
    /// Sends a Failed message again, as the same message.
    void retry(ChatMessage::Id id);
    /// Asks \p address in. Fails with NobodyThere or NoAnswer.
    void invite(const Address &address, Completion<std::monostate> done);
    /// Leaves the switchboard. Whatever was still Pending fails.
    void leave();

    /// A switchboard that we were called to or that somebody opened for us takes part from now on.
    void attach(std::unique_ptr<SwitchboardConnection> switchboard);
    /// The notification connection is gone: what waits for a new switchboard fails.
    void failWaiting(const Error &error);
    /// Kept up to date by Conversations from presence.
    void setOwnName(const FriendlyName &name) { m_ownName = name; }
    void setPeerName(const FriendlyName &name);

Q_SIGNALS:
    /// A line was added at the end of messages().
    void messageAdded(const Msn::ChatMessage &message);
    /// Its delivery state changed.
    void messageChanged(const Msn::ChatMessage &message);
    void participantsChanged();
    void typingChanged();
    /// An invitation to a file transfer, a call, a game from \p sender. If nobody takes it up it
    /// is declined as not installed.
    void invitationReceived(const Msn::Address &sender, const Msn::Invitation &invitation);

private:
    struct Outgoing
    {
        ChatMessage::Id id = 0;
        /// The payloads it takes, in order.
        QList<QByteArray> payloads;
        qsizetype acknowledged = 0;
        bool sent = false;
    };

    void enqueue(ChatMessage message, QList<QByteArray> payloads);
    void pump();
    void sendOutgoing(Outgoing &outgoing);
    void handleDelivery(ChatMessage::Id id, const Expected<std::monostate, Error> &result);
    void resolve(ChatMessage::Id id, ChatMessage::Delivery delivery, const Error &error = {});
    void openSwitchboard();
    void handleSwitchboardOpened();
    void callPeer();
    void watch(SwitchboardConnection &switchboard);
    void useSwitchboard(SwitchboardConnection &switchboard);
    void dropSwitchboard(SwitchboardConnection &switchboard, const Error &error);
    SwitchboardConnection *readySwitchboard() const;
    void handleJoined(SwitchboardConnection &switchboard, const Participant &participant);
    void handleLeft(SwitchboardConnection &switchboard, const Departure &departure);
    void handlePayload(SwitchboardConnection &switchboard, const IncomingMessage &message);
    void handleContent(SwitchboardConnection &switchboard, const Participant &sender, const MessageContent &content);
    void appendIncoming(const Participant &sender, ChatMessage::Kind kind, const QString &text, const TextFormat &format = {});
    void addMessage(ChatMessage message);
    void noteTypist(const Address &address);
    void clearTypist(const Address &address);
    void becomeGroup();
    void failQueued(const Error &error);

    const Address m_own;
    const Address m_peer;
    FriendlyName m_ownName;
    FriendlyName m_peerName;
    SwitchboardSource &m_source;
    const Timing m_timing;
    bool m_isGroup = false;

    QList<ChatMessage> m_messages;
    ChatMessage::Id m_nextId = 1;
    QList<Outgoing> m_queue;

    /// The last that delivered something, or that we opened, is at the end: that is the one used.
    std::vector<std::unique_ptr<SwitchboardConnection>> m_switchboards;
    bool m_opening = false;
    QTimer m_joinTimer;

    QHash<Address, QDateTime> m_typing;
    QTimer m_typingTimer;
    QDateTime m_lastTypingSent;
    std::unique_ptr<ChunkAssembler> m_chunks;
};

} // namespace Msn
