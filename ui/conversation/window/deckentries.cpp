#include "ui/conversation/window/deckentries.h"

#include "ui/conversation/window/conversationdeck.h"
#include "ui/icons/icons.h"

#include <QMenu>

namespace Ui {

void DeckEntries::setKeys(QAction &action, const Keys &keys) const
{
    action.setShortcuts(keys);
    action.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_deck.addAction(&action);
}

QAction *DeckEntries::add(QMenu &menu, const QString &text, const Keys &keys,
    const std::function<void(ConversationWidget &)> &function, const QString &icon) const
{
    QAction *action = icon.isEmpty() ? menu.addAction(text) : menu.addAction(Icons::icon(icon), text);
    setKeys(*action, keys);
    QObject::connect(action, &QAction::triggered, &m_deck, [deck = &m_deck, function] {
        if (ConversationWidget *widget = deck->current())
            function(*widget);
    });
    return action;
}

QAction *DeckEntries::addSwitch(QMenu &menu, const QString &text, const Keys &keys,
    bool (ChatPreferences::*get)() const, void (ChatPreferences::*set)(bool)) const
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    setKeys(*action, keys);
    ChatPreferences *preferences = &m_preferences;
    const auto show = [preferences, action, get] { action->setChecked((preferences->*get)()); };
    show();
    QObject::connect(preferences, &ChatPreferences::changed, action, show);
    QObject::connect(
        action, &QAction::triggered, preferences, [preferences, set](bool on) { (preferences->*set)(on); });
    return action;
}

} // namespace Ui
