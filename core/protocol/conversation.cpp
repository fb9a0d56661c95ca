#include "core/protocol/conversation.h"

#include "core/protocol/names.h"
#include "core/protocol/offlinemessage.h"
#include "core/protocol/verb.h"

#include <array>
#include <utility>

namespace Msn {

namespace {

Parsed<Participant> participantAt(const Command &command, qsizetype index)
{
    if (command.args.size() <= index)
        return parseFailure(ParseError::Code::MissingField, index);
    const Address address = Address::fromUtf8(command.args[index]);
    const QByteArray name = command.argument(index + 1);
    return Participant{address, name.isEmpty() ? FriendlyName(address.toString()) : decodeName(name)};
}

constexpr std::array<std::pair<AckMode, char>, 4> ackLetters{{
    {AckMode::None, 'U'},
    {AckMode::NakOnly, 'N'},
    {AckMode::Full, 'A'},
    {AckMode::Data, 'D'},
}};

} // namespace

Parsed<Ring> parseRing(const Command &command)
{
    if (command.args.size() < 5)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    const auto endpoint = parseEndpoint(command.args[1]);
    if (!endpoint)
        return parseFailure(ParseError::Code::BadEndpoint, 1);
    if (command.args[2] != "CKI")
        return parseFailure(ParseError::Code::BadForm, 2);
    const auto caller = participantAt(command, 4);
    return Ring{command.args[0], *endpoint, command.args[3], caller->address, caller->friendlyName};
}

Command encodeRing(const Ring &ring)
{
    return makeCommand(Verb::Rng, std::nullopt,
        {ring.session, encodeEndpoint(ring.endpoint), "CKI", ring.cookie, ring.caller.toUtf8(),
            encodeNameOrAddress(ring.callerName, ring.caller)});
}

Parsed<SwitchboardEntry> parseSwitchboardEntry(const Command &command)
{
    if (command.args.size() < 2)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    return SwitchboardEntry{Address::fromUtf8(command.args[0]), command.args[1], {}};
}

Command encodeSwitchboardEntry(TransactionId id, const SwitchboardEntry &entry)
{
    return makeCommand(Verb::Usr, id, {entry.address.toUtf8(), entry.cookie});
}

Command encodeSwitchboardEntryReply(TransactionId id, const Address &address, const FriendlyName &name)
{
    return makeCommand(Verb::Usr, id, {"OK", address.toUtf8(), encodeNameOrAddress(name, address)});
}

Parsed<SwitchboardEntry> parseSwitchboardAnswer(const Command &command)
{
    if (command.args.size() < 3)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    return SwitchboardEntry{Address::fromUtf8(command.args[0]), command.args[1], command.args[2]};
}

Command encodeSwitchboardAnswer(TransactionId id, const SwitchboardEntry &entry)
{
    return makeCommand(Verb::Ans, id, {entry.address.toUtf8(), entry.cookie, entry.session});
}

Command encodeSwitchboardAnswerReply(TransactionId id)
{
    return makeCommand(Verb::Ans, id, {"OK"});
}

Parsed<Address> parseCall(const Command &command)
{
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    return Address::fromUtf8(command.args[0]);
}

Command encodeCall(TransactionId id, const Address &address, bool orKeep)
{
    QByteArrayList args{address.toUtf8()};
    if (orKeep)
        args.append(callOrKeep);
    return makeCommand(Verb::Cal, id, args);
}

Command encodeCallReply(TransactionId id, const QByteArray &session)
{
    return makeCommand(Verb::Cal, id, {"RINGING", session});
}

Parsed<RosterLine> parseRosterLine(const Command &command)
{
    const auto participant = participantAt(command, 2);
    if (!participant)
        return Unexpected(participant.error());
    bool indexOk = false;
    bool countOk = false;
    const RosterLine line{command.args[0].toInt(&indexOk), command.args[1].toInt(&countOk), *participant};
    if (!indexOk || !countOk)
        return parseFailure(ParseError::Code::BadNumber);
    return line;
}

Command encodeRosterLine(TransactionId id, const RosterLine &line)
{
    return makeCommand(Verb::Iro, id,
        {QByteArray::number(line.index), QByteArray::number(line.count), line.participant.address.toUtf8(),
            encodeNameOrAddress(line.participant.friendlyName, line.participant.address)});
}

Parsed<Participant> parseJoined(const Command &command)
{
    return participantAt(command, 0);
}

Command encodeJoined(const Participant &participant)
{
    return makeCommand(Verb::Joi, std::nullopt,
        {participant.address.toUtf8(), encodeNameOrAddress(participant.friendlyName, participant.address)});
}

Parsed<Departure> parseDeparture(const Command &command)
{
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    return Departure{Address::fromUtf8(command.args[0]), command.argument(1) == "1"};
}

Command encodeDeparture(const Departure &departure)
{
    QByteArrayList args{departure.address.toUtf8()};
    if (departure.idle)
        args.append("1");
    return makeCommand(Verb::Bye, std::nullopt, args);
}

std::optional<AckMode> parseAckMode(const QByteArray &letter)
{
    for (const auto &[mode, character] : ackLetters) {
        if (letter.size() == 1 && letter[0] == character)
            return mode;
    }
    return std::nullopt;
}

QByteArray encodeAckMode(AckMode mode)
{
    for (const auto &[candidate, character] : ackLetters) {
        if (candidate == mode)
            return QByteArray(1, character);
    }
    return {};
}

Command encodeOutgoingMessage(TransactionId id, AckMode mode, const QByteArray &payload)
{
    return makeCommand(Verb::Msg, id, {encodeAckMode(mode)}, payload);
}

Parsed<IncomingMessage> parseIncomingMessage(const Command &command)
{
    const auto sender = participantAt(command, 0);
    if (!sender)
        return Unexpected(sender.error());
    return IncomingMessage{*sender, command.payload.value_or(QByteArray())};
}

Command encodeIncomingMessage(const IncomingMessage &message)
{
    return makeCommand(Verb::Msg, std::nullopt,
        {message.sender.address.toUtf8(),
            encodeNameOrAddress(message.sender.friendlyName, message.sender.address)},
        message.payload);
}

} // namespace Msn
