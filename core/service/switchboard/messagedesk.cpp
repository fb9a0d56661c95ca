#include "core/service/switchboard/messagedesk.h"

#include "core/protocol/conversation.h"
#include "core/protocol/offlinemessage.h"
#include "core/service/lists/contactbook.h"
#include "core/wire/mimemessage.h"

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
    AccountStore &store = m_changes.store();
    if (store.countStoredMessages(to) >= m_maxPerRecipient
        || store.countStoredMessages(to, from) >= m_maxPerSender)
        return false;
    store.addStoredMessage({from, m_contacts.nameOf(from), to, QDateTime::currentDateTimeUtc(), payload});
    return m_changes.keep().has_value();
}

QList<Address> MessageDesk::senders(const Address &to) const
{
    QList<Address> senders;
    const auto messages = m_changes.store().storedMessages(to);
    for (const StoredMessage &message : messages) {
        if (!senders.contains(message.from) && m_contacts.allows(to, message.from))
            senders.append(message.from);
    }
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
