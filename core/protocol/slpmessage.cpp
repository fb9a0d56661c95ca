#include "core/protocol/slpmessage.h"

#include "core/protocol/strictvalues.h"
#include "core/wire/mimemessage.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

using SlpError = ParseError::Code;
using Method = SlpMessage::Method;

constexpr char slpVersion[] = "MSNSLP/1.0";
constexpr qsizetype maxSlpTextBytes = 64 * 1024;
/// A GUID in braces has 38.
constexpr qsizetype maxCallIdBytes = 64;

struct MethodRow
{
    Method method;
    const char *name;
};
constexpr std::array methodRows{
    MethodRow{Method::Invite, "INVITE"},
    MethodRow{Method::Bye, "BYE"},
    MethodRow{Method::Ack, "ACK"},
};

struct StatusRow
{
    int status;
    const char *phrase;
};
constexpr std::array statusRows{
    StatusRow{SlpMessage::Ok, "OK"},
    StatusRow{SlpMessage::NotFound, "Not Found"},
    StatusRow{SlpMessage::NoSuchCall, "No Such Call"},
    StatusRow{SlpMessage::InternalError, "Internal Error"},
    StatusRow{SlpMessage::Decline, "Decline"},
};

const char *phraseOf(int status)
{
    const auto row = std::find_if(
        statusRows.cbegin(), statusRows.cend(), [status](const StatusRow &r) { return r.status == status; });
    return row == statusRows.cend() ? "Unknown" : row->phrase;
}

const char *nameOf(Method method)
{
    const auto row = std::find_if(
        methodRows.cbegin(), methodRows.cend(), [method](const MethodRow &r) { return r.method == method; });
    return row == methodRows.cend() ? "" : row->name;
}

/// Something that stands in our answers as it came.
bool isCallId(const QByteArray &value)
{
    return !value.isEmpty() && value.size() <= maxCallIdBytes
        && std::all_of(value.cbegin(), value.cend(), [](char c) { return c > ' ' && c < 0x7F; });
}

/// `MSNSLP/1.0 200 OK` or `INVITE MSNMSGR:address MSNSLP/1.0`.
bool readStartLine(const QByteArray &line, SlpMessage &message)
{
    const QByteArrayList words = line.trimmed().split(' ');
    if (words.size() < 2)
        return false;
    if (words.first() == slpVersion) {
        const auto status = parseStrictDecimal32(words[1]);
        message.status = status && *status >= 100 && *status <= 999 ? static_cast<int>(*status) : 0;
        return message.status != 0;
    }
    const auto row = std::find_if(
        methodRows.cbegin(), methodRows.cend(), [&](const MethodRow &r) { return words.first() == r.name; });
    if (row == methodRows.cend() || words.last() != slpVersion)
        return false;
    message.method = row->method;
    return true;
}

/// `<msnmsgr:alice@example.com>`; the address of another place of the same person has `;{GUID}` behind it.
Address readParty(QByteArray value)
{
    if (value.startsWith('<') && value.endsWith('>'))
        value = value.sliced(1, value.size() - 2);
    const qsizetype colon = value.indexOf(':');
    if (colon < 0 || value.first(colon).toLower() != "msnmsgr")
        return {};
    const Address address = Address::fromUtf8(value.sliced(colon + 1).split(';').constFirst());
    return address.isValid() ? address : Address();
}

QByteArray writeParty(const Address &address)
{
    return "<msnmsgr:" + address.toUtf8() + '>';
}

/// The zero byte ends the body, wherever it stands.
QList<SlpMessage::Field> readFields(const QByteArray &body)
{
    return MimeMessage::parse(body.split('\0').constFirst()).headers();
}

QByteArray writeBody(const SlpMessage &message)
{
    if (message.contentType == SlpType::none)
        return {};
    MimeMessage fields;
    for (const SlpMessage::Field &field : message.fields)
        fields.addHeader(field.first, field.second);
    return fields.encode() + '\0';
}

QByteArray writeStartLine(const SlpMessage &message)
{
    if (message.method == Method::Response)
        return slpVersion + QByteArray(" ") + QByteArray::number(message.status) + ' '
            + phraseOf(message.status) + "\r\n";
    return nameOf(message.method) + QByteArray(" MSNMSGR:") + message.to.toUtf8() + ' ' + slpVersion + "\r\n";
}

} // namespace

QByteArray SlpMessage::field(const QByteArray &name) const
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(),
        [&name](const Field &f) { return f.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == fields.cend() ? QByteArray() : found->second;
}

std::optional<quint32> SlpMessage::number(const QByteArray &name) const
{
    return parseStrictDecimal32(field(name));
}

Parsed<SlpMessage> parseSlpMessage(const QByteArray &text)
{
    const qsizetype lineEnd = text.indexOf('\n');
    SlpMessage message;
    if (text.size() > maxSlpTextBytes || lineEnd < 0 || !readStartLine(text.first(lineEnd), message))
        return parseFailure(SlpError::BadForm);
    const MimeMessage headers = MimeMessage::parse(text.sliced(lineEnd + 1));
    message.callId = headers.header("Call-ID");
    if (!isCallId(message.callId))
        return parseFailure(SlpError::MissingField);
    const auto cSeq = parseStrictDecimal32(headers.header("CSeq"));
    if (!cSeq)
        return parseFailure(SlpError::BadNumber);
    message.cSeq = *cSeq;
    message.to = readParty(headers.header("To"));
    message.from = readParty(headers.header("From"));
    message.via = headers.header("Via");
    message.contentType = headers.contentType();
    message.fields = readFields(headers.body());
    return message;
}

QByteArray encodeSlpMessage(const SlpMessage &message)
{
    const QByteArray body = writeBody(message);
    MimeMessage headers;
    headers.addHeader("To", writeParty(message.to));
    headers.addHeader("From", writeParty(message.from));
    headers.addHeader("Via", message.via);
    headers.addHeader("CSeq", QByteArray::number(message.cSeq) + ' '); // the official clients have the blank
    headers.addHeader("Call-ID", message.callId);
    headers.addHeader("Max-Forwards", "0");
    headers.addHeader("Content-Type", message.contentType);
    headers.addHeader("Content-Length", QByteArray::number(body.size()));
    headers.setBody(body);
    return writeStartLine(message) + headers.encode();
}

QByteArray makeSlpVia(const QByteArray &guid)
{
    return "MSNSLP/1.0/TLP ;branch=" + guid;
}

SlpMessage makeSlpResponse(
    const SlpMessage &request, const Address &own, const Address &peer, SlpMessage::Status status)
{
    SlpMessage response;
    response.status = status;
    response.to = peer;
    response.from = own;
    response.via = request.via;
    response.cSeq = request.cSeq + 1;
    response.callId = request.callId;
    response.contentType = status == SlpMessage::InternalError ? SlpType::none : request.contentType;
    const auto sessionId = request.number("SessionID");
    if (response.contentType != SlpType::none && sessionId)
        response.fields.append({"SessionID", QByteArray::number(*sessionId)});
    return response;
}

} // namespace Msn
