#include "core/service/switchboard/messagerules.h"

#include "core/protocol/conversation.h"
#include "core/protocol/textformat.h"
#include "core/wire/mimeheader.h"
#include "core/wire/percentencoding.h"

namespace Msn {

namespace {

constexpr char fileTransferGuid[] = "{5D3E02AB-6190-11D3-BBBB-00C04F795683}";

/// What stands before the first `;`.
QByteArrayView firstPart(QByteArrayView value)
{
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.first(end)).trimmed();
}

bool isOfType(const QByteArray &payload, QByteArrayView type)
{
    const auto value = mimeHeader(payload, "Content-Type");
    return value && firstPart(*value).compare(type, Qt::CaseInsensitive) == 0;
}

bool isAcceptableFormat(QByteArrayView format)
{
    constexpr qsizetype keyLength = 3;
    const QByteArrayView font = firstPart(format);
    if (font.first(qMin(font.size(), keyLength)).compare("FN=", Qt::CaseInsensitive) != 0)
        return false;
    const QByteArrayView name = font.sliced(keyLength);
    // Decoding makes nothing longer.
    return name.size() <= TextFormat::maxFontCharacters
        || percentDecode(name.toByteArray()).size() <= TextFormat::maxFontCharacters;
}

} // namespace

bool isAcceptableMessage(const QByteArray &payload)
{
    if (payload.size() > maxMessageBytes)
        return false;
    const auto format = mimeHeader(payload, "X-MMS-IM-Format");
    return !format || !isOfType(payload, "text/plain") || isAcceptableFormat(*format);
}

bool isFileOffer(const QByteArray &payload)
{
    if (!isPeerToPeer(payload) && !isOfType(payload, "text/x-msmsgsinvite"))
        return false;
    return payload.toUpper().contains(fileTransferGuid);
}

bool isPeerToPeer(const QByteArray &payload)
{
    return isOfType(payload, "application/x-msnmsgrp2p");
}

} // namespace Msn
