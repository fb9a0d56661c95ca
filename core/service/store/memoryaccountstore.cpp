#include "core/service/store/memoryaccountstore.h"

namespace Msn {

MemoryAccountStore::State &MemoryAccountStore::changing()
{
    m_isChanged = true;
    return m_state;
}

MemoryAccountStore::Entry *MemoryAccountStore::findForChange(const Address &address)
{
    State &state = changing();
    const auto entry = state.entries.find(address);
    return entry == state.entries.end() ? nullptr : &*entry;
}

const MemoryAccountStore::Entry *MemoryAccountStore::find(const Address &address) const
{
    const auto entry = m_state.entries.constFind(address);
    return entry == m_state.entries.cend() ? nullptr : &*entry;
}

QList<Address> MemoryAccountStore::addresses() const
{
    return m_state.entries.keys();
}

std::optional<AccountRecord> MemoryAccountStore::account(const Address &address) const
{
    const Entry *entry = find(address);
    return entry ? std::optional(entry->account) : std::nullopt;
}

void MemoryAccountStore::saveAccount(const AccountRecord &account)
{
    changing().entries[account.address].account = account;
}

void MemoryAccountStore::removeAccount(const Address &address)
{
    changing().entries.remove(address);
}

PasswordHash MemoryAccountStore::passwordHash(const Address &address) const
{
    const Entry *entry = find(address);
    return entry ? entry->password : PasswordHash();
}

void MemoryAccountStore::setPasswordHash(const Address &address, const PasswordHash &hash)
{
    if (Entry *entry = findForChange(address))
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
    if (Entry *entry = findForChange(owner))
        entry->contacts.insert(contact.address, contact);
}

void MemoryAccountStore::removeContact(const Address &owner, const Address &address)
{
    if (Entry *entry = findForChange(owner))
        entry->contacts.remove(address);
}

QList<GroupRecord> MemoryAccountStore::groups(const Address &owner) const
{
    const Entry *entry = find(owner);
    return entry ? entry->groups.values() : QList<GroupRecord>();
}

void MemoryAccountStore::saveGroup(const Address &owner, const GroupRecord &group)
{
    if (Entry *entry = findForChange(owner))
        entry->groups.insert(group.number, group);
}

void MemoryAccountStore::removeGroup(const Address &owner, int number)
{
    if (Entry *entry = findForChange(owner))
        entry->groups.remove(number);
}

QList<InvitationRecord> MemoryAccountStore::invitations() const
{
    return m_state.invitations;
}

void MemoryAccountStore::addInvitation(const InvitationRecord &invitation)
{
    changing().invitations.append(invitation);
}

void MemoryAccountStore::removeInvitationsTo(const Address &address)
{
    changing().invitations.removeIf(
        [&address](const InvitationRecord &invitation) { return invitation.to == address; });
}

Outcome MemoryAccountStore::commit()
{
    if (m_isChanged)
        m_kept = m_state;
    m_isChanged = false;
    return {};
}

void MemoryAccountStore::rollback()
{
    m_state = m_kept;
    m_isChanged = false;
}

} // namespace Msn
