#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/protocol/endpoint.h"
#include "core/protocol/parseerror.h"
#include "core/wire/command.h"

namespace Msn {

/// A payload above this many bytes makes a switchboard close without a word (wire-format.md §4).
inline constexpr qsizetype maxMessageBytes = 1664;

/// Somebody calls us, on the notification server.
/// Wire:   RNG session host:port CKI cookie address name
/// Session ids are opaque: decimal, hex or a UUID, depending on the server.
struct Ring
{
    QByteArray session;
    Endpoint endpoint;
    QByteArray cookie;
    Address caller;
    FriendlyName callerName;

    friend bool operator==(const Ring &, const Ring &) = default;
};
Parsed<Ring> parseRing(const Command &command);
Command encodeRing(const Ring &ring);

/// First command on a switchboard that we asked for.
/// Wire:   USR t address cookie       reply: USR t OK address name
struct SwitchboardEntry
{
    Address address;
    QByteArray cookie;
    /// ANS only.
    QByteArray session;

    friend bool operator==(const SwitchboardEntry &, const SwitchboardEntry &) = default;
};
Parsed<SwitchboardEntry> parseSwitchboardEntry(const Command &command);
Command encodeSwitchboardEntry(TransactionId id, const SwitchboardEntry &entry);
Command encodeSwitchboardEntryReply(TransactionId id, const Address &address, const FriendlyName &name);

/// First command on a switchboard that we were called to.
/// Wire:   ANS t address cookie session       reply: IRO lines, then ANS t OK
Parsed<SwitchboardEntry> parseSwitchboardAnswer(const Command &command);
Command encodeSwitchboardAnswer(TransactionId id, const SwitchboardEntry &entry);
Command encodeSwitchboardAnswerReply(TransactionId id);

/// Wire:   CAL t address [KEEP]       reply: CAL t RINGING session
/// KEEP: docs/offline-messages.md.
Parsed<Address> parseCall(const Command &command);
Command encodeCall(TransactionId id, const Address &address, bool orKeep = false);
Command encodeCallReply(TransactionId id, const QByteArray &session);

/// Somebody in the switchboard.
struct Participant
{
    Address address;
    FriendlyName friendlyName;

    friend bool operator==(const Participant &, const Participant &) = default;
};

/// Wire:   IRO t index count address [name]     index from 1
struct RosterLine
{
    int index = 1;
    int count = 1;
    Participant participant;

    friend bool operator==(const RosterLine &, const RosterLine &) = default;
};
Parsed<RosterLine> parseRosterLine(const Command &command);
Command encodeRosterLine(TransactionId id, const RosterLine &line);

/// Wire:   JOI address [name]
Parsed<Participant> parseJoined(const Command &command);
Command encodeJoined(const Participant &participant);

/// Wire:   BYE address [1]      1: the session was idle
struct Departure
{
    Address address;
    bool idle = false;

    friend bool operator==(const Departure &, const Departure &) = default;
};
Parsed<Departure> parseDeparture(const Command &command);
Command encodeDeparture(const Departure &departure);

/// What the sender of a MSG wants to hear back.
/// U nothing; N a NAK if it failed; A an ACK or NAK; D an ACK (binary peer-to-peer, MSNP9+).
enum class AckMode { None, NakOnly, Full, Data };
std::optional<AckMode> parseAckMode(const QByteArray &letter);
QByteArray encodeAckMode(AckMode mode);

/// Wire:   MSG t ack length + payload          from a client
///         MSG address name length + payload   from a server
Command encodeOutgoingMessage(TransactionId id, AckMode mode, const QByteArray &payload);

struct IncomingMessage
{
    /// `Hotmail` for a server's own message; the only field the server vouches for.
    Participant sender;
    QByteArray payload;

    friend bool operator==(const IncomingMessage &, const IncomingMessage &) = default;
};
Parsed<IncomingMessage> parseIncomingMessage(const Command &command);
Command encodeIncomingMessage(const IncomingMessage &message);

} // namespace Msn
