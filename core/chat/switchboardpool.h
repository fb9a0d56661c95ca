#pragma once

#include "core/base/completion.h"
#include "core/chat/pendinginvites.h"
#include "core/chat/switchboardcalls.h"
#include "core/chat/switchboardopener.h"
#include "core/net/switchboardconnection.h"
#include "core/net/timing.h"
#include "core/protocol/conversation.h"
#include "core/protocol/signin.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace Msn {

class SwitchboardSource;

/// The switchboards of one conversation: asks for one when something waits, calls into it whoever
/// belongs in, and tells which to send on. There may be none, one, or for a while two, when both
/// sides called at once.
///
/// What waits is what the conversation has to send and the invitations begun here.
/// Source: conversations.md §1 to §3.
class SwitchboardPool : public QObject
{
    Q_OBJECT

public:
    /// \p hasWaiting: there is something to be sent. What it asks and \p source must outlive this object.
    SwitchboardPool(const Address &own, const Address &peer, SwitchboardSource &source,
        std::function<bool()> hasWaiting, const Timing &timing, QObject *parent = nullptr);
    ~SwitchboardPool() override;

    /// More than one other person, now or at any time before.
    bool isGroup() const { return m_isGroup; }
    /// Who belongs in: called when a switchboard has to be opened again. At first only the peer.
    const QList<Participant> &members() const { return m_members; }
    /// Nobody is there and nobody is on the way.
    bool isIdle() const { return !readyOne() && !m_opener.isUnderWay() && m_calls.isEmpty(); }
    /// Where to send: open, somebody is there, and of several the one heard last. Null if none.
    SwitchboardConnection *readyOne() const;
    /// Something was heard on \p switchboard: it is the one to answer on.
    void prefer(SwitchboardConnection &switchboard);

    /// Does the next step for what waits: readyToSend() at once, or calling the members, or XFR for
    /// another switchboard. Nothing if nothing waits or the step is under way already.
    void pump();
    /// Calls \p address in (CAL). Ends when they join; fails with NobodyThere, NoAnswer after
    /// Timing::join, the server's refusal, or whatever failWaiting() is given.
    void invite(const Address &address, Completion<std::monostate> done);
    /// Takes in a switchboard that is open; more than one person in it makes this a group.
    void attach(std::unique_ptr<SwitchboardConnection> switchboard);
    /// All invitations end with \p error, then failed() tells of it.
    void failWaiting(const Error &error);
    /// Gives them all away, still open. What waits fails with Cancelled.
    std::vector<std::unique_ptr<SwitchboardConnection>> takeSwitchboards();

Q_SIGNALS:
    /// Somebody is there and no member is awaited any more: send what waits on \p switchboard now.
    void readyToSend(Msn::SwitchboardConnection *switchboard);
    /// What waits cannot be sent: NobodyThere, NoAnswer, Cancelled, or the error of the XFR, the CAL
    /// or the connection. The invitations have ended before.
    void failed(const Msn::Error &error);
    /// The last switchboard is gone and nothing waits for another.
    void emptied();

    /// Somebody is there, for the first time or again. Before members() and isGroup() change.
    void joined(const Msn::Participant &participant);
    /// Somebody who joined did not belong in before. After members() and isGroup() have changed.
    void memberAdded(const Msn::Participant &participant);
    /// Somebody went. Before members() changes: between two they still belong in.
    void left(const Msn::Departure &departure);
    /// Follows joined(), memberAdded() and left(), attach(), and the end of a switchboard.
    void participantsChanged();
    /// A message of any kind arrived (MSG). That alone does not prefer() \p switchboard.
    void messageReceived(Msn::SwitchboardConnection *switchboard, const Msn::IncomingMessage &message);

private:
    bool hasWaiting() const { return m_hasMail() || !m_invites.isEmpty(); }
    /// Somebody who belongs in was called and may still come; a guest who was asked in is not one.
    bool awaitsMembers() const;
    SwitchboardConnection *openOne() const;

    void handleGranted(const Transfer &where);
    void handleOpened(SwitchboardConnection &switchboard);
    /// Asks for another switchboard if that is worth it, once; else what waits fails.
    void handleOpeningFailed(const Error &error, bool worthAnother);

    void callMembers(SwitchboardConnection &switchboard);
    void callGuests();
    void handleCallRefused(const Address &address, const Error &error);
    void handleUnanswered(const QSet<Address> &missing);

    void watch(SwitchboardConnection &switchboard);
    void handleClosed(SwitchboardConnection &switchboard, const Error &error);
    void handleJoined(SwitchboardConnection &switchboard, const Participant &participant);
    void handleLeft(const Departure &departure);
    void becomeGroup(SwitchboardConnection &switchboard);
    void drop(SwitchboardConnection &switchboard);
    /// Leaves all but \p kept, which may be null.
    void leaveOthers(const SwitchboardConnection *kept);

    const Address m_own;
    const Address m_peer;
    SwitchboardSource &m_source;
    const std::function<bool()> m_hasMail;

    bool m_isGroup = false;
    QList<Participant> m_members;
    /// In the order in which they last delivered something: the last is the one to send on.
    std::vector<std::unique_ptr<SwitchboardConnection>> m_switchboards;
    SwitchboardOpener m_opener;
    SwitchboardCalls m_calls;
    PendingInvites m_invites;
};

} // namespace Msn
