#pragma once

#include "core/net/connectionsettings.h"
#include "core/net/servertrust.h"
#include "core/net/ticketsource.h"
#include "core/net/timing.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <optional>

class QNetworkReply;
class QNetworkRequest;

namespace Msn {

class TrafficLog;
struct PassportVerdict;

/// Tickets from Passport: nexus, login, redirects.
/// Redirects are followed by hand, because the Authorization header must be sent again to the new
/// host: at most five, https only. HTML forms are never touched.
/// Source: MSNP8 changes, "Passport Authentication"; sign-in.md §4, §5.
class PassportLogin : public TicketSource
{
    Q_OBJECT

public:
    /// \p cachedLoginUrl may be empty. \p log may be null.
    PassportLogin(const NetworkDescription &network, const QUrl &cachedLoginUrl, const Timing &timing,
        TrafficLog *log, const ProxySettings &proxy = {}, QObject *parent = nullptr);
    ~PassportLogin() override;

    /// Opens the connection ahead of time: asks the nexus, or with a cached address goes through
    /// the TLS handshake with the login server.
    void prepare() override;
    void logIn(const Address &address, const QString &password, const QByteArray &policy) override;
    void cancel() override;

Q_SIGNALS:
    /// prepare() has led to nothing; logIn() would end with the same error.
    void nexusFailed(const Msn::Error &error);
    /// A server has answered, before what follows from it is told. \p serverTime: by its clock;
    /// invalid if it does not say.
    void answered(const QUrl &url, const QDateTime &serverTime);

private:
    struct LoginRequest
    {
        Address address;
        QString password;
        QByteArray policy;
    };

    void askNexus();
    void handleNexusReply(QNetworkReply &reply);
    void startLogin();
    void sendLogin(const QUrl &url);
    void handleLoginReply(QNetworkReply &reply);
    void handleVerdict(QNetworkReply &reply, const PassportVerdict &verdict);
    void followRedirect(QNetworkReply &reply);
    void handleMissingVerdict(QNetworkReply &reply);
    void get(QNetworkRequest request, void (PassportLogin::*handler)(QNetworkReply &));
    void handleFinished(QNetworkReply &reply, void (PassportLogin::*handler)(QNetworkReply &));
    bool retryWithFreshLoginUrl();
    void fail(Error error);
    Error describe(const QNetworkReply &reply) const;

    const NetworkDescription m_network;
    const Timing m_timing;
    const ServerTrust m_trust;
    TrafficLog *m_log;
    const ProxySettings m_proxy;
    QNetworkAccessManager m_http;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;

    QUrl m_loginUrl;
    bool m_loginUrlIsCached = false;
    bool m_nexusAsked = false;
    std::optional<Error> m_nexusError;
    std::optional<Error> m_trustError;
    bool m_timedOut = false;
    std::optional<LoginRequest> m_request;
    int m_redirects = 0;
};

} // namespace Msn
