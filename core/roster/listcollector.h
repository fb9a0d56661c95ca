#pragma once

#include "core/protocol/contactgroup.h"
#include "core/protocol/contactlist.h"
#include "core/protocol/contactproperty.h"
#include "core/roster/contact.h"

#include <QHash>
#include <QList>

namespace Msn {

/// Far above every real limit (wire-format.md §4); a hostile server must not fill our memory.
inline constexpr qsizetype maxContactsKept = 10'000;
inline constexpr qsizetype maxGroupsKept = 1'000;

/// What an LST line makes of what we had: the same person may come twice, the bits add up.
Contact merged(const Contact *known, const ContactEntry &entry);

/// `LSG 0 ~ 0`: the person has never made a group. Who is in it is in no group (contact-list.md §3).
bool isNoGroup(const GroupEntry &entry);

/// The lines of a SYN answer, until all that were announced are there.
/// Source: contact-list.md §3.
class ListCollector
{
public:
    ListCollector(const ListVersion &version, const SyncReply::Announced &announced);

    /// LSG and LST; a line that could not be read counts too.
    void addGroup(const std::optional<GroupEntry> &entry);
    void addContact(const std::optional<ContactEntry> &entry);
    /// BPR. False if \p address has had no LST here.
    bool addProperty(const Address &address, const Property &property);

    bool isComplete() const;
    const ListVersion &version() const { return m_version; }
    const QList<Contact> &contacts() const { return m_contacts; }
    const QList<Group> &groups() const { return m_groups; }

private:
    const ListVersion m_version;
    const SyncReply::Announced m_announced;
    int m_contactLines = 0;
    int m_groupLines = 0;
    QList<Contact> m_contacts;
    QHash<Address, qsizetype> m_positions;
    QList<Group> m_groups;
};

} // namespace Msn
