#pragma once

#include "app/desktop/conversationplaces.h"

namespace Ui {
class MainWindow;
} // namespace Ui

namespace App {

class ChatWindows;

/// The windows of the messenger, as alerts, tray and D-Bus see them.
class ChatPlaces : public ConversationPlaces
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ChatPlaces(ChatWindows &chats, Ui::MainWindow &window, QObject *parent = nullptr);

    bool isInFront(Msn::Conversation &conversation) const override;
    void present(Msn::Account &account, Msn::Conversation &conversation, const QByteArray &token) override;
    void open(Msn::Account &account, const Msn::Address &address, const QByteArray &token) override;
    void presentList(const QByteArray &token) override;
    void flash(Msn::Conversation &conversation) override;

private:
    ChatWindows &m_chats;
    Ui::MainWindow &m_window;
};

} // namespace App
