#include "ui/mainwindow/mainmenu.h"

#include "ui/contacts/contactview.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactmenus.h"
#include "ui/mainwindow/statusmenu.h"

#include <QActionGroup>
#include <QMenuBar>

namespace Ui {

namespace {

QIcon icon(const char *name)
{
    return Icons::icon(QLatin1String(name));
}

} // namespace

MainMenu::MainMenu(
    QMenuBar &bar, ContactActions &actions, ContactMenus &menus, ContactView &view, QWidget &window)
    : QObject(&window)
    , m_actions(actions)
    , m_status(new StatusMenu(tr("My &status"), &window))
{
    buildFile(*bar.addMenu(tr("&File")));
    buildContacts(*bar.addMenu(tr("&Contacts")));
    QMenu *selection = bar.addMenu(tr("&Actions"));
    // What is selected now, not when the menu was made.
    connect(selection, &QMenu::aboutToShow, &menus, [selection, &menus, &view] {
        selection->clear();
        menus.fill(*selection, view.currentIndex());
    });
    buildTools(*bar.addMenu(tr("&Tools")));
    buildHelp(*bar.addMenu(tr("&Help")));
}

void MainMenu::buildFile(QMenu &menu)
{
    menu.addMenu(m_status);
    menu.addAction(tr("Change my &name"), this, &MainMenu::renameSelfRequested);
    menu.addSeparator();
    menu.addAction(icon("sign-out"), tr("Sign &out"), this, &MainMenu::signOutRequested);
    menu.addSeparator();
    menu.addAction(tr("&Close"), QKeySequence::Close, this, &MainMenu::closeRequested);
    menu.addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &MainMenu::quitRequested);
}

void MainMenu::buildContacts(QMenu &menu)
{
    ContactActions *actions = &m_actions;
    menu.addAction(icon("add-contact"), tr("&Add a contact…"), QKeySequence(Qt::CTRL | Qt::Key_N), actions,
        [actions] { actions->addContact(); });
    menu.addAction(icon("mail"), tr("&Invite by e-mail…"), actions, [actions] { actions->inviteByEmail(); });
    menu.addAction(icon("search"), tr("&Find a contact"), QKeySequence::Find, this, &MainMenu::findRequested);
    menu.addSeparator();
    menu.addAction(icon("group-add"), tr("New &group…"), actions, &ContactActions::addGroup);
    menu.addSeparator();
    auto *sorting = new QActionGroup(this);
    m_sortByGroup = menu.addAction(tr("Show by g&roup"));
    m_sortByStatus = menu.addAction(tr("Show by &status"));
    for (QAction *action : {m_sortByGroup, m_sortByStatus}) {
        action->setCheckable(true);
        sorting->addAction(action);
    }
    m_showOffline = menu.addAction(tr("Show people who are &offline"));
    m_showOffline->setCheckable(true);
}

void MainMenu::buildTools(QMenu &menu)
{
    menu.addAction(icon("settings"), tr("&Options…"), QKeySequence(Qt::CTRL | Qt::Key_P), this,
        &MainMenu::optionsRequested);
}

void MainMenu::buildHelp(QMenu &menu)
{
    menu.addAction(tr("&Network log"), this, &MainMenu::networkLogRequested);
    menu.addSeparator();
    menu.addAction(icon("about"), tr("&About Swallowtail"), this, &MainMenu::aboutRequested);
}

} // namespace Ui
