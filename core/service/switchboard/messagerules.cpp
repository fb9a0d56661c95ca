#include "core/service/switchboard/messagerules.h"

#include "core/protocol/conversation.h"
#include "core/protocol/textformat.h"
#include "core/wire/mimemessage.h"
#include "core/wire/percentencoding.h"

namespace Msn {

namespace {

bool isAcceptableFormat(const QByteArray &format)
{
    const QByteArray font = format.split(';').constFirst().trimmed();
    return font.left(3).toUpper() == "FN="
        && percentDecode(font.sliced(3)).size() <= TextFormat::maxFontCharacters;
}

} // namespace

bool isAcceptableMessage(const QByteArray &payload)
{
    if (payload.size() > maxMessageBytes)
        return false;
    const MimeMessage message = MimeMessage::parse(payload);
    return message.contentType() != "text/plain" || !message.hasHeader("X-MMS-IM-Format")
        || isAcceptableFormat(message.header("X-MMS-IM-Format"));
}

bool isPeerToPeer(const QByteArray &payload)
{
    return MimeMessage::parse(payload).contentType() == "application/x-msnmsgrp2p";
}

} // namespace Msn
