#include "core/protocol/contactproperty.h"
#include "core/protocol/listsettings.h"
#include "core/service/lists/namerules.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"
#include "core/wire/percentencoding.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

/// A value that is neither of the two closes the connection (contact-list.md §4).
void handlePrivacy(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (command.args.isEmpty())
        return session.refuse(id, 300);
    const auto privacy = parseDefaultPrivacy(command.args[0]);
    if (!privacy)
        return session.end();
    const auto version = session.core().settings.setPrivacy(session.address(), *privacy);
    if (!version)
        return session.refuse(id, version.error());
    session.send(encodePrivacySetting(id, *privacy, session.codec().replyVersion(*version)));
}

void handlePrompt(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (command.args.isEmpty())
        return session.refuse(id, 300);
    const auto prompt = parseAddPrompt(command.args[0]);
    if (!prompt)
        return session.end();
    const auto version = session.core().settings.setPrompt(session.address(), *prompt);
    if (!version)
        return session.refuse(id, version.error());
    session.send(encodeAddPromptSetting(id, *prompt, session.codec().replyVersion(*version)));
}

/// PRP t MFN name: one's own name, where there is no REA.
void handleOwnName(NotificationSession &session, const Command &command, const Property &property)
{
    const TransactionId id = *command.transactionId;
    const FriendlyName name(property.value);
    const auto &refusedParts = session.core().options.refusedNameParts;
    const NameVerdict verdict = judgeName(command.argument(1), name, session.address(), refusedParts);
    if (verdict != NameVerdict::Accepted)
        return verdict == NameVerdict::TooLong ? session.end() : session.refuse(id, 209);
    session.core().settings.setName(session.address(), name);
    session.send(encodeOwnProperty(id, property));
}

/// PRP t key [value]. Unknown keys: 715, or closed if longer than three letters.
void handleProperty(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    if (command.args.isEmpty())
        return session.refuse(id, 300);
    Property property{command.args[0], percentDecode(command.argument(1)), std::nullopt, {}};
    if (property.key == "MFN" && session.dialect().prefixedContacts)
        return handleOwnName(session, command, property);
    if (!session.codec().knowsProperty(property.key))
        return property.key.size() > 3 ? session.end() : session.refuse(id, 715);
    if (command.argument(1).size() > maxPhoneNumberBytes)
        return session.end();
    if (!isPercentEncodedText(command.argument(1)))
        return session.refuse(id, 201);
    SettingsBook &settings = session.core().settings;
    const qint64 version = settings.setProperty(session.address(), property.key, property.value);
    property.value = settings.property(session.address(), property.key);
    property.version = session.codec().replyVersion(version);
    session.send(encodeOwnProperty(id, property));
}

} // namespace

std::span<const NotificationCommand> settingCommands()
{
    using Phase = NotificationCommand::Phase;
    static constexpr std::array commands{
        NotificationCommand{Verb::Blp, Phase::SignedIn, handlePrivacy, 0, &ServiceLimits::listChanges},
        NotificationCommand{Verb::Gtc, Phase::SignedIn, handlePrompt, 0, &ServiceLimits::listChanges},
        NotificationCommand{Verb::Prp, Phase::SignedIn, handleProperty, 0, &ServiceLimits::profileChanges},
    };
    return commands;
}

} // namespace Msn
