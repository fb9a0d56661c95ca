#include "core/models/contactrowdata.h"

#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"

namespace Msn {

namespace {

QStringList groupNames(const Contact &contact, const ContactList &contacts)
{
    QStringList names;
    for (const GroupId &id : contact.groups) {
        if (const Group *group = contacts.findGroup(id))
            names.append(group->name.singleLine());
    }
    return names;
}

} // namespace

QString nameFor(const Contact &contact, const ContactAnnotation &annotation)
{
    const QString own = cleanedSingleLine(annotation.nickname);
    return own.isEmpty() ? contact.displayName() : own;
}

QVariant groupRowData(const ContactGroupKey &key, const ContactList &contacts, int role)
{
    const Group *group = key.kind == GroupKind::Server ? contacts.findGroup(key.id) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
    case SortKeyRole:
        return group ? group->name.singleLine() : QString();
    case RowTypeRole:
        return static_cast<int>(ContactListRow::Group);
    case GroupKindRole:
        return static_cast<int>(key.kind);
    case GroupIdRole:
        return key.id.bytes();
    case GroupKeyRole:
        return key.toString();
    default:
        return {};
    }
}

QVariant contactRowData(
    const Contact &contact, const ContactAnnotation &annotation, const ContactList &contacts, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case SortKeyRole:
        return nameFor(contact, annotation);
    case RowTypeRole:
        return static_cast<int>(ContactListRow::Contact);
    case AddressRole:
        return contact.address.toString();
    case OwnNameRole:
        return contact.displayName();
    case StatusRole:
        return static_cast<int>(contact.status);
    case IsOnlineRole:
        return contact.isOnline();
    case IsBlockedRole:
        return contact.isBlocked();
    case HasPrivacyConflictRole:
        return contact.hasPrivacyConflict();
    case HasMeRole:
        return contact.lists.testFlag(List::Reverse);
    case IsFavouriteRole:
        return annotation.isFavourite;
    case NoteRole:
        return annotation.note;
    case GroupNamesRole:
        return groupNames(contact, contacts);
    case HomePhoneRole:
        return cleanedSingleLine(contact.phones.home);
    case WorkPhoneRole:
        return cleanedSingleLine(contact.phones.work);
    case MobilePhoneRole:
        return cleanedSingleLine(contact.phones.mobile);
    default:
        return {};
    }
}

} // namespace Msn
