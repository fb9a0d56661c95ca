#pragma once

#include "core/net/notificationconnection.h"
#include "core/roster/contactlist.h"

#include <QHash>
#include <QObject>

namespace Msn {

/// Who is online: puts NLN, ILN and FLN into the contact list, and tells of those who come and go.
/// Source: presence.md §3.
class PresenceTracker : public QObject
{
    Q_OBJECT

public:
    PresenceTracker(NotificationConnection &connection, ContactList &contacts, QObject *parent = nullptr);

    /// From now on nobody is known to be online, and the list is not there: presence that comes before
    /// it is kept for it.
    void forgetEverybody();
    /// The list is complete.
    void handleListReady();

Q_SIGNALS:
    /// From offline to online; never for people who were online when we came.
    void signedIn(const Msn::Address &address);
    void signedOut(const Msn::Address &address);

private:
    void handlePresence(const ContactPresence &presence, bool initial);
    void handleOffline(const Address &address);
    void apply(const Contact &known, const ContactPresence &presence);

    ContactList &m_contacts;
    bool m_listIsThere = false;
    /// Came before the list did.
    QHash<Address, ContactPresence> m_early;
};

} // namespace Msn
