#pragma once

#include "core/base/address.h"
#include "core/base/identifiers.h"
#include "core/protocol/presence.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

namespace Msn {

class ContactBook;
class NotificationSession;
struct ServiceLimits;

/// Who is signed in, and who has been told what about whom. Others learn about a person only what
/// privacy allows: it is checked here and nowhere else.
/// Source: presence.md §1-§3; contact-list.md §1.
class PresenceHub : public QObject
{
    Q_OBJECT
public:
    PresenceHub(ContactBook &contacts, const ServiceLimits &limits, QObject *parent = nullptr);

    /// As many are signed in as may be.
    bool isFull() const { return m_sessions.size() >= m_maxSignedIn; }

    /// The session that an account is signed in on, if any.
    NotificationSession *find(const Address &address) const { return m_sessions.value(address); }
    QList<NotificationSession *> sessions() const { return m_sessions.values(); }

    /// An older session of the same account is told OUT OTH.
    void signIn(NotificationSession *session);
    void signOut(NotificationSession *session);
    /// Has sentOut() sent.
    void noteSentOut(const Address &address) { Q_EMIT sentOut(address); }

    /// ILN for everybody on the list of \p session who is to be seen; after its first CHG.
    void showContacts(NotificationSession *session, TransactionId id);
    /// ILN for one contact, if it is to be seen; after ADD or ADC.
    void showContact(NotificationSession *session, const Address &contact, TransactionId id);
    /// NLN, or FLN, to everybody concerned: status, picture or name have changed.
    void announce(NotificationSession *session);
    /// NLN or FLN to one person, if what they may see has changed.
    void refresh(const Address &owner, const Address &watcher);

    /// Whether \p watcher may see \p owner online or call.
    bool isVisibleTo(const Address &owner, const Address &watcher) const;

Q_SIGNALS:
    void signedIn(const Msn::Address &address);
    /// The first status after the sign-in, or the first after being hidden.
    void appeared(const Msn::Address &address);
    void signedOut(const Msn::Address &address);
    /// The host's rules end the session: conversations end with it, which otherwise outlive it.
    void sentOut(const Msn::Address &address);

private:
    bool shows(const Address &owner, const Address &watcher) const;
    ContactPresence presenceOf(const NotificationSession &session) const;
    void tellOnline(const NotificationSession &owner, const Address &watcher);
    void tellOffline(const Address &owner, const Address &watcher);

    ContactBook &m_contacts;
    int m_maxSignedIn;
    QHash<Address, NotificationSession *> m_sessions;
    QHash<Address, QSet<Address>> m_seenBy; ///< by owner: watchers told that the owner is online
};

} // namespace Msn
