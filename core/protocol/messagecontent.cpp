#include "core/protocol/messagecontent.h"

#include "core/base/textcut.h"
#include "core/protocol/offlinemessage.h"
#include "core/wire/percentencoding.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace Msn {

namespace {

QString withPlainLineBreaks(QString text)
{
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
}

QByteArray toWireText(const QString &text)
{
    return withPlainLineBreaks(text).replace(u'\n', QLatin1String("\r\n")).toUtf8();
}

/// Strict decimal up to 2^32-1: a cookie of escapes crashed a classic client (wire-format.md §9).
std::optional<quint32> parseCookie(const QByteArray &value)
{
    const bool digits
        = std::all_of(value.cbegin(), value.cend(), [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const quint32 cookie = value.toUInt(&ok);
    return digits && ok ? std::optional(cookie) : std::nullopt;
}

MessageContent parseText(const MimeMessage &message)
{
    TextMessage text;
    MimeMessage content = message;
    text.arrivedAt = takeArrivalTime(content);
    text.text = withPlainLineBreaks(content.bodyText());
    text.format = parseTextFormat(message.header("X-MMS-IM-Format"));
    text.contextName = FriendlyName(percentDecode(message.header("P4-Context")));
    return text;
}

MessageContent parseControl(const MimeMessage &message)
{
    const bool typing = message.hasHeader("TypingUser") || message.hasHeader("RecordingUser");
    if (!typing)
        return OtherContent{message.contentType(), message};
    return TypingNotice{Address::fromUtf8(message.header("TypingUser"))};
}

MessageContent parseDatacast(const MimeMessage &message)
{
    const MimeMessage fields = MimeMessage::parse(message.body());
    const int id = fields.header("ID").toInt();
    if (id == 1)
        return Nudge{};
    return Datacast{id, QString::fromUtf8(fields.header("Data"))};
}

MessageContent parseClientCaps(const MimeMessage &message)
{
    const MimeMessage fields = MimeMessage::parse(message.body());
    return ClientCapabilities{
        QString::fromUtf8(fields.header("Client-Name")), fields.header("Chat-Logging").toUpper() == "Y"};
}

MessageContent parseInvitation(const MimeMessage &message)
{
    Invitation invitation;
    invitation.fields = MimeMessage::parse(message.body());
    const auto cookie = parseCookie(invitation.fields.header("Invitation-Cookie"));
    if (!cookie)
        return OtherContent{message.contentType(), message};
    invitation.cookie = *cookie;
    const QByteArray command = invitation.fields.header("Invitation-Command").toUpper();
    if (command == "INVITE")
        invitation.command = Invitation::Command::Invite;
    else if (command == "ACCEPT")
        invitation.command = Invitation::Command::Accept;
    else if (command == "CANCEL")
        invitation.command = Invitation::Command::Cancel;
    return invitation;
}

/// Decimal. What is no number at all is 0; what is too large stays too large, so that it is refused
/// and not taken for a message in one part.
int parseChunkNumber(const QByteArray &value)
{
    bool ok = false;
    const qulonglong number = value.toULongLong(&ok);
    return ok ? static_cast<int>(std::min<qulonglong>(number, std::numeric_limits<int>::max())) : 0;
}

std::optional<MessageChunk> parseChunk(const MimeMessage &message)
{
    const QByteArray id = message.header("Message-ID");
    if (id.isEmpty() || (!message.hasHeader("Chunks") && !message.hasHeader("Chunk")))
        return std::nullopt;
    MessageChunk chunk{
        id, parseChunkNumber(message.header("Chunk")), parseChunkNumber(message.header("Chunks")), message};
    if (chunk.index == 0 && chunk.count <= 1)
        return std::nullopt; // one part is a plain message
    return chunk;
}

using ContentParser = MessageContent (*)(const MimeMessage &);

const QHash<QByteArray, ContentParser> &contentParsers()
{
    static const QHash<QByteArray, ContentParser> parsers{
        {"text/plain", parseText},
        {"text/x-msmsgscontrol", parseControl},
        {"text/x-msnmsgr-datacast", parseDatacast},
        {"text/x-clientcaps", parseClientCaps},
        {"text/x-msmsgsinvite", parseInvitation},
    };
    return parsers;
}

/// How much of \p text goes into a message with \p room bytes for it: up to a blank if there is one.
qsizetype pieceLength(QStringView text, qsizetype room)
{
    const qsizetype fitting
        = fittingLength(text, room, [](const QString &part) { return toWireText(part).size(); });
    if (fitting == text.size())
        return fitting;
    for (qsizetype end = fitting; end > 0; --end) {
        if (text[end - 1].isSpace())
            return end;
    }
    return fitting;
}

} // namespace

MessageContent parseMessageContent(const QByteArray &payload)
{
    return parseMessageContent(MimeMessage::parse(payload));
}

MessageContent parseMessageContent(const MimeMessage &message)
{
    if (auto chunk = parseChunk(message))
        return *std::move(chunk);
    const QByteArray type = message.contentType();
    if (const ContentParser parser = contentParsers().value(type, nullptr))
        return parser(message);
    return OtherContent{type, message};
}

bool isPeerToPeer(const MessageContent &content)
{
    const auto *other = std::get_if<OtherContent>(&content);
    return other && other->contentType == "application/x-msnmsgrp2p";
}

QByteArray encodeText(const TextMessage &message)
{
    MimeMessage mime = MimeMessage::ofType("text/plain; charset=UTF-8");
    mime.addHeader("X-MMS-IM-Format", encodeTextFormat(message.format));
    mime.setBody(toWireText(message.text));
    return mime.encode();
}

QByteArray encodeTypingNotice(const TypingNotice &notice)
{
    MimeMessage mime = MimeMessage::ofType("text/x-msmsgscontrol");
    mime.addHeader("TypingUser", notice.typist.toUtf8());
    mime.setBody("\r\n");
    return mime.encode();
}

QByteArray encodeNudge()
{
    MimeMessage mime = MimeMessage::ofType("text/x-msnmsgr-datacast");
    mime.setBody("ID: 1\r\n\r\n");
    return mime.encode();
}

QByteArray encodeInvitationCancel(quint32 cookie, const QByteArray &code)
{
    MimeMessage mime = MimeMessage::ofType("text/x-msmsgsinvite; charset=UTF-8");
    mime.setBody("Invitation-Command: CANCEL\r\nInvitation-Cookie: " + QByteArray::number(cookie)
        + "\r\nCancel-Code: " + code + "\r\n\r\n");
    return mime.encode();
}

QList<QByteArray> encodeTextInPieces(const TextMessage &message, qsizetype maxBytes)
{
    const QByteArray whole = encodeText(message);
    if (whole.size() <= maxBytes)
        return {whole};
    TextMessage piece = message;
    piece.text.clear();
    const qsizetype room = maxBytes - encodeText(piece).size();
    const QString text = withPlainLineBreaks(message.text);
    QList<QByteArray> payloads;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype length = pieceLength(QStringView(text).sliced(start), room);
        if (length == 0)
            return {};
        piece.text = text.sliced(start, length);
        payloads.append(encodeText(piece));
        start += length;
    }
    return payloads;
}

} // namespace Msn
