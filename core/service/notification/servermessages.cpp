#include "core/service/notification/servermessages.h"

#include "core/protocol/servermessage.h"
#include "core/protocol/verb.h"
#include "core/service/notification/notificationsession.h"

#include <QXmlStreamWriter>

namespace Msn {

namespace {

/// BODY holds at most 1024 bytes (presence.md §10).
constexpr qsizetype maxTextBytes = 900;

QString withinBytes(QString text, qsizetype limit)
{
    while (text.toUtf8().size() > limit)
        text.chop(text.size() > 64 ? 32 : 1);
    return text;
}

QString memberIdText(quint64 memberId)
{
    return QStringLiteral("0x%1:0x%2")
        .arg(memberId >> 32, 8, 16, QLatin1Char('0'))
        .arg(memberId & 0xFFFFFFFF, 8, 16, QLatin1Char('0'));
}

} // namespace

Command serverMessage(const QByteArray &payload)
{
    return makeCommand(Verb::Msg, std::nullopt, {"Hotmail", "Hotmail"}, payload);
}

void sendPicture(NotificationSession &session, const QByteArray &png)
{
    if (session.dialect().pictureInPresence)
        session.send(serverMessage(encodeGivenPicture({png})));
}

Command invitationNotice(const InvitationRecord &invitation, quint64 memberId, int number)
{
    const QString id = QString::number(number);
    const QString sender = invitation.fromName.singleLine() + QStringLiteral(" <")
        + invitation.from.toString() + QLatin1Char('>');
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartElement(QStringLiteral("NOTIFICATION"));
    writer.writeAttribute(QStringLiteral("ver"), QStringLiteral("1"));
    writer.writeAttribute(QStringLiteral("id"), id);
    writer.writeAttribute(QStringLiteral("siteid"), QStringLiteral("1"));
    writer.writeAttribute(QStringLiteral("siteurl"), QString());
    writer.writeEmptyElement(QStringLiteral("TO"));
    writer.writeAttribute(QStringLiteral("pid"), memberIdText(memberId));
    writer.writeAttribute(QStringLiteral("email"), invitation.to.toString());
    writer.writeAttribute(QStringLiteral("name"), invitation.to.toString());
    writer.writeEmptyElement(QStringLiteral("FROM"));
    writer.writeAttribute(QStringLiteral("pid"), QStringLiteral("0x0:0x0"));
    writer.writeAttribute(QStringLiteral("name"), sender);
    writer.writeStartElement(QStringLiteral("MSG"));
    writer.writeAttribute(QStringLiteral("pri"), QStringLiteral("1"));
    writer.writeAttribute(QStringLiteral("id"), id);
    // Nothing to open: the messenger shows the text and that is all.
    for (const auto &name : {QStringLiteral("ACTION"), QStringLiteral("SUBSCR")}) {
        writer.writeEmptyElement(name);
        writer.writeAttribute(QStringLiteral("url"), QString());
    }
    writer.writeEmptyElement(QStringLiteral("CAT"));
    writer.writeAttribute(QStringLiteral("id"), QStringLiteral("1"));
    writer.writeStartElement(QStringLiteral("BODY"));
    writer.writeAttribute(QStringLiteral("lang"), QStringLiteral("1033"));
    writer.writeAttribute(QStringLiteral("icon"), QString());
    const QString text = invitation.text.isEmpty() ? sender : sender + QStringLiteral(": ") + invitation.text;
    writer.writeTextElement(QStringLiteral("TEXT"), withinBytes(text, maxTextBytes));
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndElement();
    return makeCommand(Verb::Not, std::nullopt, {}, xml);
}

} // namespace Msn
