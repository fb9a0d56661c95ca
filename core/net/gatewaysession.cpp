#include "core/net/gatewaysession.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace Msn {

namespace {

/// What is queued beyond this waits for the next request.
constexpr qsizetype maxRequestBody = 64 * 1024;
/// The commands of a whole body are worked off in portions, between which reading may be paused.
constexpr qsizetype sliceBytes = 64 * 1024;

bool beginsSwitchboard(const QByteArray &commands)
{
    return commands.startsWith("USR ") || commands.startsWith("ANS ");
}

} // namespace

GatewaySession::GatewaySession(
    const NetworkDescription &network, const ProxySettings &proxy, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_address(network.gateway)
    , m_lifespanSeconds(network.gatewayLifespanSeconds)
    , m_trust(network)
    , m_proxy(proxy)
    , m_timing(timing)
{
    for (QTimer *timer : {&m_nextTimer, &m_deadline, &m_quietTimer})
        timer->setSingleShot(true);
    m_quietTimer.setInterval(timing.gatewayQuiet);
    connect(&m_nextTimer, &QTimer::timeout, this, &GatewaySession::startNext);
    connect(&m_deadline, &QTimer::timeout, this, &GatewaySession::handleTimeout);
    connect(&m_quietTimer, &QTimer::timeout, this, [this] { m_isQuiet = true; });
}

GatewaySession::~GatewaySession() = default;

void GatewaySession::open(const Endpoint &server)
{
    m_wantedHost = server.host;
    connectToGateway();
}

void GatewaySession::write(const QByteArray &commands)
{
    if (m_state != State::Open)
        return;
    m_queue.append(commands);
    noteActivity();
    scheduleNext();
}

void GatewaySession::setPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) && !paused)
        deliver();
}

void GatewaySession::finish()
{
    disconnect(); // whoever listened
    const bool isDone = m_state != State::Open || (m_queue.isEmpty() && (!m_request || m_request->isPoll()));
    m_state = State::Finishing;
    if (isDone) {
        fail({});
        return;
    }
    setParent(QCoreApplication::instance());
    QTimer::singleShot(m_timing.gatewayFarewell, this, [this] { fail({}); });
    m_isPaused = false;
    if (m_request)
        return;
    // At once and not with the next turn of the event loop, which may be its last.
    startNext();
    if (m_channel)
        m_channel->flush();
}

// --- The connection to the gateway -----------------------------------------------------------

void GatewaySession::connectToGateway()
{
    dropChannel();
    m_channel = new HttpChannel(m_address.isTls(), m_trust, m_proxy, m_timing.connect, this);
    connect(m_channel, &HttpChannel::connected, this, &GatewaySession::handleConnected);
    connect(m_channel, &HttpChannel::answered, this, &GatewaySession::handleAnswer);
    connect(m_channel, &HttpChannel::ended, this, &GatewaySession::handleEnded);
    m_channel->connectTo(m_address.endpoint());
}

void GatewaySession::connectToFirst()
{
    m_address.returnToFirst();
    connectToGateway();
}

void GatewaySession::dropChannel()
{
    if (HttpChannel *channel = std::exchange(m_channel, nullptr)) {
        channel->disconnect(this);
        channel->deleteLater(); // we may be inside one of its signals
    }
}

void GatewaySession::handleConnected()
{
    const QHostAddress peer = m_channel->peerAddress();
    if (m_state == State::Connecting) {
        m_address.noteFirstReached(peer);
        m_state = State::Open;
        m_quietTimer.start();
        Q_EMIT opened();
        return;
    }
    if (!m_address.mayBeAt(peer))
        connectToFirst();
    else if (m_request)
        send();
}

void GatewaySession::handleEnded(const Error &error)
{
    dropChannel();
    if (!m_request) {
        if (m_state == State::Connecting)
            fail(error);
        return; // idle; the next request opens it again (http-gateway.md §3)
    }
    if (!m_request->isSent && !m_address.isFirst())
        connectToFirst(); // the gateway that was named cannot be reached
    else if (!retryPoll())
        m_request->isSent ? lose(error.detail) : fail(error);
}

void GatewaySession::handleTimeout()
{
    // What is under way on this connection could still be answered and must not be mistaken.
    dropChannel();
    if (!retryPoll())
        lose(QStringLiteral("no answer"));
}

// --- Requests --------------------------------------------------------------------------------

void GatewaySession::scheduleNext()
{
    if (m_request || m_isPaused || m_state == State::Closed)
        return;
    const bool hasWords = !m_queue.isEmpty();
    if (m_state == State::Finishing && !hasWords)
        fail({});
    else if (hasWords)
        m_nextTimer.start(0); // together with what else is said in this turn of the event loop
    else if (!m_sessionId.isEmpty() && !m_nextTimer.isActive())
        m_nextTimer.start(pause());
}

std::chrono::milliseconds GatewaySession::pause() const
{
    if (m_isHeldBack && !m_pollFailed)
        return {};
    return m_isQuiet ? m_timing.gatewaySlowPoll : m_timing.gatewayPoll;
}

