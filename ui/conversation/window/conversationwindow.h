#pragma once

#include <QWidget>

class QMenuBar;

namespace Msn {
class Conversation;
}

namespace Ui {

class ChatPreferences;
class ConversationDeck;
class ConversationMenus;
class ConversationWidget;

/// A window with a deck of conversations and their menus. What comes in never raises the window and
/// never takes the focus: only present() does, because a person asked for it.
class ConversationWindow : public QWidget
{
    Q_OBJECT

public:
    /// \p preferences must outlive it.
    explicit ConversationWindow(ChatPreferences &preferences, QWidget *parent = nullptr);
    ~ConversationWindow() override;

    ConversationDeck &deck() const { return *m_deck; }
    ConversationMenus &menus() const { return *m_menus; }
    /// Without taking the focus.
    void appear();
    /// Brings it to the front.
    void present();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyPreferences();
    void showTitle();

    ChatPreferences &m_preferences;
    QMenuBar *m_menuBar;
    ConversationDeck *m_deck;
    ConversationMenus *m_menus;
};

} // namespace Ui
