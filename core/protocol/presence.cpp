#include "core/protocol/presence.h"

#include "core/protocol/names.h"
#include "core/protocol/verb.h"
#include "core/wire/percentencoding.h"

namespace Msn {

namespace {

ClientId parseClientId(const QByteArray &token)
{
    return ClientId{token.toUInt()}; // missing or malformed: 0, as the classic server assumes
}

QByteArray parsePictureObject(const QByteArray &token)
{
    const QByteArray object = percentDecodeBytes(token);
    // `0` and an empty element both mean "no picture" (presence.md §3).
    return object == "0" || object == "<msnobj/>" ? QByteArray() : object;
}

QByteArray encodePictureObject(const QByteArray &object)
{
    return percentEncodeStrict(QString::fromUtf8(object));
}

QByteArrayList presenceArguments(const ContactPresence &presence, const Dialect &dialect)
{
    QByteArrayList args{encodeStatus(presence.status), presence.address.toUtf8(),
        encodeNameOrAddress(presence.friendlyName, presence.address),
        QByteArray::number(presence.clientId.value)};
    if (dialect.pictureInPresence && !presence.pictureObject.isEmpty())
        args.append(encodePictureObject(presence.pictureObject));
    return args;
}

} // namespace

Parsed<StatusChange> parseStatusChange(const Command &command)
{
    const auto status = parseStatus(command.argument(0));
    if (!status)
        return parseFailure(ParseError::Code::BadStatus, 0);
    return StatusChange{*status, parseClientId(command.argument(1)), parsePictureObject(command.argument(2))};
}

Command encodeStatusChange(TransactionId id, const StatusChange &change, const Dialect &dialect)
{
    QByteArrayList args{encodeStatus(change.status), QByteArray::number(change.clientId.value)};
    if (dialect.pictureInPresence && !change.pictureObject.isEmpty())
        args.append(encodePictureObject(change.pictureObject));
    return makeCommand(Verb::Chg, id, args);
}

Parsed<ContactPresence> parseContactPresence(const Command &command)
{
    if (command.args.size() < 2)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    ContactPresence presence;
    presence.status = parseContactStatus(command.args[0]);
    presence.address = Address::fromUtf8(command.args[1]);
    presence.friendlyName = decodeName(command.argument(2));
    presence.clientId = parseClientId(command.argument(3));
    presence.pictureObject = parsePictureObject(command.argument(4));
    return presence;
}

Command encodeContactPresence(const ContactPresence &presence, const Dialect &dialect)
{
    return makeCommand(Verb::Nln, std::nullopt, presenceArguments(presence, dialect));
}

Command encodeInitialPresence(TransactionId id, const ContactPresence &presence, const Dialect &dialect)
{
    return makeCommand(Verb::Iln, id, presenceArguments(presence, dialect));
}

Parsed<Address> parseContactOffline(const Command &command)
{
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    return Address::fromUtf8(command.args[0]);
}

Command encodeContactOffline(const Address &address)
{
    return makeCommand(Verb::Fln, std::nullopt, {address.toUtf8()});
}

} // namespace Msn
