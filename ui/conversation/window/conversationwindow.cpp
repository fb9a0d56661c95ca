#include "ui/conversation/window/conversationwindow.h"

#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/base/peertext.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationmenus.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/headerground.h"
#include "ui/widgets/headermenubar.h"

#include <QCloseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace Ui {

ConversationWindow::ConversationWindow(ChatPreferences &preferences, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_preferences(preferences)
    , m_menuBar(new HeaderMenuBar(this))
    , m_deck(new ConversationDeck(this))
    , m_menus(new ConversationMenus(*m_deck, preferences, ConversationMenus::Place::Window))
{
    setObjectName(QStringLiteral("conversationWindow"));
    setWindowIcon(Icons::mark());
    const Metrics metrics = Metrics::of(this);
    const QList<QMenu *> menus = m_menus->menus();
    for (QMenu *menu : menus)
        m_menuBar->addMenu(menu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_menuBar);
    layout->addWidget(m_deck, 1);
    resize(metrics.px(700), metrics.px(560));
    setMinimumSize(metrics.px(320), metrics.px(340));

    connect(m_deck, &ConversationDeck::currentChanged, this, &ConversationWindow::showTitle);
    connect(m_deck, &ConversationDeck::currentTitleChanged, this, &ConversationWindow::showTitle);
    connect(&m_preferences, &ChatPreferences::changed, this, &ConversationWindow::applyPreferences);
    applyPreferences();
}

ConversationWindow::~ConversationWindow()
{
    disconnect(m_deck, nullptr, this, nullptr);
}

void ConversationWindow::applyPreferences()
{
    const bool shows = m_preferences.showsMenuBar();
    m_menuBar->setVisible(shows);
    m_deck->setMenu(shows ? nullptr : m_menus->all());
}

void ConversationWindow::showTitle()
{
    if (const ConversationWidget *widget = m_deck->current())
        setWindowTitle(PeerText::windowTitle(widget->title()));
}

void ConversationWindow::appear()
{
    if (isVisible())
        return;
    setAttribute(Qt::WA_ShowWithoutActivating);
    show();
    setAttribute(Qt::WA_ShowWithoutActivating, false);
}

void ConversationWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (const ConversationWidget *widget = m_deck->current())
        widget->input().setFocus();
}

/// The header of the tabs goes on behind the menus.
void ConversationWindow::paintEvent(QPaintEvent *)
{
    if (m_menuBar->isVisible())
        QPainter(this).fillRect(m_menuBar->geometry(), Tokens::of(palette()).headerTop);
}

void ConversationWindow::closeEvent(QCloseEvent *event)
{
    QList<ConversationWidget *> open = m_deck->conversations();
    // From the last, so that the tab that is seen stays the one that is seen.
    for (auto widget = open.crbegin(); widget != open.crend(); ++widget) {
        if (!(*widget)->askToClose())
            m_deck->show(*widget);
    }
    event->setAccepted(m_deck->count() == 0);
}

} // namespace Ui
