#include "core/listcopies/contactlistfile.h"

#include "core/history/import/jsonrecords.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace Msn {

namespace {

constexpr qint64 maxJsonBytes = 32 * 1024 * 1024;
constexpr qsizetype maxNameLength = 400;
constexpr qsizetype maxNoteLength = 10'000;
constexpr qsizetype maxListed = 100;

const QString formatName = QStringLiteral("swallowtail-contacts");

QStringList stringsIn(const QJsonValue &value, qsizetype most)
{
    QStringList strings;
    const QJsonArray array = value.toArray();
    for (const auto &item : array) {
        const QString text = item.toString().left(maxNameLength);
        if (!text.isEmpty() && !strings.contains(text) && strings.size() < most)
            strings.append(text);
    }
    return strings;
}

ListedPerson personIn(const QJsonObject &object)
{
    ListedPerson person;
    person.address = Address(object.value(u"address").toString().left(256));
    person.name = object.value(u"name").toString().left(maxNameLength);
    person.nickname = object.value(u"nickname").toString().left(maxNameLength);
    person.note = object.value(u"note").toString().left(maxNoteLength);
    person.isFavourite = object.value(u"favourite").toBool();
    person.isBlocked = object.value(u"blocked").toBool();
    person.isContact = object.value(u"contact").toBool(true);
    person.groups = stringsIn(object.value(u"groups"), maxListed);
    return person;
}

QJsonObject objectOf(const ListedPerson &person)
{
    QJsonObject object{{QStringLiteral("address"), person.address.toString()}};
    const auto addText = [&object](QLatin1String key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    addText(QLatin1String("name"), person.name);
    addText(QLatin1String("nickname"), person.nickname);
    addText(QLatin1String("note"), person.note);
    if (person.isFavourite)
        object.insert(QLatin1String("favourite"), true);
    if (person.isBlocked)
        object.insert(QLatin1String("blocked"), true);
    if (!person.isContact)
        object.insert(QLatin1String("contact"), false);
    if (!person.groups.isEmpty())
        object.insert(QLatin1String("groups"), QJsonArray::fromStringList(person.groups));
    return object;
}

void addProblem(
    ContactListReading &reading, ImportProblem::Reason reason, qint64 line, const QString &excerpt)
{
    if (reading.problems.size() < maxListed)
        reading.problems.append(makeProblem(reason, line, excerpt));
}

/// \p line: where it stands; 0 if unknown.
void addPerson(ContactListReading &reading, QSet<Address> &seen, const QJsonObject &object, qint64 line)
{
    const ListedPerson person = personIn(object);
    const bool isNew = person.address.isValid() && !seen.contains(person.address);
    if (isNew && seen.size() < ListedContacts::maxPeople) {
        seen.insert(person.address);
        reading.contacts.people.append(person);
    } else if (!person.address.isValid()) {
        addProblem(reading, ImportProblem::Reason::Unexpected, line, person.address.toString());
    }
}

void addPeople(ContactListReading &reading, const QJsonArray &people)
{
    QSet<Address> seen;
    for (const auto &value : people)
        addPerson(reading, seen, value.toObject(), 0);
}

/// One by one, where the whole cannot be read: everybody who is whole.
void salvagePeople(ContactListReading &reading, QByteArray bytes)
{
    using State = JsonRecord::State;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    JsonRecords records(buffer, QByteArrayLiteral("people"));
    QSet<Address> seen;
    while (const auto record = records.next()) {
        const QJsonDocument person = QJsonDocument::fromJson(record->bytes);
        if (record->state == State::Message && person.isObject())
            addPerson(reading, seen, person.object(), record->line);
        else if (record->state != State::Owner)
            addProblem(reading,
                record->state == State::Incomplete ? ImportProblem::Reason::Incomplete
                                                   : ImportProblem::Reason::BadMarkup,
                record->line, QString::fromUtf8(record->bytes.left(256)));
    }
    // Those of the list itself may be lost.
    for (const ListedPerson &person : std::as_const(reading.contacts.people)) {
        for (const QString &group : person.groups) {
            if (!reading.contacts.groups.contains(group)
                && reading.contacts.groups.size() < ListedContacts::maxGroups)
                reading.contacts.groups.append(group);
        }
    }
}

} // namespace

ContactListReading readContactListJson(QIODevice &device)
{
    ContactListReading reading;
    const QByteArray bytes = device.read(maxJsonBytes);
    if (!device.atEnd()) {
        reading.problems.append(makeProblem(ImportProblem::Reason::TooLong, 0));
        return reading;
    }
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = bytes.left(error.offset);
        reading.problems.append(makeProblem(ImportProblem::Reason::BadMarkup, before.count('\n') + 1,
            QString::fromUtf8(bytes.mid(error.offset, 256)), before.size() - before.lastIndexOf('\n')));
        if (bytes.contains(formatName.toUtf8()))
            salvagePeople(reading, bytes);
        return reading;
    }
    if (root.value(u"format").toString() != formatName) {
        reading.problems.append(makeProblem(ImportProblem::Reason::UnknownFormat, 0));
        return reading;
    }
    reading.contacts.groups = stringsIn(root.value(u"groups"), ListedContacts::maxGroups);
    if (!root.value(u"people").isArray())
        reading.problems.append(makeProblem(ImportProblem::Reason::Incomplete, 0));
    addPeople(reading, root.value(u"people").toArray());
    return reading;
}

bool writeContactListJson(QIODevice &device, const ListedContacts &contacts)
{
    QJsonArray people;
    for (const ListedPerson &person : contacts.people)
        people.append(objectOf(person));
    const QJsonObject root{{QStringLiteral("format"), formatName}, {QStringLiteral("version"), 1},
        {QStringLiteral("groups"), QJsonArray::fromStringList(contacts.groups)},
        {QStringLiteral("people"), people}};
    const QByteArray bytes = QJsonDocument(root).toJson();
    return device.write(bytes) == bytes.size();
}

} // namespace Msn
