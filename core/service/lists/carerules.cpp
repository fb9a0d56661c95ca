#include "core/service/lists/carerules.h"

namespace Msn {

namespace {

/// So that nobody fills the disk with wishes.
constexpr qsizetype maxWishes = 100;

bool mayMeetFor(const AccountStore &store, const Address &owner, const Address &other)
{
    if (!store.asksForPeople(owner))
        return true;
    const auto account = store.account(owner);
    return !account || account->care.people.value(other, false);
}

void noteWishFor(AccountStore &store, const Address &owner, const Address &other)
{
    if (!store.asksForPeople(owner))
        return;
    auto account = store.account(owner);
    if (!account || account->care.people.contains(other) || account->care.people.size() >= maxWishes)
        return;
    account->care.people.insert(other, false);
    store.saveAccount(*account);
}

} // namespace

bool mayMeet(const AccountStore &store, const Address &one, const Address &other)
{
    return mayMeetFor(store, one, other) && mayMeetFor(store, other, one);
}

void noteWish(AccountStore &store, const Address &one, const Address &other)
{
    noteWishFor(store, one, other);
    noteWishFor(store, other, one);
}

bool refusesFiles(const AccountStore &store, const Address &address)
{
    const auto account = store.account(address);
    return account && account->care.refusesFiles;
}

CareNotice noticeOf(const AccountCare &care)
{
    CareNotice notice{care.asks, {}, care.refusesFiles};
    if (care.quiet)
        notice.quiet = std::pair(care.quiet->from, care.quiet->until);
    return notice;
}

} // namespace Msn
