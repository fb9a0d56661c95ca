#pragma once

#include "core/chat/chatmessage.h"

#include <QDeadlineTimer>
#include <QList>
#include <QObject>

namespace Ui {

class ChatAccount;
class ChatPreferences;

/// Something came from another person.
struct Arrival
{
    Msn::ChatMessage message;
    /// The window is the active one and the tab the one that is seen.
    bool isInFront = false;
    /// Nothing that came before waits to be looked at.
    bool isFirst = true;
    /// The person wants to hear and feel nothing of this nudge.
    bool isMuted = false;
};

/// What of a conversation waits to be looked at, and which nudges may be felt.
class Attention : public QObject
{
    Q_OBJECT

public:
    /// Account and preferences must outlive it. \p lines have come already and count as unread.
    Attention(ChatAccount &account, const QList<Msn::ChatMessage> &lines, ChatPreferences &preferences,
        QObject *parent = nullptr);

    /// Texts and nudges that came while it was not in front.
    int unread() const { return m_unread; }
    /// Whether the person can see it now; resets unread().
    void setInFront(bool inFront);
    /// A message came so shortly ago that who closes now may not have seen it.
    bool hasJustArrived() const { return !m_justArrived.hasExpired(); }
    void note(const Msn::ChatMessage &message);

Q_SIGNALS:
    void unreadChanged(int unread);
    /// A text or a nudge came; follows unreadChanged().
    void arrived(const Ui::Arrival &arrival);
    /// A nudge came that may be shown by movement: at most one in ten seconds, none while Busy.
    void nudged();

private:
    bool isMuted(const Msn::ChatMessage &message) const;
    void noteNudge(const Msn::ChatMessage &message);
    void setUnread(int unread);

    ChatAccount &m_account;
    ChatPreferences &m_preferences;
    int m_unread = 0;
    bool m_inFront = false;
    QDeadlineTimer m_nextShake;
    QDeadlineTimer m_justArrived;
};

} // namespace Ui

Q_DECLARE_METATYPE(Ui::Arrival)
