#pragma once

#include "core/base/completion.h"
#include "core/service/store/accountstore.h"

namespace Msn {

/// What the host settles for somebody. Nothing is committed here.
/// Errors of all: InvalidArgument with the address as subject for somebody who has no account.
class CareAdministration
{
public:
    explicit CareAdministration(AccountStore &store)
        : m_store(store)
    {
    }

    /// Everything but the people. Whoever is on the contact list when asking begins is approved.
    Outcome settle(const Address &address, const AccountCare &care);
    Outcome approve(const Address &address, const Address &other);
    /// No longer approved, and not wished for.
    Outcome refuse(const Address &address, const Address &other);

private:
    AccountStore &m_store;
};

} // namespace Msn
