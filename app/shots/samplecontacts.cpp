#include "app/shots/samplecontacts.h"

#include "core/storage/contactannotations.h"

namespace App {

using namespace Msn;

namespace {

struct Person
{
    const char16_t *name;
    const char *address;
    const char *group;
    Status status;
    bool blocked = false;
};

Contact contactOf(const Person &person)
{
    Contact contact;
    contact.address = Address(QLatin1String(person.address));
    contact.friendlyName = FriendlyName(QString::fromUtf16(person.name));
    contact.lists = Lists(List::Forward) | (person.blocked ? List::Block : List::Allow) | List::Reverse;
    if (*person.group)
        contact.groups = {GroupId(person.group)};
    contact.status = person.status;
    return contact;
}

Group group(const char *id, const QString &name)
{
    return {GroupId(id), FriendlyName(name)};
}

/// Phones, a second group, somebody on both privacy lists, and people who are no contacts.
void addDetails(SampleList &list)
{
    for (Contact &contact : list.contacts) {
        const QString name = contact.address.localPart();
        if (name == QLatin1String("rosa")) {
            contact.phones
                = {QStringLiteral("+351 21 555 01 23"), {}, QStringLiteral("+351 91 555 45 67"), true};
            contact.groups.append(GroupId("1"));
        } else if (name == QLatin1String("oliver")) {
            contact.lists.setFlag(List::Reverse, false);
        } else if (name == QLatin1String("ben")) {
            contact.lists.setFlag(List::Block);
            contact.lists.setFlag(List::Allow);
        }
    }
    Contact stranger;
    stranger.address = Address(QStringLiteral("old.schoolmate@example.net"));
    stranger.friendlyName = FriendlyName(QStringLiteral("Giulia 🌻"));
    stranger.lists = Lists(List::Allow) | List::Reverse;
    list.contacts.append(stranger);
    stranger.address = Address(QStringLiteral("prize@example.net"));
    stranger.friendlyName = FriendlyName(QStringLiteral("You have won, click here now"));
    stranger.lists = Lists(List::Block) | List::Reverse;
    list.contacts.append(stranger);
}

} // namespace

SampleList sampleList()
{
    static constexpr Person people[] = {
        {u"Ana", "ana@example.com", "1", Status::Online},
        {u"João Ferreira", "joao@example.com", "1", Status::Away},
        {u"Tía Carmen", "carmen@example.com", "1", Status::Offline},
        {u"小雨 🦋", "xiaoyu@example.net", "2", Status::Online},
        {u"Rosa", "rosa@example.com", "2", Status::OnThePhone},
        {u"Karim كريم", "karim@example.com", "2", Status::Online},
        {u"محمد عبد الرحمن", "mohammed@example.com", "2", Status::Busy},
        {u"Ben", "ben@example.com", "2", Status::OutToLunch},
        {u"Maximiliane von und zu Hohenlohe-Waldenburg ☀ gone fishing until Monday, back on Tuesday",
            "max@example.net", "2", Status::BeRightBack},
        {u"Oliver (8) at the sea :)", "oliver@example.com", "2", Status::Offline},
        {u"Spammer", "spam@example.net", "2", Status::Offline, true},
        {u"דנה לוי", "dana@example.com", "3", Status::Idle},
        {u"Ольга Петрова", "olga@example.com", "3", Status::Offline},
        {u"new.colleague@example.com", "new.colleague@example.com", "", Status::Online},
    };
    SampleList list;
    for (const Person &person : people)
        list.contacts.append(contactOf(person));
    list.groups = {group("1", QStringLiteral("Family")), group("2", QStringLiteral("Friends")),
        group("3", QStringLiteral("Work"))};
    addDetails(list);
    return list;
}

void sampleAnnotations(ContactAnnotations &annotations)
{
    annotations.set(Address(QStringLiteral("rosa@example.com")),
        {QStringLiteral("Rosa (Lisbon)"),
            QStringLiteral("Birthday on 3 May.\nLikes the lake; ask for the photos."), true});
    annotations.set(Address(QStringLiteral("xiaoyu@example.net")), {{}, {}, true});
    annotations.set(Address(QStringLiteral("spam@example.net")),
        {{}, QStringLiteral("Wrote to everybody in the class."), false});
}

SampleList largeSampleList()
{
    static const Status statuses[]
        = {Status::Online, Status::Offline, Status::Away, Status::Offline, Status::Busy};
    SampleList list = sampleList();
    for (int i = 4; i <= 30; ++i)
        list.groups.append(group(QByteArray::number(i).constData(), QStringLiteral("Group %1").arg(i)));
    for (int i = 0; i < 300; ++i) {
        Contact contact;
        contact.address = Address(QStringLiteral("person%1@example.com").arg(i));
        contact.friendlyName = FriendlyName(QStringLiteral("Person %1").arg(i));
        contact.lists = Lists(List::Forward) | List::Allow;
        contact.groups = {GroupId(QByteArray::number(1 + i % 30))};
        contact.status = statuses[i % 5];
        list.contacts.append(contact);
    }
    return list;
}

} // namespace App
