#pragma once

#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace Ui {

class ContactActions;
class ContactMenus;
class ContactView;
class StatusMenu;

/// The menus of the contact list's window. Shortcuts work while the list is shown.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    MainMenu(QMenuBar &bar, ContactActions &actions, ContactMenus &menus, ContactView &view, QWidget &window);

    StatusMenu *statusMenu() const { return m_status; }
    QAction *sortByStatus() const { return m_sortByStatus; }
    QAction *sortByGroup() const { return m_sortByGroup; }
    QAction *showOffline() const { return m_showOffline; }

Q_SIGNALS:
    void signOutRequested();
    void closeRequested();
    void quitRequested();
    void findRequested();
    void renameSelfRequested();
    void optionsRequested();
    void networkLogRequested();
    void aboutRequested();

private:
    void buildFile(QMenu &menu);
    void buildContacts(QMenu &menu);
    void buildTools(QMenu &menu);
    void buildHelp(QMenu &menu);

    ContactActions &m_actions;
    StatusMenu *m_status;
    QAction *m_sortByGroup = nullptr;
    QAction *m_sortByStatus = nullptr;
    QAction *m_showOffline = nullptr;
};

} // namespace Ui