void GatewaySession::startNext()
{
    if (m_request || m_isPaused || m_state == State::Closed)
        return;
    m_nextTimer.stop();
    m_request = nextRequest();
    if (m_channel && m_channel->isConnected() && m_channel->server() == m_address.endpoint())
        send();
    else
        connectToGateway();
}

GatewaySession::Request GatewaySession::nextRequest()
{
    Request request;
    request.query.sessionId = m_sessionId;
    if (m_queue.isEmpty() || m_pollFailed) {
        request.query.action = GatewayQuery::Action::Poll;
        request.query.lifespanSeconds = m_lifespanSeconds;
        return request;
    }
    if (m_sessionId.isEmpty()) {
        request.query.action = GatewayQuery::Action::Open;
        request.query.host = m_wantedHost;
        if (beginsSwitchboard(m_queue.constFirst()))
            request.query.server = GatewayQuery::Server::Switchboard;
    }
    do {
        request.body += m_queue.takeFirst();
    } while (!m_queue.isEmpty() && request.body.size() + m_queue.constFirst().size() <= maxRequestBody);
    return request;
}

void GatewaySession::send()
{
    m_request->isSent = true;
    m_sinceSent.start();
    m_deadline.start(m_timing.gatewayAnswer);
    m_channel->post(
        m_address.urlFor(m_request->query), m_address.headersFor(m_request->body), m_request->body);
}

/// A poll that was not answered may be asked again; of anything else nobody knows what became of it
/// (http-gateway.md §2).
bool GatewaySession::retryPoll()
{
    if (!m_request || !m_request->isPoll() || std::exchange(m_pollFailed, true))
        return false;
    m_request.reset();
    m_deadline.stop();
    scheduleNext();
    return true;
}

// --- Answers ---------------------------------------------------------------------------------

void GatewaySession::handleAnswer(const HttpAnswer &answer)
{
    m_deadline.stop();
    if (!m_request)
        return;
    if (!answer.keepsAlive)
        dropChannel();
    if (answer.status >= 500 && retryPoll())
        return;
    const auto ticket = parseGatewayTicket(answer.headers.header(GatewayTicket::headerName));
    // Without a word about the session only an empty answer can be the gateway's.
    const bool isMute = !m_sessionId.isEmpty() && answer.body.isEmpty()
        && !answer.headers.hasHeader(GatewayTicket::headerName);
    if (answer.status != 200 || (!ticket && !isMute)) {
        refuse(answer);
        return;
    }
    m_pollFailed = false;
    m_isHeldBack = m_request->query.lifespanSeconds > 0
        && (!answer.body.isEmpty() || m_sinceSent.elapsed() * 2 >= m_request->query.lifespanSeconds * 1000);
    m_request.reset();
    if (ticket)
        takeTicket(*ticket);
    if (!answer.body.isEmpty())
        noteActivity();
    m_inbox = answer.body;
    deliver();
}

void GatewaySession::takeTicket(const GatewayTicket &ticket)
{
    if (!ticket.sessionId.isEmpty())
        m_sessionId = ticket.sessionId;
    m_address.moveTo(ticket.gatewayHost, m_wantedHost);
    if (ticket.closes)
        m_end = makeError(ErrorCode::ConnectionClosed, gateway());
}

void GatewaySession::deliver()
{
    const QPointer<GatewaySession> self(this);
    if (m_state == State::Finishing)
        m_inbox.clear();
    while (!m_isPaused && !m_inbox.isEmpty()) {
        const QByteArray slice = m_inbox.first(std::min(m_inbox.size(), sliceBytes));
        m_inbox.remove(0, slice.size());
        Q_EMIT received(slice);
        if (!self)
            return;
    }
    if (m_isPaused || m_state == State::Closed)
        return;
    if (m_end)
        fail(*m_end);
    else
        scheduleNext();
}

void GatewaySession::noteActivity()
{
    m_isQuiet = false;
    m_quietTimer.start();
    // An idle pause that began while it was quiet is too long now.
    if (m_nextTimer.isActive() && m_nextTimer.interval() > m_timing.gatewayPoll.count())
        m_nextTimer.start(m_timing.gatewayPoll);
}

void GatewaySession::refuse(const HttpAnswer &answer)
{
    const QString detail = QStringLiteral("HTTP %1").arg(answer.status);
    const QString proxy = m_channel ? m_channel->proxy() : QString();
    if (answer.status == 407)
        fail(makeError(ErrorCode::ProxyPasswordNeeded, proxy.isEmpty() ? gateway() : proxy, detail));
    else if (m_sessionId.isEmpty())
        fail(makeError(ErrorCode::GatewayRefused, gateway(), detail));
    else
        lose(detail);
}

void GatewaySession::lose(const QString &detail)
{
    fail(makeError(ErrorCode::ConnectionLost, gateway(), detail));
}

/// By value: a kept error may go with this object while others are told.
void GatewaySession::fail(Error error)
{
    const State before = std::exchange(m_state, State::Closed);
    m_nextTimer.stop();
    m_deadline.stop();
    m_quietTimer.stop();
    m_request.reset();
    m_queue.clear();
    dropChannel();
    if (before == State::Finishing)
        deleteLater();
    else if (before != State::Closed)
        Q_EMIT closed(error);
}

} // namespace Msn
