#pragma once

#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/opendecks.h"

#include <QObject>
#include <QPointer>

namespace Ui {

class ConversationDeck;
class ConversationMenus;
class ConversationWindow;

/// A window that takes a deck of conversations in beside what it shows otherwise: the contact list.
class ConversationHost
{
public:
    virtual ~ConversationHost() = default;
    /// Not owned by the host. Null: gives the place back.
    virtual void setSidePane(QWidget *pane) = 0;
    /// Brings it to the front because a person asked for it.
    virtual void present() = 0;
};

/// Where all conversations are shown: as tabs, each in a window of its own, or beside the contact
/// list; changed while they are open. Tabs can be torn off and put back.
class ConversationWindows : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ConversationWindows(const EmoticonSet &emoticons, ChatPreferences &preferences,
        SpellCheckers *spelling = nullptr, QObject *parent = nullptr);
    ~ConversationWindows() override;

    /// For the mode Together; without one it is as Tabs. Null before the host is destroyed.
    void setHost(ConversationHost *host);

    /// Shows it somewhere, without taking the focus and without changing a tab.
    ConversationWidget *add(ChatAccount &account, Msn::Conversation &conversation);
    /// The same, then brings it to the front.
    ConversationWidget *present(ChatAccount &account, Msn::Conversation &conversation);
    /// Takes it away; the conversation itself is the caller's.
    void remove(Msn::Conversation &conversation);
    /// All of an account, before it is destroyed.
    void removeAccount(const ChatAccount &account);

    ConversationWidget *find(const Msn::Conversation &conversation) const;
    QList<ConversationWidget *> conversations() const;
    /// The conversation the person is looking at; nullptr if they look elsewhere.
    ConversationWidget *inFront() const;
    /// Of all conversations together.
    int unread() const;
    QList<ConversationWindow *> windows() const;

    /// Into a window of its own, at \p globalPosition unless that is null.
    void tearOff(ConversationWidget *widget, const QPoint &globalPosition = {});
    /// To where the mode wants it.
    void putBack(ConversationWidget *widget);
    /// Whether it is in a window of its own although the mode is not that.
    bool isTornOff(const ConversationWidget *widget) const;

Q_SIGNALS:
    /// A conversation is shown now; what came before is told by arrived() right after.
    void opened(Ui::ConversationWidget *widget);
    /// The person closed it: leave the conversation.
    void conversationClosed(Msn::Conversation *conversation);
    void unreadChanged(int unread);
    /// A text or a nudge from somebody else.
    void arrived(Ui::ConversationWidget *widget, const Ui::Arrival &arrival);
    void linkActivated(const QUrl &url);
    void optionsRequested();
    void contactListRequested();
    void propertiesRequested(Ui::ConversationWidget *widget, const Msn::Address &address);
    /// The person wants to read what was said on former days; only what has \p words unless they are empty.
    void historyRequested(Ui::ConversationWidget *widget, const QString &words);

private:
    ConversationDeck &homeDeck();
    ConversationWindow &makeWindow();
    void connectDeck(ConversationDeck &deck);
    void connectMenus(ConversationMenus &menus);
    void move(ConversationWidget *widget, ConversationDeck &deck, int index = -1);
    void applyMode();
    void close(ConversationWidget *widget);
    void dropEmptyWindows();
    void tellWhatCame(ConversationWidget *widget);
    void handleUnread();

    const EmoticonSet &m_emoticons;
    ChatPreferences &m_preferences;
    SpellCheckers *m_spelling;
    ConversationHost *m_host = nullptr;
    OpenDecks m_open;
    /// Where tabs go; one of the windows.
    ConversationWindow *m_home = nullptr;
    ChatPreferences::Windows m_mode;
    int m_unread = 0;
};

} // namespace Ui
