#pragma once

#include "ui/conversation/window/deckentries.h"
#include "ui/conversation/window/viewmenu.h"

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
    using Place = ViewMenu::Place;

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
    QMenu *addMenu(const QString &title);
    void addMenu(QMenu *menu);
    void fillChat(QMenu &menu);
    void fillEdit(QMenu &menu);
    void fillActions(QMenu &menu);

    ConversationDeck &m_deck;
    const DeckEntries m_entries;
    const Place m_place;
    QMenu *m_all;
    QList<QMenu *> m_menus;
    std::function<bool(const ConversationWidget *)> m_isTornOff;
    QAction *m_keep = nullptr;
    QAction *m_tearOff = nullptr;
    QAction *m_putBack = nullptr;
};

} // namespace Ui
