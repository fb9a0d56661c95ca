#include "core/protocol/contactlist.h"

#include "core/protocol/names.h"
#include "core/protocol/prefixedfields.h"
#include "core/protocol/tokens.h"
#include "core/protocol/verb.h"

#include <algorithm>

namespace Msn {

namespace {

QList<GroupId> parseGroups(const QByteArray &token)
{
    QList<GroupId> groups;
    const QByteArrayList parts = token.split(',');
    for (const QByteArray &part : parts) {
        if (!part.isEmpty())
            groups.append(GroupId(part));
    }
    return groups;
}

QByteArray encodeGroups(const QList<GroupId> &groups)
{
    QByteArrayList parts;
    for (const GroupId &group : groups)
        parts.append(group.bytes());
    return parts.join(',');
}

std::optional<Lists> parseLists(const QByteArray &token)
{
    bool ok = false;
    const int bits = token.toInt(&ok);
    return ok && isNumber(token) ? std::optional(parseListBits(bits)) : std::nullopt;
}

Parsed<ContactEntry> parsePrefixedEntry(const Command &command)
{
    PrefixedFields fields = parsePrefixedFields(command.args);
    ContactEntry entry{fields.address, fields.friendlyName, fields.id, {}, {}};
    if (entry.address.isEmpty())
        return parseFailure(ParseError::Code::BadAddress);
    const auto bits = std::find_if(fields.rest.begin(), fields.rest.end(), isNumber);
    const auto lists = bits == fields.rest.end() ? std::nullopt : parseLists(*bits);
    if (!lists)
        return parseFailure(ParseError::Code::BadNumber);
    entry.lists = *lists;
    // The last token behind the bits holds the groups; MSNP12 puts a number in between.
    if (bits + 1 != fields.rest.end())
        entry.groups = parseGroups(fields.rest.constLast());
    return entry;
}

Parsed<ContactEntry> parsePlainEntry(const Command &command)
{
    if (command.args.size() < 3)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    const auto lists = parseLists(command.args[2]);
    if (!lists)
        return parseFailure(ParseError::Code::BadNumber, 2);
    ContactEntry entry{Address::fromUtf8(command.args[0]), decodeName(command.args[1]), {}, *lists, {}};
    entry.lists.setFlag(List::Pending, false); // a list of MSNP10; here the bit means nothing
    if (command.args.size() > 3)
        entry.groups = parseGroups(command.args[3]);
    return entry;
}

} // namespace

Command encodeSyncRequest(TransactionId id, const ListVersion &version, const Dialect &dialect)
{
    QByteArrayList args{version.list};
    if (dialect.twoListVersions)
        args.append(version.settings);
    return makeCommand(Verb::Syn, id, args);
}

Parsed<ListVersion> parseSyncRequest(const Command &command, const Dialect &dialect)
{
    const qsizetype wanted = dialect.twoListVersions ? 2 : 1;
    if (command.args.size() < wanted)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    return ListVersion{command.args[0], dialect.twoListVersions ? command.args[1] : QByteArray("0")};
}

Parsed<SyncReply> parseSyncReply(const Command &command, const Dialect &dialect)
{
    const qsizetype versions = dialect.twoListVersions ? 2 : 1;
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    SyncReply reply;
    reply.version.list = command.args[0];
    if (dialect.twoListVersions)
        reply.version.settings = command.args.value(1, "0");
    if (command.args.size() < versions + 2)
        return reply;
    bool contactsOk = false;
    bool groupsOk = false;
    const SyncReply::Announced announced{
        command.args[versions].toInt(&contactsOk), command.args[versions + 1].toInt(&groupsOk)};
    if (!contactsOk || !groupsOk || announced.contacts < 0 || announced.groups < 0)
        return parseFailure(ParseError::Code::BadNumber, versions);
    reply.announced = announced;
    return reply;
}

Command encodeSyncReply(TransactionId id, const SyncReply &reply, const Dialect &dialect)
{
    Command command = encodeSyncRequest(id, reply.version, dialect);
    if (reply.announced) {
        command.args.append(QByteArray::number(reply.announced->contacts));
        command.args.append(QByteArray::number(reply.announced->groups));
    }
    return command;
}

Parsed<ContactEntry> parseContactEntry(const Command &command, const Dialect &dialect)
{
    auto entry = dialect.prefixedContacts ? parsePrefixedEntry(command) : parsePlainEntry(command);
    if (entry && !entry->lists.testFlag(List::Forward))
        entry->groups.clear();
    return entry;
}

Command encodeContactEntry(const ContactEntry &entry, const Dialect &dialect)
{
    const bool forward = entry.lists.testFlag(List::Forward);
    const QByteArray bits = QByteArray::number(entry.lists.toInt());
    QByteArrayList args;
    if (dialect.prefixedContacts) {
        args.append("N=" + entry.address.toUtf8());
        if (!entry.friendlyName.isEmpty())
            args.append("F=" + encodeName(entry.friendlyName));
        if (forward && !entry.id.isEmpty())
            args.append("C=" + entry.id.bytes());
        args.append(bits);
    } else {
        args = {entry.address.toUtf8(), encodeNameOrAddress(entry.friendlyName, entry.address), bits};
    }
    const QByteArray groups = encodeGroups(entry.groups);
    if (forward && !groups.isEmpty())
        args.append(groups);
    else if (forward && !dialect.prefixedContacts)
        args.append("0");
    return makeCommand(Verb::Lst, std::nullopt, args);
}

} // namespace Msn
