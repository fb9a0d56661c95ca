#include "core/protocol/listchange.h"

#include "core/protocol/names.h"
#include "core/protocol/prefixedfields.h"
#include "core/protocol/tokens.h"
#include "core/protocol/verb.h"

#include <algorithm>

namespace Msn {

namespace {

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

} // namespace

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

} // namespace Msn
