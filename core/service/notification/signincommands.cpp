#include "core/service/connection/hostaddress.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/notification/profilemessage.h"
#include "core/service/notification/servermessages.h"
#include "core/service/servicecore.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

using Stage = NotificationSession::Stage;

/// VER, CVR and USR have their turn once each (sign-in.md §2). True if it is not this one's turn.
bool isOutOfTurn(NotificationSession &session, TransactionId id, Stage turn)
{
    if (session.stage() == turn)
        return false;
    if (session.isSignedIn())
        session.refuse(id, 715);
    else
        session.refuseAndEnd(id, 715);
    return true;
}

/// VER t protocols...: answered with the best that both sides speak.
void handleVersion(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (isOutOfTurn(session, id, Stage::AwaitingVersion))
        return;
    const auto offer = parseVersionOffer(command);
    if (!offer || offer->versions.isEmpty()) {
        session.send(encodeVersionOffer(id, {{}, false}));
        return session.end();
    }
    const auto best = *std::max_element(offer->versions.cbegin(), offer->versions.cend());
    session.setDialect(dialectOf(best));
    session.setStage(Stage::AwaitingClientVersion);
    session.send(encodeVersionOffer(id, {{best}, offer->offersClientVersionCheck}));
}

/// CVR t ...: the client is told that it is the recommended one.
void handleClientVersion(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (isOutOfTurn(session, id, Stage::AwaitingClientVersion))
        return;
    const auto client = parseClientVersion(command);
    if (!client)
        return session.refuse(id, 710);
    session.setStage(Stage::AwaitingAddress);
    const ServiceCore &core = session.core();
    const auto &connection = session.connection();
    const Endpoint site{core.hostFor(connection.localAddress(), connection.peerAddress()), core.httpsPort};
    const QByteArray url = "https://" + encodeEndpoint(site);
    session.send(encodeClientVersionAdvice(
        id, {client->clientVersion, client->clientVersion, client->clientVersion, url, url}));
}

/// USR t TWN I address: referred on the first time, then the policy for the log-in page.
void handleAddress(NotificationSession &session, TransactionId id, const QByteArray &text)
{
    if (isOutOfTurn(session, id, Stage::AwaitingAddress))
        return;
    const Address address = Address::fromUtf8(text);
    if (!text.contains('@'))
        return session.refuse(id, 206);
    if (!address.isValid())
        return session.refuse(id, 201);
    ServiceCore &core = session.core();
    if (core.presence.isFull() && !core.presence.find(address))
        return session.refuse(id, 910);
    const QHostAddress peer = session.connection().peerAddress();
    if (!core.referrals.arrives(address, peer)) {
        core.referrals.refer(address, peer);
        const Endpoint here = core.endpointFor(session.connection());
        session.send(encodeTransfer(id, {Transfer::To::NotificationServer, here, {}, here}));
        return session.end();
    }
    session.setAddress(address);
    session.setPolicy(core.tickets.openPolicy(address));
    session.setStage(Stage::AwaitingTicket);
    session.send(encodePolicyChallenge(id, {session.policy()}));
}

/// USR t TWN S ticket
void handleTicket(NotificationSession &session, TransactionId id, const QByteArray &ticket)
{
    if (isOutOfTurn(session, id, Stage::AwaitingTicket))
        return;
    ServiceCore &core = session.core();
    const auto account = core.store.account(session.address());
    if (!core.tickets.redeem(session.policy(), session.address(), ticket) || !account)
        return session.refuseAndEnd(id, 911);
    session.setAddress(account->address);
    session.signIn();
    session.send(encodeSignInAccepted(
        id, {account->address, core.contacts.nameOf(account->address), true, false}, session.dialect()));
    session.send(profileMessage(session, *account, ticket));
    if (const QByteArray picture = core.store.picture(session.address()); !picture.isEmpty())
        sendPicture(session, picture);
}

/// USR t TWN I|S value. Any other security package ends the connection (MSNP8 changes).
void handleUser(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (session.isSignedIn())
        return session.refuse(id, 207);
    if (!command.args.isEmpty() && command.args.constFirst() != "TWN")
        return session.end();
    if (command.args.size() < 3)
        return session.refuse(id, 300);
    const auto request = parseSignInRequest(command);
    if (!request)
        return session.refuse(id, 201);
    if (request->stage == SignInRequest::Stage::Initial)
        handleAddress(session, id, request->value);
    else
        handleTicket(session, id, request->value);
}

void handleOut(NotificationSession &session, const Command &)
{
    session.end();
}

} // namespace

std::span<const NotificationCommand> signInCommands()
{
    using Phase = NotificationCommand::Phase;
    static constexpr std::array commands{
        NotificationCommand{Verb::Ver, Phase::Always, handleVersion},
        NotificationCommand{Verb::Cvr, Phase::Always, handleClientVersion},
        NotificationCommand{Verb::Usr, Phase::Always, handleUser},
        NotificationCommand{Verb::Out, Phase::Always, handleOut},
    };
    return commands;
}

} // namespace Msn
