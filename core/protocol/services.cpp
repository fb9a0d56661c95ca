#include "core/protocol/services.h"

#include "core/protocol/names.h"
#include "core/protocol/verb.h"

namespace Msn {

Parsed<EmailInvitation> parseEmailInvitation(const Command &command)
{
    if (command.args.size() < 7 || !command.payload)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    return EmailInvitation{Address::fromUtf8(command.args[0]), command.args[1], decodeName(command.args[6]),
        QString::fromUtf8(*command.payload)};
}

Command encodeEmailInvitation(TransactionId id, const EmailInvitation &invitation)
{
    return makeCommand(Verb::Sdc, id,
        {invitation.recipient.toUtf8(), invitation.localeId, "MSNMSGR", "MSMSGS", "X", "X",
            encodeNameOrAddress(invitation.senderName, invitation.recipient)},
        invitation.text.toUtf8());
}

Command encodeEmailInvitationReply(TransactionId id)
{
    return makeCommand(Verb::Sdc, id, {"OK"});
}

Command encodeServiceUrlRequest(TransactionId id, const ServiceUrlRequest &request)
{
    QByteArrayList args{request.service};
    if (!request.argument.isEmpty())
        args.append(request.argument);
    return makeCommand(Verb::Url, id, args);
}

Parsed<ServiceUrlRequest> parseServiceUrlRequest(const Command &command)
{
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    return ServiceUrlRequest{command.args[0], command.argument(1)};
}

Parsed<ServiceUrl> parseServiceUrl(const Command &command)
{
    if (command.args.size() < 2)
        return parseFailure(ParseError::Code::MissingField, command.args.size());
    return ServiceUrl{command.args[0], command.args[1], command.argument(2)};
}

Command encodeServiceUrl(TransactionId id, const ServiceUrl &url)
{
    return makeCommand(Verb::Url, id, {url.returnUrl, url.postUrl, url.id});
}

Parsed<QByteArray> parseChallenge(const Command &command)
{
    if (command.args.isEmpty())
        return parseFailure(ParseError::Code::MissingField);
    return command.args[0];
}

Command encodeChallenge(const QByteArray &challenge)
{
    return makeCommand(Verb::Chl, 0, {challenge});
}

Parsed<ChallengeAnswer> parseChallengeAnswer(const Command &command)
{
    if (command.args.isEmpty() || !command.payload)
        return parseFailure(ParseError::Code::MissingField);
    return ChallengeAnswer{command.args[0], *command.payload};
}

Command encodeChallengeAnswer(TransactionId id, const ChallengeAnswer &answer)
{
    return makeCommand(Verb::Qry, id, {answer.productId}, answer.digest);
}

Command encodePing()
{
    return makeCommand(Verb::Png, std::nullopt);
}

std::optional<int> parsePong(const Command &command)
{
    bool ok = false;
    const int seconds = command.argument(0).toInt(&ok);
    return ok && seconds > 0 && seconds <= 3600 ? std::optional(seconds) : std::nullopt;
}

Command encodePong(std::optional<int> seconds)
{
    QByteArrayList args;
    if (seconds)
        args.append(QByteArray::number(*seconds));
    return makeCommand(Verb::Qng, std::nullopt, args);
}

} // namespace Msn
