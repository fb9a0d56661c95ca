#include "core/protocol/contactlist.h"
#include "core/protocol/contactproperty.h"
#include "core/protocol/listsettings.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/servicecore.h"
#include "core/service/serviceoptions.h"

#include <array>

namespace Msn {

namespace {

/// BPR lines stand behind their LST; empty numbers and switches that are off are left out.
QList<Command> contactPropertyLines(
    const ServiceCore &core, const DialectCodec &codec, const Address &owner, const ContactRecord &contact)
{
    QList<Command> lines;
    const bool shared = contact.lists.testFlag(List::Forward) && core.contacts.allows(contact.address, owner);
    const auto account = shared ? core.store.account(contact.address) : std::nullopt;
    if (!account)
        return lines;
    const QList<QByteArray> keys{"PHH", "PHW", "PHM", "MOB", "WWE"};
    for (const QByteArray &key : keys) {
        if (account->properties.contains(key) && codec.knowsProperty(key))
            lines.append(encodeContactProperty({key, account->properties.value(key), {}, {}}));
    }
    return lines;
}

struct ContactLines
{
    QList<Command> lines; ///< LST, each followed by its BPR
    int contacts = 0;
};

ContactLines contactLines(NotificationSession &session)
{
    const ServiceCore &core = session.core();
    const auto groups = core.store.groups(session.address());
    const auto contacts = core.store.contacts(session.address());
    ContactLines result;
    for (const ContactRecord &contact : contacts) {
        const auto line = session.codec().contactLine(contact, core.contacts.shownName(contact), groups);
        if (!line)
            continue;
        ++result.contacts;
        result.lines.append(*line);
        result.lines.append(contactPropertyLines(core, session.codec(), session.address(), contact));
    }
    return result;
}

void sendSettings(NotificationSession &session, const AccountRecord &account)
{
    session.send(encodeAddPromptSetting(std::nullopt, account.prompt));
    session.send(encodePrivacySetting(std::nullopt, account.privacy));
    for (auto property = account.properties.cbegin(); property != account.properties.cend(); ++property) {
        if (session.codec().knowsProperty(property.key()))
            session.send(encodeOwnProperty(std::nullopt, {property.key(), property.value(), {}, {}}));
    }
    // Where USR OK does not have one's own name, it is here (versions.md §2).
    if (!session.dialect().nameInSignInReply)
        session.send(encodeOwnProperty(
            std::nullopt, {"MFN", session.core().contacts.nameOf(account.address).text(), {}, {}}));
}

void sendList(NotificationSession &session, TransactionId id, const AccountRecord &account)
{
    const ContactLines contacts = contactLines(session);
    const QList<Command> groups = session.codec().groupLines(session.core().store.groups(account.address));
    const SyncReply reply{session.codec().listVersion(account.listVersion),
        SyncReply::Announced{contacts.contacts, static_cast<int>(groups.size())}};
    session.send(encodeSyncReply(id, reply, session.dialect()));
    sendSettings(session, account);
    for (const Command &line : groups)
        session.send(line);
    for (const Command &line : contacts.lines)
        session.send(line);
}

/// SYN t version(s): one line if the client's list is current, the whole list otherwise.
void handleSync(NotificationSession &session, const Command &command)
{
    const TransactionId id = *command.transactionId;
    const auto known = parseSyncRequest(command, session.dialect());
    if (!known)
        return session.refuse(id, 300);
    const auto account = session.core().store.account(session.address());
    if (!account)
        return session.end();
    const ListVersion current = session.codec().listVersion(account->listVersion);
    if (*known == current)
        session.send(encodeSyncReply(id, {current, std::nullopt}, session.dialect()));
    else
        sendList(session, id, *account);
    session.setKnowsList();
    ServiceCore &core = session.core();
    core.changes.whenKept([&core, address = account->address] { core.invitations.show(address); });
}

} // namespace

std::span<const NotificationCommand> syncCommands()
{
    static constexpr std::array commands{
        NotificationCommand{
            Verb::Syn, NotificationCommand::Phase::SignedIn, handleSync, 0, &ServiceLimits::syncs},
    };
    return commands;
}

} // namespace Msn
