#include "core/protocol/offlinemessage.h"

#include "core/wire/mimeheader.h"
#include "core/wire/mimemessage.h"

namespace Msn {

namespace {

constexpr char timeHeader[] = "Original-Arrival-Time";

/// `[2026-11-22 08:30] `: the hour is the service's, whose people live where it stands.
QByteArray timeBefore(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("[yyyy-MM-dd hh:mm] ")).toLatin1();
}

bool beginsWithTime(const QByteArray &body)
{
    constexpr char form[] = "[0000-00-00 00:00] ";
    constexpr qsizetype length = sizeof(form) - 1;
    if (body.size() < length)
        return false;
    for (qsizetype i = 0; i < length; ++i) {
        const bool isDigit = body[i] >= '0' && body[i] <= '9';
        if (form[i] == '0' ? !isDigit : body[i] != form[i])
            return false;
    }
    return true;
}

} // namespace

QByteArray withArrivalTime(const QByteArray &payload, const QDateTime &time)
{
    MimeMessage message = MimeMessage::parse(withoutArrivalTime(payload));
    message.addHeader(timeHeader, time.toUTC().toString(Qt::ISODate).toLatin1());
    // The later parts of a long text have no type of their own.
    if (message.contentType() == "text/plain")
        message.setBody(timeBefore(time) + message.body());
    return message.encode();
}

QByteArray withoutArrivalTime(const QByteArray &payload)
{
    if (!mimeHeader(payload, timeHeader))
        return payload;
    const MimeMessage message = MimeMessage::parse(payload);
    MimeMessage rest;
    for (const MimeMessage::Header &header : message.headers()) {
        if (header.first.compare(timeHeader, Qt::CaseInsensitive) != 0)
            rest.addHeader(header.first, header.second);
    }
    rest.setBody(message.body());
    return rest.encode();
}

std::optional<QDateTime> takeArrivalTime(MimeMessage &message)
{
    const QDateTime time
        = QDateTime::fromString(QString::fromLatin1(message.header(timeHeader)), Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (beginsWithTime(message.body()))
        message.setBody(message.body().sliced(timeBefore(time).size()));
    return time.toLocalTime();
}

} // namespace Msn
