#pragma once

#include "core/service/serviceoptions.h"
#include "core/service/store/accountchanges.h"
#include "core/service/store/accountstore.h"

namespace Msn {

class ContactBook;

/// Messages for people who are not there: kept until they are, then handed out in order and once.
/// Source: docs/offline-messages.md.
class MessageDesk
{
public:
    MessageDesk(AccountChanges &changes, const ContactBook &contacts, const ServiceLimits &limits)
        : m_changes(changes)
        , m_contacts(contacts)
        , m_maxPerRecipient(limits.maxStoredMessages)
        , m_maxPerSender(limits.maxStoredMessagesPerSender)
    {
    }

    /// Whether \p payload says something that is worth keeping: text, or a part of it.
    static bool isText(const QByteArray &payload);
    /// Whether \p payload means something only to somebody who is there, as "is typing" does.
    static bool isFleeting(const QByteArray &payload);

    /// True once \p payload is on the disk. False if too much waits already, or there is no disk.
    bool keep(const Address &from, const Address &to, const QByteArray &payload);

    /// Whose messages wait for \p to, in the order of the first of each. What comes from somebody on the
    /// block list is held back until they are taken off it: the sender must not learn of it.
    QList<Address> senders(const Address &to) const;
    /// Hands out what \p from has left for \p to: MSG commands, oldest first. They are gone then; after
    /// a crash in the middle of it they come once more.
    /// Wire: MSG address name length, with `Original-Arrival-Time` in the header, and the time before
    /// the text.
    QList<Command> take(const Address &from, const Address &to);

private:
    AccountChanges &m_changes;
    const ContactBook &m_contacts;
    int m_maxPerRecipient;
    int m_maxPerSender;
};

} // namespace Msn
