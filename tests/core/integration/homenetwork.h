#pragma once

#include "core/account/account.h"
#include "core/service/service.h"
#include "core/service/store/accountadministration.h"
#include "core/service/store/memoryaccountstore.h"

#include <memory>

namespace Test {

/// A service on loopback and accounts that are clients of it. Everybody's password is `secret`.
class HomeNetwork
{
public:
    /// \p keepsMessages: for people who are not there.
    explicit HomeNetwork(bool keepsMessages = true);

    void addAccount(const QString &localPart, const QString &name);
    void befriend(const QString &one, const QString &other);
    static Msn::Address address(const QString &localPart);

    Msn::NetworkDescription description(Msn::ProtocolVersion version,
        Msn::NetworkDescription::Security security = Msn::NetworkDescription::Security::None) const;
    std::unique_ptr<Msn::Account> client(
        const QString &localPart, Msn::ProtocolVersion version, const QString &cacheDirectory = {}) const;
    /// True once \p account is signed in.
    static bool signIn(Msn::Account &account, Msn::Status status = Msn::Status::Online);

    Msn::MemoryAccountStore store;
    Msn::Service service;
};

} // namespace Test
