#pragma once

#include "core/base/friendlyname.h"
#include "core/base/identifiers.h"
#include "core/protocol/dialect.h"
#include "core/protocol/parseerror.h"
#include "core/wire/command.h"

#include <optional>

namespace Msn {

/// In bytes after percent-encoding. The MSNP9 analysis says 60; its rejected example has 62,
/// another source says 61: we send at most 60.
inline constexpr qsizetype maxGroupNameBytes = 60;
inline constexpr int maxGroups = 30;

/// Wire:   MSNP8/9: LSG id name 0      MSNP10: LSG name id
struct GroupEntry
{
    GroupId id;
    FriendlyName name;

    friend bool operator==(const GroupEntry &, const GroupEntry &) = default;
};
Parsed<GroupEntry> parseGroupEntry(const Command &command, const Dialect &dialect);
Command encodeGroupEntry(const GroupEntry &entry, const Dialect &dialect);

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

} // namespace Msn
