#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/protocol/dialect.h"
#include "core/protocol/endpoint.h"
#include "core/protocol/parseerror.h"
#include "core/wire/command.h"

#include <QList>

#include <optional>
#include <variant>

namespace Msn {

/// Wire:   VER t MSNP10 MSNP9 MSNP8 CVR0 (client: all it speaks, best first; server: its choice)
///         VER t 0 (server: nothing in common; it closes)
/// CVR0 must be offered from MSNP8 on (MSNP8 changes, "Authentication"); servers may leave it out
/// of the reply.
struct VersionOffer
{
    QList<ProtocolVersion> versions;
    bool offersClientVersionCheck = true;

    friend bool operator==(const VersionOffer &, const VersionOffer &) = default;
};
Parsed<VersionOffer> parseVersionOffer(const Command &command);
Command encodeVersionOffer(TransactionId id, const VersionOffer &offer);

/// Wire: CVR t lcid os osver arch client clientver brand address
struct ClientVersion
{
    QByteArray localeId = "0x0409";
    QByteArray osType = "winnt";
    QByteArray osVersion = "5.1";
    QByteArray architecture = "i386";
    QByteArray clientName = "MSNMSGR";
    QByteArray clientVersion = "6.1.0203";
    QByteArray brand = "MSMSGS";
    Address address;

    friend bool operator==(const ClientVersion &, const ClientVersion &) = default;
};
Parsed<ClientVersion> parseClientVersion(const Command &command);
Command encodeClientVersion(TransactionId id, const ClientVersion &version);

/// Wire: CVR t recommended recommended2 minimum downloadUrl infoUrl
/// Nothing of it is ever acted on: the line travels in clear.
struct ClientVersionAdvice
{
    QByteArray recommended;
    QByteArray recommended2;
    QByteArray minimum;
    QByteArray downloadUrl;
    QByteArray infoUrl;

    friend bool operator==(const ClientVersionAdvice &, const ClientVersionAdvice &) = default;
};
Parsed<ClientVersionAdvice> parseClientVersionAdvice(const Command &command);
Command encodeClientVersionAdvice(TransactionId id, const ClientVersionAdvice &advice);

/// Wire: USR t TWN I address (client) - "I am", before Passport
///       USR t TWN S ticket  (client) - after it
struct SignInRequest
{
    enum class Stage { Initial, Ticket };
    Stage stage = Stage::Initial;
    /// TWN; older servers know MD5, which ends the connection from MSNP8 on.
    QByteArray securityPackage = "TWN";
    /// The address, or the ticket exactly as Passport gave it.
    QByteArray value;

    friend bool operator==(const SignInRequest &, const SignInRequest &) = default;
};
Parsed<SignInRequest> parseSignInRequest(const Command &command);
Command encodeSignInRequest(TransactionId id, const SignInRequest &request);

/// Wire: USR t TWN S policy
/// The policy is opaque and goes into the login header exactly as received; several tokens are
/// joined by a blank (sign-in.md §3).
struct PolicyChallenge
{
    QByteArray policy;

    friend bool operator==(const PolicyChallenge &, const PolicyChallenge &) = default;
};
Command encodePolicyChallenge(TransactionId id, const PolicyChallenge &challenge);

/// Wire: MSNP8/9: USR t OK address name verified restricted
///       MSNP10:  USR t OK address verified restricted
/// Either form is taken in every version: hobby servers leave the name out in MSNP8.
struct SignInAccepted
{
    Address address;
    std::optional<FriendlyName> friendlyName;
    bool verified = true;
    bool restricted = false;

    friend bool operator==(const SignInAccepted &, const SignInAccepted &) = default;
};
Command encodeSignInAccepted(TransactionId id, const SignInAccepted &accepted, const Dialect &dialect);

/// Reply to USR on a notification server.
using SignInReply = std::variant<PolicyChallenge, SignInAccepted>;
Parsed<SignInReply> parseSignInReply(const Command &command);

/// Wire: XFR t NS host:port 0 current     (t may be 0: move in the middle of a session)
///       XFR t SB host:port CKI cookie
///       XFR t SB                         (client: asks for a switchboard)
struct Transfer
{
    enum class To { NotificationServer, Switchboard };
    To to = To::NotificationServer;
    Endpoint endpoint;
    /// Switchboard only: single use, opaque.
    QByteArray cookie;
    /// Notification server only: where the client is now.
    Endpoint current;

    friend bool operator==(const Transfer &, const Transfer &) = default;
};
Parsed<Transfer> parseTransfer(const Command &command);
Command encodeTransfer(TransactionId id, const Transfer &transfer);
Command encodeSwitchboardRequest(TransactionId id);

/// Wire: OUT [OTH|SSD|MIG|TOU|RCT minutes]
struct SignedOutNotice
{
    enum class Reason { None, SignedInElsewhere, ServerShuttingDown, ListMigrating, TermsOfUse, Reconnect };
    Reason reason = Reason::None;
    /// Reason::Reconnect only.
    int minutes = 0;

    friend bool operator==(const SignedOutNotice &, const SignedOutNotice &) = default;
};
/// Never fails: an unknown reason counts as none.
SignedOutNotice parseSignedOutNotice(const Command &command);
Command encodeSignedOutNotice(const SignedOutNotice &notice);

} // namespace Msn
