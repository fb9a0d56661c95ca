#include "core/protocol/contactgroup.h"

#include "core/protocol/names.h"
#include "core/protocol/tokens.h"
#include "core/protocol/verb.h"
#include "core/wire/percentencoding.h"

namespace Msn {

namespace {

/// `~` is how the servers write a group without a name: an empty token would shift the others.
QByteArray encodeGroupName(const FriendlyName &name)
{
    const QByteArray encoded = percentEncodeWithin(name.text(), maxGroupNameBytes);
    return encoded.isEmpty() ? QByteArray("~") : encoded;
}

} // namespace

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

} // namespace Msn
