#include "core/net/signinsequence.h"

#include "core/net/passportlogin.h"
#include "core/net/trafficlog.h"
#include "core/net/versionhandshake.h"
#include "core/protocol/servererror.h"

namespace Msn {

namespace {

constexpr int maxTransfers = 5;

bool isTicketRefusal(const Error &error)
{
    return error.code == ErrorCode::ServerRefused && (error.serverNumber == 911 || error.serverNumber == 928);
}

bool isHangUp(const Error &error)
{
    return error.code == ErrorCode::ConnectionClosed || error.code == ErrorCode::ConnectionLost;
}

/// Errors after which the notification server of last time is not the right place to start
/// (sign-in.md §1, "NS caching"; errors.md 930, 931).
bool makesCacheUseless(const Error &error)
{
    if (error.code != ErrorCode::ServerRefused)
        return true; // it does not answer, or not as a server of this network would
    return errorAction(error.serverNumber) == ErrorAction::Reconnect || error.serverNumber == 500
        || isTicketRefusal(error);
}

} // namespace

SignInSequence::SignInSequence(const NetworkDescription &network, TransportFactory transports,
    TrafficLog *log, const Timing &timing, const ProxySettings &proxy, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_transports(std::move(transports))
    , m_log(log)
    , m_timing(timing)
    , m_proxy(proxy)
{
}

SignInSequence::~SignInSequence()
{
    cancel();
}

void SignInSequence::start(const Address &address, const QString &password, const ServerCache &cache)
{
    // Where one server does everything there is no other to fall back to.
    m_fromCache = !cache.notificationServer.isEmpty() && cache.notificationServer != m_network.dispatch;
    begin(m_fromCache ? cache.notificationServer : m_network.dispatch, address, password, cache);
}

void SignInSequence::startAt(
    const Endpoint &server, const Address &address, const QString &password, const ServerCache &cache)
{
    m_fromCache = false;
    begin(server, address, password, cache);
}

void SignInSequence::begin(
    const Endpoint &server, const Address &address, const QString &password, const ServerCache &cache)
{
    m_address = address;
    m_password = password;
    m_cache = cache;
    m_running = true;
    m_ticketShown = false;
    m_ticketRetried = false;
    m_transfers = 0;
    m_tickets = m_ticketSource
        ? m_ticketSource(cache.loginUrl)
        : std::make_unique<PassportLogin>(m_network, cache.loginUrl, m_timing, m_log, m_proxy);
    connect(m_tickets.get(), &TicketSource::ticketReceived, this, &SignInSequence::showTicket);
    connect(m_tickets.get(), &TicketSource::failed, this, &SignInSequence::finishWith);
    connect(m_tickets.get(), &TicketSource::loginUrlLearned, this, [this](const QUrl &url) {
        m_cache.loginUrl = url;
        Q_EMIT cacheChanged(m_cache);
    });
    if (!report(SignInProgress::Connecting))
        return;
    m_tickets->prepare();
    connectTo(server);
}

bool SignInSequence::report(SignInProgress progress)
{
    Q_EMIT progressChanged(progress);
    return m_running; // whoever listens may have cancelled
}

void SignInSequence::cancel()
{
    finish();
    dropChannel();
}

std::unique_ptr<CommandChannel> SignInSequence::takeChannel()
{
    m_channel->disconnect(this);
    m_channel->setOneAtATime(false);
    return std::move(m_channel);
}

void SignInSequence::connectTo(const Endpoint &server)
{
    dropChannel();
    m_channel = std::make_unique<CommandChannel>(m_transports(), m_log);
    m_channel->setOneAtATime(true);
    connect(m_channel.get(), &CommandChannel::opened, this, &SignInSequence::offerVersions);
    connect(m_channel.get(), &CommandChannel::closed, this, &SignInSequence::handleChannelClosed);
    m_channel->open(server);
}

void SignInSequence::dropChannel()
{
    if (m_handshake) {
        m_handshake->disconnect(this);
        m_handshake.release()->deleteLater(); // we may be inside one of its signals
    }
    // Out of sight first: its pending requests end now and must not be taken for the current ones.
    CommandChannel *channel = m_channel.release();
    if (!channel)
        return;
    channel->disconnect(this);
    channel->close();
    channel->deleteLater(); // we may be inside one of its signals
}

std::chrono::milliseconds SignInSequence::stepDeadline() const
{
    // A remembered server that has fallen silent must not use up the patience that the dispatch
    // server needs: together they stay below half a minute.
    return m_fromCache ? m_timing.signInReply / 2 : m_timing.signInReply;
}

void SignInSequence::request(const std::function<Command(TransactionId)> &make, const QList<Verb> &replies,
    void (SignInSequence::*handler)(const Reply &))
{
    const QPointer<CommandChannel> channel = m_channel.get();
    m_channel->request(make, replies, stepDeadline(), [this, channel, handler](const Reply &reply) {
        // A channel that was dropped ends its requests too; they are nobody's any more.
        if (m_running && channel && channel == m_channel.get())
            (this->*handler)(reply);
    });
}

void SignInSequence::offerVersions()
{
    if (!report(SignInProgress::Negotiating))
        return;
    m_handshake
        = std::make_unique<VersionHandshake>(*m_channel, m_network.protocols, m_address, stepDeadline());
    connect(m_handshake.get(), &VersionHandshake::failed, this, &SignInSequence::handleError);
    connect(m_handshake.get(), &VersionHandshake::agreed, this,
        [this](ProtocolVersion version, const Error &clientVersionRefusal) {
            m_version = version;
            m_clientVersionRefusal = clientVersionRefusal;
            identify();
        });
    m_handshake->start();
}

void SignInSequence::identify()
{
    const SignInRequest initial{SignInRequest::Stage::Initial, "TWN", m_address.toUtf8()};
    request([&initial](TransactionId id) { return encodeSignInRequest(id, initial); }, {Verb::Usr, Verb::Xfr},
        &SignInSequence::handleIdentified);
}

void SignInSequence::handleIdentified(const Reply &reply)
{
    if (!reply) {
        const bool explained = m_clientVersionRefusal.code != ErrorCode::None && isHangUp(reply.error());
        handleError(explained ? m_clientVersionRefusal : reply.error());
        return;
    }
    if (reply->verb == "XFR") {
        const auto transfer = parseTransfer(*reply);
        if (transfer && transfer->to == Transfer::To::NotificationServer)
            transferTo(*transfer);
        else
            handleError(makeError(ErrorCode::UnexpectedReply, m_channel->endpoint().toString()));
        return;
    }
    const auto signInReply = parseSignInReply(*reply);
    const auto *challenge = signInReply ? std::get_if<PolicyChallenge>(&*signInReply) : nullptr;
    if (!challenge) {
        handleError(makeError(ErrorCode::UnexpectedReply, m_channel->endpoint().toString()));
        return;
    }
    if (report(SignInProgress::CheckingPassword))
        m_tickets->logIn(m_address, m_password, challenge->policy);
}

void SignInSequence::transferTo(const Transfer &transfer)
{
    m_fromCache = false;
    if (++m_transfers > maxTransfers) {
        finishWith(makeError(ErrorCode::TooManyTransfers, transfer.endpoint.toString()));
        return;
    }
    if (report(SignInProgress::Transferring))
        connectTo(transfer.endpoint);
}

void SignInSequence::showTicket(const QByteArray &ticket)
{
    if (!report(SignInProgress::SigningIn))
        return;
    m_ticketShown = true;
    const SignInRequest withTicket{SignInRequest::Stage::Ticket, "TWN", ticket};
    request([&withTicket](TransactionId id) { return encodeSignInRequest(id, withTicket); }, {Verb::Usr},
        &SignInSequence::handleTicketReply);
}

void SignInSequence::handleTicketReply(const Reply &reply)
{
    if (!reply) {
        handleError(reply.error());
        return;
    }
    const auto signInReply = parseSignInReply(*reply);
    const auto *accepted = signInReply ? std::get_if<SignInAccepted>(&*signInReply) : nullptr;
    if (!accepted) {
        handleError(makeError(ErrorCode::UnexpectedReply, m_channel->endpoint().toString()));
        return;
    }
    m_cache.notificationServer = m_channel->endpoint();
    Q_EMIT cacheChanged(m_cache);
    if (!m_running)
        return;
    finish();
    Q_EMIT signedIn(*accepted);
}

void SignInSequence::handleChannelClosed(const Error &error)
{
    // The server may hang up while Passport is being asked: the ticket would be worthless.
    handleError(error);
}

void SignInSequence::handleError(const Error &error)
{
    if (!m_running)
        return;
    if (retryWithNewTicket(error) || retryAtDispatchServer(error))
        return;
    Error shown = error;
    if (isTicketRefusal(error))
        shown.code = ErrorCode::TicketRefused;
    if (shown.subject.isEmpty() && m_channel)
        shown.subject = m_channel->endpoint().toString();
    finishWith(shown);
}

bool SignInSequence::retryWithNewTicket(const Error &error)
{
    // A ticket lives for seconds: on a slow line it may have died on the way. Once.
    if (!isTicketRefusal(error) || !m_ticketShown || m_ticketRetried)
        return false;
    m_ticketShown = false;
    m_ticketRetried = true;
    connectTo(Endpoint(m_channel->endpoint()));
    return true;
}

bool SignInSequence::retryAtDispatchServer(const Error &error)
{
    if (!m_fromCache || !makesCacheUseless(error))
        return false;
    m_fromCache = false;
    m_cache.notificationServer = {};
    m_ticketShown = false;
    m_tickets->cancel();
    m_tickets->prepare();
    Q_EMIT cacheChanged(m_cache);
    if (m_running && report(SignInProgress::Connecting))
        connectTo(m_network.dispatch);
    return true;
}

void SignInSequence::finishWith(const Error &error)
{
    finish();
    dropChannel();
    Q_EMIT failed(error);
}

void SignInSequence::finish()
{
    m_running = false;
    m_password.clear();
    if (m_tickets) {
        m_tickets->disconnect(this);
        m_tickets->cancel();
        m_tickets.release()->deleteLater();
    }
}

} // namespace Msn
