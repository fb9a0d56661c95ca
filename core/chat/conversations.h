#pragma once

#include "core/chat/conversation.h"
#include "core/chat/undecidedcall.h"

#include <QList>
#include <QObject>

namespace Msn {

class ContactList;
class NotificationConnection;
class SwitchboardSource;
struct Ring;

/// All conversations of one account. Answers calls, and puts each switchboard under the
/// conversation it belongs to: one window per person, even if both called at once.
class Conversations : public QObject
{
    Q_OBJECT

public:
    Conversations(
        SwitchboardSource &source, ContactList &contacts, const Timing &timing, QObject *parent = nullptr);
    ~Conversations() override;

    /// The two-person conversation with \p peer, made if there is none.
    Conversation *with(const Address &peer);
    QList<Conversation *> all() const { return m_conversations; }
    /// The window is closed: leaves and forgets it. \p conversation is deleted later, when
    /// what is on its way is delivered or failed. A message
    /// that crosses the leaving begins a new conversation instead of being lost.
    void close(Conversation *conversation);

    /// The same without showing it to anybody, for what is said between programs.
    Conversation *unseenWith(const Address &peer) { return findOrCreate(peer); }
    /// Leaves the conversation with \p peer if nobody has seen it.
    void leaveUnseen(const Address &peer);

    void setOwn(const Address &address, const FriendlyName &name);
    /// RNG. Calls from blocked people are ignored.
    void answer(const Ring &ring);
    /// The notification connection is gone. Switchboards that are open stay so.
    void failWaiting(const Error &error);
    /// Signed out: everything is left.
    void leaveAll();

Q_SIGNALS:
    /// A new conversation, ours or somebody else's. For somebody else's it is sent when the first
    /// line arrives, not when the switchboard opens: a peer may open one only to fetch a picture.
    void conversationAdded(Msn::Conversation *conversation);
    void conversationClosed(Msn::Conversation *conversation);
    /// A binary message of peer-to-peer. \p conversation: where it was heard; null if that has been left.
    void dataReceived(Msn::Conversation *conversation, const Msn::Address &sender, const QByteArray &payload);

private:
    Conversation *create(const Address &peer);
    Conversation *find(const Address &peer) const;
    /// The smallest to which they all belong; null if there is none.
    Conversation *findIdleGroup(const QList<Participant> &people) const;
    void announce(Conversation *conversation);
    void adopt(std::unique_ptr<SwitchboardConnection> switchboard, const Address &caller);
    void waitForOthers(std::unique_ptr<SwitchboardConnection> switchboard, const Address &caller);
    void settle(UndecidedCall *call);
    Conversation *give(std::unique_ptr<SwitchboardConnection> switchboard, const Address &caller);
    /// Where \p person is heard without a switchboard of a conversation.
    Conversation *findOrCreate(const Address &person);
    void deleteOnceSettled(Conversation *conversation);
    void hearLate(const IncomingMessage &message);
    void leaveListening(std::unique_ptr<SwitchboardConnection> switchboard);
    void refreshName(const Address &address);

    SwitchboardSource &m_source;
    ContactList &m_contacts;
    const Timing m_timing;
    Address m_own;
    FriendlyName m_ownName;
    QList<Conversation *> m_conversations;
    QList<Conversation *> m_announced;
    std::vector<std::unique_ptr<SwitchboardConnection>> m_answering;
    std::vector<std::unique_ptr<UndecidedCall>> m_undecided;
    /// Left, but a last message may still come.
    std::vector<std::unique_ptr<SwitchboardConnection>> m_leaving;
};

} // namespace Msn
