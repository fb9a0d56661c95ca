#include "ui/conversation/window/opendecks.h"

#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"

#include <algorithm>
#include <numeric>

namespace Ui {

OpenDecks::OpenDecks() = default;
OpenDecks::~OpenDecks() = default;

QList<ConversationDeck *> OpenDecks::all() const
{
    QList<ConversationDeck *> decks;
    if (hosted)
        decks.append(hosted.get());
    for (const auto &window : windows)
        decks.append(&window->deck());
    return decks;
}

ConversationWindow *OpenDecks::windowOf(const ConversationDeck *deck) const
{
    const auto found = std::find_if(
        windows.begin(), windows.end(), [deck](const auto &window) { return &window->deck() == deck; });
    return found == windows.end() ? nullptr : found->get();
}

ConversationDeck *OpenDecks::deckOf(const ConversationWidget *widget) const
{
    const QList<ConversationDeck *> decks = all();
    const auto found = std::find_if(decks.begin(), decks.end(),
        [widget](const ConversationDeck *deck) { return deck->find(widget->conversation()) == widget; });
    return found == decks.end() ? nullptr : *found;
}

ConversationWidget *OpenDecks::find(const Msn::Conversation &conversation) const
{
    const QList<ConversationDeck *> decks = all();
    for (const ConversationDeck *deck : decks) {
        if (ConversationWidget *widget = deck->find(conversation))
            return widget;
    }
    return nullptr;
}

QList<ConversationWidget *> OpenDecks::conversations() const
{
    QList<ConversationWidget *> widgets;
    const QList<ConversationDeck *> decks = all();
    for (const ConversationDeck *deck : decks)
        widgets += deck->conversations();
    return widgets;
}

ConversationWidget *OpenDecks::inFront() const
{
    const QList<ConversationDeck *> decks = all();
    for (const ConversationDeck *deck : decks) {
        if (deck->isVisible() && deck->isActiveWindow())
            return deck->current();
    }
    return nullptr;
}

int OpenDecks::unread() const
{
    const QList<ConversationDeck *> decks = all();
    return std::accumulate(decks.begin(), decks.end(), 0,
        [](int sum, const ConversationDeck *deck) { return sum + deck->unread(); });
}

} // namespace Ui
