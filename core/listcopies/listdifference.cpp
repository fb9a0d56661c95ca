#include "core/listcopies/listdifference.h"

#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"

#include <algorithm>

namespace Msn {

namespace {

class Comparison
{
public:
    Comparison(const ContactList &contacts, const ContactAnnotations &annotations)
        : m_contacts(contacts)
        , m_annotations(annotations)
    {
    }

    QStringList missingGroups(const ListedContacts &copy) const
    {
        QStringList missing;
        const auto addMissing = [&](const QString &name) {
            if (!hasGroup(name) && !missing.contains(name))
                missing.append(name);
        };
        std::for_each(copy.groups.begin(), copy.groups.end(), addMissing);
        for (const ListedPerson &person : copy.people)
            std::for_each(person.groups.begin(), person.groups.end(), addMissing);
        return missing;
    }

    /// Nothing missing: all false and empty.
    MissingPerson compare(const ListedPerson &person) const
    {
        const Contact *contact = m_contacts.find(person.address);
        MissingPerson missing;
        missing.person = person;
        missing.isContactMissing = person.isContact && !(contact && contact->isOnForwardList());
        missing.isBlockMissing = person.isBlocked && !(contact && contact->isBlocked());
        missing.isAnnotationMissing = lacksAnnotation(person);
        for (const QString &group : person.groups) {
            if (person.isContact && !(contact && isIn(*contact, group)))
                missing.missingGroups.append(group);
        }
        return missing;
    }

private:
    bool hasGroup(const QString &name) const
    {
        const QList<Group> groups = m_contacts.groups();
        return std::any_of(
            groups.begin(), groups.end(), [&name](const Group &group) { return group.name.text() == name; });
    }

    bool isIn(const Contact &contact, const QString &name) const
    {
        return std::any_of(contact.groups.begin(), contact.groups.end(), [&](const GroupId &id) {
            const Group *group = m_contacts.findGroup(id);
            return group && group->name.text() == name;
        });
    }

    bool lacksAnnotation(const ListedPerson &person) const
    {
        const ContactAnnotation now = m_annotations.of(person.address);
        return (now.nickname.isEmpty() && !person.nickname.trimmed().isEmpty())
            || (now.note.isEmpty() && !person.note.trimmed().isEmpty())
            || (!now.isFavourite && person.isFavourite);
    }

    const ContactList &m_contacts;
    const ContactAnnotations &m_annotations;
};

} // namespace

ListDifference missingFrom(const ContactList &contacts, const ContactAnnotations &annotations,
    const ListedContacts &copy, const Address &self)
{
    const Comparison comparison(contacts, annotations);
    ListDifference difference;
    difference.missingGroups = comparison.missingGroups(copy);
    for (const ListedPerson &person : copy.people) {
        const MissingPerson missing = comparison.compare(person);
        const bool lacksSomething = missing.isContactMissing || missing.isBlockMissing
            || missing.isAnnotationMissing || !missing.missingGroups.isEmpty();
        if (lacksSomething && person.address != self)
            difference.people.append(missing);
    }
    return difference;
}

} // namespace Msn
