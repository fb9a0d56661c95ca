#include "ui/alerts/alertevent.h"

namespace Ui {

const QList<AlertEvent> &alertEvents()
{
    static const QList<AlertEvent> events{AlertEvent::Message, AlertEvent::Nudge, AlertEvent::Invitation,
        AlertEvent::ContactOnline, AlertEvent::StatusChanged, AlertEvent::ContactOffline, AlertEvent::AddedMe,
        AlertEvent::Mail, AlertEvent::ConnectionLost};
    return events;
}

const QList<Sound> &allSounds()
{
    static const QList<Sound> sounds{Sound::Online, Sound::Offline, Sound::Message, Sound::Mail, Sound::Nudge,
        Sound::Invitation, Sound::Alarm};
    return sounds;
}

const char *soundName(Sound sound)
{
    switch (sound) {
    case Sound::Online:
        return "online";
    case Sound::Offline:
        return "offline";
    case Sound::Message:
        return "message";
    case Sound::Mail:
        return "mail";
    case Sound::Nudge:
        return "nudge";
    case Sound::Invitation:
        return "invitation";
    case Sound::Alarm:
        return "alarm";
    }
    return "";
}

Sound soundOf(AlertEvent event)
{
    switch (event) {
    case AlertEvent::ContactOnline:
    case AlertEvent::StatusChanged:
        return Sound::Online;
    case AlertEvent::ContactOffline:
        return Sound::Offline;
    case AlertEvent::Message:
        return Sound::Message;
    case AlertEvent::Nudge:
        return Sound::Nudge;
    case AlertEvent::Invitation:
    case AlertEvent::AddedMe:
        return Sound::Invitation;
    case AlertEvent::Mail:
        return Sound::Mail;
    case AlertEvent::ConnectionLost:
        return Sound::Alarm;
    }
    return Sound::Message;
}

} // namespace Ui
