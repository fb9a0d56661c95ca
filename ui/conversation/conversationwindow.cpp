#include "ui/conversation/conversationwindow.h"

#include "core/roster/contactlist.h"
#include "ui/conversation/chataccount.h"
#include "ui/conversation/chatpreferences.h"
#include "ui/conversation/conversationtabs.h"
#include "ui/conversation/conversationwidget.h"
#include "ui/conversation/messageinput.h"
#include "ui/conversation/peertext.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/motion.h"
#include "ui/widgets/headerground.h"

#include <QApplication>
#include <QCloseEvent>
#include <QPropertyAnimation>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <numeric>

namespace Ui {
namespace {

constexpr int shakeMs = 150;

ConversationTabs::Tab tabFor(const ConversationWidget &widget)
{
    const Msn::Conversation &conversation = widget.conversation();
    const Msn::Contact *contact = widget.account().contacts().find(conversation.peer());
    ConversationTabs::Tab tab;
    tab.avatar.address = conversation.peer();
    tab.avatar.name = PeerText::nameOf(conversation.peer(), widget.account(), conversation);
    tab.avatar.isGroup = conversation.isGroup();
    tab.status = contact ? contact->status : Msn::Status::Offline;
    tab.blocked = contact && contact->isBlocked();
    tab.title = widget.title();
    tab.unread = widget.unread();
    return tab;
}

} // namespace

ConversationWindow::ConversationWindow(
    const EmoticonSet &emoticons, ChatPreferences &preferences, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_emoticons(emoticons)
    , m_preferences(preferences)
    , m_tabs(new ConversationTabs(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("conversationWindow"));
    setWindowIcon(Icons::mark());
    const Metrics metrics = Metrics::of(this);
    auto *header = new HeaderGround(this);
    auto *headerLayout = new QHBoxLayout(header);
    headerLayout->setContentsMargins(metrics.step(2), metrics.step(1), metrics.step(2), 0);
    headerLayout->addWidget(m_tabs, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_pages, 1);
    resize(metrics.px(700), metrics.px(540));
    setMinimumSize(metrics.px(320), metrics.px(320));

    connect(m_tabs, &QTabBar::currentChanged, this, &ConversationWindow::handleCurrentChanged);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &ConversationWindow::closeTab);
    addShortcuts();
}

ConversationWindow::~ConversationWindow()
{
    // Pages tell us about themselves while they go; there is nobody left to listen.
    disconnect(m_tabs, nullptr, this, nullptr);
    for (ConversationWidget *widget : conversations()) {
        disconnect(widget, nullptr, this, nullptr);
        delete widget;
    }
}

void ConversationWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto function) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, function);
    };
    for (const QKeySequence &keys :
        {QKeySequence(Qt::CTRL | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageDown)})
        on(keys, [this] { stepTab(1); });
    for (const QKeySequence &keys :
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageUp)})
        on(keys, [this] { stepTab(-1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_W), [this] { closeTab(m_tabs->currentIndex()); });
    for (int digit = 1; digit <= 9; ++digit) {
        on(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + digit)), [this, digit] {
            if (digit <= m_tabs->count())
                m_tabs->setCurrentIndex(digit - 1);
        });
    }
}

ConversationWidget *ConversationWindow::addConversation(
    Msn::Account &account, Msn::Conversation &conversation)
{
    std::unique_ptr<ChatAccount> &known = m_accounts[&account];
    if (!known)
        known = std::make_unique<SignInChatAccount>(account);
    return addConversation(*known, conversation);
}

ConversationWidget *ConversationWindow::addConversation(ChatAccount &account, Msn::Conversation &conversation)
{
    if (ConversationWidget *known = find(conversation))
        return known;
    auto *widget = new ConversationWidget(account, conversation, m_emoticons, m_preferences);
    m_pages->addWidget(widget);
    m_tabs->addConversation(tabFor(*widget));
    connect(widget, &ConversationWidget::titleChanged, this, [this, widget] { refreshTab(*widget); });
    connect(widget, &ConversationWidget::unreadChanged, this, [this, widget] {
        refreshTab(*widget);
        handleUnread();
    });
    connect(widget, &ConversationWidget::attentionWanted, this, [this] { QApplication::alert(this); });
    connect(widget, &ConversationWidget::nudged, this, [this, widget] { shake(*widget); });
    connect(widget, &ConversationWidget::linkActivated, this, &ConversationWindow::linkActivated);
    if (m_tabs->count() == 1)
        handleCurrentChanged();
    appear();
    handleUnread();
    if (widget->unread() > 0)
        QApplication::alert(this);
    return widget;
}

void ConversationWindow::appear()
{
    if (isVisible())
        return;
    setAttribute(Qt::WA_ShowWithoutActivating);
    show();
    setAttribute(Qt::WA_ShowWithoutActivating, false);
}

void ConversationWindow::showConversation(Msn::Account &account, Msn::Conversation &conversation)
{
    showConversation(addConversation(account, conversation)->account(), conversation);
}

