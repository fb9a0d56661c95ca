#pragma once

#include "core/roster/contact.h"

#include <QHash>
#include <QObject>

namespace Msn {

/// What the server last told us: everybody on our lists, the groups, the settings. Pure state:
/// it asks nobody for anything; RosterSync and RosterEditor feed it, models and windows read it.
class ContactList : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    QList<Contact> contacts() const { return m_contacts.values(); }
    qsizetype size() const { return m_contacts.size(); }
    /// Nullptr if unknown; valid until the list changes.
    const Contact *find(const Address &address) const;
    const Contact *findById(const ContactId &id) const;
    QList<Group> groups() const { return m_groups; }
    const Group *findGroup(const GroupId &id) const;
    /// Contacts of the forward list in \p group.
    QList<Address> membersOf(const GroupId &group) const;

    DefaultPrivacy defaultPrivacy() const { return m_defaultPrivacy; }
    AddPrompt addPrompt() const { return m_addPrompt; }
    const PhoneNumbers &ownPhones() const { return m_ownPhones; }

    // For RosterSync, RosterEditor and the presence part of Account.
    void setContact(const Contact &contact);
    void removeContact(const Address &address);
    void setGroup(const Group &group);
    void removeGroup(const GroupId &id);
    void setDefaultPrivacy(DefaultPrivacy privacy);
    void setAddPrompt(AddPrompt prompt);
    void setOwnPhones(const PhoneNumbers &phones);
    /// Replaces everything with one reset(); statuses of people already known are kept.
    void replace(const QList<Contact> &contacts, const QList<Group> &groups);
    /// After the connection is lost nobody can be known to be online.
    void setEverybodyOffline();
    void clear();

Q_SIGNALS:
    /// Everything may have changed; no other signal is sent for it.
    void reset();
    void contactAdded(const Msn::Address &address);
    void contactChanged(const Msn::Address &address);
    void contactRemoved(const Msn::Address &address);
    void groupAdded(const Msn::GroupId &group);
    void groupChanged(const Msn::GroupId &group);
    void groupRemoved(const Msn::GroupId &group);
    void settingsChanged();

private:
    QHash<Address, Contact> m_contacts;
    QHash<ContactId, Address> m_addressesById;
    QList<Group> m_groups;
    DefaultPrivacy m_defaultPrivacy = DefaultPrivacy::AllowOthers;
    AddPrompt m_addPrompt = AddPrompt::Ask;
    PhoneNumbers m_ownPhones;
};

} // namespace Msn
