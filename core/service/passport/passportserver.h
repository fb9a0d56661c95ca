#pragma once

#include "core/protocol/passport.h"
#include "core/service/passport/loginthrottle.h"
#include "core/service/passport/passwordchecker.h"
#include "core/service/store/accountcare.h"
#include "core/service/web/httprequest.h"

#include <QHash>
#include <QObject>
#include <QUrl>

namespace Msn {

class HttpConnection;
class ServiceCore;

/// Passport: the nexus tells where to log in; the first log-in page sends on to a second one; that
/// one gives a ticket for the right password.
/// Wire:   GET /rdr/pprdr.asp              200, PassportURLs
///         GET /login2.srf                 302, da-status=redir, Location ...
///         GET /loginnet/login2.srf?lc=1033
///                                         200, da-status=success or 401, da-status=failed
/// Who knows better may ask the first page with `?lc=1033` at once (MSNP9 analysis).
/// Wrong passwords make the next answer for that account, or to that network address, wait.
/// Source: sign-in.md §4, §5; MSNP8 changes, "Passport Authentication".
class PassportServer : public QObject
{
    Q_OBJECT
public:
    explicit PassportServer(ServiceCore &core, QObject *parent = nullptr);

    /// Answers \p request, now or later; 404 for pages that are not ours.
    void handle(HttpConnection *connection, const HttpRequest &request);

    static constexpr char nexusPath[] = "/rdr/pprdr.asp";

private:
    using Verdict = PasswordChecker::Verdict;
    using Handler = void (PassportServer::*)(HttpConnection *, const HttpRequest &);

    void handleNexus(HttpConnection *connection, const HttpRequest &request);
    void handleFirstLogin(HttpConnection *connection, const HttpRequest &request);
    void handleLogin(HttpConnection *connection, const HttpRequest &request);
    void checkPassword(HttpConnection *connection, const PassportAuthorization &login);
    void renewHash(const Address &address, const PasswordHash &old, const PasswordHash &renewed);
    void finishLogin(HttpConnection *connection, const PassportAuthorization &login, bool rightPassword);
    void postpone(HttpConnection *connection);
    void refuseInQuietHours(HttpConnection *connection, const QuietHours &quiet);
    void refuseLogin(HttpConnection *connection);
    QUrl loginUrl(const HttpConnection &connection, const HttpRequest &request, bool second) const;

    ServiceCore &m_core;
    QHash<QByteArray, Handler> m_pages;
    PasswordChecker m_checker;
    LoginThrottle m_throttle;
    bool m_localhostLeadsHere;
};

} // namespace Msn
