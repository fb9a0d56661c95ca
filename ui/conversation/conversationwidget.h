#pragma once

#include "core/chat/conversation.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QWidget>

class QSplitter;

namespace Ui {

class ChatAccount;
class ChatPreferences;
class ConversationToolBar;
class EmoticonSet;
class MessageBar;
class MessageInput;
class MessageSource;
class MessageView;
class PictureColumn;
class TypingLine;

/// One conversation: what was said, what one is about to say, and who is there. Keeps a draft of
/// its own, so that what is typed here can never reach anybody else.
class ConversationWidget : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it.
    ConversationWidget(ChatAccount &account, Msn::Conversation &conversation, const EmoticonSet &emoticons,
        ChatPreferences &preferences, QWidget *parent = nullptr);
    ~ConversationWidget() override;

    ChatAccount &account() const { return m_account; }
    Msn::Conversation &conversation() const { return m_conversation; }
    /// "Ana", "Ana, Ben"
    const QString &title() const { return m_title; }
    /// Texts and nudges that came while it was not in front.
    int unread() const { return m_unread; }
    /// Whether the person can see it now; resets unread().
    void setInFront(bool inFront);

    /// Before it is deleted: the conversation may be gone earlier.
    void disconnectFromConversation();

    MessageView &view() const { return *m_view; }
    MessageInput &input() const { return *m_input; }

Q_SIGNALS:
    void titleChanged();
    void unreadChanged(int unread);
    /// A text or a nudge came while it was not in front.
    void attentionWanted();
    /// A nudge came that may be shown by movement: at most one in ten seconds.
    void nudged();
    void linkActivated(const QUrl &url);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void connectConversation();
    void connectInput();
    void handleMessage(const Msn::ChatMessage &message);
    /// \p text goes into what is being written here.
    void continueWriting(const QString &text);
    void refreshPeople();
    void refreshNotice();
    void refreshTyping();
    void refreshPictures();
    void applyPreferences();
    void fitInput();
    void fitPictures();
    void invite();
    void sendInvitation(const Msn::Address &address);
    void setBlocked(bool blocked);
    void showError(const Msn::Error &error);
    void setUnread(int unread);

    ChatAccount &m_account;
    Msn::Conversation &m_conversation;
    ChatPreferences &m_preferences;
    QString m_title;
    int m_unread = 0;
    bool m_inFront = false;
    QDeadlineTimer m_nextShake;
    /// The height that a person gave the input, 0 = follows the text.
    int m_chosenInputHeight = 0;

    ConversationToolBar *m_toolBar;
    MessageBar *m_notice;
    MessageBar *m_error;
    MessageSource *m_source;
    MessageView *m_view;
    MessageInput *m_input;
    TypingLine *m_typing;
    PictureColumn *m_pictures;
    QSplitter *m_splitter;
};

} // namespace Ui
