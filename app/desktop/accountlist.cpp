#include "app/desktop/accountlist.h"

#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"

namespace App {

using namespace Msn;

namespace {

template <typename Predicate>
const AccountList::Entry *firstOf(const QList<AccountList::Entry> &entries, Predicate matches)
{
    const auto found = std::find_if(entries.begin(), entries.end(), matches);
    return found == entries.end() ? nullptr : &*found;
}

bool isOnline(const AccountList::Entry &entry)
{
    return entry.account->state() == Account::State::SignedIn;
}

} // namespace

QString AccountList::Entry::nameOf(const Address &address) const
{
    const QString nickname = annotations ? annotations->of(address).nickname : QString();
    if (!nickname.isEmpty())
        return nickname;
    const Contact *known = account->contacts().find(address);
    return known ? known->displayName() : address.toString();
}

const AccountList::Entry *AccountList::find(const Account &account) const
{
    return firstOf(m_entries, [&](const Entry &entry) { return entry.account == &account; });
}

const AccountList::Entry *AccountList::find(const Address &address) const
{
    return firstOf(m_entries, [&](const Entry &entry) { return entry.account->address() == address; });
}

const AccountList::Entry *AccountList::bestFor(const Address &contact) const
{
    const Entry *friends = firstOf(m_entries, [&](const Entry &entry) {
        const Contact *known = entry.account->contacts().find(contact);
        return isOnline(entry) && known && known->isOnForwardList();
    });
    return friends ? friends : firstOf(m_entries, isOnline);
}

QList<Account *> AccountList::online() const
{
    QList<Account *> accounts;
    for (const Entry &entry : m_entries) {
        if (isOnline(entry))
            accounts.append(entry.account);
    }
    return accounts;
}

void AccountList::add(const Entry &entry)
{
    if (find(*entry.account))
        return;
    m_entries.append(entry);
    Q_EMIT added(entry.account);
}

void AccountList::remove(Account &account)
{
    if (m_entries.removeIf([&](const Entry &entry) { return entry.account == &account; }) > 0)
        Q_EMIT removed(&account);
}

} // namespace App