void ConversationWindow::showConversation(ChatAccount &account, Msn::Conversation &conversation)
{
    ConversationWidget *widget = addConversation(account, conversation);
    m_tabs->setCurrentIndex(indexOf(*widget));
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    widget->input().setFocus();
}

void ConversationWindow::removeConversation(Msn::Conversation &conversation)
{
    if (const ConversationWidget *widget = find(conversation))
        takeTab(indexOf(*widget));
}

void ConversationWindow::removeAccount(Msn::Account &account)
{
    const auto known = m_accounts.find(&account);
    if (known == m_accounts.end())
        return;
    for (const ConversationWidget *widget : conversations()) {
        if (&widget->account() == known->second.get())
            takeTab(indexOf(*widget));
    }
    m_accounts.erase(known);
}

ConversationWidget *ConversationWindow::widgetAt(int index) const
{
    return qobject_cast<ConversationWidget *>(m_pages->widget(index));
}

int ConversationWindow::indexOf(const ConversationWidget &widget) const
{
    return int(conversations().indexOf(&widget));
}

ConversationWidget *ConversationWindow::current() const
{
    return widgetAt(m_tabs->currentIndex());
}

QList<ConversationWidget *> ConversationWindow::conversations() const
{
    QList<ConversationWidget *> widgets;
    for (int index = 0; index < m_pages->count(); ++index)
        widgets.append(widgetAt(index));
    return widgets;
}

ConversationWidget *ConversationWindow::find(const Msn::Conversation &conversation) const
{
    for (ConversationWidget *widget : conversations()) {
        if (&widget->conversation() == &conversation)
            return widget;
    }
    return nullptr;
}

int ConversationWindow::unread() const
{
    return m_unread;
}

void ConversationWindow::closeTab(int index)
{
    const ConversationWidget *widget = widgetAt(index);
    if (!widget)
        return;
    Msn::Conversation *conversation = &widget->conversation();
    takeTab(index);
    Q_EMIT conversationClosed(conversation);
}

void ConversationWindow::takeTab(int index)
{
    ConversationWidget *widget = widgetAt(index);
    disconnect(widget, nullptr, this, nullptr);
    m_pages->removeWidget(widget);
    // A click or key inside it may have brought us here, but it must not see the conversation go.
    widget->hide();
    widget->disconnectFromConversation();
    widget->deleteLater();
    m_tabs->removeTab(index);
    handleCurrentChanged();
    handleUnread();
    if (m_tabs->count() == 0)
        hide();
}

void ConversationWindow::stepTab(int by)
{
    if (const int count = m_tabs->count(); count > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + count) % count);
}

void ConversationWindow::handleCurrentChanged()
{
    ConversationWidget *widget = current();
    if (!widget)
        return;
    m_pages->setCurrentWidget(widget);
    setWindowTitle(PeerText::windowTitle(widget->title()));
    refreshInFront();
    if (!m_tabs->hasFocus())
        widget->input().setFocus();
}

void ConversationWindow::refreshTab(const ConversationWidget &widget)
{
    m_tabs->setConversation(indexOf(widget), tabFor(widget));
    if (&widget == current())
        setWindowTitle(PeerText::windowTitle(widget.title()));
}

void ConversationWindow::handleUnread()
{
    const QList<ConversationWidget *> widgets = conversations();
    const int unread = std::accumulate(widgets.begin(), widgets.end(), 0,
        [](int sum, const ConversationWidget *widget) { return sum + widget->unread(); });
    if (std::exchange(m_unread, unread) != unread)
        Q_EMIT unreadChanged(unread);
}

void ConversationWindow::refreshInFront()
{
    for (ConversationWidget *widget : conversations())
        widget->setInFront(widget == current() && isActiveWindow());
}

void ConversationWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        refreshInFront();
}

void ConversationWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        closeTab(m_tabs->currentIndex());
    else
        QWidget::keyPressEvent(event);
}

void ConversationWindow::closeEvent(QCloseEvent *event)
{
    while (m_tabs->count() > 0)
        closeTab(m_tabs->count() - 1);
    event->accept();
}

void ConversationWindow::shake(const ConversationWidget &widget)
{
    if (&widget != current() || !isVisible() || !mayMove(*this))
        return;
    // The content, not the window: a window may not move itself everywhere.
    auto *animation = new QPropertyAnimation(m_pages, "pos", this);
    const QPoint home = m_pages->pos();
    const QPoint swing(Metrics::of(this).step(1.5), 0);
    animation->setDuration(shakeMs);
    animation->setKeyValueAt(0, home);
    for (const auto &[at, side] :
        {std::pair(0.2, 1), std::pair(0.4, -1), std::pair(0.6, 1), std::pair(0.8, -1)})
        animation->setKeyValueAt(at, home + swing * side);
    animation->setKeyValueAt(1, home);
    animation->start(QAbstractAnimation::DeleteWhenStopped);
}

} // namespace Ui
