#include "ui/alerts/alertpolicy.h"

namespace Ui {

namespace {

using Wish = ContactAlerts::Wish;

Wish wishFor(AlertEvent event, const ContactAlerts &contact)
{
    if (isOfConversation(event))
        return contact.writes;
    return event == AlertEvent::ContactOnline ? contact.comesOnline : Wish::AsUsual;
}

AlertWays wantedWays(AlertEvent event, const AlertChoices &choices, Wish wish)
{
    switch (wish) {
    case Wish::AsUsual:
        return choices.ways;
    case Wish::Never:
        return {};
    case Wish::Always:
        break;
    }
    const AlertWays all = AlertWay::Popup | AlertWay::Sound;
    return isOfConversation(event) ? all | AlertWay::Flash : all;
}

bool isQuiet(const AlertChoices &choices, const AlertSituation &situation, Wish wish)
{
    if (situation.doNotDisturb)
        return true;
    if (wish == Wish::Always)
        return false;
    const bool busy = choices.quietWhenBusy && situation.ownStatus == Msn::Status::Busy;
    return busy || (choices.quietInFullScreen && situation.fullScreen);
}

bool isKnownAlready(AlertEvent event, const AlertChoices &choices, const AlertSituation &situation)
{
    if (!isOfConversation(event))
        return false;
    return situation.conversationInFront || (choices.firstOnly && !situation.isFirst);
}

Sound soundFor(AlertEvent event, const ContactAlerts &contact)
{
    const bool own = event == AlertEvent::Message && contact.messageSound;
    return own ? *contact.messageSound : soundOf(event);
}

} // namespace

AlertDecision decideAlert(AlertEvent event, const AlertChoices &choices, const AlertSituation &situation,
    const ContactAlerts &contact)
{
    AlertDecision decision{{}, soundFor(event, contact)};
    if (isKnownAlready(event, choices, situation))
        return decision;
    const Wish wish = wishFor(event, contact);
    decision.ways = wantedWays(event, choices, wish);
    if (isQuiet(choices, situation, wish))
        decision.ways &= AlertWay::Flash;
    if (situation.muted || contact.isSilent)
        decision.ways &= ~AlertWays(AlertWay::Sound);
    return decision;
}

} // namespace Ui
