#pragma once

#include "core/base/completion.h"
#include "core/service/store/accountstore.h"

namespace Msn {

/// What the person who runs the service does with accounts. Nothing is committed here.
class AccountAdministration
{
public:
    explicit AccountAdministration(AccountStore &store)
        : m_store(store)
    {
    }

    /// With an empty list, open to everybody.
    /// Errors: InvalidArgument with the address as subject: malformed, or there is one already.
    Outcome create(const Address &address, const FriendlyName &name, const QString &password,
        int hashIterations = PasswordHash::defaultIterations);
    /// Errors: InvalidArgument for an account that does not exist.
    Outcome setPassword(const Address &address, const QString &password,
        int hashIterations = PasswordHash::defaultIterations);
    /// Also takes it off the lists of all others. Errors: InvalidArgument as above.
    Outcome remove(const Address &address);

    /// Puts \p contact on the forward and allow list of \p owner and \p owner on the reverse list
    /// of \p contact. The group is made if there is none of that name; empty: no group of its own.
    void befriend(const Address &owner, const Address &contact, const FriendlyName &group = {});

private:
    int groupNumber(const Address &owner, const FriendlyName &name);
    ContactRecord contactOf(const Address &owner, const Address &contact) const;

    AccountStore &m_store;
};

} // namespace Msn
