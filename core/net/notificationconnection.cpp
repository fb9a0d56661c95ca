#include "core/net/notificationconnection.h"

#include "core/base/logging.h"
#include "core/net/sessionend.h"
#include "core/net/signinsequence.h"
#include "core/net/trafficlog.h"
#include "core/protocol/services.h"

#include <QHash>

namespace Msn {

NotificationConnection::NotificationConnection(const NetworkDescription &network, TransportFactory transports,
    TrafficLog *log, const Timing &timing, const ProxySettings &proxy, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_transports(std::move(transports))
    , m_log(log)
    , m_timing(timing)
    , m_proxy(proxy)
    , m_keepAlive(timing)
    , m_dialect(&dialectOf(ProtocolVersion::Msnp8))
    , m_moves(timing)
{
    connect(&m_keepAlive, &KeepAlive::pingDue, this, [this] { send(encodePing()); });
    connect(&m_keepAlive, &KeepAlive::serverSilent, this, [this] {
        handleClosed(
            makeError(ErrorCode::ConnectionLost, m_channel ? m_channel->endpoint().toString() : QString()));
    });
}

NotificationConnection::~NotificationConnection()
{
    const QSignalBlocker silence(this);
    m_state = State::Disconnected;
    dropConnection();
}

Endpoint NotificationConnection::localEndpoint() const
{
    return m_channel ? m_channel->localEndpoint() : Endpoint{};
}

void NotificationConnection::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void NotificationConnection::signIn(const Address &address, const QString &password, const ServerCache &cache)
{
    endConnection();
    m_address = address;
    m_password = password;
    m_cache = cache;
    begin([this](SignInSequence &sequence) { sequence.start(m_address, m_password, m_cache); });
}

void NotificationConnection::begin(const std::function<void(SignInSequence &)> &start)
{
    m_sequence = std::make_unique<SignInSequence>(m_network, m_transports, m_log, m_timing, m_proxy);
    SignInSequence *sequence = m_sequence.get();
    sequence->setTicketSource(m_ticketSource);
    connect(sequence, &SignInSequence::progressChanged, this, &NotificationConnection::progressChanged);
    connect(sequence, &SignInSequence::signedIn, this, &NotificationConnection::adoptChannel);
    connect(sequence, &SignInSequence::failed, this, &NotificationConnection::handleClosed);
    connect(sequence, &SignInSequence::cacheChanged, this, [this](const ServerCache &cache) {
        m_cache = cache;
        Q_EMIT cacheChanged(cache);
    });
    setState(State::SigningIn);
    if (sequence == m_sequence.get()) // a listener may have signed out
        start(*sequence);
}

void NotificationConnection::signOut()
{
    if (isSignedIn())
        send(encodeSignedOutNotice({}));
    const bool changes = m_state != State::Disconnected;
    if (endConnection() && changes)
        Q_EMIT stateChanged(m_state);
}

void NotificationConnection::request(const std::function<Command(TransactionId)> &make,
    const QList<Verb> &replies, ReplyHandler handler, std::optional<std::chrono::milliseconds> deadline)
{
    if (isSignedIn() && m_channel)
        m_channel->request(make, replies, deadline.value_or(m_timing.reply), std::move(handler));
    else
        handler(Unexpected(makeError(ErrorCode::NotSignedIn)));
}

void NotificationConnection::send(const Command &command)
{
    if (m_channel)
        m_channel->send(command);
}

void NotificationConnection::adoptChannel(const SignInAccepted &accepted)
{
    m_dialect = &m_sequence->dialect();
    m_channel = m_sequence->takeChannel();
    dropSequence();
    connect(m_channel.get(), &CommandChannel::commandReceived, this, &NotificationConnection::handleCommand);
    connect(m_channel.get(), &CommandChannel::closed, this, &NotificationConnection::handleClosed);
    connect(m_channel.get(), &CommandChannel::bytesSent, &m_keepAlive, &KeepAlive::noteSent);
    connect(m_channel.get(), &CommandChannel::bytesArrived, &m_keepAlive, &KeepAlive::noteReceived);
    if (!m_channel->keepsItselfAlive())
        m_keepAlive.start();
    m_moves.noteSignedIn();
    setState(State::SignedIn);
    if (isSignedIn())
        Q_EMIT signedIn(accepted);
}

const QHash<QByteArray, NotificationConnection::Handler> &NotificationConnection::handlers()
{
    using Self = NotificationConnection;
    static const QHash<QByteArray, Handler> table{
        {"NLN", &Self::handlePresence},
        {"ILN", &Self::handleInitialPresence},
        {"FLN", &Self::handleContactOffline},
        {"CHG", &Self::handleForcedStatus},
        {"RNG", &Self::handleRing},
        {"MSG", &Self::handleMessage},
        {"NOT", &Self::handleAlert},
        {"IPG", &Self::handleAlert},
        {"CHL", &Self::handleChallenge},
        {"QNG", &Self::handlePong},
        {"OUT", &Self::handleOut},
        {"XFR", &Self::handleTransfer},
        {"GTC", &Self::handleListCommand},
        {"BLP", &Self::handleListCommand},
        {"PRP", &Self::handleListCommand},
        {"BPR", &Self::handleListCommand},
        {"LSG", &Self::handleListCommand},
        {"LST", &Self::handleListCommand},
        {"ADD", &Self::handleListCommand},
        {"ADC", &Self::handleListCommand},
        {"REM", &Self::handleListCommand},
        {"REA", &Self::handleListCommand},
        {"ADG", &Self::handleListCommand},
        {"REG", &Self::handleListCommand},
        {"RMG", &Self::handleListCommand},
        {"QRY", &Self::handleIgnored},
    };
    return table;
}

void NotificationConnection::handleCommand(const Command &command)
{
    const Handler handler = handlers().value(command.verb, nullptr);
    if (handler)
        (this->*handler)(command);
    else
        qCInfo(logNet) << "skipped" << TrafficLog::masked(command);
}

void NotificationConnection::handlePresence(const Command &command)
{
    if (const auto presence = parseContactPresence(command))
        Q_EMIT presenceReceived(*presence, false);
}

void NotificationConnection::handleInitialPresence(const Command &command)
{
    if (const auto presence = parseContactPresence(command))
        Q_EMIT presenceReceived(*presence, true);
}

void NotificationConnection::handleContactOffline(const Command &command)
{
    if (const auto address = parseContactOffline(command))
        Q_EMIT contactWentOffline(*address);
}

void NotificationConnection::handleForcedStatus(const Command &command)
{
    const auto change = parseStatusChange(command);
    if (change && command.transactionId == 0u)
        Q_EMIT ownStatusForced(*change);
}

void NotificationConnection::handleRing(const Command &command)
{
    if (const auto ring = parseRing(command))
        Q_EMIT rang(*ring);
}

void NotificationConnection::handleMessage(const Command &command)
{
    const auto message = parseIncomingMessage(command);
    if (!message)
        return;
    const ServerMessage content = parseServerMessage(message->payload);
    const bool fromServer = message->sender.address == Address(QStringLiteral("Hotmail"));
    // Hobby servers sign the profile with other names; it comes before anything a peer could send.
    if (fromServer || std::holds_alternative<Profile>(content))
        Q_EMIT serverMessageReceived(content);
}

void NotificationConnection::handleAlert(const Command &command)
{
    Q_EMIT alertReceived(command.payload.value_or(QByteArray()));
}

void NotificationConnection::handleChallenge(const Command &command)
{
    const auto challenge = parseChallenge(command);
    if (!challenge)
        return;
    const ChallengeAnswer answer = m_challenges.answerTo(*challenge);
    // Some servers never answer QRY (presence.md §5): only a refusal counts. The server hangs up after
    // it, and this is the reason that a person should see.
    request([&answer](TransactionId id) { return encodeChallengeAnswer(id, answer); }, {Verb::Qry},
        [this](const Reply &reply) {
            if (!reply && reply.error().code == ErrorCode::ServerRefused)
                handleChallengeRefused(reply.error());
        });
}

void NotificationConnection::handleChallengeRefused(Error error)
{
    error.subject = m_channel ? m_channel->endpoint().toString() : QString();
    m_challenges.noteRefused();
    handleClosed(error);
}

void NotificationConnection::handlePong(const Command &command)
{
    m_keepAlive.handlePong(parsePong(command));
}

void NotificationConnection::handleOut(const Command &command)
{
    const SignedOutNotice notice = parseSignedOutNotice(command);
    if (makesServerUseless(notice)) { // next time ask the dispatch server (sign-in.md §1)
        m_cache.notificationServer = {};
        Q_EMIT cacheChanged(m_cache);
    }
    Q_EMIT signedOutByServer(notice);
    // Not every server hangs up after it has said OUT.
    handleClosed(errorFor(notice));
}

void NotificationConnection::handleTransfer(const Command &command)
{
    const auto transfer = parseTransfer(command);
    if (!transfer || transfer->to != Transfer::To::NotificationServer)
        return;
    // A move in the middle of a session; conversations survive it (sign-in.md §2). Two servers that
    // send us to and fro are left alone.
    const Endpoint server = transfer->endpoint;
    if (!m_moves.mayMove()) {
        handleClosed(makeError(ErrorCode::TooManyTransfers, server.toString()));
        return;
    }
    m_state = State::SigningIn; // before what waits for a reply ends, or it would ask again
    dropConnection();
    if (m_state != State::SigningIn)
        return;
    m_state = State::SignedIn;
    begin([this, server](
              SignInSequence &sequence) { sequence.startAt(server, m_address, m_password, m_cache); });
}

void NotificationConnection::handleListCommand(const Command &command)
{
    Q_EMIT listCommandReceived(command);
}

void NotificationConnection::handleIgnored(const Command &)
{
    // QRY t: our answer to a challenge was right.
}

void NotificationConnection::handleClosed(const Error &error)
{
    if (m_state == State::Disconnected)
        return;
    if (!endConnection())
        return;
    Q_EMIT stateChanged(m_state);
    if (m_state == State::Disconnected)
        Q_EMIT failed(error);
}

bool NotificationConnection::endConnection()
{
    // The state first: what waits for a reply ends now, and whoever asked must see that there is no
    // session any more.
    m_state = State::Disconnected;
    m_password.clear();
    dropConnection();
    return m_state == State::Disconnected;
}

void NotificationConnection::dropConnection()
{
    dropSequence();
    dropChannel();
}

void NotificationConnection::dropChannel()
{
    m_keepAlive.stop();
    if (!m_channel)
        return;
    CommandChannel *channel = m_channel.release();
    channel->disconnect(this);
    channel->disconnect(&m_keepAlive);
    channel->deleteLater(); // we may be inside one of its signals
    channel->close(makeError(ErrorCode::ConnectionLost, channel->endpoint().toString()));
}

void NotificationConnection::dropSequence()
{
    if (!m_sequence)
        return;
    SignInSequence *sequence = m_sequence.release();
    sequence->disconnect(this);
    sequence->cancel();
    sequence->deleteLater();
}

} // namespace Msn
