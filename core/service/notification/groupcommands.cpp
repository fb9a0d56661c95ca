#include "core/protocol/contactgroup.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"
#include "core/wire/percentencoding.h"

#include <array>

namespace Msn {

namespace {

/// Beyond this the classic server does not even answer (wire-format.md §4).
constexpr qsizetype absurdGroupNameBytes = 127;

/// 229, or 0 for an absurd name; 201 for one that is not text; nothing if it is fine.
std::optional<Refusal> refusalOfName(const QByteArray &wire)
{
    if (wire.size() > absurdGroupNameBytes)
        return 0;
    if (wire.size() > maxGroupNameBytes)
        return 229;
    return isPercentEncodedText(wire) ? std::nullopt : std::optional<Refusal>(201);
}

Allowed<GroupRecord> namedGroup(NotificationSession &session, const GroupId &id)
{
    return session.codec().findGroup(id, session.core().store.groups(session.address()));
}

void answer(
    NotificationSession &session, Verb verb, TransactionId id, const Allowed<GroupBook::Change> &change)
{
    if (!change)
        return session.refuseOrEnd(id, change.error());
    session.send(session.codec().groupReply(verb, id, *change));
}

void handleAddGroup(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto request = parseGroupAddRequest(command);
    if (!request)
        return session.refuse(id, 300);
    if (const auto refusal = refusalOfName(command.args.constFirst()))
        return session.refuseOrEnd(id, *refusal);
    answer(session, Verb::Adg, id, session.core().groups.add(session.address(), request->name));
}

void handleRenameGroup(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto request = parseGroupRenameRequest(command);
    if (!request)
        return session.refuse(id, 300);
    if (const auto refusal = refusalOfName(command.args[1]))
        return session.refuseOrEnd(id, *refusal);
    const auto group = namedGroup(session, request->id);
    if (!group)
        return session.refuseOrEnd(id, group.error());
    answer(session, Verb::Reg, id,
        session.core().groups.rename(session.address(), group->number, request->name));
}

void handleRemoveGroup(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto request = parseGroupRemoveRequest(command);
    if (!request)
        return session.refuse(id, 300);
    // Group 0 has no GUID, yet clients of MSNP10 may name it.
    if (request->id.bytes() == "0")
        return session.refuse(id, 230);
    const auto group = namedGroup(session, request->id);
    if (!group)
        return session.refuseOrEnd(id, group.error());
    answer(session, Verb::Rmg, id, session.core().groups.remove(session.address(), group->number));
}

} // namespace

std::span<const NotificationCommand> groupCommands()
{
    using Phase = NotificationCommand::Phase;
    static constexpr std::array commands{
        NotificationCommand{Verb::Adg, Phase::SignedIn, handleAddGroup, 0, &ServiceLimits::listChanges},
        NotificationCommand{Verb::Reg, Phase::SignedIn, handleRenameGroup, 0, &ServiceLimits::listChanges},
        NotificationCommand{Verb::Rmg, Phase::SignedIn, handleRemoveGroup, 0, &ServiceLimits::listChanges},
    };
    return commands;
}

} // namespace Msn
