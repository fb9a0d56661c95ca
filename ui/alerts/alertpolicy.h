#pragma once

#include "core/protocol/status.h"
#include "ui/alerts/alertevent.h"

#include <optional>

namespace Ui {

/// What a person wants to be different for one contact.
struct ContactAlerts
{
    enum class Wish {
        AsUsual,
        Always, ///< even while Busy or in front of a full-screen program
        Never,
    };

    Wish comesOnline = Wish::AsUsual;
    Wish writes = Wish::AsUsual; ///< messages, nudges, invitations
    bool isSilent = false; ///< no sound, whatever happens
    std::optional<Sound> messageSound; ///< instead of the usual one

    bool isAsUsual() const { return *this == ContactAlerts(); }
    friend bool operator==(const ContactAlerts &, const ContactAlerts &) = default;
};

/// How things are when something happens.
struct AlertSituation
{
    Msn::Status ownStatus = Msn::Status::Online;
    bool fullScreen = false; ///< a program of somebody else fills the screen
    bool doNotDisturb = false; ///< the desktop's own switch
    bool muted = false; ///< our own switch for sounds
    /// Of a conversation: its window is the active one and its tab the one that is seen.
    bool conversationInFront = false;
    /// Of a conversation: nothing that came before waits to be looked at.
    bool isFirst = true;
};

/// What a person chose for all events.
struct AlertChoices
{
    AlertWays ways; ///< of the event in question
    bool firstOnly = true; ///< only the first message of a conversation
    bool quietWhenBusy = true;
    bool quietInFullScreen = true;
};

/// What is to be done, and with which sound.
struct AlertDecision
{
    AlertWays ways;
    Sound sound = Sound::Message;

    friend bool operator==(const AlertDecision &, const AlertDecision &) = default;
};

/// Whether and how \p event is told. Knows no clock, no window and no settings: the same input gives
/// the same answer.
///
/// In front: nothing at all, the person sees it. Quiet (Busy, full-screen, do-not-disturb): no alert
/// and no sound, but the taskbar still shows where something waits. Further messages of a
/// conversation that has not been looked at are neither shown nor heard, nor do they flash again.
/// A contact's own wish comes before the choices and, if it is Always, before Busy and full-screen;
/// do-not-disturb is stronger.
/// Source: users-and-ux.md §4.3 "Toast", complaint 18.
AlertDecision decideAlert(AlertEvent event, const AlertChoices &choices, const AlertSituation &situation,
    const ContactAlerts &contact = {});

} // namespace Ui
