#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/base/identifiers.h"
#include "core/protocol/dialect.h"
#include "core/protocol/lists.h"
#include "core/protocol/parseerror.h"
#include "core/wire/command.h"

#include <QList>

#include <optional>

namespace Msn {

/// Opaque version of a contact list; MSNP10 has two, list and settings.
struct ListVersion
{
    QByteArray list = "0";
    QByteArray settings = "0";

    friend bool operator==(const ListVersion &, const ListVersion &) = default;
};

/// Wire:   MSNP8/9: SYN t version       MSNP10: SYN t listVersion settingsVersion
Command encodeSyncRequest(TransactionId id, const ListVersion &version, const Dialect &dialect);
Parsed<ListVersion> parseSyncRequest(const Command &command, const Dialect &dialect);

/// Wire:   SYN t version... [contacts groups]
/// Whether a list follows is told by the number of values alone (contact-list.md §2).
struct SyncReply
{
    struct Announced
    {
        int contacts = 0; ///< LST lines to come
        int groups = 0; ///< LSG lines to come
        friend bool operator==(const Announced &, const Announced &) = default;
    };
    ListVersion version;
    /// Absent: the cached list is current.
    std::optional<Announced> announced;

    friend bool operator==(const SyncReply &, const SyncReply &) = default;
};
Parsed<SyncReply> parseSyncReply(const Command &command, const Dialect &dialect);
Command encodeSyncReply(TransactionId id, const SyncReply &reply, const Dialect &dialect);

/// Wire:   MSNP8/9: LST address name bits [groups]
///         MSNP10:  LST N=address [F=name] [C=id] bits [groups]
/// Groups are separated by commas and mean something only for people on the forward list: some
/// servers write `0` for everybody.
struct ContactEntry
{
    Address address;
    FriendlyName friendlyName;
    ContactId id;
    Lists lists;
    QList<GroupId> groups;

    friend bool operator==(const ContactEntry &, const ContactEntry &) = default;
};
Parsed<ContactEntry> parseContactEntry(const Command &command, const Dialect &dialect);
Command encodeContactEntry(const ContactEntry &entry, const Dialect &dialect);

} // namespace Msn
