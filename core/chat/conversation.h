#pragma once

#include "core/base/completion.h"
#include "core/chat/chatmessage.h"
#include "core/chat/dataqueue.h"
#include "core/chat/outbox.h"
#include "core/chat/peercontent.h"
#include "core/chat/typists.h"
#include "core/net/timing.h"
#include "core/protocol/conversation.h"
#include "core/protocol/messagecontent.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <memory>
#include <vector>

namespace Msn {

class SwitchboardConnection;
class SwitchboardPool;
class SwitchboardSource;

/// One conversation as a person sees it, with one other person or with several. Switchboards come
/// and go underneath: text typed while one opens, or after the other side left an idle one, waits
/// in order and goes out on the next.
///
/// Outgoing text: Pending, then exactly once Delivered (ACK) or Failed (NAK, deadline, disconnect,
/// nobody there). Nothing that may have arrived is sent twice unasked.
/// Source: conversations.md §1 to §7.
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
    bool isGroup() const;
    /// Who is in it: in a two-person conversation the peer, whether or not a switchboard is open; in a
    /// group that has fallen silent those who would be called again.
    QList<Participant> participants() const;
    /// A group without a switchboard to which all of \p people belong: when one of them calls, it may
    /// go on.
    bool isIdleGroupOf(const QList<Participant> &people) const;
    /// On the switchboard that the next message would go out on.
    bool isPresent(const Address &address) const;
    FriendlyName nameOf(const Address &address) const;

    const QList<ChatMessage> &messages() const { return m_messages; }
    /// Index in messages(), -1 if there is none (any more).
    qsizetype indexOf(ChatMessage::Id id) const;
    /// How many of messages() came no later than that with \p id.
    qsizetype countUpTo(ChatMessage::Id id) const;
    /// Something of ours is still Pending.
    bool isSending() const;
    /// Whose typing notice is not older than eight seconds.
    QList<Address> typing() const { return m_typists.addresses(); }

    /// Adds a Pending message and sends it as soon as that is possible. Text too long for one
    /// command travels as several, never cut silently. Empty text is ignored.
    void sendText(const QString &text, const TextFormat &format);
    void sendNudge();
    /// Call on every keystroke: tells the others, at most once in five seconds, and only if
    /// somebody is there.
    void noteTyping();
    /// A binary message of peer-to-peer, which is no line of the conversation. \p done: see DataQueue::add().
    void sendData(const QByteArray &payload, Completion<std::monostate> done);
    /// Sends a Failed message again, as the same message.
    void retry(ChatMessage::Id id);
    /// Asks \p address in. Ends when they join; fails with NobodyThere, NoAnswer or the server's
    /// refusal.
    void invite(const Address &address, Completion<std::monostate> done);
    /// Takes lines out of messages(), except what is still Pending, and tells of those that were there.
    void forget(const QList<ChatMessage::Id> &ids);
    /// Leaves at once. Whatever was still Pending fails.
    void leave();
    /// Gives the switchboards away to be left with open ears. What waits fails; what is on its way ends as it
    /// would have, but is not sent a second time.
    std::vector<std::unique_ptr<SwitchboardConnection>> takeSwitchboards();
    /// A message that arrived on a switchboard which is not ours (any more).
    void receive(const IncomingMessage &message);

    /// A switchboard that we were called to takes part from now on. It is open.
    void attach(std::unique_ptr<SwitchboardConnection> switchboard);
    /// The notification connection is gone: what waits for a new switchboard fails.
    void failWaiting(const Error &error);
    /// Kept up to date by Conversations.
    void setOwnName(const FriendlyName &name) { m_ownName = name; }
    void setPeerName(const FriendlyName &name);

Q_SIGNALS:
    /// A line was added at the end of messages().
    void messageAdded(const Msn::ChatMessage &message);
    /// Its delivery state changed.
    void messageChanged(const Msn::ChatMessage &message);
    /// The oldest \p count lines left messages(), which keeps the last 20,000.
    void messagesTrimmed(qsizetype count);
    /// These left messages(), from wherever they stood.
    void messagesForgotten(const QList<Msn::ChatMessage::Id> &ids);
    void participantsChanged();
    void typingChanged();
    /// A binary message of peer-to-peer, for whomever: \p payload as it came.
    void dataReceived(const Msn::Address &sender, const QByteArray &payload);
    /// The last switchboard is gone and nothing waits for another.
    void wentQuiet();

private:
    void watchSwitchboards();

    void enqueue(ChatMessage::Kind kind, const QString &text, const TextFormat &format,
        const QList<QByteArray> &payloads);
    void handleFailed(ChatMessage::Id id, const Error &error);
    void sendWaiting(SwitchboardConnection *switchboard);

    void handleJoined(const Participant &participant);
    void handleMemberAdded(const Participant &participant);
    void handleLeft(const Departure &departure);
    void handleMessage(SwitchboardConnection *switchboard, const IncomingMessage &message);
    void handleSaid(const Participant &sender, ChatMessage::Kind kind, const QString &text,
        const TextFormat &format, const QDateTime &time);
    void handleInvitation(const Participant &sender, const Invitation &invitation);

    void appendIncoming(const Participant &sender, ChatMessage::Kind kind, const QString &text,
        const TextFormat &format = {}, const QDateTime &time = {});
    void addMessage(ChatMessage message);
    void setDelivery(ChatMessage::Id id, ChatMessage::Delivery delivery, const Error &error);

    const Address m_own;
    const Address m_peer;
    FriendlyName m_ownName;
    FriendlyName m_peerName;
    const Timing m_timing;

    QList<ChatMessage> m_messages;
    ChatMessage::Id m_nextId = 1;
    Outbox m_outbox;
    DataQueue m_data;
    /// Messages that a NAK has sent on their way a second time.
    QSet<ChatMessage::Id> m_sentAgain;
    Typists m_typists;
    bool m_hasLeft = false; ///< since the last time that something was to be sent
    PeerContent m_content;
    QDeadlineTimer m_nextTypingNotice;

    /// After what it asks.
    std::unique_ptr<SwitchboardPool> m_switchboards;
};

} // namespace Msn
