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

/// Limits of names on the wire, in bytes after percent-encoding (wire-format.md §4). The MSNP9
/// analysis says 60 for groups; its rejected example has 62, another source says 61: we send at
/// most 60.
inline constexpr qsizetype maxFriendlyNameBytes = 387;
inline constexpr qsizetype maxGroupNameBytes = 60;
inline constexpr qsizetype maxPhoneNumberBytes = 95;
inline constexpr int maxGroups = 30;

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

/// Wire:   MSNP8/9: LSG id name 0      MSNP10: LSG name id
struct GroupEntry
{
    GroupId id;
    FriendlyName name;

    friend bool operator==(const GroupEntry &, const GroupEntry &) = default;
};
Parsed<GroupEntry> parseGroupEntry(const Command &command, const Dialect &dialect);
Command encodeGroupEntry(const GroupEntry &entry, const Dialect &dialect);

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

/// A phone number or mobile setting.
/// Wire:   PRP key [value] inside SYN; PRP t [version] key [value] as a reply (own)
///         BPR key [value] inside SYN; BPR [version] address key [value] (a contact's)
/// Keys:   PHH PHW PHM home, work, mobile number; MOB MBE Y/N; WWE (MSNP9+); MFN own name (MSNP10)
struct Property
{
    QByteArray key;
    QString value; ///< percent-decoded; empty = cleared
    /// MSNP8/9 outside SYN.
    std::optional<QByteArray> version;
    /// BPR outside SYN; empty inside (it belongs to the last LST) and for PRP.
    Address address;

    friend bool operator==(const Property &, const Property &) = default;
};
Parsed<Property> parseOwnProperty(const Command &command);
Parsed<Property> parseContactProperty(const Command &command);
Command encodeOwnProperty(std::optional<TransactionId> id, const Property &property);
Command encodeContactProperty(const Property &property);

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

/// Wire:   MSNP10: SBP t id key value       key MFN: stored name of a contact
struct ContactProperty
{
    ContactId id;
    QByteArray key;
    QString value;

    friend bool operator==(const ContactProperty &, const ContactProperty &) = default;
};
Parsed<ContactProperty> parseContactPropertyChange(const Command &command);
Command encodeContactPropertyChange(TransactionId id, const ContactProperty &property);

/// Group commands. Request: name/id as below without a version.
/// Wire:   ADG t [version] name id [0]      request: ADG t name [0]
///         REG t [version] id name [0]
///         RMG t [version] id
/// Replies vary between servers: remember the request, use the ADG reply only to learn the id.
struct GroupChange
{
    GroupId id;
    FriendlyName name;
    std::optional<QByteArray> version;

    friend bool operator==(const GroupChange &, const GroupChange &) = default;
};
Parsed<GroupChange> parseGroupAddRequest(const Command &command);
Parsed<GroupChange> parseGroupAddReply(const Command &command, const Dialect &dialect);
Parsed<GroupChange> parseGroupRenameRequest(const Command &command);
Parsed<GroupChange> parseGroupRemoveRequest(const Command &command);
Command encodeGroupAddRequest(TransactionId id, const FriendlyName &name, const Dialect &dialect);
Command encodeGroupAddReply(TransactionId id, const GroupChange &change, const Dialect &dialect);
Command encodeGroupRenameRequest(TransactionId id, const GroupChange &change, const Dialect &dialect);
Command encodeGroupRenameReply(TransactionId id, const GroupChange &change, const Dialect &dialect);
Command encodeGroupRemoveRequest(TransactionId id, const GroupId &group);
Command encodeGroupRemoveReply(TransactionId id, const GroupChange &change, const Dialect &dialect);

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
