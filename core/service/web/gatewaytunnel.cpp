#include "core/service/web/gatewaytunnel.h"

#include "core/service/web/httpconnection.h"

#include <algorithm>
#include <utility>

namespace Msn {

namespace {

/// What is waiting beyond this comes with the next answer; clients have a cap of their own.
constexpr qsizetype maxAnswerBytes = 128 * 1024;
/// An answer that is held back longer would run into the limits of the HTTP connection.
constexpr std::chrono::seconds longestHold{45};

HttpResponse gatewayResponse(const QByteArray &ticket, const QByteArray &body)
{
    return {200, {{GatewayTicket::headerName, ticket}, {"Content-Type", gatewayContentType}}, false, body};
}

} // namespace

GatewayTunnel::GatewayTunnel(const QByteArray &key, const QHostAddress &peer, const QHostAddress &local,
    const ServiceOptions &options, QObject *parent)
    : QObject(parent)
    , m_key(key)
    , m_peer(peer)
    , m_local(local)
    , m_maxArrived(2 * options.limits.maxHttpBodyBytes)
    , m_patience(options.timings.gatewayAnswer)
{
    m_hold.setSingleShot(true);
    m_silence.setSingleShot(true);
    m_silence.setInterval(options.timings.gatewaySilence);
    m_silence.start();
    connect(&m_hold, &QTimer::timeout, this, &GatewayTunnel::answer);
    connect(&m_silence, &QTimer::timeout, this, &GatewayTunnel::cut);
}

GatewayTunnel::~GatewayTunnel()
{
    cut();
}

void GatewayTunnel::handle(HttpConnection *connection, const GatewayQuery &query, qint64 counter,
    const QByteArray &body, const QByteArray &host)
{
    const bool isPoll = query.action == GatewayQuery::Action::Poll;
    if (isPoll && counter == m_counter - 1 && !m_lastTicket.isEmpty())
        return connection->respond(gatewayResponse(m_lastTicket, m_lastBody));
    const bool isOpening = query.action == GatewayQuery::Action::Open;
    if ((!isOpening && counter != m_counter) || m_arrived.size() + body.size() > m_maxArrived)
        return refuse(connection);
    // Two at a time are not allowed; the older one is that of a connection which has died.
    if (m_waiting)
        refuse(m_waiting);
    m_waiting = connection;
    m_host = host;
    m_silence.start();
    if (!body.isEmpty()) {
        m_arrived += body;
        Q_EMIT arrived();
    }
    const std::chrono::milliseconds wish = std::chrono::seconds(query.lifespanSeconds);
    const auto patience = isPoll ? std::min<std::chrono::milliseconds>(wish, longestHold) : m_patience;
    m_hold.start(m_outgoing.isEmpty() && !m_isFinished ? patience : std::chrono::milliseconds(0));
}

void GatewayTunnel::refuse(HttpConnection *connection)
{
    connection->respond({400, {}, true, {}});
}

QByteArray GatewayTunnel::takeArrived(qint64 maxBytes)
{
    const QByteArray bytes = m_arrived.first(std::min<qint64>(maxBytes, m_arrived.size()));
    m_arrived.remove(0, bytes.size());
    return bytes;
}

void GatewayTunnel::put(const QByteArray &bytes)
{
    m_outgoing += bytes;
    if (m_waiting)
        m_hold.start(0); // together with what else is said in this turn of the event loop
}

void GatewayTunnel::finish()
{
    m_isFinished = true;
    if (m_waiting)
        m_hold.start(0);
}

void GatewayTunnel::answer()
{
    if (!m_waiting)
        return; // its connection has died; the client will ask again
    const QByteArray body = m_outgoing.first(std::min(m_outgoing.size(), maxAnswerBytes));
    m_outgoing.remove(0, body.size());
    const bool closes = m_isFinished && m_outgoing.isEmpty();
    ++m_counter;
    m_lastTicket = encodeGatewayTicket({m_key + '.' + QByteArray::number(m_counter), m_host, closes});
    m_lastBody = body;
    m_silence.start();
    std::exchange(m_waiting, nullptr)->respond(gatewayResponse(m_lastTicket, m_lastBody));
    if (closes)
        cut();
}

void GatewayTunnel::cut()
{
    if (std::exchange(m_isGone, true))
        return;
    m_hold.stop();
    m_silence.stop();
    if (m_waiting)
        refuse(std::exchange(m_waiting, nullptr));
    Q_EMIT gone();
}

} // namespace Msn
