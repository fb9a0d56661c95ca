#include "core/service/switchboard/switchboardcommands.h"

#include "core/protocol/conversation.h"
#include "core/protocol/offlinemessage.h"
#include "core/protocol/services.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"
#include "core/service/switchboard/messagerules.h"
#include "core/service/switchboard/switchboard.h"
#include "core/service/switchboard/switchboardserver.h"
#include "core/service/switchboard/switchboardsession.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

void refuseEntry(SwitchboardSession &session, TransactionId id)
{
    session.refuse(id, 911);
    session.end();
}

/// USR t address cookie, with the cookie of an XFR.
void handleEntry(SwitchboardSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto entry = parseSwitchboardEntry(command);
    if (!entry || !session.core().passes.redeem(entry->cookie, entry->address))
        return refuseEntry(session, id);
    if (!session.server().hasRoomFor(entry->address)) {
        session.refuse(id, 707);
        return session.end();
    }
    Switchboard *switchboard = session.server().create(entry->address);
    session.enter(switchboard, entry->address);
    switchboard->open(&session, id);
}

/// ANS t address cookie session, with the cookie of a RNG. The conversation may be over by now.
void handleAnswer(SwitchboardSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto entry = parseSwitchboardAnswer(command);
    if (!entry || !session.core().passes.redeem(entry->cookie, entry->address, entry->session))
        return refuseEntry(session, id);
    Switchboard *switchboard = session.server().find(entry->session);
    if (!switchboard)
        return session.end();
    session.enter(switchboard, entry->address);
    switchboard->join(&session, id);
}

constexpr int isOffline = 217;

/// 208, 215, 713, 216, 217 or 280; nothing if the person can be rung (conversations.md §2). Whoever is
/// blocked hears what they would hear if the person were offline.
std::optional<int> refusalOfCall(SwitchboardSession &session, const Address &address)
{
    const ServiceCore &core = session.core();
    if (!address.isValid())
        return 208;
    if (session.switchboard()->isPresentOrCalled(address))
        return 215;
    if (!session.countCall())
        return 713;
    if (core.store.account(address) && core.contacts.refusesAsStranger(address, session.address()))
        return 216;
    if (!session.switchboard()->mayCome(address))
        return 216;
    const NotificationSession *callee = core.presence.find(address);
    const bool reachable
        = callee && callee->takesCalls() && core.presence.isVisibleTo(address, session.address());
    if (!reachable)
        return isOffline;
    return session.switchboard()->isFull() ? std::optional(280) : std::nullopt;
}

/// CAL t address KEEP: what is said to somebody who is not there is kept (docs/offline-messages.md).
bool canKeep(SwitchboardSession &session, const Command &command, const Address &address)
{
    return session.core().options.keepsMessages && command.argument(1) == callOrKeep
        && session.core().store.account(address) && !session.switchboard()->isFull();
}

/// CAL t address: RNG to that person on the notification server.
void handleCall(SwitchboardSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto address = parseCall(command);
    if (!address)
        return session.end();
    const auto refusal = refusalOfCall(session, *address);
    if (refusal == isOffline && canKeep(session, command, *address)) {
        session.send(encodeCallReply(id, session.switchboard()->sessionId()));
        return session.switchboard()->addAbsent(*address);
    }
    if (refusal)
        return session.refuse(id, *refusal);
    ServiceCore &core = session.core();
    const QByteArray sessionId = session.switchboard()->sessionId();
    NotificationSession *callee = core.presence.find(*address);
    const auto cookie = core.passes.issue(callee->address(), sessionId);
    if (!cookie)
        return session.refuse(id, 281);
    session.switchboard()->noteCall(*address);
    session.send(encodeCallReply(id, sessionId));
    callee->send(encodeRing({sessionId, core.endpointFor(callee->connection()), *cookie, session.address(),
        core.contacts.nameOf(session.address())}));
}

/// What the sender hears, by the letter they have asked with (conversations.md §4).
void acknowledge(SwitchboardSession &session, TransactionId id, AckMode mode, bool delivered)
{
    const bool wantsSuccess = mode == AckMode::Full || mode == AckMode::Data;
    if (delivered && wantsSuccess)
        session.send(makeCommand(Verb::Ack, id));
    if (!delivered && mode == AckMode::Data)
        session.refuse(id, 282);
    if (!delivered && (mode == AckMode::Full || mode == AckMode::NakOnly))
        session.send(makeCommand(Verb::Nak, id));
}

/// MSG t ack length + payload. Too long, an unknown letter or a bad font: closed without a word.
void handleMessage(SwitchboardSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto mode = parseAckMode(command.argument(0));
    if (!mode || !command.payload || !isAcceptableMessage(*command.payload))
        return session.end();
    if (*mode == AckMode::Data && !session.dialect().dataAcknowledgement)
        return session.end();
    if (*mode == AckMode::Data && !isPeerToPeer(*command.payload))
        return session.refuse(id, 282);
    const bool isRefused = isFileOffer(*command.payload) && session.switchboard()->refusesFiles();
    acknowledge(session, id, *mode, !isRefused && session.switchboard()->deliver(&session, *command.payload));
}

/// The MSNP9 analysis has PNG here too.
void handlePing(SwitchboardSession &session, const Command &)
{
    session.send(encodePong(std::nullopt));
}

void handleOut(SwitchboardSession &session, const Command &)
{
    session.end();
}

} // namespace

const SwitchboardCommand *findSwitchboardCommand(Verb verb)
{
    using Phase = SwitchboardCommand::Phase;
    static constexpr std::array commands{
        SwitchboardCommand{Verb::Usr, Phase::Entering, handleEntry},
        SwitchboardCommand{Verb::Ans, Phase::Entering, handleAnswer},
        SwitchboardCommand{Verb::Cal, Phase::Inside, handleCall},
        SwitchboardCommand{Verb::Msg, Phase::Inside, handleMessage},
        SwitchboardCommand{Verb::Png, Phase::Inside, handlePing},
        SwitchboardCommand{Verb::Out, Phase::Always, handleOut},
    };
    const auto found = std::find_if(commands.begin(), commands.end(),
        [verb](const SwitchboardCommand &command) { return command.verb == verb; });
    return found == commands.end() ? nullptr : &*found;
}

} // namespace Msn
