#pragma once

#include "core/service/service.h"
#include "core/service/store/accountadministration.h"
#include "tests/core/service/faultystore.h"
#include "tests/support/dialogue.h"

#include <QSslConfiguration>

namespace Test {

/// A service on loopback with a few accounts, and a dialogue that talks to it.
/// Accounts: alice bob carol dave @example.com, named Alice Bob Carol Dave, password `secret`.
class ServiceFixture
{
public:
    /// \p options: ports and password hashing are made quick, challenges far off.
    explicit ServiceFixture(Msn::ServiceOptions options = {});

    Msn::AccountAdministration administration() { return Msn::AccountAdministration(store); }
    void addAccount(const char *localPart, const char *name);
    /// \p one and \p other have each other on FL and AL.
    void befriend(const char *one, const char *other);
    static Msn::Address address(const char *localPart);

    /// Trusts the service's certificate and nothing else.
    QSslConfiguration tlsConfiguration() const;
    /// One HTTPS exchange, headers of the answer included; empty if there was none.
    QByteArray httpsExchange(const QByteArray &request) const;
    /// The ticket of the log-in page, empty if it refuses.
    QByteArray ticket(
        const QByteArray &address, const QByteArray &policy, const QByteArray &password = "secret") const;

    /// Signs \p localPart in up to and including the profile message, as a client called
    /// \p localPart. \p connect: `connect` or `connect tls`.
    QString signIn(const char *localPart, int protocol, const char *connect = "connect");
    /// As signIn() with another password.
    QString signInAs(
        const char *localPart, int protocol, const char *password, const char *connect = "connect");
    /// The first half of it: the policy is the value `<policy-alice>` then.
    QString askPolicy(const char *localPart, int protocol, const char *connect);
    /// The same, then SYN without a look at the list, and CHG NLN 0, up to the answer to that.
    QString signInOnline(const char *localPart, int protocol);

    /// One more set of clients of the same service.
    Dialogue newDialogue() const;

    FaultyStore store;
    Msn::Service service;
    Dialogue dialogue;
};

} // namespace Test
