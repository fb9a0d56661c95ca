#pragma once

#include "core/base/address.h"
#include "core/base/error.h"

#include <QObject>

class QWidget;

namespace Msn {
class Conversation;
}

namespace Ui {

class ChatAccount;

/// What a person can do with the people in a conversation and with what was said.
class ConversationActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; \p window is what dialogs belong to.
    ConversationActions(ChatAccount &account, Msn::Conversation &conversation, QWidget &window);

    /// Asks whom.
    void invite();
    void invite(const Msn::Address &address);
    void setBlocked(bool blocked);
    /// As plain text with times, where the person says.
    void saveToFile();
    /// In the person's mail program.
    void sendMail();
    void showProperties();
    /// What was said on former days; only what has \p words unless they are empty.
    void showHistory(const QString &words = {});

Q_SIGNALS:
    /// A line for the log.
    void told(const QString &line);
    void failed(const Msn::Error &error);
    /// The card of a contact lies over the contact list.
    void propertiesRequested(const Msn::Address &address);
    void historyRequested(const QString &words);

private:
    bool writeTo(const QString &fileName) const;

    ChatAccount &m_account;
    Msn::Conversation &m_conversation;
    QWidget &m_window;
};

} // namespace Ui
