#include "core/protocol/contactlist.h"

#include "core/protocol/names.h"
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
    if (isNumber(tokens[0]))
        return parseFailure(ParseError::Code::BadAddress, 1);
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
        args.append(addition.address.toUtf8());
        args.append(encodeNameOrAddress(addition.friendlyName, addition.address));
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
    const bool byId = dialect.prefixedContacts && removal.list == List::Forward;
    if (byId)
        removal.id = ContactId(tokens[0]);
    if (byId ? tokens[0].contains('@') : !isNumber(tokens[0]))
        removal.address = Address::fromUtf8(tokens[0]);
    if (removal.address.isEmpty() && removal.id.isEmpty())
        return parseFailure(ParseError::Code::BadAddress, 1);
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
    if (isNumber(tokens[0]))
        return parseFailure(ParseError::Code::BadAddress, 0);
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
    args.append(encodeNameOrAddress(rename.friendlyName, rename.address));
    return makeCommand(Verb::Rea, id, args);
}

std::optional<QByteArray> parseReplyVersion(const Command &command, const Dialect &dialect)
{
    if (!dialect.listVersionInReplies || !isNumber(command.argument(0)))
        return std::nullopt;
    return command.argument(0);
}

Parsed<DefaultPrivacy> parsePrivacySetting(const Command &command)
{
    const auto privacy
        = command.args.isEmpty() ? std::nullopt : parseDefaultPrivacy(command.args.constLast());
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

Command encodePrivacySetting(
    std::optional<TransactionId> id, DefaultPrivacy privacy, const std::optional<QByteArray> &version)
{
    QByteArrayList args;
    if (version)
        args.append(*version);
    args.append(encodeDefaultPrivacy(privacy));
    return makeCommand(Verb::Blp, id, args);
}

Command encodeAddPromptSetting(
    std::optional<TransactionId> id, AddPrompt prompt, const std::optional<QByteArray> &version)
{
    QByteArrayList args;
    if (version)
        args.append(*version);
    args.append(encodeAddPrompt(prompt));
    return makeCommand(Verb::Gtc, id, args);
}

} // namespace Msn
