#include "core/protocol/servermessage.h"

#include "core/protocol/offlinemessage.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace Msn {

namespace {

QByteArray decodeQuotedPrintableWord(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '_') {
            out += ' ';
        } else if (text[i] == '=' && i + 2 < text.size()) {
            out += QByteArray::fromHex(text.sliced(i + 1, 2));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

constexpr char pictureType[] = "application/x-swallowtail-picture";
constexpr char inbox[] = "ACTIVE";
constexpr char bin[] = ".!!trAsH";

bool isOtherFolder(const QByteArray &name)
{
    return !name.isEmpty() && name != inbox && name != bin;
}

int countField(const MimeMessage &fields, const QByteArray &name)
{
    return std::clamp(fields.header(name).toInt(), 0, 1'000'000);
}

ServerMessage parseProfile(const MimeMessage &message)
{
    return Profile{message};
}

ServerMessage parseInitialMail(const MimeMessage &message)
{
    const MimeMessage fields = MimeMessage::parse(message.body());
    return InitialMailNotice{countField(fields, "Inbox-Unread"), countField(fields, "Folders-Unread"),
        fields.header("Inbox-URL"), fields.header("Folders-URL"), fields.header("Post-URL")};
}

ServerMessage parseNewMail(const MimeMessage &message)
{
    const MimeMessage fields = MimeMessage::parse(message.body());
    return NewMailNotice{decodeEncodedWords(fields.header("From")),
        QString::fromUtf8(fields.header("From-Addr")), decodeEncodedWords(fields.header("Subject")),
        fields.header("Dest-Folder") == inbox, fields.header("Message-URL"), fields.header("Post-URL"),
        fields.header("id")};
}

ServerMessage parseMovedMail(const MimeMessage &message)
{
    const MimeMessage fields = MimeMessage::parse(message.body());
    const QByteArray from = fields.header("Src-Folder");
    const QByteArray to = fields.header("Dest-Folder");
    return MailMovedNotice{from == inbox, to == inbox, countField(fields, "Message-Delta"),
        isOtherFolder(from), isOtherFolder(to)};
}

ServerMessage parseSystemMessage(const MimeMessage &message)
{
    const MimeMessage fields = MimeMessage::parse(message.body());
    if (fields.header("Type") != "1")
        return OtherServerMessage{message.contentType()};
    return ShutdownNotice{countField(fields, "Arg1")};
}

/// Whether the rest is a picture is for who shows it to find out.
ServerMessage parseGivenPicture(const MimeMessage &message)
{
    const QByteArray &png = message.body();
    if (!png.isEmpty() && (png.size() > maxGivenPictureBytes || !hasPngSignature(png)))
        return OtherServerMessage{message.contentType()};
    return GivenPicture{png};
}

using MessageParser = ServerMessage (*)(const MimeMessage &);

const QHash<QByteArray, MessageParser> &messageParsers()
{
    static const QHash<QByteArray, MessageParser> parsers{
        {"text/x-msmsgsprofile", parseProfile},
        {"text/x-msmsgsinitialemailnotification", parseInitialMail},
        {"text/x-msmsgsemailnotification", parseNewMail},
        {"text/x-msmsgsactivemailnotification", parseMovedMail},
        {"application/x-msmsgssystemmessage", parseSystemMessage},
        {pictureType, parseGivenPicture},
    };
    return parsers;
}

} // namespace

std::optional<qint64> Profile::loginTime() const
{
    bool ok = false;
    const qint64 time = fields.header("LoginTime").toLongLong(&ok);
    return ok ? std::optional(time) : std::nullopt;
}

bool Profile::emailEnabled() const
{
    return fields.header("EmailEnabled") == "1";
}

QByteArray Profile::authenticationTicket() const
{
    return fields.header("MSPAuth");
}

QByteArray Profile::siteId() const
{
    return fields.header("sid");
}

QByteArray Profile::keyVersion() const
{
    return fields.header("kv");
}

QString Profile::preferredEmail() const
{
    return QString::fromUtf8(fields.header("preferredEmail"));
}

quint64 Profile::memberId() const
{
    const auto half = [this](const QByteArray &name) {
        return static_cast<quint64>(static_cast<quint32>(fields.header(name).toLongLong()));
    };
    return half("MemberIdHigh") << 32 | half("MemberIdLow");
}

bool Profile::mustAcceptTerms() const
{
    return fields.header("TOUNeeded") == "1";
}

QString Profile::clientIp() const
{
    return QString::fromLatin1(fields.header("ClientIP"));
}

quint16 Profile::clientPort() const
{
    return fields.header("ClientPort").toUShort();
}

quint16 Profile::clientPortSwapped() const
{
    const quint16 port = clientPort();
    return static_cast<quint16>(((port & 0x00FF) << 8) | ((port & 0xFF00) >> 8));
}

quint16 Profile::clientPortFor(quint16 localPort) const
{
    return clientPort() == localPort ? localPort : clientPortSwapped();
}

bool Profile::isDirectlyReachable(const QString &localIp, quint16 localPort) const
{
    return localPort != 0 && clientIp() == localIp && clientPortFor(localPort) == localPort;
}

bool Profile::listMigrated() const
{
    return fields.header("ABCHMigrated") == "1";
}

CareNotice Profile::care() const
{
    return parseCareNotice(fields.header(careField));
}

bool Profile::keepsMessages() const
{
    return fields.header(keepsMessagesField) == "1";
}

ServerMessage parseServerMessage(const QByteArray &payload)
{
    const MimeMessage message = MimeMessage::parse(payload);
    if (const MessageParser parser = messageParsers().value(message.contentType(), nullptr))
        return parser(message);
    return OtherServerMessage{message.contentType()};
}

QByteArray encodeProfile(const QList<MimeMessage::Header> &fields)
{
    MimeMessage message = MimeMessage::ofType("text/x-msmsgsprofile; charset=UTF-8");
    for (const auto &[name, value] : fields)
        message.addHeader(name, value);
    return message.encode();
}

QByteArray encodeInitialMailNotice(const InitialMailNotice &notice)
{
    MimeMessage message = MimeMessage::ofType("text/x-msmsgsinitialemailnotification; charset=UTF-8");
    message.setBody("Inbox-Unread: " + QByteArray::number(notice.inboxUnread) + "\r\nFolders-Unread: "
        + QByteArray::number(notice.foldersUnread) + "\r\nInbox-URL: " + notice.inboxUrl
        + "\r\nFolders-URL: " + notice.foldersUrl + "\r\nPost-URL: " + notice.postUrl + "\r\n\r\n");
    return message.encode();
}

QByteArray encodeShutdownNotice(const ShutdownNotice &notice)
{
    MimeMessage message = MimeMessage::ofType("application/x-msmsgssystemmessage");
    message.setBody("Type: 1\r\nArg1: " + QByteArray::number(notice.minutes) + "\r\n");
    return message.encode();
}

QByteArray encodeGivenPicture(const GivenPicture &picture)
{
    MimeMessage message = MimeMessage::ofType(pictureType);
    message.setBody(picture.png);
    return message.encode();
}

bool hasPngSignature(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1A\n");
}

QString decodeEncodedWords(const QByteArray &header)
{
    static const QRegularExpression word(
        QStringLiteral("=\\?([^?\\s]+)\\?([BbQq])\\?([^?]*)\\?=(\\s+(?==\\?))?"));
    const QString source = QString::fromUtf8(header);
    QString result;
    qsizetype position = 0;
    auto matches = word.globalMatch(source);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += QStringView(source).sliced(position, match.capturedStart() - position);
        position = match.capturedEnd();
        const QByteArray text = match.captured(3).toLatin1();
        const bool base64 = match.captured(2).toUpper() == QLatin1String("B");
        const QByteArray bytes = base64 ? QByteArray::fromBase64(text) : decodeQuotedPrintableWord(text);
        QStringDecoder decoder(match.captured(1).toLatin1().constData());
        result += decoder.isValid() ? QString(decoder(bytes)) : QString::fromUtf8(bytes);
    }
    return result + source.sliced(position);
}

} // namespace Msn
