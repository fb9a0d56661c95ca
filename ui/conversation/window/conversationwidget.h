#pragma once

#include "core/chat/conversation.h"
#include "ui/conversation/window/attention.h"

#include <QWidget>

namespace Ui {

class Announcer;
class ChatAccount;
class ChatPreferences;
class ConversationActions;
class ConversationBars;
class ConversationStart;
class ConversationToolBar;
class EmoticonSet;
class FindBar;
class HistoryNotices;
class LogSplitter;
class MessageInput;
class ConversationSource;
class MessageView;
class PictureColumn;
class SpellCheckers;
class TypingLine;

/// One conversation: what was said, what one is about to say, and who is there. Keeps a draft of
/// its own, so that what is typed here can never reach anybody else.
class ConversationWidget : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it.
    ConversationWidget(ChatAccount &account, Msn::Conversation &conversation, const EmoticonSet &emoticons,
        ChatPreferences &preferences, SpellCheckers *spelling = nullptr, QWidget *parent = nullptr);
    ~ConversationWidget() override;

    ChatAccount &account() const { return m_account; }
    Msn::Conversation &conversation() const { return m_conversation; }
    /// Those of the conversation that may be shown: see Msn::HistoryRecorder.
    QList<Msn::ChatMessage> lines() const;
    /// "Ana", "Ana, Ben"
    const QString &title() const { return m_title; }
    /// Texts and nudges that came while it was not in front.
    int unread() const { return m_attention->unread(); }
    /// Whether the person can see it now; resets unread().
    void setInFront(bool inFront) { m_attention->setInFront(inFront); }

    /// Before it is deleted: the conversation may be gone earlier.
    void disconnectFromConversation();
    /// closeAgreed() at once, unless a message has just arrived or is still being sent: then the
    /// person is asked. Returns whether it was agreed.
    bool askToClose();

    MessageView &view() const { return *m_view; }
    MessageInput &input() const { return *m_input; }
    ConversationActions &actions() const { return *m_actions; }
    FindBar &findBar() const { return *m_findBar; }
    void inviteContact(const Msn::Address &address);

Q_SIGNALS:
    void titleChanged();
    void unreadChanged(int unread);
    /// A text or a nudge came; follows unreadChanged().
    void arrived(const Ui::Arrival &arrival);
    /// A nudge came that may be shown by movement: at most one in ten seconds, none while Busy.
    void nudged();
    void closeAgreed();
    void linkActivated(const QUrl &url);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildLayout();
    void connectConversation();
    void connectContacts();
    void connectInput();
    void connectActions();
    void handleMessage(const Msn::ChatMessage &message);
    /// \p text goes into what is being written here.
    void continueWriting(const QString &text);
    void warnOnce();
    void announce(const Msn::ChatMessage &message);
    void refreshPeople();
    void showNicknames();
    void refreshNotice();
    void refreshTyping();
    void refreshPictures();
    void applyPreferences();
    void fitPictures();

    ChatAccount &m_account;
    Msn::Conversation &m_conversation;
    ChatPreferences &m_preferences;
    QString m_title;
    ConversationToolBar *m_toolBar;
    ConversationBars *m_bars;
    ConversationSource *m_source;
    MessageView *m_view;
    ConversationStart *m_start;
    FindBar *m_findBar;
    MessageInput *m_input;
    TypingLine *m_typing;
    PictureColumn *m_pictures;
    Announcer *m_announcer;
    Attention *m_attention;
    ConversationActions *m_actions;
    LogSplitter *m_log;
    /// Nullptr where nothing is kept.
    HistoryNotices *m_historyNotices = nullptr;
};

} // namespace Ui
