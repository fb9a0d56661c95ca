#include "core/roster/presencetracker.h"

#include <utility>

namespace Msn {

namespace {

/// More than a forward list can hold; a hostile server must not fill our memory.
constexpr qsizetype maxEarly = 2'000;

} // namespace

PresenceTracker::PresenceTracker(NotificationConnection &connection, ContactList &contacts, QObject *parent)
    : QObject(parent)
    , m_contacts(contacts)
{
    connect(&connection, &NotificationConnection::presenceReceived, this, &PresenceTracker::handlePresence);
    connect(&connection, &NotificationConnection::contactWentOffline, this, &PresenceTracker::handleOffline);
}

void PresenceTracker::forgetEverybody()
{
    m_listIsThere = false;
    m_early.clear();
    m_contacts.setEverybodyOffline();
}

void PresenceTracker::handleListReady()
{
    m_listIsThere = true;
    const auto early = std::exchange(m_early, {});
    for (const ContactPresence &presence : early)
        handlePresence(presence, true);
}

void PresenceTracker::handlePresence(const ContactPresence &presence, bool initial)
{
    if (!m_listIsThere) {
        if (m_early.size() < maxEarly)
            m_early.insert(presence.address, presence);
        return;
    }
    const Contact *known = m_contacts.find(presence.address);
    if (!known || !known->isOnForwardList())
        return; // just removed, or a stranger
    const bool wasOnline = known->isOnline();
    const Address address = known->address;
    apply(*known, presence);
    known = m_contacts.find(address);
    if (!initial && !wasOnline && known && known->isOnline())
        Q_EMIT signedIn(address);
}

void PresenceTracker::apply(const Contact &known, const ContactPresence &presence)
{
    Contact contact = known;
    contact.status = presence.status;
    contact.clientId = presence.clientId;
    contact.pictureObject = presence.pictureObject;
    if (!presence.friendlyName.isEmpty())
        contact.friendlyName = presence.friendlyName;
    m_contacts.setContact(contact);
}

void PresenceTracker::handleOffline(const Address &address)
{
    m_early.remove(address);
    const Contact *known = m_contacts.find(address);
    if (!known || known->status == Status::Offline)
        return;
    Contact contact = *known;
    contact.status = Status::Offline;
    contact.pictureObject.clear();
    m_contacts.setContact(contact);
    Q_EMIT signedOut(contact.address);
}

} // namespace Msn
