#include "core/net/passportlogin.h"

#include "core/base/logging.h"
#include "core/net/proxychoice.h"
#include "core/net/socketerror.h"
#include "core/net/trafficlog.h"
#include "core/protocol/passport.h"

#include <QDateTime>
#include <QLocale>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace Msn {

namespace {

constexpr int maxRedirects = 5;
/// Nobody needs the body of a sign-in answer; a server that sends more than this is not one.
constexpr qint64 maxBodyBytes = 1024 * 1024;

QString hostOf(const QUrl &url)
{
    return endpointOfUrl(url).toString();
}

int httpStatus(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// The end of such an answer is the end of the connection, and there are servers that leave it open.
/// Nobody needs to wait for it: what counts is in the headers.
bool endsWithConnection(const QNetworkReply &reply)
{
    return httpStatus(reply) != 0 && !reply.hasRawHeader("Content-Length")
        && !reply.rawHeader("Transfer-Encoding").toLower().contains("chunked");
}

/// Either header may carry the verdict; several lines of one name arrive joined.
std::optional<PassportVerdict> verdictOf(const QNetworkReply &reply)
{
    for (const char *name : {"Authentication-Info", "WWW-Authenticate"}) {
        const auto verdict = parsePassportVerdict(reply.rawHeader(name));
        if (verdict)
            return *verdict;
    }
    return std::nullopt;
}

/// A log-in page even if its verdict makes no sense.
bool speaksPassport(const QNetworkReply &reply)
{
    return reply.hasRawHeader("Authentication-Info") || reply.hasRawHeader("PassportURLs");
}

QUrl withoutQuery(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

/// Header `Date: Sun, 06 Nov 1994 08:49:37 GMT`.
QDateTime serverTimeOf(const QNetworkReply &reply)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(reply.rawHeader("Date").trimmed()),
        QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

PassportLogin::PassportLogin(const NetworkDescription &network, const QUrl &cachedLoginUrl,
    const Timing &timing, TrafficLog *log, const ProxySettings &proxy, QObject *parent)
    : TicketSource(parent)
    , m_network(network)
    , m_timing(timing)
    , m_trust(network)
    , m_log(log)
    , m_proxy(proxy)
    , m_loginUrl(cachedLoginUrl)
    , m_loginUrlIsCached(!cachedLoginUrl.isEmpty())
{
    m_http.setProxyFactory(new ProxyChoice(proxy)); // the access manager owns it
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        if (m_reply)
            m_reply->abort();
    });
}

PassportLogin::~PassportLogin()
{
    cancel();
}

void PassportLogin::prepare()
{
    if (m_loginUrl.isEmpty()) {
        askNexus();
    } else if (!m_trust.isPinOnly()) {
        // With a bare pin a connection must not be opened without somebody looking at its
        // certificate before the first request, so there is nothing to prepare.
        m_http.connectToHostEncrypted(
            m_loginUrl.host(), static_cast<quint16>(m_loginUrl.port(443)), m_trust.configuration());
    }
}

void PassportLogin::logIn(const Address &address, const QString &password, const QByteArray &policy)
{
    m_request = LoginRequest{address, password, policy};
    m_redirects = 0;
    startLogin();
}

void PassportLogin::cancel()
{
    m_request.reset();
    m_deadline.stop();
    // A nexus request that is thrown away here must not be waited for later.
    m_nexusAsked = false;
    m_nexusError.reset();
    m_trustError.reset();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void PassportLogin::startLogin()
{
    if (!m_loginUrl.isEmpty())
        sendLogin(m_loginUrl);
    else if (!m_nexusAsked)
        askNexus();
    else if (m_nexusError)
        fail(*m_nexusError);
    // else: the nexus is being asked, its answer starts the login
}

void PassportLogin::askNexus()
{
    m_nexusAsked = true;
    get(QNetworkRequest(m_network.nexus), &PassportLogin::handleNexusReply);
}

void PassportLogin::handleNexusReply(QNetworkReply &reply)
{
    const auto urls = parsePassportUrls(reply.rawHeader("PassportURLs"));
    if (!urls) {
        m_nexusError = describe(reply);
    } else if (urls->login.scheme() != QLatin1String("https")) {
        m_nexusError = makeError(ErrorCode::InsecureAddress, urls->login.host());
    } else {
        m_loginUrl = urls->login;
        m_loginUrlIsCached = false;
    }
    if (m_request)
        startLogin();
    if (!m_loginUrl.isEmpty())
        Q_EMIT loginUrlLearned(m_loginUrl);
    else if (m_nexusError)
        Q_EMIT nexusFailed(*m_nexusError);
}

void PassportLogin::sendLogin(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization",
        encodePassportAuthorization({m_request->address, m_request->password, m_request->policy}));
    get(request, &PassportLogin::handleLoginReply);
}

void PassportLogin::handleLoginReply(QNetworkReply &reply)
{
    if (!m_request)
        return;
    // A redirect without da-status=redir is not one of a sign-in server: whoever it is gets to see
    // neither address nor password (sign-in.md §5).
    if (const auto verdict = verdictOf(reply))
        handleVerdict(reply, *verdict);
    else
        handleMissingVerdict(reply);
}

void PassportLogin::handleVerdict(QNetworkReply &reply, const PassportVerdict &verdict)
{
    Error error;
    error.subject = m_request->address.toString();
    error.detail = verdict.explanation;
    switch (verdict.kind) {
    case PassportVerdict::Kind::Success:
        m_request.reset();
        Q_EMIT ticketReceived(verdict.ticket);
        return;
    case PassportVerdict::Kind::Redirect:
        followRedirect(reply);
        return;
    case PassportVerdict::Kind::Failed:
        error.code = ErrorCode::WrongPassword;
        break;
    case PassportVerdict::Kind::FailedNoRetry:
        error.code = ErrorCode::AccountRefused;
        break;
    }
    fail(error);
}

void PassportLogin::followRedirect(QNetworkReply &reply)
{
    const QUrl location = QUrl::fromEncoded(reply.rawHeader("Location"), QUrl::StrictMode);
    const QUrl target = reply.url().resolved(location);
    Error error;
    error.subject = target.host();
    if (!location.isValid() || location.isEmpty() || target.host().isEmpty())
        error.code = ErrorCode::SignInServiceUnavailable;
    else if (target.scheme() != QLatin1String("https"))
        error.code = ErrorCode::InsecureAddress;
    else if (++m_redirects > maxRedirects)
        error.code = ErrorCode::TooManyRedirects;
    if (error.code == ErrorCode::None)
        sendLogin(target);
    else
        fail(error);
}

void PassportLogin::handleMissingVerdict(QNetworkReply &reply)
{
    if (retryWithFreshLoginUrl())
        return;
    Error error = describe(reply);
    if (httpStatus(reply) == 401) {
        error.code = ErrorCode::WrongPassword;
        error.subject = m_request->address.toString();
    }
    fail(error);
}

bool PassportLogin::retryWithFreshLoginUrl()
{
    if (!m_loginUrlIsCached)
        return false;
    m_loginUrlIsCached = false;
    m_loginUrl.clear();
    m_redirects = 0;
    m_trustError.reset(); // the name may belong to somebody else by now; the nexus knows the new one
    askNexus();
    Q_EMIT loginUrlLearned({});
    return true;
}

void PassportLogin::get(QNetworkRequest request, void (PassportLogin::*handler)(QNetworkReply &))
{
    request.setSslConfiguration(m_trust.configuration());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "MSMSGS");
    request.setRawHeader("Cache-Control", "no-cache");
    if (m_log)
        m_log->sentNote("GET " + withoutQuery(request.url()).toEncoded());

