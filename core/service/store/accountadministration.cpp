#include "core/service/store/accountadministration.h"

#include "core/protocol/contactgroup.h"
#include "core/service/security/randomtoken.h"
#include "core/service/store/circleadministration.h"

#include <algorithm>

namespace Msn {

namespace {

/// As the classic service calls the group that everybody has (MSNP8 changes, LSG).
constexpr char firstGroupName[] = "Other Contacts";

Unexpected<Error> invalid(const Address &address)
{
    return Unexpected(makeError(ErrorCode::InvalidArgument, address.toString()));
}

} // namespace

Outcome AccountAdministration::create(
    const Address &address, const FriendlyName &name, const QString &password, const PasswordCost &cost)
{
    if (!address.isValid() || m_store.account(address))
        return invalid(address);
    return create(address, name, PasswordHash::make(password, cost));
}

Outcome AccountAdministration::create(
    const Address &address, const FriendlyName &name, const PasswordHash &hash)
{
    if (!address.isValid() || m_store.account(address))
        return invalid(address);
    if (hash.isEmpty())
        return Unexpected(makeError(ErrorCode::StorageFailed, address.toString()));
    AccountRecord account;
    account.address = address;
    account.name = name;
    account.memberId = randomHex(8).toULongLong(nullptr, 16);
    m_store.saveAccount(account);
    m_store.setPasswordHash(address, hash);
    m_store.saveGroup(address, {0, QUuid::createUuid(), FriendlyName(QString::fromLatin1(firstGroupName))});
    CircleAdministration(m_store).welcome(address);
    return {};
}

Outcome AccountAdministration::setPassword(
    const Address &address, const QString &password, const PasswordCost &cost)
{
    if (!m_store.account(address))
        return invalid(address);
    return setPassword(address, PasswordHash::make(password, cost));
}

Outcome AccountAdministration::setPassword(const Address &address, const PasswordHash &hash)
{
    if (!m_store.account(address))
        return invalid(address);
    if (hash.isEmpty())
        return Unexpected(makeError(ErrorCode::StorageFailed, address.toString()));
    m_store.setPasswordHash(address, hash);
    return {};
}

Expected<QList<ListEntry>, Error> AccountAdministration::remove(const Address &address)
{
    if (!m_store.account(address))
        return invalid(address);
    m_store.removeAccount(address);
    QList<ListEntry> entries;
    const auto others = m_store.ownersOf(address);
    for (const Address &other : others) {
        entries.append({other, contactOf(other, address)});
        m_store.removeContact(other, address);
        m_store.raiseListVersion(other);
    }
    return entries;
}

void AccountAdministration::befriend(const Address &owner, const Address &contact, const FriendlyName &group)
{
    ContactRecord forward = contactOf(owner, contact);
    forward.lists |= Lists(List::Forward | List::Allow);
    forward.groups = {group.isEmpty() ? 0 : groupNumber(owner, group)};
    m_store.saveContact(owner, forward);
    ContactRecord reverse = contactOf(contact, owner);
    reverse.lists |= List::Reverse;
    m_store.saveContact(contact, reverse);
    approve(owner, contact);
    approve(contact, owner);
}

/// Whoever runs the service has put them together.
void AccountAdministration::approve(const Address &owner, const Address &contact)
{
    auto account = m_store.asksForPeople(owner) ? m_store.account(owner) : std::nullopt;
    if (!account)
        return;
    account->care.people.insert(contact, true);
    m_store.saveAccount(*account);
}

int AccountAdministration::groupNumber(const Address &owner, const FriendlyName &name)
{
    const auto groups = m_store.groups(owner);
    const auto known = std::find_if(
        groups.cbegin(), groups.cend(), [&name](const GroupRecord &group) { return group.name == name; });
    if (known != groups.cend())
        return known->number;
    const int number = groups.isEmpty() ? 1 : groups.constLast().number + 1;
    if (number >= maxGroups)
        return 0;
    m_store.saveGroup(owner, {number, QUuid::createUuid(), name});
    return number;
}

ContactRecord AccountAdministration::contactOf(const Address &owner, const Address &contact) const
{
    if (const auto known = m_store.contact(owner, contact))
        return *known;
    const auto account = m_store.account(contact);
    const FriendlyName name
        = account && !account->name.isEmpty() ? account->name : FriendlyName(contact.toString());
    return {contact, name, {}, {}, QUuid::createUuid()};
}

} // namespace Msn
