#include "core/protocol/contactlist.h"

#include "core/protocol/verb.h"
#include "core/wire/percentencoding.h"

#include <algorithm>

namespace Msn {

namespace {

bool isNumber(const QByteArray &token)
{
    return !token.isEmpty() && std::all_of(token.cbegin(), token.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

QByteArray encodeName(const FriendlyName &name)
{
    return percentEncodeWithin(name.text(), maxFriendlyNameBytes);
}

QByteArray encodeGroupName(const FriendlyName &name)
{
    return percentEncodeWithin(name.text(), maxGroupNameBytes);
}

FriendlyName decodeName(const QByteArray &token)
{
    return FriendlyName(percentDecode(token));
}

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

/// `N=`, `F=`, `C=` in any order; whatever else is returned untouched.
struct PrefixedFields
{
    Address address;
    FriendlyName friendlyName;
    ContactId id;
    QByteArrayList rest;
};

PrefixedFields parsePrefixedFields(const QByteArrayList &tokens)
{
    PrefixedFields fields;
    for (const QByteArray &token : tokens) {
        const bool prefixed = token.size() >= 2 && token[1] == '=' && token[0] >= 'A' && token[0] <= 'Z';
        if (!prefixed) {
            fields.rest.append(token);
            continue;
        }
        const QByteArray value = token.sliced(2);
        if (token[0] == 'N')
            fields.address = Address::fromUtf8(value);
        else if (token[0] == 'F')
            fields.friendlyName = decodeName(value);
        else if (token[0] == 'C')
            fields.id = ContactId(value);
    }
    return fields;
}

/// The list name, wherever it stands: one sample of the MSNP9 analysis has version and list
/// swapped. Removes it from \p tokens.
std::optional<List> takeList(QByteArrayList &tokens)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(2, tokens.size()); ++i) {
        if (const auto list = parseList(tokens[i])) {
            tokens.removeAt(i);
            return list;
        }
    }
    return std::nullopt;
}

/// A list version in front of the other tokens: digits, where an address or a field is due.
std::optional<QByteArray> takeVersion(QByteArrayList &tokens)
{
    if (tokens.size() < 2 || !isNumber(tokens.constFirst()))
        return std::nullopt;
    return tokens.takeFirst();
}

Parsed<ContactEntry> parsePrefixedEntry(const Command &command)
{
    PrefixedFields fields = parsePrefixedFields(command.args);
    ContactEntry entry{fields.address, fields.friendlyName, fields.id, {}, {}};
    if (entry.address.isEmpty())
        return parseFailure(ParseError::Code::BadAddress);
    const auto bits = std::find_if(fields.rest.begin(), fields.rest.end(), isNumber);
    if (bits == fields.rest.end())
        return parseFailure(ParseError::Code::BadNumber);
    entry.lists = parseListBits(bits->toInt());
    // The last token behind the bits holds the groups; MSNP12 puts a number in between.
    if (bits + 1 != fields.rest.end())
        entry.groups = parseGroups(fields.rest.constLast());
    return entry;
}

Parsed<ContactEntry> parsePlainEntry(const Command &command)
{
    if (command.args.size() < 3)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    bool ok = false;
    const int bits = command.args[2].toInt(&ok);
    if (!ok)
        return parseFailure(ParseError::Code::BadNumber, 2);
    ContactEntry entry{Address::fromUtf8(command.args[0]), decodeName(command.args[1]), {}, parseListBits(bits), {}};
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
    const SyncReply::Announced announced{command.args[versions].toInt(&contactsOk), command.args[versions + 1].toInt(&groupsOk)};
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

Parsed<GroupEntry> parseGroupEntry(const Command &command, const Dialect &dialect)
{
    if (command.args.size() < 2)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    const bool idFirst = dialect.trailingZeroInGroups;
    return GroupEntry{GroupId(command.args[idFirst ? 0 : 1]), decodeName(command.args[idFirst ? 1 : 0])};
}

Command encodeGroupEntry(const GroupEntry &entry, const Dialect &dialect)
{
    const QByteArray name = encodeGroupName(entry.name);
    if (dialect.trailingZeroInGroups)
        return makeCommand(Verb::Lsg, std::nullopt, {entry.id.bytes(), name, "0"});
    return makeCommand(Verb::Lsg, std::nullopt, {name, entry.id.bytes()});
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
        const QByteArray name = encodeName(entry.friendlyName);
        args = {entry.address.toUtf8(), name.isEmpty() ? entry.address.toUtf8() : name, bits};
    }
    const QByteArray groups = encodeGroups(entry.groups);
    if (forward && !groups.isEmpty())
        args.append(groups);
    else if (forward && !dialect.prefixedContacts)
        args.append("0");
    return makeCommand(Verb::Lst, std::nullopt, args);
}

Parsed<Property> parseOwnProperty(const Command &command)
{
    QByteArrayList tokens = command.args;
    Property property;
    if (command.transactionId)
        property.version = takeVersion(tokens);
    if (tokens.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    property.key = tokens.takeFirst();
    property.value = percentDecode(tokens.value(0));
    return property;
}

Parsed<Property> parseContactProperty(const Command &command)
{
    QByteArrayList tokens = command.args;
    Property property;
    if (tokens.value(1).contains('@'))
        property.version = tokens.takeFirst();
    if (tokens.value(0).contains('@'))
        property.address = Address::fromUtf8(tokens.takeFirst());
    if (tokens.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    property.key = tokens.takeFirst();
    property.value = percentDecode(tokens.value(0));
    return property;
}

Command encodeOwnProperty(std::optional<TransactionId> id, const Property &property)
{
    QByteArrayList args;
    if (property.version)
        args.append(*property.version);
    args.append(property.key);
    const qsizetype limit = property.key == "MFN" ? maxFriendlyNameBytes : maxPhoneNumberBytes;
    if (!property.value.isEmpty())
        args.append(percentEncodeWithin(property.value, limit));
    return makeCommand(Verb::Prp, id, args);
}

Command encodeContactProperty(const Property &property)
{
    QByteArrayList args;
    if (property.version)
        args.append(*property.version);
    if (!property.address.isEmpty())
        args.append(property.address.toUtf8());
    args.append(property.key);
    if (!property.value.isEmpty())
        args.append(percentEncode(property.value));
    return makeCommand(Verb::Bpr, std::nullopt, args);
}

Parsed<ContactAddition> parseContactAddition(const Command &command, const Dialect &dialect)
{
    QByteArrayList tokens = command.args;
    const auto list = takeList(tokens);
    if (!list)
        return parseFailure(ParseError::Code::BadList);
    ContactAddition addition;
    addition.list = *list;
    addition.version = takeVersion(tokens);
    if (dialect.prefixedContacts) {
        const PrefixedFields fields = parsePrefixedFields(tokens);
        addition.address = fields.address;
        addition.friendlyName = fields.friendlyName;
        addition.id = fields.id;
        addition.group = GroupId(fields.rest.value(0));
        if (addition.address.isEmpty() && addition.id.isEmpty())
            return parseFailure(ParseError::Code::MissingField, 1);
        return addition;
    }
    if (tokens.isEmpty())
        return parseFailure(ParseError::Code::MissingField, 1);
    addition.address = Address::fromUtf8(tokens[0]);
    addition.friendlyName = decodeName(tokens.value(1));
    addition.group = GroupId(tokens.value(2));
    return addition;
}

Command encodeContactAddition(TransactionId id, const ContactAddition &addition, const Dialect &dialect)
{
    QByteArrayList args{encodeList(addition.list)};
    if (addition.version)
        args.append(*addition.version);
    if (dialect.prefixedContacts) {
        if (!addition.address.isEmpty())
            args.append("N=" + addition.address.toUtf8());
        if (!addition.friendlyName.isEmpty())
            args.append("F=" + encodeName(addition.friendlyName));
        if (!addition.id.isEmpty())
            args.append("C=" + addition.id.bytes());
    } else {
        const QByteArray name = encodeName(addition.friendlyName);
        args.append(addition.address.toUtf8());
        args.append(name.isEmpty() ? addition.address.toUtf8() : name);
    }
    if (!addition.group.isEmpty())
        args.append(addition.group.bytes());
    return makeCommand(dialect.prefixedContacts ? Verb::Adc : Verb::Add, id, args);
}

Parsed<ContactRemoval> parseContactRemoval(const Command &command, const Dialect &dialect)
{
    QByteArrayList tokens = command.args;
    const auto list = takeList(tokens);
    if (!list)
        return parseFailure(ParseError::Code::BadList);
    ContactRemoval removal;
    removal.list = *list;
    // In MSNP10 the only number that may stand here before an address is a version too.
    const bool versionPossible = tokens.size() >= 2 && tokens[1].contains('@');
    if (!dialect.prefixedContacts || versionPossible)
        removal.version = takeVersion(tokens);
    if (tokens.isEmpty())
        return parseFailure(ParseError::Code::MissingField, 1);
    if (tokens[0].contains('@'))
        removal.address = Address::fromUtf8(tokens[0]);
    if (dialect.prefixedContacts && removal.list == List::Forward)
        removal.id = ContactId(tokens[0]);
    removal.group = GroupId(tokens.value(1));
    return removal;
}

Command encodeContactRemoval(TransactionId id, const ContactRemoval &removal, const Dialect &dialect)
{
    QByteArrayList args{encodeList(removal.list)};
    if (removal.version)
        args.append(*removal.version);
    const bool byId = dialect.prefixedContacts && removal.list == List::Forward && !removal.id.isEmpty();
    args.append(byId ? removal.id.bytes() : removal.address.toUtf8());
    if (!removal.group.isEmpty())
        args.append(removal.group.bytes());
    return makeCommand(Verb::Rem, id, args);
}

Parsed<Rename> parseRename(const Command &command)
{
    QByteArrayList tokens = command.args;
    Rename rename;
    rename.version = takeVersion(tokens);
    if (tokens.size() < 2)
        return parseFailure(ParseError::Code::MissingField, tokens.size());
    rename.address = Address::fromUtf8(tokens[0]);
    rename.friendlyName = decodeName(tokens[1]);
    return rename;
}

Command encodeRename(TransactionId id, const Rename &rename)
{
    QByteArrayList args;
    if (rename.version)
        args.append(*rename.version);
    args.append(rename.address.toUtf8());
    args.append(encodeName(rename.friendlyName));
    return makeCommand(Verb::Rea, id, args);
}

Parsed<ContactProperty> parseContactPropertyChange(const Command &command)
{
    if (command.args.size() < 2)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    return ContactProperty{ContactId(command.args[0]), command.args[1], percentDecode(command.argument(2))};
}

Command encodeContactPropertyChange(TransactionId id, const ContactProperty &property)
{
    return makeCommand(Verb::Sbp, id,
                       {property.id.bytes(), property.key, percentEncodeWithin(property.value, maxFriendlyNameBytes)});
}

Parsed<GroupChange> parseGroupAddRequest(const Command &command)
{
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    return GroupChange{{}, decodeName(command.args[0]), {}};
}

Parsed<GroupChange> parseGroupAddReply(const Command &command, const Dialect &dialect)
{
    QByteArrayList tokens = command.args;
    GroupChange change;
    if (dialect.listVersionInReplies)
        change.version = takeVersion(tokens);
    if (tokens.size() < 2)
        return parseFailure(ParseError::Code::MissingField, tokens.size());
    change.name = decodeName(tokens[0]);
    change.id = GroupId(tokens[1]);
    return change;
}

Parsed<GroupChange> parseGroupRenameRequest(const Command &command)
{
    if (command.args.size() < 2)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    return GroupChange{GroupId(command.args[0]), decodeName(command.args[1]), {}};
}

Parsed<GroupChange> parseGroupRemoveRequest(const Command &command)
{
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    return GroupChange{GroupId(command.args[0]), {}, {}};
}

Command encodeGroupAddRequest(TransactionId id, const FriendlyName &name, const Dialect &dialect)
{
    QByteArrayList args{encodeGroupName(name)};
    if (dialect.trailingZeroInGroups)
        args.append("0");
    return makeCommand(Verb::Adg, id, args);
}

Command encodeGroupAddReply(TransactionId id, const GroupChange &change, const Dialect &dialect)
{
    QByteArrayList args;
    if (change.version)
        args.append(*change.version);
    args.append(encodeGroupName(change.name));
    args.append(change.id.bytes());
    if (dialect.trailingZeroInGroups)
        args.append("0");
    return makeCommand(Verb::Adg, id, args);
}

Command encodeGroupRenameRequest(TransactionId id, const GroupChange &change, const Dialect &dialect)
{
    return encodeGroupRenameReply(id, {change.id, change.name, {}}, dialect);
}

Command encodeGroupRenameReply(TransactionId id, const GroupChange &change, const Dialect &dialect)
{
    QByteArrayList args;
    if (change.version)
        args.append(*change.version);
    args.append(change.id.bytes());
    args.append(encodeGroupName(change.name));
    if (dialect.trailingZeroInGroups)
        args.append("0");
    return makeCommand(Verb::Reg, id, args);
}

Command encodeGroupRemoveRequest(TransactionId id, const GroupId &group)
{
    return makeCommand(Verb::Rmg, id, {group.bytes()});
}

Command encodeGroupRemoveReply(TransactionId id, const GroupChange &change, const Dialect &)
{
    QByteArrayList args;
    if (change.version)
        args.append(*change.version);
    args.append(change.id.bytes());
    return makeCommand(Verb::Rmg, id, args);
}

std::optional<QByteArray> parseReplyVersion(const Command &command, const Dialect &dialect)
{
    if (!dialect.listVersionInReplies || !isNumber(command.argument(0)))
        return std::nullopt;
    return command.argument(0);
}

Parsed<DefaultPrivacy> parsePrivacySetting(const Command &command)
{
    const auto privacy = command.args.isEmpty() ? std::nullopt : parseDefaultPrivacy(command.args.constLast());
    if (!privacy)
        return parseFailure(ParseError::Code::BadForm);
    return *privacy;
}

Parsed<AddPrompt> parseAddPromptSetting(const Command &command)
{
    const auto prompt = command.args.isEmpty() ? std::nullopt : parseAddPrompt(command.args.constLast());
    if (!prompt)
        return parseFailure(ParseError::Code::BadForm);
    return *prompt;
}

Command encodePrivacySetting(std::optional<TransactionId> id, DefaultPrivacy privacy,
                             const std::optional<QByteArray> &version)
{
    QByteArrayList args;
    if (version)
        args.append(*version);
    args.append(encodeDefaultPrivacy(privacy));
    return makeCommand(Verb::Blp, id, args);
}

Command encodeAddPromptSetting(std::optional<TransactionId> id, AddPrompt prompt,
                               const std::optional<QByteArray> &version)
{
    QByteArrayList args;
    if (version)
        args.append(*version);
    args.append(encodeAddPrompt(prompt));
    return makeCommand(Verb::Gtc, id, args);
}

} // namespace Msn
