#include "core/service/store/careadministration.h"

namespace Msn {

namespace {

Outcome nobody(const Address &address)
{
    return Unexpected(makeError(ErrorCode::InvalidArgument, address.toString()));
}

} // namespace

Outcome CareAdministration::settle(const Address &address, const AccountCare &care)
{
    auto account = m_store.account(address);
    if (!account)
        return nobody(address);
    AccountCare settled = care;
    settled.people.clear();
    if (settled.asks && account->care.asks) {
        settled.people = account->care.people;
    } else if (settled.asks) {
        const auto listed = m_store.listed(address, List::Forward);
        for (const Address &other : listed)
            settled.people.insert(other, true);
    }
    account->care = settled;
    m_store.saveAccount(*account);
    return {};
}

Outcome CareAdministration::approve(const Address &address, const Address &other)
{
    auto account = m_store.account(address);
    if (!account)
        return nobody(address);
    if (account->care.asks)
        account->care.people.insert(other, true);
    m_store.saveAccount(*account);
    return {};
}

Outcome CareAdministration::refuse(const Address &address, const Address &other)
{
    auto account = m_store.account(address);
    if (!account)
        return nobody(address);
    account->care.people.remove(other);
    m_store.saveAccount(*account);
    return {};
}

} // namespace Msn
