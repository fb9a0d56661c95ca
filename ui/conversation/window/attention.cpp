#include "ui/conversation/window/attention.h"

#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/chatpreferences.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace Ui {
namespace {

using Msn::ChatMessage;

constexpr std::chrono::seconds shakePause(10);
constexpr std::chrono::seconds justArrived(2);

bool wantsAttention(const ChatMessage &message)
{
    return !message.outgoing
        && (message.kind == ChatMessage::Kind::Text || message.kind == ChatMessage::Kind::Nudge);
}

} // namespace

Attention::Attention(
    ChatAccount &account, const QList<ChatMessage> &lines, ChatPreferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_preferences(preferences)
{
    m_unread = int(std::count_if(lines.begin(), lines.end(), wantsAttention));
}

void Attention::setInFront(bool inFront)
{
    m_inFront = inFront;
    if (inFront)
        setUnread(0);
}

void Attention::setUnread(int unread)
{
    if (std::exchange(m_unread, unread) != unread)
        Q_EMIT unreadChanged(unread);
}

void Attention::note(const ChatMessage &message)
{
    if (!wantsAttention(message))
        return;
    m_justArrived.setRemainingTime(justArrived);
    const Arrival arrival{message, m_inFront, m_unread == 0, isMuted(message)};
    noteNudge(message);
    if (!m_inFront)
        setUnread(m_unread + 1);
    Q_EMIT arrived(arrival);
}

bool Attention::isMuted(const ChatMessage &message) const
{
    return message.kind == ChatMessage::Kind::Nudge && m_preferences.of(message.sender).nudgesMuted;
}

void Attention::noteNudge(const ChatMessage &message)
{
    const bool shakes = message.kind == ChatMessage::Kind::Nudge && m_preferences.shakesOnNudge()
        && !isMuted(message) && m_account.status() != Msn::Status::Busy && m_nextShake.hasExpired();
    if (!shakes)
        return;
    m_nextShake.setRemainingTime(shakePause);
    Q_EMIT nudged();
}

} // namespace Ui
