#pragma once

#include "core/net/commandchannel.h"
#include "core/net/timing.h"
#include "core/protocol/conversation.h"

#include <QObject>

#include <memory>

namespace Msn {

/// One switchboard: who is in it, messages in and out. Its own transaction counter, no VER, no PNG.
/// Source: conversations.md §1 to §4.
class SwitchboardConnection : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connecting, ///< until USR OK or ANS OK
        Open,
        Leaving, ///< OUT is sent; what was on its way to us may still arrive
        Closed,
    };
    Q_ENUM(State)

    SwitchboardConnection(std::unique_ptr<CommandChannel> channel, const Address &own, const Timing &timing,
        QObject *parent = nullptr);
    ~SwitchboardConnection() override;

    /// We asked for it: USR t address cookie.
    void open(const Endpoint &endpoint, const QByteArray &cookie);
    /// We were called: ANS t address cookie session.
    void answer(const Ring &ring);
    /// OUT, then the end at once. No signal follows.
    void leave();
    /// OUT, then listens until the server hangs up: a message that crosses our leaving still
    /// arrives. Ends in closed().
    void leaveListening();

    State state() const { return m_state; }
    /// Open, and what is sent still leaves: false already while the last commands of a connection
    /// that has ended are being worked off.
    bool isOpen() const;
    const QList<Participant> &participants() const { return m_participants; }
    bool contains(const Address &address) const;

    /// From now on calls ask the service to keep what is said to somebody who is not there.
    void setKeepsMessages(bool keeps) { m_keepsMessages = keeps; }
    /// CAL. Success means the server rings them, or that they are here already (215).
    void call(const Address &address, ReplyHandler handler);
    /// MSG with mode A: \p handler gets ACK, or an error: ServerRefused for a NAK, ReplyTimedOut,
    /// or why the connection ended. Payloads over 1,664 bytes are refused with MessageTooLong.
    void sendAcknowledged(const QByteArray &payload, ReplyHandler handler);
    /// MSG with mode D, binary peer-to-peer. \p handler as above; ReplyTimedOut comes soon, because some
    /// servers do not acknowledge these.
    void sendData(const QByteArray &payload, ReplyHandler handler);
    /// MSG whose acknowledgement nobody waits for.
    void sendUnacknowledged(AckMode mode, const QByteArray &payload);

Q_SIGNALS:
    /// Followed by what was said before it.
    void opened();
    void joined(const Msn::Participant &participant);
    void left(const Msn::Departure &departure);
    void messageReceived(const Msn::IncomingMessage &message);
    /// It could not be opened, or has ended. Pending messages have failed before. Last signal.
    void closed(const Msn::Error &error);

private:
    using Handler = void (SwitchboardConnection::*)(const Command &);
    static const QHash<QByteArray, Handler> &handlers();

    void sendAwaiting(
        AckMode mode, const QByteArray &payload, std::chrono::milliseconds deadline, ReplyHandler handler);
    void enter(const Endpoint &endpoint, std::function<Command(TransactionId)> make, Verb reply);
    void handleEntered(const Reply &reply);
    void handleCommand(const Command &command);
    void handleRosterLine(const Command &command);
    void handleJoined(const Command &command);
    void handleLeft(const Command &command);
    void handleMessage(const Command &command);
    void handleOut(const Command &command);
    void handleClosed(const Error &error);
    void addParticipant(const Participant &participant);
    void sendOut();

    std::unique_ptr<CommandChannel> m_channel;
    const Address m_own;
    const Timing m_timing;
    State m_state = State::Connecting;
    bool m_keepsMessages = false;
    QList<Participant> m_participants;
    /// What those inside said before the server told us that we are in.
    QList<IncomingMessage> m_early;
};

} // namespace Msn