    m_timedOut = false;
    QNetworkReply *reply = m_http.get(request);
    m_reply = reply;
    m_deadline.start(m_timing.passportReply);
    connect(reply, &QNetworkReply::encrypted, this, [this, reply] {
        const QSslCertificate peer = reply->sslConfiguration().peerCertificate();
        if (m_trust.accepts(peer))
            return;
        m_trustError = ServerTrust::changed(hostOf(reply->url()), peer);
        reply->abort();
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply](const QList<QSslError> &errors) {
        const QSslCertificate peer = errors.isEmpty() ? QSslCertificate() : errors.constFirst().certificate();
        const QSslCertificate shown = reply->sslConfiguration().peerCertificate();
        m_trustError = ServerTrust::untrusted(hostOf(reply->url()), shown.isNull() ? peer : shown, errors);
    });
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        const qint64 soFar = reply->property("bytes").toLongLong() + reply->readAll().size();
        reply->setProperty("bytes", soFar);
        if (soFar > maxBodyBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply, handler] {
        if (m_reply == reply && endsWithConnection(*reply))
            handleFinished(*reply, handler);
    });
    connect(
        reply, &QNetworkReply::finished, this, [this, reply, handler] { handleFinished(*reply, handler); });
}

void PassportLogin::handleFinished(QNetworkReply &reply, void (PassportLogin::*handler)(QNetworkReply &))
{
    m_deadline.stop();
    m_reply = nullptr;
    reply.disconnect(this);
    reply.deleteLater();
    if (m_log)
        m_log->receivedNote(
            "HTTP " + QByteArray::number(httpStatus(reply)) + ' ' + withoutQuery(reply.url()).toEncoded());
    if (httpStatus(reply) != 0)
        Q_EMIT answered(withoutQuery(reply.url()), serverTimeOf(reply));
    (this->*handler)(reply);
}

/// By value: whoever is told may cancel(), which throws the kept errors away.
void PassportLogin::fail(Error error)
{
    qCInfo(logNet) << "passport:" << error.code << error.subject;
    m_request.reset();
    Q_EMIT failed(error);
}

Error PassportLogin::describe(const QNetworkReply &reply) const
{
    if (m_trustError)
        return *m_trustError;
    Error error = makeError(ErrorCode::SignInServiceUnavailable, hostOf(reply.url()));
    error.detail = reply.errorString();
    const int status = httpStatus(reply);
    if (m_timedOut) {
        error.code = ErrorCode::ConnectionTimedOut;
    } else if (status >= 200 && status < 400 && !speaksPassport(reply)) {
        // A page instead of a verdict, or the way to one: a hotel's sign-in page, or a wrong address.
        error.code = ErrorCode::CaptivePortal;
    } else if (status == 0) {
        if (const ErrorCode code = errorCodeFor(reply.error()); code != ErrorCode::None)
            error.code = code;
        error.subject = subjectOf(
            error.code, error.subject, proxyName(networkProxyFor(m_proxy, endpointOfUrl(reply.url()))));
    }
    return error;
}

} // namespace Msn
