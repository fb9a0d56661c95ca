#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/base/identifiers.h"
#include "core/protocol/dialect.h"
#include "core/protocol/lists.h"
#include "core/protocol/parseerror.h"
#include "core/wire/command.h"

#include <optional>

namespace Msn {

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

} // namespace Msn
