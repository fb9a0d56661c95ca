#pragma once

#include <QList>

#include <memory>
#include <vector>

namespace Msn {
class Conversation;
}

namespace Ui {

class ConversationDeck;
class ConversationWidget;
class ConversationWindow;

/// All decks of conversations that are open.
struct OpenDecks
{
    OpenDecks();
    ~OpenDecks();

    /// Beside the contact list; null where there is none.
    std::unique_ptr<ConversationDeck> hosted;
    std::vector<std::unique_ptr<ConversationWindow>> windows;

    QList<ConversationDeck *> all() const;
    /// Nullptr if it is in none.
    ConversationDeck *deckOf(const ConversationWidget *widget) const;
    /// Nullptr for the one beside the contact list.
    ConversationWindow *windowOf(const ConversationDeck *deck) const;
    ConversationWidget *find(const Msn::Conversation &conversation) const;
    QList<ConversationWidget *> conversations() const;
    /// The conversation the person is looking at; nullptr if they look elsewhere.
    ConversationWidget *inFront() const;
    int unread() const;
};

} // namespace Ui
