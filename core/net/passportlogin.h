#pragma once

#include "core/net/headfetcher.h"
#include "core/net/ticketsource.h"
#include "core/net/timing.h"

#include <optional>

namespace Msn {

class TrafficLog;
struct PassportVerdict;

/// Tickets from Passport: nexus, login, redirects.
/// Redirects are followed by hand, because the Authorization header must be sent again to the new
/// host: at most five, https only. The verdict is in the headers; no body is read, no HTML form touched.
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

    using Handler = void (PassportLogin::*)(const HeadFetcher::Result &);

    void askNexus();
    void handleNexusReply(const HeadFetcher::Result &result);
    void startLogin();
    void sendLogin(const QUrl &url);
    void handleLoginReply(const HeadFetcher::Result &result);
    void handleVerdict(const HttpAnswer &answer, const PassportVerdict &verdict);
    void followRedirect(const HttpAnswer &answer);
    void handleMissingVerdict(const HeadFetcher::Result &result);
    void get(const QUrl &url, const QList<MimeMessage::Header> &headers, Handler handler);
    void handleFinished(const HeadFetcher::Result &result);
    bool retryWithFreshLoginUrl();
    void fail(Error error);
    Error describe(const HeadFetcher::Result &result) const;

    const NetworkDescription m_network;
    TrafficLog *m_log;
    HeadFetcher m_pages;
    /// Of the request that is under way, or was the last.
    QUrl m_url;
    Handler m_handler = nullptr;

    QUrl m_loginUrl;
    bool m_loginUrlIsCached = false;
    bool m_nexusAsked = false;
    std::optional<Error> m_nexusError;
    std::optional<LoginRequest> m_request;
    int m_redirects = 0;
};

} // namespace Msn
