#pragma once

#include <QWidget>

#include <map>
#include <memory>

class QStackedWidget;

namespace Msn {
class Account;
class Conversation;
} // namespace Msn

namespace Ui {

class ChatAccount;
class ChatPreferences;
class ConversationTabs;
class ConversationWidget;
class EmoticonSet;

/// A window with conversations as tabs. What comes in never changes the tab, never raises the
/// window and never takes the focus: only showConversation() does, because a person asked for it.
class ConversationWindow : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ConversationWindow(const EmoticonSet &emoticons, ChatPreferences &preferences, QWidget *parent = nullptr);
    ~ConversationWindow() override;

    /// A tab for it, behind the others, if it has none. A window that is not there yet appears
    /// without taking the focus.
    ConversationWidget *addConversation(Msn::Account &account, Msn::Conversation &conversation);
    ConversationWidget *addConversation(ChatAccount &account, Msn::Conversation &conversation);
    /// The same, then brings the tab and the window to the front.
    void showConversation(Msn::Account &account, Msn::Conversation &conversation);
    void showConversation(ChatAccount &account, Msn::Conversation &conversation);
    /// Takes the tab away; the conversation itself is the caller's.
    void removeConversation(Msn::Conversation &conversation);
    /// Before an account is destroyed.
    void removeAccount(Msn::Account &account);

    ConversationWidget *current() const;
    ConversationWidget *find(const Msn::Conversation &conversation) const;
    QList<ConversationWidget *> conversations() const;
    /// Of all tabs together.
    int unread() const;

Q_SIGNALS:
    /// The person closed the tab, or the window with all of them: leave the conversation.
    void conversationClosed(Msn::Conversation *conversation);
    void unreadChanged(int unread);
    void linkActivated(const QUrl &url);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addShortcuts();
    /// Without taking the focus.
    void appear();
    void closeTab(int index);
    void takeTab(int index);
    void stepTab(int by);
    void handleCurrentChanged();
    void handleUnread();
    void refreshTab(const ConversationWidget &widget);
    void refreshInFront();
    void shake(const ConversationWidget &widget);
    ConversationWidget *widgetAt(int index) const;
    int indexOf(const ConversationWidget &widget) const;

    const EmoticonSet &m_emoticons;
    ChatPreferences &m_preferences;
    std::map<Msn::Account *, std::unique_ptr<ChatAccount>> m_accounts;
    ConversationTabs *m_tabs;
    QStackedWidget *m_pages;
    int m_unread = 0;
};

} // namespace Ui
