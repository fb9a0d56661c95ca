#include "core/roster/listcache.h"

#include "core/base/logging.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QFile>
#include <QSaveFile>

namespace Msn {

namespace {

constexpr int formatVersion = 2;

// Short keys: a list of a thousand people is written often.
enum Key : int {
    Format,
    Protocol,
    VersionList,
    VersionSettings,
    Contacts,
    Groups,
    Privacy,
    Prompt,
    Phones,
    OwnName
};
enum ContactKey : int { Name, Id, Bits, ContactGroups, ContactPhones, ContactAddress };
enum PhoneKey : int { Home, Work, Mobile, Pages, Device, Direct };

QCborMap encodePhones(const PhoneNumbers &phones)
{
    return {{Home, phones.home}, {Work, phones.work}, {Mobile, phones.mobile}, {Pages, phones.acceptsPages},
        {Device, phones.hasMobileDevice}, {Direct, phones.directDevice}};
}

PhoneNumbers parsePhones(const QCborMap &map)
{
    return {map.value(Home).toString(), map.value(Work).toString(), map.value(Mobile).toString(),
        map.value(Pages).toBool(), map.value(Device).toBool(), map.value(Direct).toString()};
}

QCborMap encodeContact(const Contact &contact)
{
    QCborArray groups;
    for (const GroupId &group : contact.groups)
        groups.append(group.bytes());
    return {{ContactAddress, contact.address.toString()}, {Name, contact.friendlyName.text()},
        {Id, contact.id.bytes()}, {Bits, contact.lists.toInt()}, {ContactGroups, groups},
        {ContactPhones, encodePhones(contact.phones)}};
}

Contact parseContact(const QCborMap &map)
{
    Contact contact;
    contact.address = Address(map.value(ContactAddress).toString());
    contact.friendlyName = FriendlyName(map.value(Name).toString());
    contact.id = ContactId(map.value(Id).toByteArray());
    contact.lists = parseListBits(static_cast<int>(map.value(Bits).toInteger()));
    const QCborArray groups = map.value(ContactGroups).toArray();
    for (const QCborValue group : groups)
        contact.groups.append(GroupId(group.toByteArray()));
    contact.phones = parsePhones(map.value(ContactPhones).toMap());
    return contact;
}

} // namespace

QByteArray encodeListCache(const ListCache &cache)
{
    QCborArray contacts;
    for (const Contact &contact : cache.contacts)
        contacts.append(encodeContact(contact));
    QCborArray groups;
    for (const Group &group : cache.groups)
        groups.append(QCborArray{group.id.bytes(), group.name.text()});
    const QCborMap root{{Format, formatVersion}, {Protocol, static_cast<int>(cache.protocol)},
        {VersionList, cache.version.list}, {VersionSettings, cache.version.settings}, {Contacts, contacts},
        {Groups, groups}, {Privacy, encodeDefaultPrivacy(cache.defaultPrivacy)},
        {Prompt, encodeAddPrompt(cache.addPrompt)}, {Phones, encodePhones(cache.ownPhones)},
        {OwnName, cache.ownName.text()}};
    return root.toCborValue().toCbor();
}

ListCache parseListCache(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError)
        return {}; // a map that was cut off must not even be looked at
    const QCborMap root = value.toMap();
    const auto protocol = parseProtocolVersion("MSNP" + QByteArray::number(root.value(Protocol).toInteger()));
    if (root.value(Format).toInteger() != formatVersion || !protocol)
        return {};
    ListCache cache;
    cache.protocol = *protocol;
    cache.version = {root.value(VersionList).toByteArray(), root.value(VersionSettings).toByteArray()};
    const QCborArray contacts = root.value(Contacts).toArray();
    for (const QCborValue contact : contacts)
        cache.contacts.append(parseContact(contact.toMap()));
    const QCborArray groups = root.value(Groups).toArray();
    for (const QCborValue group : groups)
        cache.groups.append(
            {GroupId(group.toArray().at(0).toByteArray()), FriendlyName(group.toArray().at(1).toString())});
    cache.defaultPrivacy
        = parseDefaultPrivacy(root.value(Privacy).toByteArray()).value_or(cache.defaultPrivacy);
    cache.addPrompt = parseAddPrompt(root.value(Prompt).toByteArray()).value_or(cache.addPrompt);
    cache.ownPhones = parsePhones(root.value(Phones).toMap());
    cache.ownName = FriendlyName(root.value(OwnName).toString());
    return cache;
}

ListCache loadListCache(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? parseListCache(file.readAll()) : ListCache{};
}

bool saveListCache(const QString &fileName, const ListCache &cache)
{
    QSaveFile file(fileName);
    const bool written
        = file.open(QIODevice::WriteOnly) && file.write(encodeListCache(cache)) >= 0 && file.commit();
    if (!written)
        qCWarning(logRoster) << "cannot write" << fileName << file.errorString();
    return written;
}

} // namespace Msn
