#include "core/listcopies/listcopies.h"

#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace Msn {

namespace {

const QString suffix = QStringLiteral(".json");

QStringList namesOf(const QList<GroupId> &ids, const ContactList &contacts)
{
    QStringList names;
    for (const GroupId &id : ids) {
        if (const Group *group = contacts.findGroup(id))
            names.append(group->name.text());
    }
    return names;
}

ListedPerson listedPerson(
    const Contact &contact, const ContactList &contacts, const ContactAnnotation &annotation)
{
    ListedPerson person;
    person.address = contact.address;
    person.name = contact.friendlyName.text();
    person.nickname = annotation.nickname;
    person.note = annotation.note;
    person.isFavourite = annotation.isFavourite;
    person.isBlocked = contact.isBlocked();
    person.isContact = contact.isOnForwardList();
    person.groups = namesOf(contact.groups, contacts);
    return person;
}

} // namespace

ListedContacts listedContacts(const ContactList &contacts, const ContactAnnotations &annotations)
{
    ListedContacts listed;
    for (const Group &group : contacts.groups())
        listed.groups.append(group.name.text());
    const QList<Contact> everybody = contacts.contacts();
    for (const Contact &contact : everybody) {
        if (contact.isOnForwardList() || contact.isBlocked())
            listed.people.append(listedPerson(contact, contacts, annotations.of(contact.address)));
    }
    std::sort(listed.people.begin(), listed.people.end(),
        [](const ListedPerson &a, const ListedPerson &b) { return a.address < b.address; });
    return listed;
}

ListCopies::ListCopies(const QString &directory)
    : m_directory(directory)
{
}

QList<ListCopy> ListCopies::copies() const
{
    QList<ListCopy> copies;
    const QDir directory(m_directory);
    const QStringList names = directory.entryList({u'*' + suffix}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        const QDate day = QDate::fromString(name.chopped(suffix.size()), Qt::ISODate);
        if (day.isValid())
            copies.append({directory.filePath(name), day});
    }
    return copies;
}

ContactListReading ListCopies::read(const ListCopy &copy)
{
    QFile file(copy.file);
    if (file.open(QIODevice::ReadOnly))
        return readContactListJson(file);
    return {{}, {makeProblem(ImportProblem::Reason::CannotOpen, 0, file.errorString())}};
}

Outcome ListCopies::keep(const ListedContacts &contacts, const QDate &day) const
{
    const QList<ListCopy> before = copies();
    const auto isOfThisDay = [&day](const ListCopy &copy) { return copy.day == day; };
    if (contacts.people.isEmpty() || std::any_of(before.begin(), before.end(), isOfThisDay)
        || (!before.isEmpty() && read(before.constFirst()).contacts == contacts))
        return {};
    QDir().mkpath(m_directory);
    const Outcome saved
        = saveContactList(QDir(m_directory).filePath(day.toString(Qt::ISODate) + suffix), contacts);
    if (saved)
        removeOldest();
    return saved;
}

void ListCopies::removeOldest() const
{
    const QList<ListCopy> all = copies();
    for (qsizetype old = maxKept; old < all.size(); ++old)
        QFile::remove(all.at(old).file);
}

Outcome saveContactList(const QString &file, const ListedContacts &contacts)
{
    QSaveFile device(file);
    const auto write = file.endsWith(QLatin1String(".ctt"), Qt::CaseInsensitive) ? writeContactListFile
                                                                                 : writeContactListJson;
    if (!device.open(QIODevice::WriteOnly) || !write(device, contacts) || !device.commit())
        return Unexpected(
            makeError(ErrorCode::StorageFailed, QDir::toNativeSeparators(file), device.errorString()));
    return {};
}

} // namespace Msn
