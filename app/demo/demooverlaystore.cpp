#include "app/demo/demooverlaystore.h"

#include "app/demo/demoaccounts.h"

namespace App {

DemoOverlayStore::DemoOverlayStore(Msn::AccountStore &below)
    : m_below(below)
{
    DemoAccounts::addTo(m_demo);
    m_demo.commit();
}

Msn::AccountStore &DemoOverlayStore::storeOf(const Msn::Address &address)
{
    return DemoAccounts::contains(address) ? static_cast<Msn::AccountStore &>(m_demo) : m_below;
}

const Msn::AccountStore &DemoOverlayStore::storeOf(const Msn::Address &address) const
{
    return DemoAccounts::contains(address) ? static_cast<const Msn::AccountStore &>(m_demo) : m_below;
}

QList<Msn::Address> DemoOverlayStore::addresses() const
{
    return m_below.addresses() + m_demo.addresses();
}

std::optional<Msn::AccountRecord> DemoOverlayStore::account(const Msn::Address &address) const
{
    return storeOf(address).account(address);
}

void DemoOverlayStore::saveAccount(const Msn::AccountRecord &account)
{
    storeOf(account.address).saveAccount(account);
}

void DemoOverlayStore::removeAccount(const Msn::Address &address)
{
    storeOf(address).removeAccount(address);
}

Msn::PasswordHash DemoOverlayStore::passwordHash(const Msn::Address &address) const
{
    return storeOf(address).passwordHash(address);
}

void DemoOverlayStore::setPasswordHash(const Msn::Address &address, const Msn::PasswordHash &hash)
{
    storeOf(address).setPasswordHash(address, hash);
}

qint64 DemoOverlayStore::raiseListVersion(const Msn::Address &address)
{
    return storeOf(address).raiseListVersion(address);
}

QByteArray DemoOverlayStore::picture(const Msn::Address &address) const
{
    return storeOf(address).picture(address);
}

void DemoOverlayStore::setPicture(const Msn::Address &address, const QByteArray &png)
{
    storeOf(address).setPicture(address, png);
}

QList<Msn::ContactRecord> DemoOverlayStore::contacts(const Msn::Address &owner) const
{
    return storeOf(owner).contacts(owner);
}

std::optional<Msn::ContactRecord> DemoOverlayStore::contact(
    const Msn::Address &owner, const Msn::Address &address) const
{
    return storeOf(owner).contact(owner, address);
}

std::optional<Msn::ContactRecord> DemoOverlayStore::contactById(
    const Msn::Address &owner, const QUuid &id) const
{
    return storeOf(owner).contactById(owner, id);
}

QList<Msn::ContactRecord> DemoOverlayStore::contactsInGroup(const Msn::Address &owner, int group) const
{
    return storeOf(owner).contactsInGroup(owner, group);
}

QList<Msn::Address> DemoOverlayStore::listed(const Msn::Address &owner, Msn::List list) const
{
    return storeOf(owner).listed(owner, list);
}

int DemoOverlayStore::countListed(const Msn::Address &owner, Msn::List list) const
{
    return storeOf(owner).countListed(owner, list);
}

QList<Msn::Address> DemoOverlayStore::ownersOf(const Msn::Address &address) const
{
    return m_below.ownersOf(address) + m_demo.ownersOf(address);
}

void DemoOverlayStore::saveContact(const Msn::Address &owner, const Msn::ContactRecord &contact)
{
    storeOf(owner).saveContact(owner, contact);
}

void DemoOverlayStore::removeContact(const Msn::Address &owner, const Msn::Address &address)
{
    storeOf(owner).removeContact(owner, address);
}

QList<Msn::GroupRecord> DemoOverlayStore::groups(const Msn::Address &owner) const
{
    return storeOf(owner).groups(owner);
}

void DemoOverlayStore::saveGroup(const Msn::Address &owner, const Msn::GroupRecord &group)
{
    storeOf(owner).saveGroup(owner, group);
}

void DemoOverlayStore::removeGroup(const Msn::Address &owner, int number)
{
    storeOf(owner).removeGroup(owner, number);
}

QList<Msn::InvitationRecord> DemoOverlayStore::invitations() const
{
    return m_below.invitations() + m_demo.invitations();
}

QList<Msn::InvitationRecord> DemoOverlayStore::invitationsTo(const Msn::Address &address) const
{
    return storeOf(address).invitationsTo(address);
}

/// An invitation is kept with the one it is for.
int DemoOverlayStore::countInvitationsFrom(const Msn::Address &address) const
{
    return m_below.countInvitationsFrom(address) + m_demo.countInvitationsFrom(address);
}

void DemoOverlayStore::addInvitation(const Msn::InvitationRecord &invitation)
{
    storeOf(invitation.to).addInvitation(invitation);
}

void DemoOverlayStore::removeInvitationsTo(const Msn::Address &address)
{
    storeOf(address).removeInvitationsTo(address);
}

QList<Msn::StoredMessage> DemoOverlayStore::storedMessages(const Msn::Address &to) const
{
    return storeOf(to).storedMessages(to);
}

int DemoOverlayStore::countStoredMessages(const Msn::Address &to) const
{
    return storeOf(to).countStoredMessages(to);
}

int DemoOverlayStore::countStoredMessages(const Msn::Address &to, const Msn::Address &from) const
{
    return storeOf(to).countStoredMessages(to, from);
}

void DemoOverlayStore::addStoredMessage(const Msn::StoredMessage &message)
{
    storeOf(message.to).addStoredMessage(message);
}

void DemoOverlayStore::removeStoredMessages(const Msn::Address &to, const Msn::Address &from)
{
    storeOf(to).removeStoredMessages(to, from);
}

/// Those of the store below: the demo has none.
QList<Msn::CircleRecord> DemoOverlayStore::circles() const
{
    return m_below.circles();
}

void DemoOverlayStore::saveCircle(const Msn::CircleRecord &circle)
{
    m_below.saveCircle(circle);
}

void DemoOverlayStore::removeCircle(const QString &name)
{
    m_below.removeCircle(name);
}

Msn::Outcome DemoOverlayStore::commit()
{
    const Msn::Outcome kept = m_below.commit();
    if (!kept)
        m_demo.rollback();
    return kept ? m_demo.commit() : kept;
}

} // namespace App
