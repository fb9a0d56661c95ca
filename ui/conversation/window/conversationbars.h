#pragma once

#include "core/base/error.h"

#include <QWidget>

namespace Msn {
class Conversation;
}

namespace Ui {

class ChatAccount;
class MessageBar;

/// The bars above a conversation: why an answer may not come, what went wrong, and whether it is
/// really to be closed.
class ConversationBars : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationBars(QWidget *parent = nullptr);

    /// What there is to say about the people.
    void refresh(ChatAccount &account, const Msn::Conversation &conversation);
    void showError(const Msn::Error &error);
    /// The history cannot be written, or can again (ErrorCode::None).
    void showHistoryTrouble(const Msn::Error &error);
    /// \p reason why one may not want to close now, with a button that does it.
    void askToClose(const QString &reason);
    bool asksToClose() const;
    void stopAsking();

Q_SIGNALS:
    void unblockRequested();
    void closeConfirmed();

private:
    MessageBar *m_notice;
    MessageBar *m_error;
    MessageBar *m_history;
    MessageBar *m_question;
    /// Of the history.
    Msn::ErrorCode m_trouble = Msn::ErrorCode::None;
};

} // namespace Ui
