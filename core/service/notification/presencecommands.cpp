#include "core/protocol/services.h"
#include "core/protocol/tokens.h"
#include "core/service/notification/challengekeeper.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"

#include <array>

namespace Msn {

namespace {

/// The picture comes back as it went, `0` included (transcripts S2).
Command statusReply(const NotificationSession &session, const Command &request, const StatusChange &change)
{
    Command reply
        = encodeStatusChange(*request.transactionId, {change.status, change.clientId, {}}, session.dialect());
    if (session.dialect().pictureInPresence && request.args.size() > 2)
        reply.args.append(request.args[2]);
    return reply;
}

/// An unsigned 32-bit number, or left out (presence.md §2, §4).
bool isClientId(const QByteArray &token)
{
    bool fits = false;
    token.toUInt(&fits);
    return token.isEmpty() || (fits && isNumber(token));
}

/// CHG t status [client id [picture]]. FLN is refused, an unknown status closes (errors.md).
void handleStatus(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (command.args.isEmpty())
        return session.refuse(id, 300);
    const auto change = parseStatusChange(command);
    if (!change)
        return session.end();
    if (change->status == Status::Offline || !isClientId(command.argument(1)))
        return session.refuse(id, 201);
    const bool isFirst = !session.hasStatus();
    const bool wasVisible = session.isVisible();
    const bool hasPicture = session.dialect().pictureInPresence && !change->pictureObject.isEmpty();
    session.setStatus(*change, hasPicture ? command.args[2] : QByteArray());
    session.send(statusReply(session, command, *change));
    PresenceHub &presence = session.core().presence;
    if (isFirst) {
        presence.showContacts(&session, id);
        session.challenges().start();
    }
    presence.announce(&session);
    if (isFirst || (!wasVisible && session.isVisible()))
        session.core().changes.whenKept(
            [&presence, address = session.address()] { Q_EMIT presence.appeared(address); });
}

/// QRY t product 32 + digest
void handleChallengeAnswer(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto answer = parseChallengeAnswer(command);
    if (!answer || !session.challenges().accept(*answer))
        return session.refuseAndEnd(id, 540);
    session.send(makeCommand(Verb::Qry, id));
}

void handlePing(NotificationSession &session, const Command &)
{
    const int seconds = session.core().options.timings.pingSeconds;
    session.send(encodePong(session.dialect().pingInterval ? std::optional(seconds) : std::nullopt));
}

} // namespace

std::span<const NotificationCommand> presenceCommands()
{
    using Phase = NotificationCommand::Phase;
    static constexpr std::array commands{
        NotificationCommand{Verb::Chg, Phase::SignedIn, handleStatus, 0, &ServiceLimits::statusChanges},
        NotificationCommand{Verb::Qry, Phase::SignedIn, handleChallengeAnswer, 0, nullptr, 540},
        NotificationCommand{Verb::Png, Phase::SignedIn, handlePing},
    };
    return commands;
}

} // namespace Msn
