#include "core/protocol/listsettings.h"

#include "core/protocol/tokens.h"
#include "core/protocol/verb.h"

namespace Msn {

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
