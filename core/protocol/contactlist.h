#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/base/identifiers.h"
#include "core/protocol/contactgroup.h"
#include "core/protocol/contactproperty.h"
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

/// Wire:   MSNP8/9: ADD t list [version] address name [group]
///         MSNP10:  ADC t FL N=address [F=name] [C=id] | ADC t FL C=id group | ADC t list N=address
/// Request and reply differ only in the version; t = 0: somebody else changed the list.
struct ContactAddition
{
    List list = List::Forward;
    Address address;
    FriendlyName friendlyName;
    ContactId id;
    GroupId group;
    std::optional<QByteArray> version;

    friend bool operator==(const ContactAddition &, const ContactAddition &) = default;
};
Parsed<ContactAddition> parseContactAddition(const Command &command, const Dialect &dialect);
Command encodeContactAddition(TransactionId id, const ContactAddition &addition, const Dialect &dialect);

/// Wire:   MSNP8/9: REM t list [version] address [group]
///         MSNP10:  REM t FL id [group] | REM t AL|BL|PL|RL address
struct ContactRemoval
{
    List list = List::Forward;
    Address address; ///< empty if only the id was given
    ContactId id;
    GroupId group;
    std::optional<QByteArray> version;

    friend bool operator==(const ContactRemoval &, const ContactRemoval &) = default;
};
Parsed<ContactRemoval> parseContactRemoval(const Command &command, const Dialect &dialect);
Command encodeContactRemoval(TransactionId id, const ContactRemoval &removal, const Dialect &dialect);

/// Wire:   MSNP8/9: REA t [version] address name        (own address: own name)
struct Rename
{
    Address address;
    FriendlyName friendlyName;
    std::optional<QByteArray> version;

    friend bool operator==(const Rename &, const Rename &) = default;
};
Parsed<Rename> parseRename(const Command &command);
Command encodeRename(TransactionId id, const Rename &rename);

/// The list version in a reply to ADG, REG, RMG, BLP, GTC of MSNP8/9; nothing in MSNP10.
std::optional<QByteArray> parseReplyVersion(const Command &command, const Dialect &dialect);

/// Wire:   BLP|GTC value (inside SYN); BLP|GTC t [version] value
/// The setting is the last token in every form.
Parsed<DefaultPrivacy> parsePrivacySetting(const Command &command);
Parsed<AddPrompt> parseAddPromptSetting(const Command &command);
Command encodePrivacySetting(std::optional<TransactionId> id, DefaultPrivacy privacy,
    const std::optional<QByteArray> &version = std::nullopt);
Command encodeAddPromptSetting(std::optional<TransactionId> id, AddPrompt prompt,
    const std::optional<QByteArray> &version = std::nullopt);

} // namespace Msn
