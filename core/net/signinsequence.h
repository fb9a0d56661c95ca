#pragma once

#include "core/net/commandchannel.h"
#include "core/net/connectionsettings.h"
#include "core/net/servercache.h"
#include "core/net/signinprogress.h"
#include "core/net/ticketsource.h"
#include "core/net/timing.h"
#include "core/protocol/networkdescription.h"
#include "core/protocol/signin.h"

#include <QObject>

#include <memory>

namespace Msn {

class TrafficLog;
class VersionHandshake;

/// From nothing to `USR OK`: dispatch server, transfer, notification server, Passport.
///
/// VER → CVR → USR I → (XFR: again at the new server) → Passport → USR S. Each step waits for the
/// reply to the one before, as sign-in.md §2 demands; the way to Passport is prepared meanwhile.
/// Ends exactly once, in signedIn() or failed(), unless cancel() is called.
class SignInSequence : public QObject
{
    Q_OBJECT

public:
    SignInSequence(const NetworkDescription &network, TransportFactory transports, TrafficLog *log,
        const Timing &timing, const ProxySettings &proxy = {}, QObject *parent = nullptr);
    ~SignInSequence() override;
    /// In place of Passport; before start().
    void setTicketSource(const TicketSourceFactory &factory) { m_ticketSource = factory; }

    /// Begins at the cached notification server if there is one, else at the dispatch server.
    void start(const Address &address, const QString &password, const ServerCache &cache);
    /// Begins at \p server: the move `XFR 0 NS` asks for.
    void startAt(
        const Endpoint &server, const Address &address, const QString &password, const ServerCache &cache);
    void cancel();

    /// Valid inside signedIn(): the connection, now the caller's.
    std::unique_ptr<CommandChannel> takeChannel();
    const Dialect &dialect() const { return dialectOf(m_version); }

Q_SIGNALS:
    void progressChanged(Msn::SignInProgress progress);
    void signedIn(const Msn::SignInAccepted &accepted);
    void failed(const Msn::Error &error);
    /// Something worth keeping (or dropping) was learned.
    void cacheChanged(const Msn::ServerCache &cache);

private:
    void begin(
        const Endpoint &server, const Address &address, const QString &password, const ServerCache &cache);
    /// False if a listener has cancelled the sign-in.
    bool report(SignInProgress progress);
    void connectTo(const Endpoint &server);
    void dropChannel();
    void offerVersions();
    void identify();
    void handleIdentified(const Reply &reply);
    void transferTo(const Transfer &transfer);
    void showTicket(const QByteArray &ticket);
    void handleTicketReply(const Reply &reply);
    void handleChannelClosed(const Error &error);
    void handleError(const Error &error);
    bool retryAtDispatchServer(const Error &error);
    bool retryWithNewTicket(const Error &error);
    void finishWith(const Error &error);
    void finish();
    std::chrono::milliseconds stepDeadline() const;
    void request(const std::function<Command(TransactionId)> &make, const QList<Verb> &replies,
        void (SignInSequence::*handler)(const Reply &));

    const NetworkDescription m_network;
    const TransportFactory m_transports;
    TrafficLog *m_log;
    const Timing m_timing;
    const ProxySettings m_proxy;

    Address m_address;
    QString m_password;
    ServerCache m_cache;
    std::unique_ptr<CommandChannel> m_channel;
    /// The first steps on m_channel; destroyed before it.
    std::unique_ptr<VersionHandshake> m_handshake;
    TicketSourceFactory m_ticketSource;
    std::unique_ptr<TicketSource> m_tickets;
    ProtocolVersion m_version = ProtocolVersion::Msnp8;
    /// Why the server dislikes our CVR; code None if it does not.
    Error m_clientVersionRefusal;
    bool m_running = false;
    bool m_fromCache = false;
    bool m_ticketShown = false;
    bool m_ticketRetried = false;
    int m_transfers = 0;
};

} // namespace Msn
