#include "core/net/headfetcher.h"

#include "core/net/networkroute.h"

#include <utility>

namespace Msn {

namespace {

/// Path and query as they stand behind GET.
QByteArray targetOf(const QUrl &url)
{
    const QByteArray target
        = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    return target.startsWith('/') ? target : '/' + target;
}

QByteArray authorityOf(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo).authority(QUrl::FullyEncoded).toLatin1();
}

} // namespace

HeadFetcher::HeadFetcher(
    const ServerTrust &trust, const ProxySettings &proxy, std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent)
    , m_trust(trust)
    , m_proxy(proxy)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        dropChannel();
        const QString server = m_request ? endpointOfUrl(m_request->url).toString() : QString();
        finish(Unexpected(makeError(ErrorCode::ConnectionTimedOut, server)));
    });
}

void HeadFetcher::prepare(const QUrl &url)
{
    if (!m_channel)
        connectTo(endpointOfUrl(url));
}

void HeadFetcher::get(const QUrl &url, const QList<MimeMessage::Header> &headers)
{
    cancel();
    m_request = Request{url, headers};
    m_deadline.start();
    m_isChannelOld = true;
    if (!m_channel || !(m_channel->server() == endpointOfUrl(url)))
        connectTo(endpointOfUrl(url));
    else if (m_channel->isConnected())
        send();
}

void HeadFetcher::cancel()
{
    m_deadline.stop();
    const auto request = std::exchange(m_request, std::nullopt);
    if (request && request->isSent)
        dropChannel(); // its answer must not be taken for another's
}

void HeadFetcher::connectTo(const Endpoint &server)
{
    dropChannel();
    m_isChannelOld = false;
    m_channel = new HttpChannel(true, m_trust, m_proxy, m_deadline.intervalAsDuration(), this);
    connect(m_channel, &HttpChannel::connected, this, &HeadFetcher::send);
    connect(m_channel, &HttpChannel::answered, this, &HeadFetcher::handleAnswer);
    connect(m_channel, &HttpChannel::ended, this, &HeadFetcher::handleEnded);
    m_channel->connectTo(server);
}

void HeadFetcher::dropChannel()
{
    if (HttpChannel *channel = std::exchange(m_channel, nullptr)) {
        channel->disconnect(this);
        channel->deleteLater(); // we may be inside one of its signals
    }
}

void HeadFetcher::send()
{
    if (!m_request || m_request->isSent)
        return;
    m_request->isSent = true;
    QList<MimeMessage::Header> headers{{"Host", authorityOf(m_request->url)}, {"Connection", "Keep-Alive"}};
    headers += m_request->headers;
    m_channel->getHead(targetOf(m_request->url), headers);
}

void HeadFetcher::handleAnswer(const HttpAnswer &answer)
{
    if (!answer.keepsAlive)
        dropChannel();
    finish(answer);
}

void HeadFetcher::handleEnded(const Error &error)
{
    dropChannel();
    if (!m_request)
        return; // it was kept, or prepared, for nothing
    if (m_request->isSent && m_isChannelOld) {
        m_request->isSent = false;
        connectTo(endpointOfUrl(m_request->url));
    } else {
        finish(Unexpected(error));
    }
}

void HeadFetcher::finish(const Result &result)
{
    m_deadline.stop();
    if (std::exchange(m_request, std::nullopt))
        Q_EMIT finished(result);
}

} // namespace Msn
