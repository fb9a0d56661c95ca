#include "ui/conversation/window/conversationdeck.h"

#include "core/chat/conversation.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/window/conversationtabs.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/shake.h"
#include "ui/conversation/window/tabcontent.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/headerground.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace Ui {

ConversationDeck::ConversationDeck(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new ConversationTabs(this))
    , m_pages(new QStackedWidget(this))
    , m_menuButton(new QToolButton(this))
{
    setObjectName(QStringLiteral("conversationDeck"));
    const Metrics metrics = Metrics::of(this);
    m_menuButton->setObjectName(QStringLiteral("conversationMenu"));
    m_menuButton->setIcon(Icons::icon("menu-down", Tint::SecondInk));
    m_menuButton->setIconSize({metrics.icon(), metrics.icon()});
    m_menuButton->setAutoRaise(true);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->hide();

    auto *header = new HeaderGround(this);
    auto *headerLayout = new QHBoxLayout(header);
    headerLayout->setContentsMargins(metrics.step(2), metrics.step(1), metrics.step(2), 0);
    headerLayout->addWidget(m_tabs, 1);
    headerLayout->addWidget(m_menuButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &ConversationDeck::handleCurrentChanged);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &ConversationDeck::closeTab);
    connect(m_tabs, &ConversationTabs::draggedOut, this, [this](int index, const QPoint &position) {
        if (ConversationWidget *widget = widgetAt(index))
            Q_EMIT tornOff(widget, position);
    });
    connect(m_tabs, &ConversationTabs::tabDropped, this, &ConversationDeck::handleDrop);
    connect(m_tabs, &ConversationTabs::contactDropped, this, [this](int index, const Msn::Address &address) {
        if (ConversationWidget *widget = widgetAt(index))
            widget->inviteContact(address);
    });
    addShortcuts();
}

ConversationDeck::~ConversationDeck()
{
    // Pages tell us about themselves while they go; there is nobody left to listen.
    disconnect(m_tabs, nullptr, this, nullptr);
    for (ConversationWidget *widget : conversations()) {
        disconnect(widget, nullptr, this, nullptr);
        delete widget;
    }
}

void ConversationDeck::addShortcuts()
{
    // What stands in no menu.
    for (int digit = 1; digit <= 9; ++digit) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + digit)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, digit] { showTab(digit - 1); });
    }
}

void ConversationDeck::insert(ConversationWidget *widget, int index)
{
    const int place = index < 0 ? count() : qMin(index, count());
    m_pages->insertWidget(place, widget);
    m_tabs->insertConversation(place, tabFor(*widget));
    connect(widget, &ConversationWidget::titleChanged, this, [this, widget] { refreshTab(*widget); });
    connect(widget, &ConversationWidget::unreadChanged, this, [this, widget] {
        refreshTab(*widget);
        refreshUnread();
    });
    connect(widget, &ConversationWidget::nudged, this, [this, widget] {
        if (widget == current())
            shake(*m_pages);
    });
    connect(
        widget, &ConversationWidget::closeAgreed, this, [this, widget] { Q_EMIT closeRequested(widget); });
    connect(widget, &ConversationWidget::linkActivated, this, &ConversationDeck::linkActivated);
    handleCurrentChanged();
    refreshUnread();
}

void ConversationDeck::release(ConversationWidget *widget)
{
    const int index = indexOf(*widget);
    const bool hadFocus = widget->isAncestorOf(window()->focusWidget());
    disconnect(widget, nullptr, this, nullptr);
    {
        const QSignalBlocker quiet(m_tabs);
        m_pages->removeWidget(widget);
        m_tabs->removeTab(index);
    }
    widget->setInFront(false);
    widget->setParent(nullptr);
    handleCurrentChanged();
    // Otherwise the tabs would have it, which take no letters.
    if (ConversationWidget *next = current(); hadFocus && next)
        next->input().setFocus();
    refreshUnread();
}

void ConversationDeck::show(const ConversationWidget *widget)
{
    showTab(indexOf(*widget));
}

void ConversationDeck::showTab(int index)
{
    if (index >= 0 && index < count())
        m_tabs->setCurrentIndex(index);
}

ConversationWidget *ConversationDeck::widgetAt(int index) const
{
    return qobject_cast<ConversationWidget *>(m_pages->widget(index));
}

int ConversationDeck::indexOf(const ConversationWidget &widget) const
{
    return int(conversations().indexOf(&widget));
}

ConversationWidget *ConversationDeck::current() const
{
    return widgetAt(m_tabs->currentIndex());
}

