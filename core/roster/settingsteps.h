#pragma once

#include "core/roster/contactlist.h"
#include "core/roster/rosterrecipe.h"

namespace Msn {

/// The steps that change names, groups and settings: REA, SBP, PRP, ADG, REG, RMG, BLP, GTC.
/// Source: contact-list.md §4, §7, §8.
class SettingSteps
{
public:
    /// All must outlive the steps made here.
    SettingSteps(NotificationConnection &connection, ContactList &contacts, RosterSync &sync);

    RosterStep renameContact(const Contact &contact, const FriendlyName &name) const;
    RosterStep renameSelf(const FriendlyName &name) const;
    /// The id of the new group is in \p id afterwards; empty if the reply did not tell.
    RosterStep addGroup(const FriendlyName &name, const std::shared_ptr<GroupId> &id) const;
    RosterStep renameGroup(const GroupId &group, const FriendlyName &name) const;
    RosterStep removeGroup(const GroupId &group) const;
    RosterStep setDefaultPrivacy(DefaultPrivacy privacy) const;
    RosterStep setAddPrompt(AddPrompt prompt) const;
    RosterStep setOwnProperty(const QByteArray &key, const QString &value) const;

private:
    void noteVersion(const Command &reply) const;
    const Dialect &dialect() const { return m_connection.dialect(); }

    NotificationConnection &m_connection;
    ContactList &m_contacts;
    RosterSync &m_sync;
};

} // namespace Msn
