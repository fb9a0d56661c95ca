#include "ui/conversation/window/conversationmenus.h"

#include "core/chat/conversation.h"
#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/chatstyle.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/inputspelling.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/view/findbar.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationactions.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/icons/icons.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFontDialog>
#include <QMenu>

namespace Ui {
namespace {

constexpr int sizeStep = 10;

/// Where Cut, Copy and Paste go: the log if it has the focus, else what is being written.
QTextEdit &textWithFocus(ConversationWidget &widget)
{
    if (widget.view().hasFocus() || widget.view().textCursor().hasSelection())
        return widget.view();
    return *widget.input().edit();
}

} // namespace

ConversationMenus::ConversationMenus(ConversationDeck &deck, ChatPreferences &preferences, Place place)
    : QObject(&deck)
    , m_deck(deck)
    , m_preferences(preferences)
    , m_place(place)
    , m_all(new QMenu(&deck))
{
    fillChat(*addMenu(tr("&Chat")));
    fillEdit(*addMenu(tr("&Edit")));
    fillView(*addMenu(tr("&View")));
    fillActions(*addMenu(tr("&Actions")));
    fillContact(*addMenu(tr("C&ontact")));
}

QMenu *ConversationMenus::addMenu(const QString &title)
{
    auto *menu = new QMenu(title, &m_deck);
    m_menus.append(menu);
    m_all->addMenu(menu);
    return menu;
}

QAction *ConversationMenus::add(QMenu &menu, const QString &text, const Keys &keys,
    std::function<void(ConversationWidget &)> function, const QString &icon)
{
    QAction *action = icon.isEmpty() ? menu.addAction(text) : menu.addAction(Icons::icon(icon), text);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_deck.addAction(action);
    connect(action, &QAction::triggered, this, [this, function = std::move(function)] {
        if (ConversationWidget *widget = m_deck.current())
            function(*widget);
    });
    return action;
}

QAction *ConversationMenus::addSwitch(QMenu &menu, const QString &text, const Keys &keys,
    bool (ChatPreferences::*get)() const, void (ChatPreferences::*set)(bool))
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_deck.addAction(action);
    const auto show = [this, action, get] { action->setChecked((m_preferences.*get)()); };
    show();
    connect(&m_preferences, &ChatPreferences::changed, action, show);
    connect(action, &QAction::triggered, this, [this, set](bool on) { (m_preferences.*set)(on); });
    return action;
}

