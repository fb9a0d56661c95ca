#include "core/service/notification/presencehub.h"

#include "core/service/lists/contactbook.h"
#include "core/service/notification/notificationsession.h"

#include <utility>

namespace Msn {

namespace {

/// Name, client id and the rest are written anew; the picture goes through untouched.
Command withPicture(Command presence, const QByteArray &picture, const Dialect &dialect)
{
    if (dialect.pictureInPresence && !picture.isEmpty())
        presence.args.append(picture);
    return presence;
}

} // namespace

PresenceHub::PresenceHub(ContactBook &contacts, const ServiceLimits &limits, QObject *parent)
    : QObject(parent)
    , m_contacts(contacts)
    , m_maxSignedIn(limits.maxSignedIn)
{
    connect(&contacts, &ContactBook::visibilityChanged, this, &PresenceHub::refresh);
}

void PresenceHub::signIn(NotificationSession *session)
{
    if (NotificationSession *older = find(session->address()))
        older->end(SignedOutNotice::Reason::SignedInElsewhere);
    m_sessions.insert(session->address(), session);
    Q_EMIT signedIn(session->address());
}

void PresenceHub::signOut(NotificationSession *session)
{
    const Address address = session->address();
    if (find(address) != session)
        return;
    m_sessions.remove(address);
    const QSet<Address> watchers = m_seenBy.take(address);
    for (const Address &watcher : watchers)
        tellOffline(address, watcher);
    Q_EMIT signedOut(address);
}

void PresenceHub::showContacts(NotificationSession *session, TransactionId id)
{
    const auto contacts = m_contacts.forwardContacts(session->address());
    for (const Address &contact : contacts)
        showContact(session, contact, id);
}

void PresenceHub::showContact(NotificationSession *session, const Address &contact, TransactionId id)
{
    // Before its first CHG a client is told nothing (presence.md §1).
    if (!session->hasStatus() || !shows(contact, session->address()))
        return;
    m_seenBy[contact].insert(session->address());
    const NotificationSession &owner = *find(contact);
    session->send(withPicture(encodeInitialPresence(id, presenceOf(owner), session->dialect()),
        owner.picture(), session->dialect()));
}

void PresenceHub::announce(NotificationSession *session)
{
    const auto watchers = m_contacts.watchers(session->address());
    for (const Address &watcher : watchers) {
        if (shows(session->address(), watcher))
            tellOnline(*session, watcher);
        else if (m_seenBy[session->address()].remove(watcher))
            tellOffline(session->address(), watcher);
    }
}

void PresenceHub::refresh(const Address &owner, const Address &watcher)
{
    const bool wasSeen = m_seenBy.value(owner).contains(watcher);
    const bool isSeen = m_contacts.watches(watcher, owner) && shows(owner, watcher);
    if (isSeen && !wasSeen)
        return tellOnline(*find(owner), watcher);
    if (!wasSeen || isSeen)
        return;
    m_seenBy[owner].remove(watcher);
    if (m_contacts.watches(watcher, owner))
        tellOffline(owner, watcher);
}

bool PresenceHub::isVisibleTo(const Address &owner, const Address &watcher) const
{
    const NotificationSession *session = find(owner);
    return session && session->isVisible() && m_contacts.allows(owner, watcher);
}

bool PresenceHub::shows(const Address &owner, const Address &watcher) const
{
    const NotificationSession *receiver = find(watcher);
    return receiver && receiver->hasStatus() && isVisibleTo(owner, watcher);
}

ContactPresence PresenceHub::presenceOf(const NotificationSession &session) const
{
    const StatusChange &own = session.status();
    return {own.status, session.address(), m_contacts.nameOf(session.address()), own.clientId, {}};
}

void PresenceHub::tellOnline(const NotificationSession &owner, const Address &watcher)
{
    m_seenBy[owner.address()].insert(watcher);
    NotificationSession *receiver = find(watcher);
    receiver->send(withPicture(
        encodeContactPresence(presenceOf(owner), receiver->dialect()), owner.picture(), receiver->dialect()));
}

void PresenceHub::tellOffline(const Address &owner, const Address &watcher)
{
    NotificationSession *receiver = find(watcher);
    if (receiver && receiver->hasStatus())
        receiver->send(encodeContactOffline(owner));
}

} // namespace Msn
