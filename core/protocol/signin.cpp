#include "core/protocol/signin.h"

#include "core/protocol/names.h"
#include "core/protocol/tokens.h"
#include "core/protocol/verb.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

constexpr std::array<std::pair<SignedOutNotice::Reason, const char *>, 5> outReasons{{
    {SignedOutNotice::Reason::SignedInElsewhere, "OTH"},
    {SignedOutNotice::Reason::ServerShuttingDown, "SSD"},
    {SignedOutNotice::Reason::ListMigrating, "MIG"},
    {SignedOutNotice::Reason::TermsOfUse, "TOU"},
    {SignedOutNotice::Reason::Reconnect, "RCT"},
}};

} // namespace

Parsed<VersionOffer> parseVersionOffer(const Command &command)
{
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    VersionOffer offer{{}, false};
    // Behind a 0 a server may list what it would have liked: nothing in common all the same.
    if (command.args.constFirst() == "0")
        return offer;
    for (const QByteArray &token : command.args) {
        if (token == "CVR0")
            offer.offersClientVersionCheck = true;
        else if (const auto version = parseProtocolVersion(token))
            offer.versions.append(*version);
    }
    return offer;
}

Command encodeVersionOffer(TransactionId id, const VersionOffer &offer)
{
    QByteArrayList args;
    for (const ProtocolVersion version : offer.versions)
        args.append(encodeProtocolVersion(version));
    if (args.isEmpty())
        args.append("0");
    else if (offer.offersClientVersionCheck)
        args.append("CVR0");
    return makeCommand(Verb::Ver, id, args);
}

Parsed<ClientVersion> parseClientVersion(const Command &command)
{
    // The eighth argument is new in MSNP8; any string is taken (MSNP8 changes).
    if (command.args.size() < 7)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    return ClientVersion{command.args[0], command.args[1], command.args[2], command.args[3], command.args[4],
        command.args[5], command.args[6], Address::fromUtf8(command.argument(7))};
}

Command encodeClientVersion(TransactionId id, const ClientVersion &version)
{
    return makeCommand(Verb::Cvr, id,
        {version.localeId, version.osType, version.osVersion, version.architecture, version.clientName,
            version.clientVersion, version.brand, version.address.toUtf8()});
}

Parsed<ClientVersionAdvice> parseClientVersionAdvice(const Command &command)
{
    return ClientVersionAdvice{command.argument(0), command.argument(1), command.argument(2),
        command.argument(3), command.argument(4)};
}

Command encodeClientVersionAdvice(TransactionId id, const ClientVersionAdvice &advice)
{
    return makeCommand(Verb::Cvr, id,
        {advice.recommended, advice.recommended2, advice.minimum, advice.downloadUrl, advice.infoUrl});
}

Parsed<SignInRequest> parseSignInRequest(const Command &command)
{
    if (command.args.size() < 3)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    SignInRequest request;
    request.securityPackage = command.args[0];
    if (command.args[1] == "I")
        request.stage = SignInRequest::Stage::Initial;
    else if (command.args[1] == "S")
        request.stage = SignInRequest::Stage::Ticket;
    else
        return parseFailure(ParseError::Code::BadForm, 1);
    request.value = command.args[2];
    return request;
}

Command encodeSignInRequest(TransactionId id, const SignInRequest &request)
{
    const QByteArray stage = request.stage == SignInRequest::Stage::Initial ? "I" : "S";
    return makeCommand(Verb::Usr, id, {request.securityPackage, stage, request.value});
}

Command encodePolicyChallenge(TransactionId id, const PolicyChallenge &challenge)
{
    return makeCommand(Verb::Usr, id, {"TWN", "S", challenge.policy});
}

Command encodeSignInAccepted(TransactionId id, const SignInAccepted &accepted, const Dialect &dialect)
{
    QByteArrayList args{"OK", accepted.address.toUtf8()};
    if (dialect.nameInSignInReply) {
        args.append(encodeNameOrAddress(accepted.friendlyName.value_or(FriendlyName()), accepted.address));
    }
    args.append(accepted.verified ? "1" : "0");
    args.append(accepted.restricted ? "1" : "0");
    return makeCommand(Verb::Usr, id, args);
}

Parsed<SignInReply> parseSignInReply(const Command &command)
{
    if (command.argument(0) == "TWN" && command.argument(1) == "S") {
        if (command.args.size() < 3)
            return parseFailure(ParseError::Code::MissingField, 2);
        return SignInReply(PolicyChallenge{command.args.sliced(2).join(' ')});
    }
    if (command.argument(0) != "OK")
        return parseFailure(ParseError::Code::BadForm, 0);
    if (command.args.size() < 2)
        return parseFailure(ParseError::Code::MissingField, 1);

    SignInAccepted accepted;
    accepted.address = Address::fromUtf8(command.args[1]);
    // Behind the address: [name] verified restricted. A name may consist of digits, so it is the
    // count that tells.
    QByteArrayList rest = command.args.sliced(2);
    if (rest.size() >= 3 || (rest.size() == 1 && !isNumber(rest.constFirst())))
        accepted.friendlyName = decodeName(rest.takeFirst());
    if (rest.size() >= 2) {
        accepted.verified = rest[rest.size() - 2] != "0";
        accepted.restricted = rest.constLast() == "1";
    }
    return SignInReply(accepted);
}

Parsed<Transfer> parseTransfer(const Command &command)
{
    Transfer transfer;
    if (command.argument(0) == "SB")
        transfer.to = Transfer::To::Switchboard;
    else if (command.argument(0) != "NS")
        return parseFailure(ParseError::Code::BadForm, 0);
    const auto endpoint = parseEndpoint(command.argument(1));
    if (!endpoint)
        return parseFailure(ParseError::Code::BadEndpoint, 1);
    transfer.endpoint = *endpoint;
    if (transfer.to == Transfer::To::Switchboard) {
        if (command.argument(2) != "CKI" || command.argument(3).isEmpty())
            return parseFailure(ParseError::Code::BadForm, 2);
        transfer.cookie = command.args[3];
    } else if (command.argument(2) == "0") { // later versions put something else here
        transfer.current = parseEndpoint(command.argument(3)).value_or(Endpoint());
    }
    return transfer;
}

Command encodeTransfer(TransactionId id, const Transfer &transfer)
{
    if (transfer.to == Transfer::To::Switchboard)
        return makeCommand(Verb::Xfr, id, {"SB", encodeEndpoint(transfer.endpoint), "CKI", transfer.cookie});
    return makeCommand(
        Verb::Xfr, id, {"NS", encodeEndpoint(transfer.endpoint), "0", encodeEndpoint(transfer.current)});
}

Command encodeSwitchboardRequest(TransactionId id)
{
    return makeCommand(Verb::Xfr, id, {"SB"});
}

SignedOutNotice parseSignedOutNotice(const Command &command)
{
    SignedOutNotice notice;
    for (const auto &[reason, code] : outReasons) {
        if (command.argument(0) == code)
            notice.reason = reason;
    }
    if (notice.reason == SignedOutNotice::Reason::Reconnect)
        notice.minutes = std::clamp(command.argument(1).toInt(), 0, 24 * 60);
    return notice;
}

Command encodeSignedOutNotice(const SignedOutNotice &notice)
{
    QByteArrayList args;
    for (const auto &[reason, code] : outReasons) {
        if (notice.reason == reason)
            args.append(code);
    }
    if (notice.reason == SignedOutNotice::Reason::Reconnect)
        args.append(QByteArray::number(notice.minutes));
    return makeCommand(Verb::Out, std::nullopt, args);
}

} // namespace Msn
