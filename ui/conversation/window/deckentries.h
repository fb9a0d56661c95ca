#pragma once

#include "ui/conversation/base/chatpreferences.h"

#include <QKeySequence>

#include <functional>

class QAction;
class QMenu;

namespace Ui {

class ConversationDeck;
class ConversationWidget;

/// Makes entries for the menus of a deck. What they do concerns the tab that is seen; their keys work
/// wherever the focus is in the deck.
class DeckEntries
{
public:
    using Keys = QList<QKeySequence>;

    /// Both must outlive it and its entries.
    DeckEntries(ConversationDeck &deck, ChatPreferences &preferences)
        : m_deck(deck)
        , m_preferences(preferences)
    {
    }

    ConversationDeck &deck() const { return m_deck; }
    ChatPreferences &preferences() const { return m_preferences; }

    /// \p function is called with the tab that is seen, if there is one.
    QAction *add(QMenu &menu, const QString &text, const Keys &keys,
        const std::function<void(ConversationWidget &)> &function, const QString &icon = {}) const;
    /// Shows and changes what is chosen for all conversations.
    QAction *addSwitch(QMenu &menu, const QString &text, const Keys &keys,
        bool (ChatPreferences::*get)() const, void (ChatPreferences::*set)(bool)) const;

private:
    void setKeys(QAction &action, const Keys &keys) const;

    ConversationDeck &m_deck;
    ChatPreferences &m_preferences;
};

} // namespace Ui
