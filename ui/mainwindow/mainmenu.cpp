#include "ui/mainwindow/mainmenu.h"

#include "ui/contacts/contactview.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactmenus.h"
#include "ui/mainwindow/listarrangement.h"
#include "ui/mainwindow/statusmenu.h"

#include <QGuiApplication>
#include <QMenuBar>

namespace Ui {

using Icons::icon;

namespace {

/// There a window has no say in what lies above it.
bool canStayOnTop()
{
    return !QGuiApplication::platformName().startsWith(QLatin1String("wayland"));
}

} // namespace

MainMenu::MainMenu(
    QMenuBar &bar, std::function<List()> current, const ListArrangement &arrangement, QWidget &window)
    : QObject(&window)
    , m_current(std::move(current))
    , m_arrangement(arrangement)
    , m_window(window)
    , m_status(new StatusMenu(tr("My &status"), &window))
{
    buildFile(*bar.addMenu(tr("&File")));
    buildContacts(*bar.addMenu(tr("&Contacts")));
    buildActions(*bar.addMenu(tr("&Actions")));
    buildTools(*bar.addMenu(tr("&Tools")));
    buildHelp(*bar.addMenu(tr("&Help")));
    addMenuKeys(bar);
}

void MainMenu::buildFile(QMenu &menu)
{
    menu.addMenu(m_status);
    menu.addAction(icon("person"), tr("Change my &name"), this, &MainMenu::renameSelfRequested);
    menu.addAction(icon("picture"), tr("Change my &picture…"), this, &MainMenu::pictureRequested);
    m_openInbox = menu.addAction(icon("mail"), tr("Open my e-mail &inbox"), this, &MainMenu::inboxRequested);
    menu.addAction(icon("history"), tr("&View message history"), QKeySequence(Qt::CTRL | Qt::Key_H), this,
        &MainMenu::historyRequested);
    menu.addAction(icon("folder"), tr("Import message &history…"), this, &MainMenu::historyImportRequested);
    menu.addAction(icon("download"), tr("Save contact &list…"), this, &MainMenu::contactsSaveRequested);
    menu.addAction(
        icon("people"), tr("Import or &restore contacts…"), this, &MainMenu::contactsRestoreRequested);
    menu.addSeparator();
    menu.addAction(
        icon("sign-in"), tr("Sign in with &another account…"), this, &MainMenu::anotherAccountRequested);
    menu.addAction(icon("sign-out"), tr("Sign &out"), this, &MainMenu::signOutRequested);
    menu.addSeparator();
    menu.addAction(tr("&Close"), QKeySequence(Qt::CTRL | Qt::Key_W), this, &MainMenu::closeRequested);
    menu.addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &MainMenu::quitRequested);
}

void MainMenu::buildContacts(QMenu &menu)
{
    menu.addAction(icon("add-contact"), tr("&Add a contact…"), QKeySequence(Qt::CTRL | Qt::Key_N), this,
        [this] { m_current().actions.addContact(); });
    menu.addAction(
        icon("invite"), tr("&Invite by e-mail…"), this, [this] { m_current().actions.inviteByEmail(); });
    QAction *find = menu.addAction(icon("search"), tr("&Find a contact"), this, &MainMenu::findRequested);
    find->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_F3)});
    menu.addSeparator();
    QMenu *groups = menu.addMenu(icon("group"), tr("&Manage groups"));
    connect(groups, &QMenu::aboutToShow, this, [this, groups] {
        groups->clear();
        m_current().menus.fillForGroups(*groups);
    });
    menu.addSeparator();
    m_arrangement.addTo(menu);
}

/// For what is selected now, not when the menu was made.
void MainMenu::buildActions(QMenu &menu)
{
    connect(&menu, &QMenu::aboutToShow, this, [this, menu = &menu] {
        const List list = m_current();
        menu->clear();
        list.menus.fill(*menu, list.view.currentIndex());
    });
}

void MainMenu::buildTools(QMenu &menu)
{
    m_alwaysOnTop = menu.addAction(tr("Always on &top"));
    m_alwaysOnTop->setCheckable(true);
    m_alwaysOnTop->setVisible(canStayOnTop());
    connect(m_alwaysOnTop, &QAction::triggered, this, &MainMenu::alwaysOnTopChosen);
    menu.addSeparator();
    m_host = menu.addAction(icon("host"), QString(), this, &MainMenu::hostingRequested);
    setHasOwnNetwork(false);
    menu.addSeparator();
    menu.addAction(
        icon("lock"), tr("&Privacy…"), this, [this] { Q_EMIT optionsRequested(QStringLiteral("privacy")); });
    menu.addAction(icon("settings"), tr("&Options…"), QKeySequence(Qt::CTRL | Qt::Key_P), this,
        [this] { Q_EMIT optionsRequested({}); });
}

void MainMenu::setHasOwnNetwork(bool has)
{
    m_host->setText(has ? tr("&Your network…") : tr("&Host a chat on this network…"));
}

void MainMenu::buildHelp(QMenu &menu)
{
    menu.addAction(icon("info"), tr("&Keys"), QKeySequence::HelpContents, this, &MainMenu::keysRequested);
    menu.addAction(tr("&Network log"), this, &MainMenu::networkLogRequested);
    menu.addSeparator();
    menu.addAction(icon("about"), tr("&About Swallowtail"), this, &MainMenu::aboutRequested);
}

/// To the menus, besides the platform's own key for it.
void MainMenu::addMenuKeys(QMenuBar &bar)
{
    auto *toMenus = new QAction(this);
    toMenus->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_M), QKeySequence(Qt::Key_F10)});
    m_window.addAction(toMenus);
    // The first menu opens; on leaving it the focus is where it was.
    connect(toMenus, &QAction::triggered, &bar,
        [menuBar = &bar] { menuBar->setActiveAction(menuBar->actions().constFirst()); });
}

} // namespace Ui
