#include "core/protocol/contactproperty.h"

#include "core/protocol/names.h"
#include "core/protocol/tokens.h"
#include "core/protocol/verb.h"
#include "core/wire/percentencoding.h"

namespace Msn {

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
        property.version = takeVersion(tokens);
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

} // namespace Msn
