#include "core/models/contactgrouping.h"

#include "core/roster/contactlist.h"

namespace Msn {

QString ContactGroupKey::toString() const
{
    return kind == GroupKind::Server ? QLatin1String("id:") + QString::fromLatin1(id.bytes())
                                     : QString::number(static_cast<int>(kind));
}

QList<ContactGroupKey> ContactGrouping::standing(const ContactList &contacts) const
{
    switch (by) {
    case By::Status:
        return {{GroupKind::Online, {}}, {GroupKind::Offline, {}}};
    case By::Name:
        return {};
    case By::Group:
        break;
    }
    QList<ContactGroupKey> keys;
    const QList<Group> groups = contacts.groups();
    for (const Group &group : groups)
        keys.append({GroupKind::Server, group.id});
    return keys;
}

/// A group without people stays, it is the person's; a heading for nobody goes.
bool ContactGrouping::isStanding(const ContactGroupKey &key) const
{
    switch (key.kind) {
    case GroupKind::Server:
        return true;
    case GroupKind::Online:
    case GroupKind::Offline:
        return by == By::Status;
    case GroupKind::Favourites:
    case GroupKind::Ungrouped:
    case GroupKind::Everybody:
        break;
    }
    return false;
}

QList<ContactGroupKey> ContactGrouping::placesOf(
    const Contact &contact, bool isFavourite, const ContactList &contacts) const
{
    QList<ContactGroupKey> places;
    if (isFavourite)
        places.append({GroupKind::Favourites, {}});
    if (!contact.isOnline() && (offlineTogether || by == By::Status))
        return places << ContactGroupKey{GroupKind::Offline, {}};
    switch (by) {
    case By::Status:
        return places << ContactGroupKey{GroupKind::Online, {}};
    case By::Name:
        return places << ContactGroupKey{GroupKind::Everybody, {}};
    case By::Group:
        break;
    }
    return places + groupsOf(contact, contacts);
}

QList<ContactGroupKey> ContactGrouping::groupsOf(const Contact &contact, const ContactList &contacts) const
{
    QList<ContactGroupKey> keys;
    for (const GroupId &id : contact.groups) {
        const ContactGroupKey key{GroupKind::Server, id};
        if (contacts.findGroup(id) && !keys.contains(key))
            keys.append(key);
    }
    if (keys.isEmpty())
        keys.append({GroupKind::Ungrouped, {}});
    return keys;
}

} // namespace Msn
