#pragma once

#include "ui/conversation/base/chatpreferences.h"

#include <QKeySequence>
#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace Ui {

class ConversationDeck;
class ConversationWidget;

/// The menus Chat, Edit, View, Actions and Contact of a deck, for a menu bar or for a button. What
/// they do concerns the tab that is seen. Their keys work wherever the focus is in the deck.
class ConversationMenus : public QObject
{
    Q_OBJECT

public:
    enum class Place {
        Window, ///< a window of their own, with a menu bar that can be hidden
        Pane, ///< part of a window that has keys of its own
    };

    /// \p preferences must outlive it. Belongs to the deck.
    ConversationMenus(ConversationDeck &deck, ChatPreferences &preferences, Place place);

    const QList<QMenu *> &menus() const { return m_menus; }
    /// One menu with all of them in it.
    QMenu *all() const { return m_all; }
    /// Tells whether a conversation can be put back.
    void setTornOffTest(std::function<bool(const ConversationWidget *)> test)
    {
        m_isTornOff = std::move(test);
    }

Q_SIGNALS:
    void optionsRequested();
    void contactListRequested();
    void tearOffRequested(Ui::ConversationWidget *widget);
    void putBackRequested(Ui::ConversationWidget *widget);

private:
    using Keys = QList<QKeySequence>;

    QMenu *addMenu(const QString &title);
    /// \p function is called with the tab that is seen, if there is one.
    QAction *add(QMenu &menu, const QString &text, const Keys &keys,
        std::function<void(ConversationWidget &)> function, const QString &icon = {});
    QAction *addSwitch(QMenu &menu, const QString &text, const Keys &keys,
        bool (ChatPreferences::*get)() const, void (ChatPreferences::*set)(bool));
    void fillChat(QMenu &menu);
    void fillEdit(QMenu &menu);
    void fillView(QMenu &menu);
    void addStyles(QMenu &menu);
    void addPlaces(QMenu &menu);
    void addSizes(QMenu &menu);
    void fillActions(QMenu &menu);
    void fillContact(QMenu &menu);
    void refreshContact();
    void chooseFont();

    ConversationDeck &m_deck;
    ChatPreferences &m_preferences;
    const Place m_place;
    QMenu *m_all;
    QList<QMenu *> m_menus;
    std::function<bool(const ConversationWidget *)> m_isTornOff;
    QAction *m_tearOff = nullptr;
    QAction *m_putBack = nullptr;
    QAction *m_block = nullptr;
    QAction *m_mute = nullptr;
    QMenu *m_spelling = nullptr;
};

} // namespace Ui
