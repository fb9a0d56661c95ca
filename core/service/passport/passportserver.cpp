#include "core/service/passport/passportserver.h"

#include "core/service/connection/hostaddress.h"
#include "core/service/servicecore.h"
#include "core/service/web/httpconnection.h"

#include <QHostInfo>
#include <QPointer>
#include <QTimer>

namespace Msn {

namespace {

constexpr char firstLoginPath[] = "/login2.srf";
/// As login.passport.com sent on to loginnet.passport.com: another place even where it cannot be
/// another host.
constexpr char secondLoginPath[] = "/loginnet/login2.srf";

/// The first log-in page redirects from 127.0.0.1 to localhost where that leads to the same
/// place, so that clients meet a second host.
bool localhostLeadsTo(const QHostAddress &listenAddress)
{
    const auto found = QHostInfo::fromName(QStringLiteral("localhost")).addresses();
    const bool any = listenAddress == QHostAddress(QHostAddress::Any);
    return any ? !found.isEmpty() : found.contains(listenAddress);
}

} // namespace

PassportServer::PassportServer(ServiceCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_pages{{nexusPath, &PassportServer::handleNexus}, {firstLoginPath, &PassportServer::handleFirstLogin},
          {secondLoginPath, &PassportServer::handleLogin}}
    , m_checker(core.options.passwordCost, core.options.limits.maxPendingLogins)
    , m_localhostLeadsHere(localhostLeadsTo(core.options.listenAddress))
{
}

void PassportServer::handle(HttpConnection *connection, const HttpRequest &request)
{
    const Handler page = m_pages.value(request.path, nullptr);
    if (!page)
        return connection->respond({404, {}, false, {}});
    if (request.method != "GET")
        return connection->respond({405, {}, false, {}});
    (this->*page)(connection, request);
}

void PassportServer::handleNexus(HttpConnection *connection, const HttpRequest &request)
{
    const QByteArray urls = encodePassportUrls({loginUrl(*connection, request, false)});
    connection->respond({200, {{"PassportURLs", urls}}, false, {}});
}

void PassportServer::handleFirstLogin(HttpConnection *connection, const HttpRequest &request)
{
    if (!request.query.isEmpty())
        return handleLogin(connection, request);
    const QByteArray verdict = encodePassportVerdict({PassportVerdict::Kind::Redirect, {}, {}});
    const QByteArray location = loginUrl(*connection, request, true).toEncoded();
    connection->respond({302, {{"Authentication-Info", verdict}, {"Location", location}}, false, {}});
}

void PassportServer::handleLogin(HttpConnection *connection, const HttpRequest &request)
{
    const auto login = parsePassportAuthorization(request.headers.header("Authorization"));
    if (!login)
        return refuseLogin(connection);
    const auto wait = m_throttle.begin(login->address, connection->peerAddress());
    if (wait > LoginThrottle::longestWait) // they are told to come back
        return postpone(connection);
    if (wait.count() == 0)
        return checkPassword(connection, *login);
    QTimer::singleShot(
        wait, connection, [this, connection, login = *login] { checkPassword(connection, login); });
}

void PassportServer::checkPassword(HttpConnection *connection, const PassportAuthorization &login)
{
    const PasswordHash hash = m_core.store.passwordHash(login.address);
    const auto finish = [this, login, hash, caller = QPointer(connection)](const Verdict &verdict) {
        renewHash(login.address, hash, verdict.renewed);
        if (caller)
            finishLogin(caller, login, verdict.isRight);
    };
    if (!m_checker.check(connection->peerAddress(), hash, login.password, finish))
        postpone(connection);
}

/// Unless the password was changed meanwhile. If it cannot be kept the old one is as good.
void PassportServer::renewHash(const Address &address, const PasswordHash &old, const PasswordHash &renewed)
{
    if (renewed.isEmpty() || !(m_core.store.passwordHash(address) == old))
        return;
    m_core.store.setPasswordHash(address, renewed);
    (void)m_core.changes.keep();
}

void PassportServer::finishLogin(
    HttpConnection *connection, const PassportAuthorization &login, bool rightPassword)
{
    if (!rightPassword) {
        m_throttle.failed(connection->peerAddress());
        m_core.journal.note({ServiceEvent::Kind::WrongPassword, login.address, connection->peerAddress()});
        return refuseLogin(connection);
    }
    m_throttle.succeeded(login.address, connection->peerAddress());
    if (const auto account = m_core.store.account(login.address);
        account && account->care.isQuietAt(QTime::currentTime()))
        return refuseInQuietHours(connection, *account->care.quiet);
    const auto ticket = m_core.tickets.issueTicket(login.policy, login.address);
    if (!ticket) {
        const QByteArray verdict = encodePassportVerdict({PassportVerdict::Kind::Failed, {}, {}});
        return connection->respond({401, {{"WWW-Authenticate", verdict}}, false, {}});
    }
    const QByteArray verdict = encodePassportVerdict({PassportVerdict::Kind::Success, *ticket, {}});
    connection->respond({200, {{"Authentication-Info", verdict}}, false, {}});
}

void PassportServer::postpone(HttpConnection *connection)
{
    m_core.journal.note({ServiceEvent::Kind::LoginPostponed, {}, connection->peerAddress()});
    connection->respond({503, {{"Retry-After", "5"}}, false, {}});
}

/// Trying again is pointless until they are over.
void PassportServer::refuseInQuietHours(HttpConnection *connection, const QuietHours &quiet)
{
    const QString until = quiet.until.toString(QStringLiteral("HH:mm"));
    QString text = m_core.options.quietText;
    text.replace(QLatin1String("%1"), until);
    const PassportVerdict verdict{PassportVerdict::Kind::FailedNoRetry, {}, text};
    connection->respond({401, {{"WWW-Authenticate", encodePassportVerdict(verdict)}}, false, {}});
}

void PassportServer::refuseLogin(HttpConnection *connection)
{
    const PassportVerdict verdict{PassportVerdict::Kind::Failed, {}, m_core.options.wrongPasswordText};
    connection->respond({401, {{"WWW-Authenticate", encodePassportVerdict(verdict)}}, false, {}});
}

/// By the name the client has used, if it is one of ours: the certificate is good for it.
QUrl PassportServer::loginUrl(const HttpConnection &connection, const HttpRequest &request, bool second) const
{
    const QUrl asked(QLatin1String("https://") + QString::fromLatin1(request.headers.header("Host")));
    QString host = asked.host().toLower();
    const bool ours = host == hostText(connection.localAddress()) || host == QLatin1String("localhost")
        || host == m_core.options.announcedHost.toLower();
    if (!ours || host.isEmpty())
        host = m_core.hostFor(connection.localAddress(), connection.peerAddress());
    const bool isLoopbackAddress = QHostAddress(host).isLoopback();
    if (second && isLoopbackAddress && m_localhostLeadsHere)
        host = QStringLiteral("localhost");
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    url.setPort(connection.localPort());
    url.setPath(QLatin1String(second ? secondLoginPath : firstLoginPath));
    if (second)
        url.setQuery(QStringLiteral("lc=1033"));
    return url;
}

} // namespace Msn
