#pragma once

#include "core/base/address.h"
#include "core/base/identifiers.h"
#include "core/protocol/parseerror.h"
#include "core/wire/command.h"

#include <QString>

#include <optional>

namespace Msn {

/// In bytes after percent-encoding (wire-format.md §4).
inline constexpr qsizetype maxPhoneNumberBytes = 95;

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

} // namespace Msn
