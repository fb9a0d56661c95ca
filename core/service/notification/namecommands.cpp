#include "core/protocol/contactlist.h"
#include "core/protocol/contactproperty.h"
#include "core/service/lists/namerules.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"

#include <array>

namespace Msn {

namespace {

/// REA t address name: one's own name, or what one calls a contact.
void handleRename(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto rename = parseRename(command);
    if (!rename)
        return session.refuse(id, rename.error().code == ParseError::Code::MissingField ? 300 : 201);
    ServiceCore &core = session.core();
    const QByteArray wireName = command.argument(rename->version ? 2 : 1);
    const NameVerdict verdict
        = judgeName(wireName, rename->friendlyName, rename->address, core.options.refusedNameParts);
    if (verdict != NameVerdict::Accepted)
        return verdict == NameVerdict::TooLong ? session.end() : session.refuse(id, 209);
    qint64 version = 0;
    if (rename->address == session.address()) {
        if (session.isTooFast(&ServiceLimits::profileChanges))
            return session.refuse(id, 800);
        version = core.settings.setName(session.address(), rename->friendlyName);
    } else {
        const auto change
            = core.contacts.renameContact(session.address(), rename->address, rename->friendlyName);
        if (!change)
            return session.refuse(id, change.error());
        version = change->version;
    }
    session.send(
        encodeRename(id, {rename->address, rename->friendlyName, session.codec().replyVersion(version)}));
}

/// SBP t id key value: MFN is the stored name; other keys are taken and not kept.
void handleContactProperty(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto property = parseContactPropertyChange(command);
    if (!property || command.args.size() < 3)
        return session.refuse(id, 300);
    ServiceCore &core = session.core();
    const auto contact = session.codec().findContact(core.store, session.address(), {}, property->id);
    if (!contact)
        return session.refuse(id, contact.error());
    if (property->key == "MFN") {
        const NameVerdict verdict = judgeName(
            command.args[2], FriendlyName(property->value), contact->address, core.options.refusedNameParts);
        if (verdict != NameVerdict::Accepted)
            return verdict == NameVerdict::TooLong ? session.end() : session.refuse(id, 209);
        core.contacts.renameContact(session.address(), contact->address, FriendlyName(property->value));
    } else if (property->key != "MOB" && property->key != "WWE") {
        return session.refuse(id, 715);
    }
    session.send(encodeContactPropertyChange(id, *property));
}

} // namespace

std::span<const NotificationCommand> nameCommands()
{
    using Phase = NotificationCommand::Phase;
    static constexpr std::array commands{
        NotificationCommand{Verb::Rea, Phase::SignedIn, handleRename, 502, &ServiceLimits::listChanges},
        NotificationCommand{
            Verb::Sbp, Phase::SignedIn, handleContactProperty, 0, &ServiceLimits::listChanges},
    };
    return commands;
}

} // namespace Msn
