#include "core/service/notification/dialectcodec.h"

#include "core/protocol/contactgroup.h"
#include "core/protocol/contactproperty.h"
#include "core/protocol/listchange.h"

#include <QDateTime>

#include <algorithm>

namespace Msn {

namespace {

/// An opaque token in the shape clients have seen: 2004-07-01T18:17:51.4030000-07:00.
QByteArray timeStamp(qint64 version)
{
    constexpr qint64 start = 1'088'640'000'000; // 2004-07-01
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(start + version, Qt::UTC);
    return time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toLatin1() + "0000-07:00";
}

} // namespace

QByteArray guidText(const QUuid &id)
{
    return id.toByteArray(QUuid::WithoutBraces);
}

bool DialectCodec::knowsProperty(const QByteArray &key) const
{
    const QList<QByteArray> everywhere{"PHH", "PHW", "PHM", "MOB", "MBE"};
    return everywhere.contains(key) || (key == "WWE" && m_dialect.wristDevice);
}

ListVersion DialectCodec::listVersion(qint64 version) const
{
    if (m_dialect.twoListVersions)
        return {timeStamp(version), timeStamp(version)};
    return {QByteArray::number(version), "0"};
}

std::optional<QByteArray> DialectCodec::replyVersion(qint64 version) const
{
    return m_dialect.listVersionInReplies ? std::optional(QByteArray::number(version)) : std::nullopt;
}

Allowed<GroupRecord> DialectCodec::findGroup(const GroupId &id, const QList<GroupRecord> &groups) const
{
    bool isNumber = false;
    const int number = id.bytes().toInt(&isNumber);
    const bool possible = hasMigratedLists() || (isNumber && number >= 0 && number < maxGroups);
    if (!possible)
        return Unexpected(0);
    const QUuid guid = QUuid::fromString(QLatin1String(id.bytes()));
    const auto group = std::find_if(groups.cbegin(), groups.cend(), [&](const GroupRecord &candidate) {
        return hasMigratedLists() ? candidate.number != 0 && candidate.id == guid
                                  : candidate.number == number;
    });
    if (group == groups.cend())
        return Unexpected(224);
    return *group;
}

Allowed<ContactRecord> DialectCodec::findContact(
    const AccountStore &store, const Address &owner, const Address &address, const ContactId &id) const
{
    const auto contact = hasMigratedLists()
        ? store.contactById(owner, QUuid::fromString(QLatin1String(id.bytes())))
        : store.contact(owner, address);
    if (!contact || !contact->lists.testFlag(List::Forward))
        return Unexpected(216);
    return *contact;
}

QList<Command> DialectCodec::groupLines(const QList<GroupRecord> &groups) const
{
    QList<Command> lines;
    for (const GroupRecord &group : groups) {
        if (group.number != 0 || !hasMigratedLists())
            lines.append(encodeGroupEntry({groupId(group), group.name}, m_dialect));
    }
    return lines;
}

std::optional<Command> DialectCodec::contactLine(
    const ContactRecord &contact, const FriendlyName &name, const QList<GroupRecord> &groups) const
{
    Lists lists = contact.lists;
    if (!m_dialect.pendingList)
        lists &= ~Lists(List::Pending);
    if (!lists)
        return std::nullopt;
    return encodeContactEntry(
        {contact.address, name, ContactId(guidText(contact.id)), lists, groupIds(contact.groups, groups)},
        m_dialect);
}

Command DialectCodec::added(TransactionId id, const ContactAddition &request, const ListChange &change,
    const std::optional<GroupRecord> &group) const
{
    ContactAddition reply = request;
    reply.version = replyVersion(change.version);
    const bool plain = !hasMigratedLists();
    const bool forward = request.list == List::Forward;
    if (plain || forward)
        reply.friendlyName = change.contact.name;
    // `ADC t FL C=id group` and `ADC t AL N=address` come back as they went.
    if (!plain && (!forward || request.address.isEmpty()))
        reply.friendlyName = {};
    if (!plain && forward)
        reply.id = ContactId(guidText(change.contact.id));
    reply.group = forward && group && (plain || group->number != 0) ? groupId(*group) : GroupId();
    return encodeContactAddition(id, reply, m_dialect);
}

Command DialectCodec::removed(TransactionId id, const ContactRemoval &request, const ListChange &change) const
{
    ContactRemoval reply = request;
    reply.version = replyVersion(change.version);
    return encodeContactRemoval(id, reply, m_dialect);
}

Command DialectCodec::reverseAdded(const Address &who, const FriendlyName &name, qint64 version) const
{
    return encodeContactAddition(0, {List::Reverse, who, name, {}, {}, replyVersion(version)}, m_dialect);
}

Command DialectCodec::listRemoved(List list, const Address &who, const QUuid &contactId, qint64 version) const
{
    ContactRemoval removal{list, who, {}, {}, replyVersion(version)};
    if (list == List::Forward && hasMigratedLists()) {
        removal.address = {};
        removal.id = ContactId(guidText(contactId));
    }
    return encodeContactRemoval(0, removal, m_dialect);
}

Command DialectCodec::groupReply(Verb verb, TransactionId id, const GroupBook::Change &change) const
{
    const GroupChange reply{groupId(change.group), change.group.name, replyVersion(change.version)};
    if (verb == Verb::Adg)
        return encodeGroupAddReply(id, reply, m_dialect);
    if (verb == Verb::Reg)
        return encodeGroupRenameReply(id, reply, m_dialect);
    return encodeGroupRemoveReply(id, reply, m_dialect);
}

Command DialectCodec::contactProperty(
    const Address &contact, const QByteArray &key, const QString &value, qint64 version) const
{
    return encodeContactProperty({key, value, replyVersion(version), contact});
}

GroupId DialectCodec::groupId(const GroupRecord &group) const
{
    return GroupId(hasMigratedLists() ? guidText(group.id) : QByteArray::number(group.number));
}

QList<GroupId> DialectCodec::groupIds(const QList<int> &numbers, const QList<GroupRecord> &groups) const
{
    QList<GroupId> ids;
    for (const GroupRecord &group : groups) {
        const bool shown = group.number != 0 || !hasMigratedLists();
        if (shown && numbers.contains(group.number))
            ids.append(groupId(group));
    }
    return ids;
}

} // namespace Msn
