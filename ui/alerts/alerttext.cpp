#include "ui/alerts/alerttext.h"

#include "core/base/friendlyname.h"
#include "core/base/textcut.h"

namespace Ui {

namespace {

constexpr qsizetype longestExcerpt = 200;
constexpr qsizetype longestName = 24;

/// What stands behind the name must not be lost where there is little room.
QString shortened(const QString &who)
{
    const auto cost = [](const QString &part) { return part.size(); };
    return who.size() <= longestName
        ? who
        : who.left(Msn::fittingLength(who, longestName - 1, cost)) + QChar(0x2026);
}

} // namespace

QString alertExcerpt(const QString &message)
{
    // What is cleaned away costs nothing that could be seen; the rest of a book is not looked at.
    const QString line = Msn::cleanedSingleLine(message.left(longestExcerpt * 8)).simplified();
    if (line.size() <= longestExcerpt)
        return line;
    const auto cost = [](const QString &part) { return part.size(); };
    return line.left(Msn::fittingLength(line, longestExcerpt - 1, cost)) + QChar(0x2026);
}

QString AlertText::title(AlertEvent event, const QString &who)
{
    switch (event) {
    case AlertEvent::ContactOnline:
        return tr("%1 is online").arg(shortened(who));
    case AlertEvent::ContactOffline:
        return tr("%1 is offline").arg(shortened(who));
    case AlertEvent::StatusChanged:
        return tr("New status of %1").arg(who);
    case AlertEvent::Message:
        return who;
    case AlertEvent::Nudge:
        return tr("Nudge from %1").arg(who);
    case AlertEvent::Invitation:
        //: into a conversation with several people
        return tr("Invitation from %1").arg(who);
    case AlertEvent::Mail:
        return tr("New mail from %1").arg(who);
    case AlertEvent::AddedMe:
        //: %1 is somebody who has put me on their contact list
        return tr("Added by %1").arg(who);
    case AlertEvent::ConnectionLost:
        //: %1 is a network
        return tr("%1: connection lost").arg(who);
    }
    return who;
}

QString AlertText::text(AlertEvent event, const QString &what)
{
    switch (event) {
    case AlertEvent::AddedMe:
        return tr("Choose whether this person may see when you are online.");
    case AlertEvent::ConnectionLost:
        return tr("Swallowtail tries again by itself.");
    case AlertEvent::StatusChanged:
        //: %1 is a status such as Away
        return tr("Now: %1").arg(what);
    default:
        return what;
    }
}

QString AlertText::eventName(AlertEvent event)
{
    switch (event) {
    case AlertEvent::ContactOnline:
        return tr("Somebody comes online");
    case AlertEvent::ContactOffline:
        return tr("Somebody goes offline");
    case AlertEvent::StatusChanged:
        return tr("Somebody changes status");
    case AlertEvent::Message:
        return tr("A message arrives");
    case AlertEvent::Nudge:
        return tr("A nudge arrives");
    case AlertEvent::Invitation:
        return tr("An invitation to a conversation");
    case AlertEvent::Mail:
        return tr("New mail arrives");
    case AlertEvent::AddedMe:
        return tr("Somebody adds me");
    case AlertEvent::ConnectionLost:
        return tr("The connection is lost");
    }
    return {};
}

QString AlertText::soundTitle(Sound sound)
{
    switch (sound) {
    case Sound::Online:
        return tr("Online", "sound");
    case Sound::Offline:
        return tr("Offline", "sound");
    case Sound::Message:
        return tr("Message", "sound");
    case Sound::Mail:
        return tr("Mail", "sound");
    case Sound::Nudge:
        return tr("Nudge", "sound");
    case Sound::Invitation:
        return tr("Invitation", "sound");
    case Sound::Alarm:
        return tr("Alarm", "sound");
    }
    return {};
}

QString AlertText::hiddenText()
{
    return tr("A new message");
}

QString AlertText::replyAction()
{
    return tr("Reply");
}

QString AlertText::openAction()
{
    return tr("Open");
}

} // namespace Ui
