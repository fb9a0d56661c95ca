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

/// PHH, PHW, PHM and MOB of BPR or PRP.
struct PhoneNumbers
{
    QString home;
    QString work;
    QString mobile;
    bool acceptsPages = false;

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
