#include "core/protocol/contactproperty.h"
#include "core/protocol/listchange.h"
#include "core/protocol/tokens.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"
#include "core/wire/percentencoding.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

/// 300 for something missing, 206 for an address without a domain, else 201.
Refusal refusalOf(const ParseError &error, const Command &command)
{
    if (error.code == ParseError::Code::MissingField || command.args.size() < 2)
        return 300;
    return error.code == ParseError::Code::BadAddress ? 206 : 201;
}

/// Only the owner's own three lists may be added to (contact-list.md §1).
bool isAddable(List list)
{
    return list == List::Forward || list == List::Allow || list == List::Block;
}

/// 201, 206 or the dialect's "no such account"; nothing if there is somebody of that name.
std::optional<Refusal> refusalOfAddress(NotificationSession &session, const Address &address)
{
    if (!address.toString().contains(u'@'))
        return 206;
    if (!address.isValid())
        return 201;
    if (!session.core().store.account(address))
        return session.dialect().noSuchAccountError;
    return std::nullopt;
}

/// The group that was asked for, if one was.
Allowed<std::optional<GroupRecord>> requestedGroup(NotificationSession &session, const GroupId &id)
{
    if (id.isEmpty())
        return std::optional<GroupRecord>();
    const auto group = session.codec().findGroup(id, session.core().store.groups(session.address()));
    if (!group)
        return Unexpected(group.error());
    return std::optional(*group);
}

std::optional<int> numberOf(const std::optional<GroupRecord> &group)
{
    return group ? std::optional(group->number) : std::nullopt;
}

/// `ADC t FL C=id group` names somebody who is on the list already.
Allowed<Address> addedAddress(NotificationSession &session, const ContactAddition &addition)
{
    if (!addition.address.isEmpty() || addition.id.isEmpty()) {
        if (const auto refusal = refusalOfAddress(session, addition.address))
            return Unexpected(*refusal);
        return addition.address;
    }
    const auto contact
        = session.codec().findContact(session.core().store, session.address(), {}, addition.id);
    if (!contact)
        return Unexpected(contact.error());
    return contact->address;
}

/// MSNP8/9 show empty numbers too; MSNP10 has nothing to show for them (transcripts L4, L7).
void sendNewContactProperties(NotificationSession &session, const ListChange &change)
{
    const ServiceCore &core = session.core();
    const bool shared = core.contacts.allows(change.contact.address, session.address());
    const QList<QByteArray> keys{"PHH", "PHW", "PHM", "MOB"};
    for (const QByteArray &key : keys) {
        const QString value = shared ? core.settings.property(change.contact.address, key)
                                     : QString::fromLatin1(key == "MOB" ? "N" : "");
        const bool isUnset = value.isEmpty() || value == QLatin1String("N");
        if (session.dialect().listVersionInReplies || !isUnset)
            session.send(session.codec().contactProperty(change.contact.address, key, value, change.version));
    }
}

/// The name in an ADD or ADC, as it came; empty if there is none.
QByteArray wireNameOf(const Command &command, const Dialect &dialect)
{
    if (!dialect.prefixedContacts)
        return command.argument(2);
    const auto name = std::find_if(command.args.cbegin(), command.args.cend(),
        [](const QByteArray &token) { return token.startsWith("F="); });
    return name == command.args.cend() ? QByteArray() : name->sliced(2);
}

/// ADD, ADC. Errors in this order: form, account, group, what the lists say (contact-list.md §5).
void handleAddition(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    auto addition = parseContactAddition(command, session.dialect());
    if (!addition)
        return session.refuse(id, refusalOf(addition.error(), command));
    const QByteArray wireName = wireNameOf(command, session.dialect());
    if (!isAddable(addition->list) || wireName.size() > maxFriendlyNameBytes)
        return session.end();
    if (!isPercentEncodedText(wireName))
        return session.refuse(id, 201);
    // MSNP9 analysis, 224: `ADD 25 FL five@hotmail.com 3` has a group but no name.
    if (!session.dialect().prefixedContacts && command.args.size() == 3
        && isNumber(command.args.constLast())) {
        addition->group = GroupId(command.args.constLast());
        addition->friendlyName = {};
    }
    const auto address = addedAddress(session, *addition);
    if (!address)
        return session.refuse(id, address.error());
    const auto group = requestedGroup(session, addition->list == List::Forward ? addition->group : GroupId());
    if (!group)
        return session.refuseOrEnd(id, group.error());
    ServiceCore &core = session.core();
    const bool wasForward = core.contacts.watches(session.address(), *address);
    const auto change = core.contacts.add(session.address(), addition->list, *address, addition->friendlyName,
        numberOf(*group), session.codec().groupZero());
    if (!change)
        return session.refuseOrEnd(id, change.error());
    if (addition->list != List::Forward && !session.dialect().pendingList)
        core.contacts.settlePending(session.address(), *address);
    const auto shownGroup = *group ? *group : core.groups.find(session.address(), 0);
    session.send(session.codec().added(id, *addition, *change, shownGroup));
    if (addition->list == List::Forward && !wasForward) {
        sendNewContactProperties(session, *change);
        core.changes.whenKept(
            [&core, &session, address = *address, id] { core.presence.showContact(&session, address, id); });
    }
}

/// The person a REM is about. On lists that are kept by address nobody is looked up.
Allowed<Address> removedAddress(NotificationSession &session, const ContactRemoval &removal)
{
    if (removal.list != List::Forward)
        return removal.address;
    const auto contact
        = session.codec().findContact(session.core().store, session.address(), removal.address, removal.id);
    if (!contact)
        return Unexpected(contact.error());
    return contact->address;
}

void handleRemoval(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    auto removal = parseContactRemoval(command, session.dialect());
    if (!removal)
        return session.refuse(id, refusalOf(removal.error(), command));
    if (removal->list != List::Forward)
        removal->group = {};
    const bool pending = removal->list == List::Pending;
    if (!isAddable(removal->list) && !(pending && session.dialect().pendingList))
        return session.end();
    const auto group = requestedGroup(session, removal->group);
    if (!group)
        return session.refuseOrEnd(id, group.error());
    const auto address = removedAddress(session, *removal);
    if (!address)
        return session.refuse(id, address.error());
    const auto change = session.core().contacts.remove(
        session.address(), removal->list, *address, numberOf(*group), session.codec().groupZero());
    if (!change)
        return session.refuseOrEnd(id, change.error());
    session.send(session.codec().removed(id, *removal, *change));
    ServiceCore &core = session.core();
    if (removal->list == List::Block) // what they wrote meanwhile was held back
        core.changes.whenKept([&core, own = session.address()] { core.invitations.show(own); });
}

} // namespace

std::span<const NotificationCommand> contactCommands()
{
    using Phase = NotificationCommand::Phase;
    static constexpr std::array commands{
        NotificationCommand{Verb::Add, Phase::SignedIn, handleAddition, 0, &ServiceLimits::listChanges},
        NotificationCommand{Verb::Adc, Phase::SignedIn, handleAddition, 0, &ServiceLimits::listChanges},
        NotificationCommand{Verb::Rem, Phase::SignedIn, handleRemoval, 0, &ServiceLimits::listChanges},
    };
    return commands;
}

} // namespace Msn
