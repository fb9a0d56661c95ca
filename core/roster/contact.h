#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/base/identifiers.h"
#include "core/protocol/clientid.h"
#include "core/protocol/lists.h"
#include "core/protocol/status.h"

#include <QList>
#include <QString>

namespace Msn {

/// The phone part of BPR (a contact's) or PRP (one's own).
struct PhoneNumbers
{
    QString home; ///< PHH
    QString work; ///< PHW
    QString mobile; ///< PHM
    /// MOB: others may page the phone. The server keeps it at N while MBE is N.
    bool acceptsPages = false;
    /// MBE: a mobile device is set up for the account. Own only.
    bool hasMobileDevice = false;
    /// WWE, MSNP9 and later: the number of an MSN Direct device; empty or `0` = none.
    QString directDevice{};

    bool hasNumber() const { return !home.isEmpty() || !work.isEmpty() || !mobile.isEmpty(); }

    friend bool operator==(const PhoneNumbers &, const PhoneNumbers &) = default;
};

/// A person on at least one of the lists.
struct Contact
{
    Address address;
    FriendlyName friendlyName;
    ContactId id;
    Lists lists;
    QList<GroupId> groups;
    Status status = Status::Offline;
    ClientId clientId;
    /// Display picture object, XML; empty = none.
    QByteArray pictureObject;
    PhoneNumbers phones;

    /// One of "my contacts": shown in the main list.
    bool isOnForwardList() const { return lists.testFlag(List::Forward); }
    /// BL wins over AL where a server lets somebody be on both (contact-list.md §1).
    bool isBlocked() const { return lists.testFlag(List::Block); }
    /// On the allow and the block list at once: some servers let that happen. Shown, and repaired by
    /// RosterEditor::repairPrivacy().
    bool hasPrivacyConflict() const { return lists.testFlag(List::Allow) && lists.testFlag(List::Block); }
    bool isOnline() const { return status != Status::Offline && status != Status::Hidden; }
    /// What to call them: the friendly name in one line, the address if there is none.
    QString displayName() const;

    friend bool operator==(const Contact &, const Contact &) = default;
};

struct Group
{
    GroupId id;
    FriendlyName name;

    friend bool operator==(const Group &, const Group &) = default;
};

} // namespace Msn
