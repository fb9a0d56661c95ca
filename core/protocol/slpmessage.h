#pragma once

#include "core/base/address.h"
#include "core/protocol/parseerror.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace Msn {

/// A text of MSNSLP, by which calls between two people begin and end: a request or a response.
/// Wire:   INVITE MSNMSGR:<to> MSNSLP/1.0  or  MSNSLP/1.0 200 OK
///         To: <msnmsgr:to>, From, Via, CSeq, Call-ID, Max-Forwards, Content-Type, Content-Length,
///         an empty line, the body: `Name: value` lines, an empty line, a zero byte.
/// Source: msnslp.md, "MSNSLP grammar".
struct SlpMessage
{
    enum class Method { Response, Invite, Bye, Ack };
    enum Status {
        Ok = 200,
        NotFound = 404,
        NoSuchCall = 481,
        InternalError = 500,
        Decline = 603,
    };
    using Field = std::pair<QByteArray, QByteArray>;

    Method method = Method::Response;
    /// Of a response; 0 in a request.
    int status = 0;
    /// Claims: who sends is told by the switchboard. Empty if they cannot be understood.
    Address to;
    Address from;
    /// `MSNSLP/1.0/TLP ;branch={GUID}`; a response has that of its request.
    QByteArray via;
    quint32 cSeq = 0;
    /// `{GUID}`: the same in everything about one call.
    QByteArray callId;
    QByteArray contentType;
    /// The lines of the body, in order.
    QList<Field> fields;

    /// Value of the first field called \p name, without regard to case; empty if there is none.
    QByteArray field(const QByteArray &name) const;
    /// The same as a strict decimal.
    std::optional<quint32> number(const QByteArray &name) const;

    friend bool operator==(const SlpMessage &, const SlpMessage &) = default;
};

/// What the body is about.
namespace SlpType {
inline constexpr char sessionRequest[] = "application/x-msnmsgr-sessionreqbody";
inline constexpr char sessionClose[] = "application/x-msnmsgr-sessionclosebody";
/// A direct connection, offered within a call.
inline constexpr char transportRequest[] = "application/x-msnmsgr-transreqbody";
/// No body.
inline constexpr char none[] = "null";
} // namespace SlpType

/// The services behind an INVITE, upper case.
namespace EufGuid {
inline constexpr char objectDownload[] = "{A4268EEC-FEC5-49E5-95C3-F126696BDBF6}";
inline constexpr char fileTransfer[] = "{5D3E02AB-6190-11D3-BBBB-00C04F795683}";
} // namespace EufGuid

/// Tolerated: a missing zero byte, a wrong Content-Length, blanks behind the CSeq, any words behind a status,
/// any address behind the method, header and field names in any case. Errors: BadForm for another start line
/// or more than 64 KiB, MissingField without a Call-ID of up to 64 printable characters, BadNumber for CSeq.
/// Source: msnslp.md, "MSNSLP grammar", "Statuses".
Parsed<SlpMessage> parseSlpMessage(const QByteArray &text);

/// Of type `null` without a body, else with the zero byte that ends it.
QByteArray encodeSlpMessage(const SlpMessage &message);

/// Value of a Via with the branch \p guid.
QByteArray makeSlpVia(const QByteArray &guid);

/// The answer of \p own to \p request, which came from \p peer, with the same Via, Call-ID and content type;
/// 500 goes without a body.
SlpMessage makeSlpResponse(
    const SlpMessage &request, const Address &own, const Address &peer, SlpMessage::Status status);

} // namespace Msn