QList<ConversationWidget *> ConversationDeck::conversations() const
{
    QList<ConversationWidget *> widgets;
    for (int index = 0; index < m_pages->count(); ++index)
        widgets.append(widgetAt(index));
    return widgets;
}

int ConversationDeck::count() const
{
    return m_pages->count();
}

ConversationWidget *ConversationDeck::find(const Msn::Conversation &conversation) const
{
    for (ConversationWidget *widget : conversations()) {
        if (&widget->conversation() == &conversation)
            return widget;
    }
    return nullptr;
}

void ConversationDeck::setMenu(QMenu *menu)
{
    m_menuButton->setMenu(menu);
    m_menuButton->setVisible(menu);
}

void ConversationDeck::closeTab(int index)
{
    if (ConversationWidget *widget = widgetAt(index))
        widget->askToClose();
}

void ConversationDeck::closeCurrent()
{
    closeTab(m_tabs->currentIndex());
}

void ConversationDeck::stepTab(int by)
{
    if (const int tabCount = count(); tabCount > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + tabCount) % tabCount);
}

void ConversationDeck::moveTab(int by)
{
    const int from = m_tabs->currentIndex();
    const int to = qBound(0, from + by, count() - 1);
    if (from != to && from >= 0)
        handleDrop(m_tabs, from, by > 0 ? to + 1 : to);
}

void ConversationDeck::handleDrop(DraggableTabs *source, int sourceIndex, int index)
{
    if (source != m_tabs) {
        auto *deck = qobject_cast<ConversationDeck *>(source->parentWidget()->parentWidget());
        if (ConversationWidget *widget = deck ? deck->widgetAt(sourceIndex) : nullptr)
            Q_EMIT tabDropped(widget, index);
        return;
    }
    const int to = sourceIndex < index ? index - 1 : index;
    if (to == sourceIndex)
        return;
    const QSignalBlocker quiet(m_tabs);
    ConversationWidget *widget = widgetAt(sourceIndex);
    m_pages->removeWidget(widget);
    m_pages->insertWidget(to, widget);
    m_tabs->moveConversation(sourceIndex, to);
    handleCurrentChanged();
}

void ConversationDeck::handleCurrentChanged()
{
    ConversationWidget *widget = current();
    if (!widget) {
        Q_EMIT currentChanged();
        return;
    }
    // Only who writes here already goes on writing: the focus of another window part stays there.
    const bool hadFocus = isAncestorOf(window()->focusWidget()) || !window()->focusWidget();
    m_pages->setCurrentWidget(widget);
    refreshInFront();
    if (hadFocus && !m_tabs->hasFocus())
        widget->input().setFocus();
    Q_EMIT currentChanged();
}

void ConversationDeck::refreshTab(const ConversationWidget &widget)
{
    m_tabs->setConversation(indexOf(widget), tabFor(widget));
    if (&widget == current())
        Q_EMIT currentTitleChanged();
}

void ConversationDeck::refreshUnread()
{
    const QList<ConversationWidget *> widgets = conversations();
    const int unread = std::accumulate(widgets.begin(), widgets.end(), 0,
        [](int sum, const ConversationWidget *widget) { return sum + widget->unread(); });
    if (std::exchange(m_unread, unread) != unread)
        Q_EMIT unreadChanged(unread);
}

void ConversationDeck::refreshInFront()
{
    for (ConversationWidget *widget : conversations())
        widget->setInFront(widget == current() && isVisible() && isActiveWindow());
}

QAction *ConversationDeck::actionFor(const QKeyEvent &event) const
{
    const QKeySequence keys(event.keyCombination());
    const QList<QAction *> all = actions();
    const auto found = std::find_if(all.begin(), all.end(),
        [&keys](const QAction *action) { return action->shortcuts().contains(keys); });
    return found == all.end() ? nullptr : *found;
}

bool ConversationDeck::event(QEvent *event)
{
    // The window around a deck may have the same keys for other things (Ctrl+F, Ctrl+W): whoever
    // writes here means ours.
    if (event->type() == QEvent::ShortcutOverride && actionFor(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    const bool handled = QWidget::event(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::WindowActivate || type == QEvent::WindowDeactivate || type == QEvent::ActivationChange
        || type == QEvent::Show || type == QEvent::Hide)
        refreshInFront();
    return handled;
}

void ConversationDeck::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        closeCurrent();
    else if (QAction *action = actionFor(*event))
        action->trigger();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Ui
