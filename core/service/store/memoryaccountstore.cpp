#include "core/service/store/memoryaccountstore.h"

#include <algorithm>
#include <utility>

namespace Msn {

namespace {

template <typename Key, typename Value>
void put(QMap<Key, Value> &map, const Key &key, const std::optional<Value> &value)
{
    if (value)
        map.insert(key, *value);
    else
        map.remove(key);
}

template <typename Key, typename Value>
std::optional<Value> valueIn(const QMap<Key, Value> &map, const Key &key)
{
    const auto found = map.constFind(key);
    return found == map.cend() ? std::nullopt : std::optional<Value>(*found);
}

} // namespace

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

template <typename Key, typename Value>
void MemoryAccountStore::replace(
    QMap<Key, Value> Entry::*part, const Address &owner, const Key &key, const std::optional<Value> &value)
{
    Entry *entry = find(owner);
    if (!entry)
        return;
    m_undo.emplace_back([this, part, owner, key, before = valueIn(entry->*part, key)] {
        put(find(owner)->*part, key, before);
    });
    put(entry->*part, key, value);
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
    if (Entry *entry = find(account.address)) {
        m_undo.emplace_back([this, before = entry->account] { find(before.address)->account = before; });
        entry->account = account;
        return;
    }
    m_undo.emplace_back([this, address = account.address] { m_entries.remove(address); });
    m_entries[account.address].account = account;
}

void MemoryAccountStore::removeAccount(const Address &address)
{
    m_undo.emplace_back([=, this, before = valueIn(m_entries, address), circlesBefore = m_circles] {
        put(m_entries, address, before);
        m_circles = circlesBefore;
    });
    m_entries.remove(address);
    for (CircleRecord &circle : m_circles)
        circle.members.removeOne(address);
}

PasswordHash MemoryAccountStore::passwordHash(const Address &address) const
{
    const Entry *entry = find(address);
    return entry ? entry->password : PasswordHash();
}

void MemoryAccountStore::setPasswordHash(const Address &address, const PasswordHash &hash)
{
    Entry *entry = find(address);
    if (!entry)
        return;
    m_undo.emplace_back([=, this, before = entry->password] { find(address)->password = before; });
    entry->password = hash;
}

qint64 MemoryAccountStore::raiseListVersion(const Address &address)
{
    Entry *entry = find(address);
    if (!entry)
        return 0;
    m_undo.emplace_back([=, this] { --find(address)->account.listVersion; });
    return ++entry->account.listVersion;
}

QByteArray MemoryAccountStore::picture(const Address &address) const
{
    const Entry *entry = find(address);
    return entry ? entry->picture : QByteArray();
}

void MemoryAccountStore::setPicture(const Address &address, const QByteArray &png)
{
    Entry *entry = find(address);
    if (!entry)
        return;
    m_undo.emplace_back([=, this, before = entry->picture] { find(address)->picture = before; });
    entry->picture = png;
}

QList<ContactRecord> MemoryAccountStore::contacts(const Address &owner) const
{
    const Entry *entry = find(owner);
    return entry ? entry->contacts.values() : QList<ContactRecord>();
}

std::optional<ContactRecord> MemoryAccountStore::contact(const Address &owner, const Address &address) const
{
    const Entry *entry = find(owner);
    return entry ? valueIn(entry->contacts, address) : std::nullopt;
}

std::optional<ContactRecord> MemoryAccountStore::contactById(const Address &owner, const QUuid &id) const
{
    const Entry *entry = find(owner);
    if (!entry)
        return std::nullopt;
    const auto found = std::find_if(entry->contacts.cbegin(), entry->contacts.cend(),
        [&id](const ContactRecord &contact) { return contact.id == id; });
    return found == entry->contacts.cend() ? std::nullopt : std::optional(*found);
}

QList<ContactRecord> MemoryAccountStore::contactsInGroup(const Address &owner, int group) const
{
    QList<ContactRecord> result = contacts(owner);
    result.removeIf([group](const ContactRecord &contact) { return !contact.groups.contains(group); });
    return result;
}

QList<Address> MemoryAccountStore::listed(const Address &owner, List list) const
{
    QList<Address> result;
    const Entry *entry = find(owner);
    if (!entry)
        return result;
    for (const ContactRecord &contact : entry->contacts) {
        if (contact.lists.testFlag(list))
            result.append(contact.address);
    }
    return result;
}

int MemoryAccountStore::countListed(const Address &owner, List list) const
{
    return static_cast<int>(listed(owner, list).size());
}

QList<Address> MemoryAccountStore::ownersOf(const Address &address) const
{
    QList<Address> result;
    for (const Entry &entry : m_entries) {
        if (entry.contacts.contains(address))
            result.append(entry.account.address);
    }
    return result;
}

void MemoryAccountStore::saveContact(const Address &owner, const ContactRecord &contact)
{
    replace(&Entry::contacts, owner, contact.address, std::optional(contact));
}

void MemoryAccountStore::removeContact(const Address &owner, const Address &address)
{
    replace(&Entry::contacts, owner, address, std::optional<ContactRecord>());
}

QList<GroupRecord> MemoryAccountStore::groups(const Address &owner) const
{
    const Entry *entry = find(owner);
    return entry ? entry->groups.values() : QList<GroupRecord>();
}

void MemoryAccountStore::saveGroup(const Address &owner, const GroupRecord &group)
{
    replace(&Entry::groups, owner, group.number, std::optional(group));
}

void MemoryAccountStore::removeGroup(const Address &owner, int number)
{
    replace(&Entry::groups, owner, number, std::optional<GroupRecord>());
}

QList<InvitationRecord> MemoryAccountStore::invitations() const
{
    return m_invitations;
}

QList<InvitationRecord> MemoryAccountStore::invitationsTo(const Address &address) const
{
    QList<InvitationRecord> result = m_invitations;
    result.removeIf([&address](const InvitationRecord &invitation) { return !(invitation.to == address); });
    return result;
}

int MemoryAccountStore::countInvitationsFrom(const Address &address) const
{
    return static_cast<int>(std::count_if(m_invitations.cbegin(), m_invitations.cend(),
        [&address](const InvitationRecord &invitation) { return invitation.from == address; }));
}

void MemoryAccountStore::addInvitation(const InvitationRecord &invitation)
{
    m_undo.emplace_back([this] { m_invitations.removeLast(); });
    m_invitations.append(invitation);
}

void MemoryAccountStore::removeInvitationsTo(const Address &address)
{
    m_undo.emplace_back([this, before = m_invitations] { m_invitations = before; });
    m_invitations.removeIf(
        [&address](const InvitationRecord &invitation) { return invitation.to == address; });
}

QList<StoredMessage> MemoryAccountStore::storedMessages(const Address &to) const
{
    const Entry *entry = find(to);
    return entry ? entry->messages : QList<StoredMessage>();
}

int MemoryAccountStore::countStoredMessages(const Address &to) const
{
    const Entry *entry = find(to);
    return entry ? static_cast<int>(entry->messages.size()) : 0;
}

int MemoryAccountStore::countStoredMessages(const Address &to, const Address &from) const
{
    const auto messages = storedMessages(to);
    return static_cast<int>(std::count_if(messages.cbegin(), messages.cend(),
        [&from](const StoredMessage &message) { return message.from == from; }));
}

void MemoryAccountStore::addStoredMessage(const StoredMessage &message)
{
    Entry *entry = find(message.to);
    if (!entry)
        return;
    m_undo.emplace_back([this, to = message.to] { find(to)->messages.removeLast(); });
    entry->messages.append(message);
}

void MemoryAccountStore::removeStoredMessages(const Address &to, const Address &from)
{
    Entry *entry = find(to);
    if (!entry)
        return;
    m_undo.emplace_back([=, this, before = entry->messages] { find(to)->messages = before; });
    entry->messages.removeIf([&from](const StoredMessage &message) { return message.from == from; });
}

QList<CircleRecord> MemoryAccountStore::circles() const
{
    return m_circles.values();
}

void MemoryAccountStore::saveCircle(const CircleRecord &circle)
{
    m_undo.emplace_back([this, name = circle.name, before = valueIn(m_circles, circle.name)] {
        put(m_circles, name, before);
    });
    CircleRecord kept = circle;
    kept.members.removeIf([this](const Address &address) { return !find(address); });
    std::sort(kept.members.begin(), kept.members.end());
    m_circles.insert(circle.name, kept);
}

void MemoryAccountStore::removeCircle(const QString &name)
{
    m_undo.emplace_back([=, this, before = valueIn(m_circles, name)] { put(m_circles, name, before); });
    m_circles.remove(name);
}

Outcome MemoryAccountStore::commit()
{
    m_undo.clear();
    return {};
}

void MemoryAccountStore::rollback()
{
    const auto undo = std::exchange(m_undo, {});
    for (auto step = undo.crbegin(); step != undo.crend(); ++step)
        (*step)();
}

} // namespace Msn
