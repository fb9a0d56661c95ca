#include "core/service/memoryaccountstore.h"

namespace Msn {

MemoryAccountStore::Entry *MemoryAccountStore::find(const Address &address)
{
    const auto entry = m_entries.find(address);
    return entry == m_entries.end() ? nullptr : &*entry;
}

const MemoryAccountStore::Entry *MemoryAccountStore::find(const Address &address) const
{
    const auto entry = m_entries.constFind(address);
    return entry == m_entries.cend() ? nullptr : &*entry;
}

QList<Address> MemoryAccountStore::addresses() const
{
    return m_entries.keys();
}

std::optional<AccountRecord> MemoryAccountStore::account(const Address &address) const
{
    const Entry *entry = find(address);
    return entry ? std::optional(entry->account) : std::nullopt;
}

void MemoryAccountStore::saveAccount(const AccountRecord &account)
{
    m_entries[account.address].account = account;
}

void MemoryAccountStore::removeAccount(const Address &address)
{
    m_entries.remove(address);
}

PasswordHash MemoryAccountStore::passwordHash(const Address &address) const
{
    const Entry *entry = find(address);
    return entry ? entry->password : PasswordHash();
}

void MemoryAccountStore::setPasswordHash(const Address &address, const PasswordHash &hash)
{
    if (Entry *entry = find(address))
        entry->password = hash;
}

QList<ContactRecord> MemoryAccountStore::contacts(const Address &owner) const
{
    const Entry *entry = find(owner);
    return entry ? entry->contacts.values() : QList<ContactRecord>();
}

std::optional<ContactRecord> MemoryAccountStore::contact(const Address &owner, const Address &address) const
{
    const Entry *entry = find(owner);
    if (!entry || !entry->contacts.contains(address))
        return std::nullopt;
    return entry->contacts.value(address);
}

void MemoryAccountStore::saveContact(const Address &owner, const ContactRecord &contact)
{
    if (Entry *entry = find(owner))
        entry->contacts.insert(contact.address, contact);
}

void MemoryAccountStore::removeContact(const Address &owner, const Address &address)
{
    if (Entry *entry = find(owner))
        entry->contacts.remove(address);
}

QList<GroupRecord> MemoryAccountStore::groups(const Address &owner) const
{
    const Entry *entry = find(owner);
    return entry ? entry->groups.values() : QList<GroupRecord>();
}

void MemoryAccountStore::saveGroup(const Address &owner, const GroupRecord &group)
{
    if (Entry *entry = find(owner))
        entry->groups.insert(group.number, group);
}

void MemoryAccountStore::removeGroup(const Address &owner, int number)
{
    if (Entry *entry = find(owner))
        entry->groups.remove(number);
}

QList<InvitationRecord> MemoryAccountStore::invitations() const
{
    return m_invitations;
}

void MemoryAccountStore::addInvitation(const InvitationRecord &invitation)
{
    m_invitations.append(invitation);
}

void MemoryAccountStore::removeInvitationsTo(const Address &address)
{
    m_invitations.removeIf(
        [&address](const InvitationRecord &invitation) { return invitation.to == address; });
}

} // namespace Msn
