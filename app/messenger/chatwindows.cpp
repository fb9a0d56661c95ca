#include "app/messenger/chatwindows.h"

#include "app/messenger/chatsettings.h"
#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "ui/conversation/chatpreferences.h"
#include "ui/conversation/conversationwidget.h"
#include "ui/conversation/conversationwindow.h"
#include "ui/emoticons/emoticonset.h"

#include <QDesktopServices>
#include <QUrl>

namespace App {

using namespace Msn;

ChatWindows::ChatWindows(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

ChatWindows::~ChatWindows() = default;

void ChatWindows::watch(Account &account)
{
    connect(&account.conversations(), &Conversations::conversationAdded, this,
        [this, its = &account](Conversation *conversation) { show(*its, *conversation); });
}

void ChatWindows::forget(Account &account)
{
    disconnect(&account.conversations(), nullptr, this, nullptr);
    if (m_window)
        m_window->removeAccount(account);
    m_owners.removeIf([&](const auto &entry) { return entry.value() == &account; });
}

void ChatWindows::open(Account &account, const Address &address)
{
    Conversation *conversation = account.conversations().with(address);
    show(account, *conversation);
    ensureWindow().showConversation(account, *conversation);
}

Ui::ConversationWindow &ChatWindows::ensureWindow()
{
    if (m_window)
        return *m_window;
    m_emoticons = std::make_unique<Ui::EmoticonSet>(Ui::EmoticonSet::load());
    m_preferences = std::make_unique<Ui::ChatPreferences>();
    ChatSettings::read(m_settings, *m_preferences);
    connect(m_preferences.get(), &Ui::ChatPreferences::changed, this,
        [this] { ChatSettings::write(*m_preferences, m_settings); });
    m_window = std::make_unique<Ui::ConversationWindow>(*m_emoticons, *m_preferences);
    connect(m_window.get(), &Ui::ConversationWindow::conversationClosed, this, &ChatWindows::handleClosed);
    connect(m_window.get(), &Ui::ConversationWindow::linkActivated, this,
        [](const QUrl &url) { QDesktopServices::openUrl(url); });
    return *m_window;
}

void ChatWindows::show(Account &account, Conversation &conversation)
{
    Ui::ConversationWindow &window = ensureWindow();
    if (window.find(conversation))
        return;
    m_owners.insert(&conversation, &account);
    const Ui::ConversationWidget *widget = window.addConversation(account, conversation);
    connect(widget, &Ui::ConversationWidget::unreadChanged, this,
        [this, its = &account, peer = conversation.peer()](
            int unread) { Q_EMIT unreadChanged(its, peer, unread); });
    if (widget->unread() > 0)
        Q_EMIT unreadChanged(&account, conversation.peer(), widget->unread());
}

void ChatWindows::handleClosed(Conversation *conversation)
{
    const QPointer<Account> account = m_owners.take(conversation);
    if (!account)
        return;
    Q_EMIT unreadChanged(account, conversation->peer(), 0);
    account->conversations().close(conversation);
}

} // namespace App
