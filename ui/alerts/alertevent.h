#pragma once

#include <QFlags>
#include <QList>
#include <QMetaType>

namespace Ui {

/// What can happen that somebody may want to be told of.
enum class AlertEvent {
    ContactOnline,
    ContactOffline,
    StatusChanged, ///< of a contact, between two statuses that are online
    Message,
    Nudge,
    Invitation, ///< into a conversation with several people
    Mail,
    AddedMe,
    ConnectionLost,
};

/// In the order of the options page.
const QList<AlertEvent> &alertEvents();

enum class AlertWay {
    Popup = 1, ///< a notification of the desktop, or a toast of our own
    Sound = 2,
    Flash = 4, ///< the window asks for attention in the taskbar
};
Q_DECLARE_FLAGS(AlertWays, AlertWay)
Q_DECLARE_OPERATORS_FOR_FLAGS(AlertWays)

/// Something about a conversation: only the first of its kind is told, and only while nobody looks at
/// its window.
constexpr bool isOfConversation(AlertEvent event)
{
    return event == AlertEvent::Message || event == AlertEvent::Nudge || event == AlertEvent::Invitation;
}

/// The sounds that there are.
enum class Sound { Online, Offline, Message, Mail, Nudge, Invitation, Alarm };

const QList<Sound> &allSounds();

/// `message`: as in file names and settings.
const char *soundName(Sound sound);

/// What an event sounds like unless a contact has a sound of its own.
Sound soundOf(AlertEvent event);

} // namespace Ui

Q_DECLARE_METATYPE(Ui::AlertEvent)
Q_DECLARE_METATYPE(Ui::AlertWays)
