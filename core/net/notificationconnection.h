#pragma once

#include "core/net/challengeresponder.h"
#include "core/net/commandchannel.h"
#include "core/net/connectionsettings.h"
#include "core/net/keepalive.h"
#include "core/net/moveguard.h"
#include "core/net/servercache.h"
#include "core/net/signinprogress.h"
#include "core/net/ticketsource.h"
#include "core/net/timing.h"
#include "core/protocol/conversation.h"
#include "core/protocol/networkdescription.h"
#include "core/protocol/presence.h"
#include "core/protocol/servermessage.h"
#include "core/protocol/signin.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Msn {

class SignInSequence;
class TrafficLog;

/// The connection to the notification server: sign-in, keep-alive, challenges, and the way in and
/// out for everything that concerns presence and lists.
class NotificationConnection : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Disconnected,
        SigningIn,
        SignedIn,
    };
    Q_ENUM(State)

    NotificationConnection(const NetworkDescription &network, TransportFactory transports, TrafficLog *log,
        const Timing &timing, const ProxySettings &proxy = {}, QObject *parent = nullptr);
    ~NotificationConnection() override;
    /// In place of Passport; before signIn().
    void setTicketSource(const TicketSourceFactory &factory) { m_ticketSource = factory; }

    State state() const { return m_state; }
    bool isSignedIn() const { return m_state == State::SignedIn; }
    /// Of the session; MSNP8 before the first sign-in.
    const Dialect &dialect() const { return *m_dialect; }
    const Address &address() const { return m_address; }
    Endpoint localEndpoint() const;

    /// For Passport, which does not go through the transports. From the next sign-in on.
    void setProxy(const ProxySettings &proxy) { m_proxy = proxy; }

    void signIn(const Address &address, const QString &password, const ServerCache &cache);
    /// Sends OUT if signed in, ends the connection and whatever waits for a reply
    /// (ErrorCode::Cancelled). No failed() follows.
    void signOut();

    /// A request with a reply; see CommandChannel::request(). Ends at once with NotSignedIn if
    /// there is no session. \p deadline: Timing::reply unless given.
    void request(const std::function<Command(TransactionId)> &make, const QList<Verb> &replies,
        ReplyHandler handler, std::optional<std::chrono::milliseconds> deadline = {});
    void send(const Command &command);

Q_SIGNALS:
    void stateChanged(Msn::NotificationConnection::State state);
    void progressChanged(Msn::SignInProgress progress);
    void signedIn(const Msn::SignInAccepted &accepted);
    /// Sign-in failed or the session broke; the state is Disconnected.
    void failed(const Msn::Error &error);
    /// OUT from the server; failed() follows.
    void signedOutByServer(const Msn::SignedOutNotice &notice);
    void cacheChanged(const Msn::ServerCache &cache);

    /// NLN or ILN.
    void presenceReceived(const Msn::ContactPresence &presence, bool initial);
    /// FLN
    void contactWentOffline(const Msn::Address &address);
    /// CHG 0: the server changed our status.
    void ownStatusForced(const Msn::StatusChange &change);
    /// RNG
    void rang(const Msn::Ring &ring);
    /// MSG from the server itself. Before the list is there any sender is believed, later only
    /// `Hotmail` (wire-format.md §9).
    void serverMessageReceived(const Msn::ServerMessage &message);
    /// NOT or IPG: XML, not to be trusted.
    void alertReceived(const QByteArray &xml);
    /// GTC BLP PRP LSG LST BPR ADD ADC REM REA ADG REG RMG without a waiting request; core/roster
    /// understands them.
    void listCommandReceived(const Msn::Command &command);

private:
    using Handler = void (NotificationConnection::*)(const Command &);
    static const QHash<QByteArray, Handler> &handlers();

    void setState(State state);
    void begin(const std::function<void(SignInSequence &)> &start);
    void adoptChannel(const SignInAccepted &accepted);
    void handleCommand(const Command &command);
    void handlePresence(const Command &command);
    void handleInitialPresence(const Command &command);
    void handleContactOffline(const Command &command);
    void handleForcedStatus(const Command &command);
    void handleRing(const Command &command);
    void handleMessage(const Command &command);
    void handleAlert(const Command &command);
    void handleChallenge(const Command &command);
    void handleChallengeRefused(Error error);
    void handlePong(const Command &command);
    void handleOut(const Command &command);
    void handleTransfer(const Command &command);
    void handleListCommand(const Command &command);
    void handleIgnored(const Command &command);
    void handleClosed(const Error &error);
    /// False if somebody who waited for a reply has signed in again meanwhile.
    bool endConnection();
    void dropConnection();
    void dropChannel();
    void dropSequence();

    const NetworkDescription m_network;
    const TransportFactory m_transports;
    TicketSourceFactory m_ticketSource;
    TrafficLog *m_log;
    const Timing m_timing;
    ProxySettings m_proxy;
    KeepAlive m_keepAlive;
    State m_state = State::Disconnected;
    const Dialect *m_dialect;
    Address m_address;
    QString m_password;
    ServerCache m_cache;
    ChallengeResponder m_challenges;
    MoveGuard m_moves;
    std::unique_ptr<SignInSequence> m_sequence;
    std::unique_ptr<CommandChannel> m_channel;
};

} // namespace Msn
