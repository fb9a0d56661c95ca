#pragma once

#include "core/base/address.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>

class QUrl;

namespace Msn {
class Account;
class Conversation;
class Settings;
} // namespace Msn

namespace Ui {
class ChatPreferences;
class ConversationWindow;
class EmoticonSet;
} // namespace Ui

namespace App {

/// The conversation window of the messenger: opens it when it is first needed, keeps what a person
/// has chosen for all conversations, and brings conversations of accounts into it.
class ChatWindows : public QObject
{
    Q_OBJECT

public:
    /// \p settings must outlive it.
    explicit ChatWindows(Msn::Settings &settings, QObject *parent = nullptr);
    ~ChatWindows() override;

    /// Shows from now on what others write to \p account.
    void watch(Msn::Account &account);
    /// Before \p account is destroyed.
    void forget(Msn::Account &account);
    /// Brings the conversation with \p address to the front.
    void open(Msn::Account &account, const Msn::Address &address);
    /// Nullptr before the first conversation.
    Ui::ConversationWindow *window() const { return m_window.get(); }

Q_SIGNALS:
    /// Messages of \p address to \p account that nobody has looked at.
    void unreadChanged(Msn::Account *account, const Msn::Address &address, int count);

private:
    Ui::ConversationWindow &ensureWindow();
    void show(Msn::Account &account, Msn::Conversation &conversation);
    void handleClosed(Msn::Conversation *conversation);

    Msn::Settings &m_settings;
    std::unique_ptr<Ui::EmoticonSet> m_emoticons;
    std::unique_ptr<Ui::ChatPreferences> m_preferences;
    std::unique_ptr<Ui::ConversationWindow> m_window;
    QHash<Msn::Conversation *, QPointer<Msn::Account>> m_owners;
};

} // namespace App
