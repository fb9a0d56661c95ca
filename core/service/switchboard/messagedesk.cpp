#include "core/service/switchboard/messagedesk.h"

#include "core/protocol/conversation.h"
#include "core/protocol/offlinemessage.h"
#include "core/service/lists/contactbook.h"
#include "core/wire/mimemessage.h"

#include <algorithm>

namespace Msn {

bool MessageDesk::isText(const QByteArray &payload)
{
    const MimeMessage message = MimeMessage::parse(payload);
    // The later parts of a long text have no type of their own (conversations.md §7).
    return message.contentType() == "text/plain" || message.hasHeader("Chunk");
}

bool MessageDesk::isFleeting(const QByteArray &payload)
{
    return MimeMessage::parse(payload).contentType() == "text/x-msmsgscontrol";
}

bool MessageDesk::keep(const Address &from, const Address &to, const QByteArray &payload)
{
    if (!m_contacts.allows(to, from))
        return true;
    AccountStore &store = m_changes.store();
    if (store.countStoredMessages(to) >= m_maxPerRecipient)
        return false;
    store.addStoredMessage({from, m_contacts.nameOf(from), to, QDateTime::currentDateTimeUtc(), payload});
    return m_changes.keep().has_value();
}

QList<Address> MessageDesk::senders(const Address &to)
{
    AccountStore &store = m_changes.store();
    QList<Address> senders;
    const auto messages = store.storedMessages(to);
    for (const StoredMessage &message : messages) {
        if (!senders.contains(message.from))
            senders.append(message.from);
    }
    senders.removeIf([&](const Address &from) {
        const bool isUnwanted = !m_contacts.allows(to, from);
        if (isUnwanted)
            store.removeStoredMessages(to, from);
        return isUnwanted;
    });
    (void)m_changes.keep(); // else they are thrown away the next time
    return senders;
}

QList<Command> MessageDesk::take(const Address &from, const Address &to)
{
    AccountStore &store = m_changes.store();
    QList<Command> commands;
    const auto messages = store.storedMessages(to);
    for (const StoredMessage &message : messages) {
        if (message.from == from)
            commands.append(encodeIncomingMessage(
                {{message.from, message.fromName}, withArrivalTime(message.payload, message.time)}));
    }
    store.removeStoredMessages(to, from);
    (void)m_changes.keep(); // else they come once more
    return commands;
}

} // namespace Msn
