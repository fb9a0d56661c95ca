#pragma once

#include "core/chat/chatmessage.h"
#include "core/history/historypages.h"
#include "core/history/historystore.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>

namespace Msn {

class Conversation;
class Conversations;

/// Brings what is said in the conversations of an account into its history: texts, nudges, who joined and
/// left, what failed. Later changes of the delivery follow.
///
/// A message is on the disk before it is shown. A conversation knows nothing of that; whoever shows one
/// listens to settled() here instead of Conversation::messageAdded(), and shows of messages() no line
/// behind settledId(). A line settles when the store has it, which takes a few milliseconds. It settles
/// anyway when the store says that it cannot write now, or has said nothing for 250 ms: nobody waits for a
/// broken disk, and failed() tells why. Lines settle in their order.
class HistoryRecorder : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds longestWait{250};

    /// Both must outlive it. Conversations that are open already are followed too.
    HistoryRecorder(Conversations &conversations, HistoryStore &store, QObject *parent = nullptr);
    ~HistoryRecorder() override;

    HistoryStore &store() const { return m_store; }
    /// Also one that the Conversations do not know.
    void follow(Msn::Conversation *conversation);

    /// Whether anything is kept; for all conversations from the next line on.
    void setKeeping(bool keeping) { m_isKeeping = keeping; }
    bool isKeeping() const { return m_isKeeping; }
    /// Nothing of a private conversation is kept from now on. What was kept before stays.
    void setPrivate(Conversation &conversation, bool isPrivate);
    bool isPrivate(const Conversation &conversation) const;

    /// The newest line of \p conversation that may be shown; 0: none yet.
    ChatMessage::Id settledId(const Conversation &conversation) const;
    /// The conversation in the history whose lines come before those of \p conversation.
    HistoryPageRequest pageRequest(const Conversation &conversation) const;
    /// The file was damaged and nobody has been told yet. Tells it once.
    std::optional<Error> takeUntold();

Q_SIGNALS:
    /// \p message may be shown; as it is now, not as it was when it came.
    void settled(Msn::Conversation *conversation, const Msn::ChatMessage &message);
    /// The history cannot be written at the moment, or was damaged: see HistoryStore.
    void failed(const Msn::Error &error);
    void recovered();
    void privateChanged(Msn::Conversation *conversation);
    /// Lines were removed from the history; the conversations have forgotten theirs.
    void removed(const Msn::HistorySelection &selection);

private:
    /// A line on its way to the disk.
    struct Waiting
    {
        ChatMessage::Id id = 0;
        HistoryStore::Token token = 0;
        QDeadlineTimer until;
    };
    /// Whose line it is.
    struct Owner
    {
        Conversation *conversation = nullptr;
        ChatMessage::Id id = 0;
    };
    struct Followed
    {
        Conversation *conversation = nullptr;
        ChatMessage::Id settled = 0;
        std::deque<Waiting> waiting;
        /// What is on the disk.
        QHash<ChatMessage::Id, HistoryEntry::Id> kept;
        /// Lines whose delivery may still change.
        QHash<ChatMessage::Id, HistoryStore::Token> changing;
        QString group;
        bool beganAsGroup = false;
        bool isPrivate = false;
        /// A clock that is set back does not bring lines out of their order.
        QDateTime lastTime;
    };

    void record(Conversation &conversation, const ChatMessage &message);
    void keep(Conversation &conversation, Followed &followed, const ChatMessage &message);
    void update(Conversation &conversation, const ChatMessage &message);
    void settle(Conversation *conversation, ChatMessage::Id id);
    void handleEnded(HistoryStore::Token token, HistoryEntry::Id kept);
    void handleRemoved(const HistorySelection &selection);
    static void forgetIn(Followed &followed, const HistorySelection &selection);
    void settleAll();
    void settleLate();
    void startTimer();

    HistoryStore &m_store;
    QHash<const Conversation *, Followed> m_followed;
    /// Lines of which the store has not said yet what has become of them.
    QHash<HistoryStore::Token, Owner> m_owners;
    QTimer m_lateTimer;
    bool m_isKeeping = true;
    std::optional<Error> m_untold;
};

} // namespace Msn
