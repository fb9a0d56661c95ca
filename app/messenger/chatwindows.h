#pragma once

#include "core/base/address.h"
#include "ui/conversation/window/conversationwindows.h"

#include <QObject>

#include <map>
#include <memory>

namespace Msn {
class Account;
class ContactAnnotations;
class Conversation;
class HistoryRecorder;
class Settings;
} // namespace Msn

namespace Ui {
class ChatAccount;
class EmoticonSet;
class SpellCheckers;
} // namespace Ui

namespace App {

/// The conversations of all accounts on the screen: brings them into windows when they begin, leaves
/// them when their tab is closed, and keeps what a person has chosen for all of them.
class ChatWindows : public QObject
{
    Q_OBJECT

public:
    /// \p settings must outlive it.
    explicit ChatWindows(Msn::Settings &settings, QObject *parent = nullptr);
    ~ChatWindows() override;

    /// Shows from now on what others write to \p account. Several may be watched at once. \p history keeps
    /// its conversations; null: nobody does. \p annotations, which may be null, must outlive it as well.
    void watch(Msn::Account &account, Msn::HistoryRecorder *history = nullptr,
        const Msn::ContactAnnotations *annotations = nullptr);
    /// Before \p account is destroyed.
    void forget(Msn::Account &account);
    /// Brings the conversation with \p address to the front.
    void open(Msn::Account &account, const Msn::Address &address);
    /// The same for one that is there already, also with several people.
    void present(Msn::Account &account, Msn::Conversation &conversation);
    /// Nullptr if it is shown nowhere.
    Ui::ConversationWidget *widgetOf(const Msn::Conversation &conversation) const;
    Ui::ConversationWidget *widgetOf(Msn::Account &account, const Msn::Address &address) const;
    /// For conversations beside the contact list; null before it is destroyed.
    void setHost(Ui::ConversationHost *host);
    /// Nullptr before the first conversation.
    Ui::ConversationWindows *windows() const { return m_windows.get(); }
    /// Of one account; nullptr if it is not watched.
    Msn::Account *accountOf(const Ui::ChatAccount &account) const;
    /// What is the same wherever something is read that people wrote.
    const Ui::EmoticonSet &emoticons();
    Ui::ChatPreferences &preferences();

Q_SIGNALS:
    /// Messages of \p address that nobody has looked at.
    void unreadChanged(Msn::Account *account, const Msn::Address &address, int count);
    /// A text or a nudge from somebody else: for alerts and sounds.
    void arrived(Msn::Account *account, Msn::Conversation *conversation, const Ui::Arrival &arrival);
    /// The person looks at this conversation now: what told of it can go.
    void lookedAt(Msn::Account *account, Msn::Conversation *conversation);
    void optionsRequested();
    void contactListRequested();
    void propertiesRequested(Msn::Account *account, const Msn::Address &address);
    void historyRequested(Msn::Account *account, const Msn::Address &address, const QString &words);

private:
    Ui::ConversationWindows &ensureWindows();
    Ui::ChatAccount &chatAccount(Msn::Account &account);
    void handleOpened(Ui::ConversationWidget &widget);
    void handleClosed(Msn::Conversation *conversation);

    Msn::Settings &m_settings;
    Ui::ConversationHost *m_host = nullptr;
    std::unique_ptr<Ui::EmoticonSet> m_emoticons;
    std::unique_ptr<Ui::ChatPreferences> m_preferences;
    std::unique_ptr<Ui::SpellCheckers> m_spelling;
    std::map<Msn::Account *, std::unique_ptr<Ui::ChatAccount>> m_accounts;
    std::unique_ptr<Ui::ConversationWindows> m_windows;
    bool m_isWriting = false;
};

} // namespace App
