#pragma once

#include "core/protocol/listchange.h"
#include "core/roster/contactlist.h"
#include "core/roster/rosterrecipe.h"

namespace Msn {

/// The steps that put people on a list or take them off: ADD or ADC, and REM. Each looks at the list
/// when its turn comes and applies the reply to it.
/// Source: contact-list.md §5, §6.
class ContactSteps
{
public:
    /// All must outlive the steps made here.
    ContactSteps(NotificationConnection &connection, ContactList &contacts, RosterSync &sync);

    RosterStep add(List list, const Address &address, const GroupId &group = {}) const;
    /// Needless for somebody who is not on \p list.
    RosterStep remove(List list, const Address &address, const GroupId &group = {}) const;
    /// Off the pending list, where there is one (MSNP10).
    RosterStep removePending(const Address &address) const;
    /// Onto the allow list, unless a decision about \p address has been made.
    RosterStep allowUnlessDecided(const Address &address) const;
    /// Into \p group; nothing for no group.
    QList<RosterStep> enterGroup(const Address &address, const GroupId &group) const;

    bool isOn(const Address &address, List list) const;
    /// In MSNP8 and MSNP9 whoever leaves their last group leaves the forward list.
    bool wouldVanishWithout(const Address &address, const GroupId &group) const;

private:
    QList<RosterStep> detourAround(List list, const Address &address) const;
    ContactAddition additionFor(List list, const Address &address, const GroupId &group) const;
    ContactRemoval removalFor(List list, const Address &address, const GroupId &group) const;
    void applyReply(const Command &reply, List list, const Address &address, const GroupId &group) const;
    const Dialect &dialect() const { return m_connection.dialect(); }

    NotificationConnection &m_connection;
    ContactList &m_contacts;
    RosterSync &m_sync;
};

} // namespace Msn
