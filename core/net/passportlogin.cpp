#include "core/net/passportlogin.h"

#include "core/base/logging.h"
#include "core/net/networkroute.h"
#include "core/net/trafficlog.h"
#include "core/protocol/passport.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

namespace Msn {

namespace {

constexpr int maxRedirects = 5;

QString hostOf(const QUrl &url)
{
    return endpointOfUrl(url).toString();
}

/// Either header may carry the verdict, and each may come several times.
std::optional<PassportVerdict> verdictOf(const HttpAnswer &answer)
{
    for (const char *wanted : {"authentication-info", "www-authenticate"}) {
        for (const auto &[name, value] : answer.headers.headers()) {
            if (name.toLower() != wanted)
                continue;
            if (const auto verdict = parsePassportVerdict(value))
                return *verdict;
        }
    }
    return std::nullopt;
}

/// A log-in page even if its verdict makes no sense.
bool speaksPassport(const HttpAnswer &answer)
{
    return answer.headers.hasHeader("Authentication-Info") || answer.headers.hasHeader("PassportURLs");
}

/// The way to the server was at fault and says so itself; of everything else the page is to blame.
bool isAboutTheRoad(ErrorCode code)
{
    return code != ErrorCode::ConnectionLost && code != ErrorCode::ConnectionClosed
        && code != ErrorCode::ProtocolViolation;
}

QUrl withoutQuery(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

/// Header `Date: Sun, 06 Nov 1994 08:49:37 GMT`.
QDateTime serverTimeOf(const HttpAnswer &answer)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(answer.headers.header("Date")),
        QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

PassportLogin::PassportLogin(const NetworkDescription &network, const QUrl &cachedLoginUrl,
    const Timing &timing, TrafficLog *log, const ProxySettings &proxy, QObject *parent)
    : TicketSource(parent)
    , m_network(network)
    , m_log(log)
    , m_pages(ServerTrust(network), proxy, timing.passportReply)
    , m_loginUrl(cachedLoginUrl)
    , m_loginUrlIsCached(!cachedLoginUrl.isEmpty())
{
    connect(&m_pages, &HeadFetcher::finished, this, &PassportLogin::handleFinished);
}

PassportLogin::~PassportLogin() = default;

void PassportLogin::prepare()
{
    if (m_loginUrl.isEmpty())
        askNexus();
    else
        m_pages.prepare(m_loginUrl);
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
    // A nexus request that is thrown away here must not be waited for later.
    m_nexusAsked = false;
    m_nexusError.reset();
    m_pages.cancel();
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
    get(m_network.nexus, {}, &PassportLogin::handleNexusReply);
}

void PassportLogin::handleNexusReply(const HeadFetcher::Result &result)
{
    const auto urls = parsePassportUrls(result ? result->headers.header("PassportURLs") : QByteArray());
    if (!urls) {
        m_nexusError = describe(result);
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
    const QByteArray authorization
        = encodePassportAuthorization({m_request->address, m_request->password, m_request->policy});
    get(url, {{"Authorization", authorization}}, &PassportLogin::handleLoginReply);
}

void PassportLogin::handleLoginReply(const HeadFetcher::Result &result)
{
    if (!m_request)
        return;
    // A redirect without da-status=redir is not one of a sign-in server: whoever it is gets to see
    // neither address nor password (sign-in.md §5).
    if (const auto verdict = result ? verdictOf(*result) : std::nullopt)
        handleVerdict(*result, *verdict);
    else
        handleMissingVerdict(result);
}

void PassportLogin::handleVerdict(const HttpAnswer &answer, const PassportVerdict &verdict)
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
        followRedirect(answer);
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

void PassportLogin::followRedirect(const HttpAnswer &answer)
{
    const QUrl location = QUrl::fromEncoded(answer.headers.header("Location"), QUrl::StrictMode);
    const QUrl target = m_url.resolved(location);
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

void PassportLogin::handleMissingVerdict(const HeadFetcher::Result &result)
{
    if (retryWithFreshLoginUrl())
        return;
    Error error = describe(result);
    if (result && result->status == 401) {
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
    askNexus();
    Q_EMIT loginUrlLearned({});
    return true;
}

void PassportLogin::get(const QUrl &url, const QList<MimeMessage::Header> &headers, Handler handler)
{
    if (m_log)
        m_log->sentNote("GET " + withoutQuery(url).toEncoded());
    m_url = url;
    m_handler = handler;
    m_pages.get(
        url, QList<MimeMessage::Header>{{"User-Agent", "MSMSGS"}, {"Cache-Control", "no-cache"}} + headers);
}

void PassportLogin::handleFinished(const HeadFetcher::Result &result)
{
    const int status = result ? result->status : 0;
    if (m_log)
        m_log->receivedNote("HTTP " + QByteArray::number(status) + ' ' + withoutQuery(m_url).toEncoded());
    if (result)
        Q_EMIT answered(withoutQuery(m_url), serverTimeOf(*result));
    (this->*m_handler)(result);
}

/// By value: whoever is told may cancel(), which throws the kept errors away.
void PassportLogin::fail(Error error)
{
    qCInfo(logNet) << "passport:" << error.code << error.subject;
    m_request.reset();
    Q_EMIT failed(error);
}

Error PassportLogin::describe(const HeadFetcher::Result &result) const
{
    if (!result && isAboutTheRoad(result.error().code))
        return result.error();
    Error error = makeError(ErrorCode::SignInServiceUnavailable, hostOf(m_url));
    if (!result) {
        error.detail = result.error().detail;
        return error;
    }
    error.detail = QStringLiteral("HTTP %1").arg(result->status);
    // A page instead of a verdict, or the way to one: a hotel's sign-in page, or a wrong address.
    if (result->status >= 200 && result->status < 400 && !speaksPassport(*result))
        error.code = ErrorCode::CaptivePortal;
    return error;
}

} // namespace Msn
