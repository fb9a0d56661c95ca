#include "ui/conversation/window/viewmenu.h"

#include "ui/conversation/base/chatstyle.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationwidget.h"

#include <QActionGroup>
#include <QFontDialog>

namespace Ui {
namespace {

constexpr int sizeStep = 10;

} // namespace

ViewMenu::ViewMenu(const DeckEntries &entries, Place place, QWidget *parent)
    : QMenu(tr("&View"), parent)
    , m_entries(entries)
    , m_preferences(entries.preferences())
{
    using P = ChatPreferences;
    const auto addSwitch = [this](const QString &text, const DeckEntries::Keys &keys, bool (P::*get)() const,
                               void (P::*set)(bool)) { m_entries.addSwitch(*this, text, keys, get, set); };
    addSwitch(tr("&Emoticons"), {}, &P::showsEmoticons, &P::setShowsEmoticons);
    addSwitch(tr("&Pictures"), {}, &P::showsPictures, &P::setShowsPictures);
    addSwitch(tr("T&imes"), {}, &P::showsTimes, &P::setShowsTimes);
    addSwitch(tr("&Fonts and colours of others"), {}, &P::showsFormats, &P::setShowsFormats);
    addSwitch(tr("&Colours written as codes"), {}, &P::showsCodes, &P::setShowsCodes);
    addSeparator();
    addSwitch(tr("&Tool bar"), {}, &P::showsToolBar, &P::setShowsToolBar);
    if (place == Place::Window)
        addSwitch(
            tr("&Menu bar"), {QKeySequence(Qt::CTRL | Qt::Key_M)}, &P::showsMenuBar, &P::setShowsMenuBar);
    addSeparator();
    addStyles(*addMenu(tr("&Style")));
    addPlaces(*addMenu(tr("Conversations i&n")));
    addSizes(*addMenu(tr("Text si&ze")));
    addAction(tr("C&hange font…"), this, &ViewMenu::chooseFont);
    addSeparator();
    m_entries.add(*this, tr("Clea&r"), {QKeySequence(Qt::CTRL | Qt::Key_L)},
        [](ConversationWidget &widget) { widget.view().clearMessages(); });
}

void ViewMenu::addStyles(QMenu &menu)
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

void ViewMenu::addPlaces(QMenu &menu)
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

void ViewMenu::addSizes(QMenu &menu)
{
    const auto change = [this](int by) {
        m_preferences.setTextSize(by == 0 ? 100 : qBound(60, m_preferences.textSize() + by, 250));
    };
    m_entries.add(menu, tr("&Larger"), {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        [change](ConversationWidget &) { change(sizeStep); });
    m_entries.add(
        menu, tr("&Smaller"), {QKeySequence::ZoomOut}, [change](ConversationWidget &) { change(-sizeStep); });
    m_entries.add(menu, tr("&Normal"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
        [change](ConversationWidget &) { change(0); });
}

void ViewMenu::chooseFont()
{
    auto *dialog = new QFontDialog(m_entries.deck().window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Font of conversations"));
    if (!m_preferences.textFamily().isEmpty())
        dialog->setCurrentFont(QFont(m_preferences.textFamily()));
    connect(dialog, &QFontDialog::fontSelected, &m_preferences,
        [this](const QFont &font) { m_preferences.setTextFamily(font.family()); });
    dialog->open();
}

} // namespace Ui
