#include "core/roster/contactlist.h"

#include <algorithm>

namespace Msn {

const Contact *ContactList::find(const Address &address) const
{
    const auto contact = m_contacts.constFind(address);
    return contact == m_contacts.constEnd() ? nullptr : &*contact;
}

const Contact *ContactList::findById(const ContactId &id) const
{
    const auto address = m_addressesById.constFind(id);
    return address == m_addressesById.constEnd() ? nullptr : find(*address);
}

const Group *ContactList::findGroup(const GroupId &id) const
{
    const auto group
        = std::find_if(m_groups.cbegin(), m_groups.cend(), [&id](const Group &g) { return g.id == id; });
    return group == m_groups.cend() ? nullptr : &*group;
}

QList<Address> ContactList::membersOf(const GroupId &group) const
{
    QList<Address> members;
    for (const Contact &contact : m_contacts) {
        if (contact.isOnForwardList() && contact.groups.contains(group))
            members.append(contact.address);
    }
    return members;
}

void ContactList::setContact(const Contact &contact)
{
    if (!contact.id.isEmpty())
        m_addressesById.insert(contact.id, contact.address);
    const auto known = m_contacts.find(contact.address);
    if (known == m_contacts.end()) {
        m_contacts.insert(contact.address, contact);
        Q_EMIT contactAdded(contact.address);
    } else if (*known != contact) {
        *known = contact;
        Q_EMIT contactChanged(contact.address);
    }
}

void ContactList::removeContact(const Address &address)
{
    const auto known = m_contacts.find(address);
    if (known == m_contacts.end())
        return;
    const Address removed = known->address; // \p address may live inside the entry
    m_addressesById.remove(known->id);
    m_contacts.erase(known);
    Q_EMIT contactRemoved(removed);
}

void ContactList::setGroup(const Group &group)
{
    const auto known = std::find_if(
        m_groups.begin(), m_groups.end(), [&group](const Group &g) { return g.id == group.id; });
    if (known == m_groups.end()) {
        m_groups.append(group);
        Q_EMIT groupAdded(group.id);
    } else if (*known != group) {
        *known = group;
        Q_EMIT groupChanged(group.id);
    }
}

void ContactList::removeGroup(const GroupId &id)
{
    const GroupId removed = id;
    if (m_groups.removeIf([&removed](const Group &g) { return g.id == removed; }) == 0)
        return;
    const QList<Address> members = membersOf(removed);
    for (const Address &address : members) {
        Contact contact = m_contacts.value(address);
        contact.groups.removeAll(removed);
        setContact(contact);
    }
    Q_EMIT groupRemoved(removed);
}

void ContactList::setDefaultPrivacy(DefaultPrivacy privacy)
{
    if (std::exchange(m_defaultPrivacy, privacy) != privacy)
        Q_EMIT settingsChanged();
}

void ContactList::setAddPrompt(AddPrompt prompt)
{
    if (std::exchange(m_addPrompt, prompt) != prompt)
        Q_EMIT settingsChanged();
}

void ContactList::setOwnPhones(const PhoneNumbers &phones)
{
    if (std::exchange(m_ownPhones, phones) != phones)
        Q_EMIT settingsChanged();
}

void ContactList::replace(const QList<Contact> &contacts, const QList<Group> &groups)
{
    QHash<Address, Contact> fresh;
    m_addressesById.clear();
    for (Contact contact : contacts) {
        if (const Contact *known = find(contact.address)) {
            contact.status = known->status;
            contact.clientId = known->clientId;
            contact.pictureObject = known->pictureObject;
        }
        if (!contact.id.isEmpty())
            m_addressesById.insert(contact.id, contact.address);
        fresh.insert(contact.address, contact);
    }
    m_contacts = fresh;
    m_groups = groups;
    Q_EMIT reset();
}

void ContactList::setEverybodyOffline()
{
    const QList<Contact> known = m_contacts.values();
    for (Contact contact : known) {
        if (contact.status == Status::Offline)
            continue;
        contact.status = Status::Offline;
        contact.pictureObject.clear();
        setContact(contact);
    }
}

void ContactList::clear()
{
    m_contacts.clear();
    m_addressesById.clear();
    m_groups.clear();
    m_ownPhones = {};
    Q_EMIT reset();
}

} // namespace Msn
