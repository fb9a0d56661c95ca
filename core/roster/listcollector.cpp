#include "core/roster/listcollector.h"

#include "core/protocol/contactgroup.h"
#include "core/protocol/contactproperty.h"
#include "core/roster/rosterchanges.h"

namespace Msn {

Contact merged(const Contact *known, const ContactEntry &entry)
{
    Contact contact = known ? *known : Contact{};
    contact.address = entry.address;
    contact.lists |= entry.lists;
    if (!entry.friendlyName.isEmpty())
        contact.friendlyName = entry.friendlyName;
    if (!entry.id.isEmpty())
        contact.id = entry.id;
    for (const GroupId &group : entry.groups) {
        if (!contact.groups.contains(group))
            contact.groups.append(group);
    }
    return contact;
}

bool isNoGroup(const GroupEntry &entry)
{
    return entry.id == GroupId("0") && entry.name.text() == QLatin1String("~");
}

ListCollector::ListCollector(const ListVersion &version, const SyncReply::Announced &announced)
    : m_version(version)
    , m_announced(announced)
{
}

void ListCollector::addGroup(const std::optional<GroupEntry> &entry)
{
    ++m_groupLines;
    if (entry && !isNoGroup(*entry) && m_groups.size() < maxGroupsKept)
        m_groups.append({entry->id, entry->name});
}

void ListCollector::addContact(const std::optional<ContactEntry> &entry)
{
    ++m_contactLines;
    if (!entry)
        return;
    const auto known = m_positions.constFind(entry->address);
    if (known != m_positions.constEnd()) {
        m_contacts[*known] = merged(&m_contacts.at(*known), *entry);
    } else if (m_contacts.size() < maxContactsKept) {
        m_positions.insert(entry->address, m_contacts.size());
        m_contacts.append(merged(nullptr, *entry));
    }
}

bool ListCollector::addProperty(const Address &address, const Property &property)
{
    const qsizetype position = m_positions.value(address, -1);
    if (position < 0)
        return false;
    Contact &contact = m_contacts[position];
    contact.phones = withProperty(contact.phones, property);
    return true;
}

bool ListCollector::isComplete() const
{
    return m_contactLines >= m_announced.contacts && m_groupLines >= m_announced.groups;
}

} // namespace Msn
