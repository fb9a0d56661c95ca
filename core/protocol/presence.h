#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/protocol/clientid.h"
#include "core/protocol/dialect.h"
#include "core/protocol/parseerror.h"
#include "core/protocol/status.h"
#include "core/wire/command.h"

namespace Msn {

/// Wire:   CHG t status clientId [msnobj]      (both ways; t = 0: the server changed it)
/// The client id may be missing from a client (counts as 0, MSNP8 changes) and from a server.
/// `pictureObject` is percent-decoded XML; empty = none (absent, `0` and an empty object alike).
struct StatusChange
{
    Status status = Status::Online;
    ClientId clientId;
    QByteArray pictureObject;

    friend bool operator==(const StatusChange &, const StatusChange &) = default;
};
Parsed<StatusChange> parseStatusChange(const Command &command);
Command encodeStatusChange(TransactionId id, const StatusChange &change, const Dialect &dialect);

/// Wire:   NLN status address name [clientId [msnobj]]
///         ILN t status address name [clientId [msnobj]]     initial status
/// Source: presence.md §3; MSNP8 changes, "Status messages".
struct ContactPresence
{
    Status status = Status::Online;
    Address address;
    FriendlyName friendlyName;
    ClientId clientId;
    QByteArray pictureObject;

    friend bool operator==(const ContactPresence &, const ContactPresence &) = default;
};
/// Takes both NLN and ILN.
Parsed<ContactPresence> parseContactPresence(const Command &command);
Command encodeContactPresence(const ContactPresence &presence, const Dialect &dialect);
Command encodeInitialPresence(TransactionId id, const ContactPresence &presence, const Dialect &dialect);

/// Wire: FLN address
Parsed<Address> parseContactOffline(const Command &command);
Command encodeContactOffline(const Address &address);

} // namespace Msn
