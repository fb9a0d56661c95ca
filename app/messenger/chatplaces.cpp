#include "app/messenger/chatplaces.h"

#include "app/desktop/activation.h"
#include "app/messenger/chatwindows.h"
#include "core/account/account.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>

namespace App {

ChatPlaces::ChatPlaces(ChatWindows &chats, Ui::MainWindow &window, QObject *parent)
    : ConversationPlaces(parent)
    , m_chats(chats)
    , m_window(window)
{
    connect(&chats, &ChatWindows::lookedAt, this,
        [this](Msn::Account *, Msn::Conversation *conversation) { Q_EMIT lookedAt(conversation); });
}

bool ChatPlaces::isInFront(Msn::Conversation &conversation) const
{
    const Ui::ConversationWidget *widget = m_chats.widgetOf(conversation);
    return widget && widget->isVisible() && widget->window()->isActiveWindow();
}

void ChatPlaces::present(Msn::Account &account, Msn::Conversation &conversation, const QByteArray &token)
{
    const Activation activation(token);
    m_chats.present(account, conversation);
    if (const Ui::ConversationWidget *widget = m_chats.widgetOf(conversation))
        activation.raise(*widget->window());
}

void ChatPlaces::open(Msn::Account &account, const Msn::Address &address, const QByteArray &token)
{
    const Activation activation(token);
    m_chats.open(account, address);
    if (const Ui::ConversationWidget *widget = m_chats.widgetOf(account, address))
        activation.raise(*widget->window());
}

void ChatPlaces::presentList(const QByteArray &token)
{
    const Activation activation(token);
    m_window.present();
    activation.raise(m_window);
}

void ChatPlaces::flash(Msn::Conversation &conversation)
{
    if (const Ui::ConversationWidget *widget = m_chats.widgetOf(conversation))
        QApplication::alert(widget->window());
}

} // namespace App
