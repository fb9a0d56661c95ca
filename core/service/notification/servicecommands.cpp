#include "core/protocol/services.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"

#include <array>

namespace Msn {

namespace {

/// XFR t SB: a cookie for a switchboard of one's own; 913 for who is not to be seen, 280 and 281
/// when there is no room for more.
void handleTransfer(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (command.args.isEmpty())
        return session.refuse(id, 300);
    if (command.args.constFirst() != "SB")
        return session.refuse(id, 201);
    if (!session.isVisible())
        return session.refuse(id, 913);
    ServiceCore &core = session.core();
    if (!core.hasRoomForSwitchboard())
        return session.refuse(id, 280);
    const auto cookie = core.passes.issue(session.address());
    if (!cookie)
        return session.refuse(id, 281);
    const Endpoint here = core.endpointFor(session.connection());
    session.send(encodeTransfer(id, {Transfer::To::Switchboard, here, *cookie, {}}));
}

bool needsMailbox(const QByteArray &service)
{
    const QList<QByteArray> services{"INBOX", "FOLDERS", "COMPOSE", "MESSAGE"};
    return services.contains(service);
}

/// URL t service: nobody has a mailbox here; for the rest a target that opens nothing
/// (presence.md §8).
void handleServiceUrl(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto request = parseServiceUrlRequest(command);
    if (!request)
        return session.refuse(id, 300);
    if (needsMailbox(request->service))
        return session.refuse(id, 710);
    session.send(encodeServiceUrl(id, {"/", "/", "1"}));
}

/// SDC: an invitation. It is kept for the host and for the day that account exists, or shown at
/// once. Malformed: 503 and closed.
void handleInvitation(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto invitation = parseEmailInvitation(command);
    if (!invitation || !invitation->recipient.isValid())
        return session.refuseAndEnd(id, 503);
    if (!session.core().invitations.take({session.address(), invitation->senderName, invitation->recipient,
            invitation->text, QDateTime::currentDateTimeUtc()}))
        return session.refuse(id, 800);
    session.send(encodeEmailInvitationReply(id));
}

/// SND t address lcid client brand: as SDC, but without words of one's own.
void handlePlainInvitation(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const Address recipient = Address::fromUtf8(command.argument(0));
    if (!recipient.isValid())
        return session.refuseAndEnd(id, 503);
    ServiceCore &core = session.core();
    if (!core.invitations.take({session.address(), core.contacts.nameOf(session.address()), recipient, {},
            QDateTime::currentDateTimeUtc()}))
        return session.refuse(id, 800);
    session.send(makeCommand(Verb::Snd, id, {"OK"}));
}

/// Searching died in 2003 for every version (presence.md §9).
void handleSearch(NotificationSession &session, const Command &command)
{
    session.refuse(*command.transactionId, 502);
}

/// IMS t ON|OFF: takes or refuses calls.
void handleCallSwitch(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const QByteArray value = command.argument(0);
    if (value != "ON" && value != "OFF")
        return session.refuse(id, value.isEmpty() ? 300 : 201);
    session.setTakesCalls(value == "ON");
    session.send(makeCommand(Verb::Ims, id, {"0", value}));
}

/// PAG, PGD: 220 for somebody who takes no pages; nobody carries them further, hence 606.
void handlePage(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (!command.payload)
        return session.refuse(id, 300);
    const ServiceCore &core = session.core();
    const Address recipient = Address::fromUtf8(command.argument(0));
    const bool takesPages = core.store.account(recipient)
        && core.contacts.allows(recipient, session.address())
        && core.settings.property(recipient, "MOB") == QLatin1String("Y");
    session.refuse(id, takesPages ? 606 : 220);
}

} // namespace

std::span<const NotificationCommand> serviceCommands()
{
    using Phase = NotificationCommand::Phase;
    static constexpr std::array commands{
        NotificationCommand{Verb::Xfr, Phase::SignedIn, handleTransfer, 0, &ServiceLimits::switchboards},
        NotificationCommand{Verb::Url, Phase::SignedIn, handleServiceUrl},
        NotificationCommand{
            Verb::Sdc, Phase::SignedIn, handleInvitation, 0, &ServiceLimits::invitations, 503},
        NotificationCommand{
            Verb::Snd, Phase::SignedIn, handlePlainInvitation, 0, &ServiceLimits::invitations},
        NotificationCommand{Verb::Fnd, Phase::SignedIn, handleSearch},
        NotificationCommand{Verb::Ims, Phase::SignedIn, handleCallSwitch},
        NotificationCommand{Verb::Pag, Phase::SignedIn, handlePage, 715, &ServiceLimits::pages},
        NotificationCommand{Verb::Pgd, Phase::SignedIn, handlePage, 0, &ServiceLimits::pages},
    };
    return commands;
}

} // namespace Msn
