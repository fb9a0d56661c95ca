#include "core/net/networkfilefetcher.h"

#include "core/net/proxychoice.h"
#include "core/net/socketerror.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace Msn {

NetworkFileFetcher::NetworkFileFetcher(std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        if (m_reply)
            m_reply->abort();
    });
}

NetworkFileFetcher::~NetworkFileFetcher()
{
    drop();
}

void NetworkFileFetcher::fetch(const QUrl &url, const ProxySettings &proxy, Completion<QByteArray> done)
{
    drop();
    m_proxy = proxy;
    m_http.setProxyFactory(new ProxyChoice(proxy)); // the access manager owns it
    m_done = std::move(done);
    m_body.clear();
    m_timedOut = false;
    if (url.scheme() != QLatin1String("https") || url.host().isEmpty()) {
        m_done(Unexpected(makeError(ErrorCode::InsecureAddress, url.host())));
        return;
    }
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(5);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    m_reply = m_http.get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkFileFetcher::read);
    connect(m_reply, &QNetworkReply::finished, this, &NetworkFileFetcher::finish);
    m_deadline.start();
}

void NetworkFileFetcher::drop()
{
    m_deadline.stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void NetworkFileFetcher::read()
{
    m_body += m_reply->read(maxBytes + 1 - m_body.size());
    if (m_body.size() > maxBytes)
        m_reply->abort();
}

void NetworkFileFetcher::finish()
{
    m_deadline.stop();
    const bool isFine = m_reply->error() == QNetworkReply::NoError && m_body.size() <= maxBytes;
    const Error error = isFine ? Error() : describe();
    std::exchange(m_reply, nullptr)->deleteLater();
    if (isFine)
        m_done(std::exchange(m_body, {}));
    else
        m_done(Unexpected(error));
}

Error NetworkFileFetcher::describe() const
{
    Error error = makeError(ErrorCode::UnexpectedReply, m_reply->url().host(), m_reply->errorString());
    const QString proxy = proxyName(networkProxyFor(m_proxy, endpointOfUrl(m_reply->url())));
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        error.code = ErrorCode::CertificateUntrusted;
        break;
    case QNetworkReply::InsecureRedirectError:
        error.code = ErrorCode::InsecureAddress;
        break;
    case QNetworkReply::UnknownNetworkError: // all that is told of most faults of a proxy
        if (!proxy.isEmpty())
            error.code = ErrorCode::ProxyFailed;
        break;
    default:
        if (const ErrorCode code = errorCodeFor(m_reply->error()); code != ErrorCode::None)
            error.code = code;
        break;
    }
    if (m_timedOut)
        error.code = ErrorCode::ConnectionTimedOut;
    error.subject = subjectOf(error.code, error.subject, proxy);
    return error;
}

} // namespace Msn
