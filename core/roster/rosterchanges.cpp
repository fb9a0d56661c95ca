#include "core/roster/rosterchanges.h"

#include "core/protocol/contactproperty.h"
#include "core/protocol/listchange.h"

namespace Msn {

namespace {

/// An entry that is on no list any more is nobody's.
void store(ContactList &list, const Contact &contact)
{
    if (contact.lists.toInt() == 0)
        list.removeContact(contact.address);
    else
        list.setContact(contact);
}

Contact known(const ContactList &list, const Address &address, const ContactId &id)
{
    const Contact *contact = address.isEmpty() ? list.findById(id) : list.find(address);
    if (!contact && !id.isEmpty() && address.isEmpty())
        contact = list.find(Address::fromUtf8(id.bytes())); // not migrated: the id is the address
    return contact ? *contact : Contact{};
}

void leaveForwardList(Contact &contact)
{
    contact.lists.setFlag(List::Forward, false);
    contact.groups.clear();
    contact.status = Status::Offline;
    contact.pictureObject.clear();
}

} // namespace

void applyAddition(ContactList &list, const ContactAddition &addition, const Dialect &dialect)
{
    Contact contact = known(list, addition.address, addition.id);
    if (contact.address.isEmpty())
        contact.address = addition.address;
    if (contact.address.isEmpty())
        return; // an id that we have never heard of
    if (contact.friendlyName.isEmpty())
        contact.friendlyName = addition.friendlyName;
    if (!addition.id.isEmpty())
        contact.id = addition.id;
    contact.lists.setFlag(addition.list);
    // Whoever adds us live waits on the pending list too, where there is one, and is taken off it with
    // the decision (contact-list.md §9).
    const bool decided = contact.lists & (List::Allow | List::Block);
    if (addition.list == List::Reverse && dialect.pendingList && !decided)
        contact.lists.setFlag(List::Pending);
    if (addition.list == List::Forward) {
        const GroupId group
            = addition.group.isEmpty() && !dialect.prefixedContacts ? GroupId("0") : addition.group;
        if (!group.isEmpty() && !contact.groups.contains(group))
            contact.groups.append(group);
    }
    store(list, contact);
}

void applyRemoval(ContactList &list, const ContactRemoval &removal, const Dialect &dialect)
{
    Contact contact = known(list, removal.address, removal.id);
    if (contact.address.isEmpty())
        return;
    if (removal.list != List::Forward) {
        contact.lists.setFlag(removal.list, false);
    } else if (removal.group.isEmpty()) {
        leaveForwardList(contact);
    } else {
        contact.groups.removeAll(removal.group);
        if (contact.groups.isEmpty() && !dialect.prefixedContacts)
            leaveForwardList(contact);
    }
    store(list, contact);
}

void leaveGroup(ContactList &list, const Address &address, const GroupId &group)
{
    const Contact *found = list.find(address);
    if (!found)
        return;
    Contact contact = *found;
    contact.groups.removeAll(group);
    list.setContact(contact);
}

void applyRename(ContactList &list, const Rename &rename)
{
    const Contact *found = list.find(rename.address);
    if (!found)
        return;
    Contact contact = *found;
    contact.friendlyName = rename.friendlyName;
    list.setContact(contact);
}

PhoneNumbers withProperty(PhoneNumbers phones, const Property &property)
{
    if (property.key == "PHH")
        phones.home = property.value;
    else if (property.key == "PHW")
        phones.work = property.value;
    else if (property.key == "PHM")
        phones.mobile = property.value;
    else if (property.key == "MOB")
        phones.acceptsPages = property.value == QLatin1String("Y");
    else if (property.key == "MBE")
        phones.hasMobileDevice = property.value == QLatin1String("Y");
    else if (property.key == "WWE")
        phones.directDevice = property.value;
    return phones;
}

void applyContactProperty(ContactList &list, const Address &address, const Property &property)
{
    const Contact *found = list.find(address);
    if (!found)
        return; // BPR for a stranger is ignored (wire-format.md §8 rule 5)
    Contact contact = *found;
    contact.phones = withProperty(contact.phones, property);
    list.setContact(contact);
}

void applyOwnProperty(ContactList &list, const Property &property)
{
    list.setOwnPhones(withProperty(list.ownPhones(), property));
}

} // namespace Msn
