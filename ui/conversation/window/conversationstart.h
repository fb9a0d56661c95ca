#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Msn {
class Conversation;
}

namespace Ui {

class ChatAccount;
class EmoticonSet;
class MessageView;
class NameLabel;

/// What stands in the log of a conversation while nothing has been said in it: who it is with, and what
/// not to tell them. Goes with the first line.
class ConversationStart : public QWidget
{
    Q_OBJECT

public:
    /// Lies on \p view, where it has room for it. All must outlive it.
    ConversationStart(ChatAccount &account, Msn::Conversation &conversation, const EmoticonSet &emoticons,
        MessageView &view);

    /// Name, status and address anew.
    void refresh();
    /// What one should know before writing to somebody for the first time.
    static QString warning();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void setFonts();
    void fit();
    void handleEmptiness();
    void refreshPicture();

    ChatAccount &m_account;
    Msn::Conversation &m_conversation;
    MessageView &m_view;
    QVBoxLayout *m_column;
    QLabel *m_picture;
    NameLabel *m_name;
    QLabel *m_status;
    QLabel *m_address;
    QLabel *m_lock;
    QLabel *m_warning;
    QWidget *m_box;
};

} // namespace Ui
