#include "ui/conversation/window/conversationmenus.h"

#include "core/history/historyrecorder.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/view/findbar.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationactions.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/peermenu.h"
#include "ui/icons/icons.h"

#include <QMenu>

namespace Ui {
namespace {

/// Where Cut, Copy and Paste go: the log if it has the focus, else what is being written.
QTextEdit &textWithFocus(ConversationWidget &widget)
{
    if (widget.view().hasFocus() || widget.view().textCursor().hasSelection())
        return widget.view();
    return *widget.input().edit();
}

bool isKept(const ConversationWidget &widget)
{
    const Msn::HistoryRecorder *history = widget.account().history();
    return history && history->isKeeping() && !history->isPrivate(widget.conversation());
}

void setKept(ConversationWidget &widget)
{
    if (Msn::HistoryRecorder *history = widget.account().history())
        history->setPrivate(widget.conversation(), isKept(widget));
}

} // namespace

ConversationMenus::ConversationMenus(ConversationDeck &deck, ChatPreferences &preferences, Place place)
    : QObject(&deck)
    , m_deck(deck)
    , m_entries(deck, preferences)
    , m_place(place)
    , m_all(new QMenu(&deck))
{
    fillChat(*addMenu(tr("&Chat")));
    fillEdit(*addMenu(tr("&Edit")));
    addMenu(new ViewMenu(m_entries, place, &deck));
    fillActions(*addMenu(tr("&Actions")));
    addMenu(new PeerMenu(m_entries, &deck));
}

QMenu *ConversationMenus::addMenu(const QString &title)
{
    auto *menu = new QMenu(title, &m_deck);
    addMenu(menu);
    return menu;
}

void ConversationMenus::addMenu(QMenu *menu)
{
    m_menus.append(menu);
    m_all->addMenu(menu);
}

void ConversationMenus::fillChat(QMenu &menu)
{
    menu.addAction(tr("&New conversation…"), this, &ConversationMenus::contactListRequested);
    m_entries.add(
        menu, tr("&Invite…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
        [](ConversationWidget &widget) { widget.actions().invite(); }, QStringLiteral("invite"));
    m_entries.add(menu, tr("&Save to a file…"), {QKeySequence::Save},
        [](ConversationWidget &widget) { widget.actions().saveToFile(); });
    m_keep = m_entries.add(menu, tr("&Keep this conversation"), {}, &setKept);
    m_keep->setCheckable(true);
    menu.addSeparator();
    m_tearOff = m_entries.add(menu, tr("Move to a window of its &own"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
        [this](ConversationWidget &widget) { Q_EMIT tearOffRequested(&widget); });
    m_putBack = m_entries.add(menu, tr("Put &back among the tabs"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
        [this](ConversationWidget &widget) { Q_EMIT putBackRequested(&widget); });
    menu.addSeparator();
    m_entries.add(menu, tr("Next &tab"),
        {QKeySequence(Qt::CTRL | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
        [this](ConversationWidget &) { m_deck.nextTab(); });
    m_entries.add(menu, tr("&Previous tab"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
        [this](ConversationWidget &) { m_deck.previousTab(); });
    m_entries.add(menu, tr("Move tab &left"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp)},
        [this](ConversationWidget &) { m_deck.moveTab(-1); });
    m_entries.add(menu, tr("Move tab &right"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown)},
        [this](ConversationWidget &) { m_deck.moveTab(1); });
    menu.addSeparator();
    m_entries.add(menu, tr("&Close"), {QKeySequence(Qt::CTRL | Qt::Key_W)},
        [this](ConversationWidget &) { m_deck.closeCurrent(); });
    connect(&menu, &QMenu::aboutToShow, this, [this] {
        const ConversationWidget *widget = m_deck.current();
        const bool isTornOff = widget && m_isTornOff && m_isTornOff(widget);
        m_putBack->setEnabled(isTornOff);
        m_keep->setEnabled(widget && widget->account().history());
        m_keep->setChecked(widget && isKept(*widget));
        m_tearOff->setEnabled(widget && (m_place == Place::Pane || m_deck.count() > 1));
    });
    // The keys work whether or not the menu was looked at.
    connect(&menu, &QMenu::aboutToHide, this, [this] {
        m_putBack->setEnabled(true);
        m_tearOff->setEnabled(true);
    });
}

void ConversationMenus::fillEdit(QMenu &menu)
{
    // Their keys belong to the fields themselves.
    const auto addPlain = [&](const QString &text, QKeySequence::StandardKey key, void (QTextEdit::*slot)()) {
        QAction *action = menu.addAction(text);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, slot] {
            if (ConversationWidget *widget = m_deck.current())
                (textWithFocus(*widget).*slot)();
        });
    };
    addPlain(tr("Cu&t"), QKeySequence::Cut, &QTextEdit::cut);
    addPlain(tr("&Copy"), QKeySequence::Copy, &QTextEdit::copy);
    m_entries.add(menu, tr("Copy &with times"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        [](ConversationWidget &widget) { widget.view().copyWithTimes(); });
    QAction *paste = menu.addAction(tr("&Paste"));
    paste->setShortcut(QKeySequence::Paste);
    paste->setShortcutContext(Qt::WidgetShortcut);
    connect(paste, &QAction::triggered, this, [this] {
        if (const ConversationWidget *widget = m_deck.current())
            widget->input().edit()->paste();
    });
    m_entries.add(
        menu, tr("&Quote"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q)}, [](ConversationWidget &widget) {
            if (widget.view().textCursor().hasSelection())
                widget.view().quote();
        });
    menu.addSeparator();
    m_entries.add(
        menu, tr("&Find…"), {QKeySequence::Find}, [](ConversationWidget &widget) { widget.findBar().open(); },
        QStringLiteral("search"));
    m_entries.add(menu, tr("Find &next"), {QKeySequence(Qt::Key_F3)},
        [](ConversationWidget &widget) { widget.findBar().findPrevious(); });
    m_entries.add(menu, tr("Find p&revious"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
        [](ConversationWidget &widget) { widget.findBar().findNext(); });
    menu.addSeparator();
    QAction *options = menu.addAction(
        Icons::icon("settings"), tr("&Options…"), this, &ConversationMenus::optionsRequested);
    // The window around a pane has that key itself.
    if (m_place == Place::Window)
        options->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
}

void ConversationMenus::fillActions(QMenu &menu)
{
    m_entries.add(
        menu, tr("Send a &nudge"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
        [](ConversationWidget &widget) { widget.input().nudge(); }, QStringLiteral("nudge"));
    m_entries.add(
        menu, tr("Insert an &emoticon…"), {},
        [](ConversationWidget &widget) { widget.input().openEmoticons(); }, QStringLiteral("emoticon"));
    m_entries.add(
        menu, tr("&Font and colour of my text…"), {},
        [](ConversationWidget &widget) { widget.input().openFormat(); }, QStringLiteral("font"));
    menu.addSeparator();
    m_entries.add(
        menu, tr("Go to the &messages"), {QKeySequence(Qt::Key_F6)}, [](ConversationWidget &widget) {
            if (widget.view().hasFocus())
                widget.input().setFocus(Qt::TabFocusReason);
            else
                widget.view().setFocus(Qt::TabFocusReason);
        });
}

} // namespace Ui