void ConversationMenus::fillChat(QMenu &menu)
{
    menu.addAction(tr("&New conversation…"), this, &ConversationMenus::contactListRequested);
    add(
        menu, tr("&Invite…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
        [](ConversationWidget &widget) { widget.actions().invite(); }, QStringLiteral("invite"));
    add(menu, tr("&Save to a file…"), {QKeySequence::Save},
        [](ConversationWidget &widget) { widget.actions().saveToFile(); });
    menu.addSeparator();
    m_tearOff
        = add(menu, tr("Move to a window of its &own"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
            [this](ConversationWidget &widget) { Q_EMIT tearOffRequested(&widget); });
    m_putBack = add(menu, tr("Put &back among the tabs"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
        [this](ConversationWidget &widget) { Q_EMIT putBackRequested(&widget); });
    menu.addSeparator();
    add(menu, tr("Next &tab"),
        {QKeySequence(Qt::CTRL | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
        [this](ConversationWidget &) { m_deck.nextTab(); });
    add(menu, tr("&Previous tab"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
        [this](ConversationWidget &) { m_deck.previousTab(); });
    add(menu, tr("Move tab &left"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp)},
        [this](ConversationWidget &) { m_deck.moveTab(-1); });
    add(menu, tr("Move tab &right"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown)},
        [this](ConversationWidget &) { m_deck.moveTab(1); });
    menu.addSeparator();
    add(menu, tr("&Close"), {QKeySequence(Qt::CTRL | Qt::Key_W)},
        [this](ConversationWidget &) { m_deck.closeCurrent(); });
    connect(&menu, &QMenu::aboutToShow, this, [this] {
        const ConversationWidget *widget = m_deck.current();
        const bool isTornOff = widget && m_isTornOff && m_isTornOff(widget);
        m_putBack->setEnabled(isTornOff);
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
    add(menu, tr("Copy &with times"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        [](ConversationWidget &widget) { widget.view().copyWithTimes(); });
    QAction *paste = menu.addAction(tr("&Paste"));
    paste->setShortcut(QKeySequence::Paste);
    paste->setShortcutContext(Qt::WidgetShortcut);
    connect(paste, &QAction::triggered, this, [this] {
        if (const ConversationWidget *widget = m_deck.current())
            widget->input().edit()->paste();
    });
    add(menu, tr("&Quote"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q)}, [](ConversationWidget &widget) {
        if (widget.view().textCursor().hasSelection())
            widget.view().quote();
    });
    menu.addSeparator();
    add(
        menu, tr("&Find…"), {QKeySequence::Find}, [](ConversationWidget &widget) { widget.findBar().open(); },
        QStringLiteral("search"));
    add(menu, tr("Find &next"), {QKeySequence(Qt::Key_F3)},
        [](ConversationWidget &widget) { widget.findBar().findPrevious(); });
    add(menu, tr("Find p&revious"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
        [](ConversationWidget &widget) { widget.findBar().findNext(); });
    menu.addSeparator();
    QAction *options = menu.addAction(
        Icons::icon(QStringLiteral("settings")), tr("&Options…"), this, &ConversationMenus::optionsRequested);
    // The window around a pane has that key itself.
    if (m_place == Place::Window)
        options->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
}

void ConversationMenus::fillView(QMenu &menu)
{
    using P = ChatPreferences;
    addSwitch(menu, tr("&Emoticons"), {}, &P::showsEmoticons, &P::setShowsEmoticons);
    addSwitch(menu, tr("&Pictures"), {}, &P::showsPictures, &P::setShowsPictures);
    addSwitch(menu, tr("T&imes"), {}, &P::showsTimes, &P::setShowsTimes);
    addSwitch(menu, tr("&Fonts and colours of others"), {}, &P::showsFormats, &P::setShowsFormats);
    addSwitch(menu, tr("&Colours written as codes"), {}, &P::showsCodes, &P::setShowsCodes);
    menu.addSeparator();
    addSwitch(menu, tr("&Tool bar"), {}, &P::showsToolBar, &P::setShowsToolBar);
    if (m_place == Place::Window)
        addSwitch(menu, tr("&Menu bar"), {QKeySequence(Qt::CTRL | Qt::Key_M)}, &P::showsMenuBar,
            &P::setShowsMenuBar);
    menu.addSeparator();
    addStyles(*menu.addMenu(tr("&Style")));
    addPlaces(*menu.addMenu(tr("Conversations i&n")));
    addSizes(*menu.addMenu(tr("Text si&ze")));
    menu.addAction(tr("C&hange font…"), this, &ConversationMenus::chooseFont);
    menu.addSeparator();
    add(menu, tr("Clea&r"), {QKeySequence(Qt::CTRL | Qt::Key_L)},
        [](ConversationWidget &widget) { widget.view().clearMessages(); });
}

void ConversationMenus::addStyles(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    const QStringList ids = ChatStyle::ids();
    for (const QString &id : ids) {
        QAction *action = menu.addAction(ChatStyle::load(id).shownTitle());
        action->setCheckable(true);
        action->setActionGroup(group);
        const auto show = [this, action, id] { action->setChecked(m_preferences.style() == id); };
        show();
        connect(&m_preferences, &ChatPreferences::changed, action, show);
        connect(action, &QAction::triggered, this, [this, id] { m_preferences.setStyle(id); });
    }
}

void ConversationMenus::addPlaces(QMenu &menu)
{
    using Windows = ChatPreferences::Windows;
    auto *group = new QActionGroup(&menu);
    for (const auto &[windows, text] : {std::pair(Windows::Tabs, tr("&Tabs of one window")),
             std::pair(Windows::Separate, tr("A &window for each")),
             std::pair(Windows::Together, tr("One window with the contact &list"))}) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setActionGroup(group);
        const auto show
            = [this, action, windows = windows] { action->setChecked(m_preferences.windows() == windows); };
        show();
        connect(&m_preferences, &ChatPreferences::changed, action, show);
        // Not while the menu is still at work: the window it belongs to may go.
        connect(
            action, &QAction::triggered, &m_preferences,
            [this, windows = windows] { m_preferences.setWindows(windows); }, Qt::QueuedConnection);
    }
}

void ConversationMenus::addSizes(QMenu &menu)
{
    const auto change = [this](int by) {
        m_preferences.setTextSize(by == 0 ? 100 : qBound(60, m_preferences.textSize() + by, 250));
    };
    add(menu, tr("&Larger"), {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        [change](ConversationWidget &) { change(sizeStep); });
    add(menu, tr("&Smaller"), {QKeySequence::ZoomOut}, [change](ConversationWidget &) { change(-sizeStep); });
    add(menu, tr("&Normal"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
        [change](ConversationWidget &) { change(0); });
}

void ConversationMenus::chooseFont()
{
    auto *dialog = new QFontDialog(m_deck.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Font of conversations"));
    if (!m_preferences.textFamily().isEmpty())
        dialog->setCurrentFont(QFont(m_preferences.textFamily()));
    connect(dialog, &QFontDialog::fontSelected, &m_preferences,
        [this](const QFont &font) { m_preferences.setTextFamily(font.family()); });
    dialog->open();
}

void ConversationMenus::fillActions(QMenu &menu)
{
    add(
        menu, tr("Send a &nudge"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
        [](ConversationWidget &widget) { widget.input().nudge(); }, QStringLiteral("nudge"));
    add(
        menu, tr("Insert an &emoticon…"), {},
        [](ConversationWidget &widget) { widget.input().openEmoticons(); }, QStringLiteral("emoticon"));
    add(
        menu, tr("&Font and colour of my text…"), {},
        [](ConversationWidget &widget) { widget.input().openFormat(); }, QStringLiteral("font"));
    menu.addSeparator();
    add(menu, tr("Go to the &messages"), {QKeySequence(Qt::Key_F6)}, [](ConversationWidget &widget) {
        if (widget.view().hasFocus())
            widget.input().setFocus(Qt::TabFocusReason);
        else
            widget.view().setFocus(Qt::TabFocusReason);
    });
}

void ConversationMenus::fillContact(QMenu &menu)
{
    m_block = add(
        menu, tr("&Block"), {},
        [](ConversationWidget &widget) {
            const Msn::Contact *contact = widget.account().contacts().find(widget.conversation().peer());
            widget.actions().setBlocked(!(contact && contact->isBlocked()));
        },
        QStringLiteral("block"));
    m_mute = add(menu, tr("&Mute nudges"), {}, [this](ConversationWidget &widget) {
        PeerPreferences peer = m_preferences.of(widget.conversation().peer());
        peer.nudgesMuted = !peer.nudgesMuted;
        m_preferences.setOf(widget.conversation().peer(), peer);
    });
    m_mute->setCheckable(true);
    m_spelling = menu.addMenu(tr("&Spell check"));
    menu.addSeparator();
    add(
        menu, tr("Copy &e-mail address"), {},
        [](ConversationWidget &widget) {
            QApplication::clipboard()->setText(widget.conversation().peer().toString());
        },
        QStringLiteral("copy"));
    connect(&menu, &QMenu::aboutToShow, this, &ConversationMenus::refreshContact);
}

void ConversationMenus::refreshContact()
{
    const ConversationWidget *widget = m_deck.current();
    if (!widget)
        return;
    const Msn::Address &peer = widget->conversation().peer();
    const Msn::Contact *contact = widget->account().contacts().find(peer);
    m_block->setText(contact && contact->isBlocked() ? tr("Un&block") : tr("&Block"));
    m_block->setEnabled(!widget->conversation().isGroup() && widget->account().isSignedIn());
    m_mute->setChecked(m_preferences.of(peer).nudgesMuted);
    m_spelling->clear();
    InputSpelling *spelling = widget->input().spelling();
    m_spelling->menuAction()->setVisible(spelling);
    if (spelling)
        spelling->fillLanguageMenu(*m_spelling);
}

} // namespace Ui
