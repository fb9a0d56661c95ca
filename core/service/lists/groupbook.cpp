#include "core/service/lists/groupbook.h"

#include "core/protocol/contactgroup.h"

#include <algorithm>

namespace Msn {

Allowed<GroupBook::Change> GroupBook::add(const Address &owner, const FriendlyName &name)
{
    const int number = freeNumber(owner);
    if (number < 0)
        return Unexpected(223);
    if (isTaken(owner, name, number))
        return Unexpected(228);
    const GroupRecord group{number, QUuid::createUuid(), name};
    m_store.saveGroup(owner, group);
    return Change{m_contacts.raiseVersion(owner), group};
}

Allowed<GroupBook::Change> GroupBook::rename(const Address &owner, int number, const FriendlyName &name)
{
    auto group = find(owner, number);
    if (!group)
        return Unexpected(224);
    if (isTaken(owner, name, number))
        return Unexpected(228);
    group->name = name;
    m_store.saveGroup(owner, *group);
    return Change{m_contacts.raiseVersion(owner), *group};
}

Allowed<GroupBook::Change> GroupBook::remove(const Address &owner, int number)
{
    if (number == 0)
        return Unexpected(230);
    const auto group = find(owner, number);
    if (!group)
        return Unexpected(224);
    const auto contacts = m_store.contactsInGroup(owner, number);
    for (ContactRecord contact : contacts) {
        contact.groups.removeOne(number);
        if (contact.groups.isEmpty())
            contact.groups = {0};
        m_store.saveContact(owner, contact);
    }
    m_store.removeGroup(owner, number);
    return Change{m_contacts.raiseVersion(owner), *group};
}

std::optional<GroupRecord> GroupBook::find(const Address &owner, int number) const
{
    const auto groups = m_store.groups(owner);
    for (const GroupRecord &group : groups) {
        if (group.number == number)
            return group;
    }
    return std::nullopt;
}

bool GroupBook::isTaken(const Address &owner, const FriendlyName &name, int exceptBy) const
{
    const auto groups = m_store.groups(owner);
    return std::any_of(groups.cbegin(), groups.cend(), [&](const GroupRecord &group) {
        return group.number != 0 && group.number != exceptBy && group.name == name;
    });
}

int GroupBook::freeNumber(const Address &owner) const
{
    for (int number = 1; number < maxGroups; ++number) {
        if (!find(owner, number))
            return number;
    }
    return -1;
}

} // namespace Msn
