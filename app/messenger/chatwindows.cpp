#include "app/messenger/chatwindows.h"

#include "app/messenger/chatsettings.h"
#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/storage/settings.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/spelling/spellcheckers.h"

#include <QDesktopServices>
#include <QScopedValueRollback>
#include <QUrl>

namespace App {

using namespace Msn;
using Ui::ConversationWidget;
using Ui::ConversationWindows;

ChatWindows::ChatWindows(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

ChatWindows::~ChatWindows() = default;

Ui::ChatAccount &ChatWindows::chatAccount(Account &account)
{
    std::unique_ptr<Ui::ChatAccount> &known = m_accounts[&account];
    if (!known)
        known = std::make_unique<Ui::SignInChatAccount>(account);
    return *known;
}

Account *ChatWindows::accountOf(const Ui::ChatAccount &account) const
{
    for (const auto &[known, chat] : m_accounts) {
        if (chat.get() == &account)
            return known;
    }
    return nullptr;
}

void ChatWindows::watch(Account &account, HistoryRecorder *history, const ContactAnnotations *annotations)
{
    if (!m_accounts.contains(&account))
        m_accounts[&account] = std::make_unique<Ui::SignInChatAccount>(account, history, annotations);
    connect(&account.conversations(), &Conversations::conversationAdded, this,
        [this, &account](
            Conversation *conversation) { ensureWindows().add(chatAccount(account), *conversation); });
}

void ChatWindows::forget(Account &account)
{
    disconnect(&account.conversations(), nullptr, this, nullptr);
    const auto known = m_accounts.find(&account);
    if (known == m_accounts.end())
        return;
    if (m_windows)
        m_windows->removeAccount(*known->second);
    m_accounts.erase(known);
}

void ChatWindows::open(Account &account, const Address &address)
{
    present(account, *account.conversations().with(address));
}

void ChatWindows::present(Account &account, Conversation &conversation)
{
    ensureWindows().present(chatAccount(account), conversation);
}

ConversationWidget *ChatWindows::widgetOf(const Conversation &conversation) const
{
    return m_windows ? m_windows->find(conversation) : nullptr;
}

ConversationWidget *ChatWindows::widgetOf(Account &account, const Address &address) const
{
    const QList<Conversation *> all = account.conversations().all();
    for (const Conversation *conversation : all) {
        if (!conversation->isGroup() && conversation->peer() == address)
            return widgetOf(*conversation);
    }
    return nullptr;
}

void ChatWindows::setHost(Ui::ConversationHost *host)
{
    m_host = host;
    if (m_windows)
        m_windows->setHost(host);
}

const Ui::EmoticonSet &ChatWindows::emoticons()
{
    if (!m_emoticons)
        m_emoticons = std::make_unique<Ui::EmoticonSet>(Ui::EmoticonSet::load());
    return *m_emoticons;
}

Ui::ChatPreferences &ChatWindows::preferences()
{
    if (m_preferences)
        return *m_preferences;
    m_preferences = std::make_unique<Ui::ChatPreferences>();
    ChatSettings::read(m_settings, *m_preferences);
    connect(m_preferences.get(), &Ui::ChatPreferences::changed, this, [this] {
        const QScopedValueRollback guard(m_isWriting, true);
        ChatSettings::write(*m_preferences, m_settings);
    });
    // The options change the settings.
    connect(&m_settings, &Settings::changed, m_preferences.get(), [this](const QString &name) {
        if (name.startsWith(QLatin1String("chat.")) && !m_isWriting)
            ChatSettings::read(m_settings, *m_preferences);
    });
    return *m_preferences;
}

ConversationWindows &ChatWindows::ensureWindows()
{
    if (m_windows)
        return *m_windows;
    m_spelling = std::make_unique<Ui::SpellCheckers>();
    m_windows = std::make_unique<ConversationWindows>(emoticons(), preferences(), m_spelling.get());
    m_windows->setHost(m_host);
    connect(m_windows.get(), &ConversationWindows::opened, this,
        [this](ConversationWidget *widget) { handleOpened(*widget); });
    connect(m_windows.get(), &ConversationWindows::conversationClosed, this, &ChatWindows::handleClosed);
    connect(m_windows.get(), &ConversationWindows::linkActivated, this,
        [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_windows.get(), &ConversationWindows::arrived, this,
        [this](ConversationWidget *widget, const Ui::Arrival &arrival) {
            Q_EMIT arrived(accountOf(widget->account()), &widget->conversation(), arrival);
        });
    connect(m_windows.get(), &ConversationWindows::optionsRequested, this, &ChatWindows::optionsRequested);
    connect(m_windows.get(), &ConversationWindows::contactListRequested, this,
        &ChatWindows::contactListRequested);
    connect(m_windows.get(), &ConversationWindows::propertiesRequested, this,
        [this](const ConversationWidget *widget, const Address &address) {
            Q_EMIT propertiesRequested(accountOf(widget->account()), address);
        });
    connect(m_windows.get(), &ConversationWindows::historyRequested, this,
        [this](const ConversationWidget *widget, const QString &words) {
            Q_EMIT historyRequested(accountOf(widget->account()), widget->conversation().peer(), words);
        });
    return *m_windows;
}

void ChatWindows::handleOpened(ConversationWidget &widget)
{
    const auto tell = [this, &widget](int unread) {
        Account *account = accountOf(widget.account());
        Q_EMIT unreadChanged(account, widget.conversation().peer(), unread);
        if (unread == 0)
            Q_EMIT lookedAt(account, &widget.conversation());
    };
    connect(&widget, &ConversationWidget::unreadChanged, this, tell);
    if (widget.unread() > 0)
        tell(widget.unread());
}

void ChatWindows::handleClosed(Conversation *conversation)
{
    for (const auto &[account, chat] : m_accounts) {
        if (!account->conversations().all().contains(conversation))
            continue;
        Q_EMIT unreadChanged(account, conversation->peer(), 0);
        Q_EMIT lookedAt(account, conversation);
        account->conversations().close(conversation);
        return;
    }
}

} // namespace App
