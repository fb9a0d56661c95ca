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
class ListArrangement;
class StatusMenu;

/// The menus of the contact list's window. Shortcuts work while the list is shown.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    /// What the menus lead to; all must outlive them.
    struct Parts
    {
        ContactActions &actions;
        ContactMenus &menus;
        ContactView &view;
        ListArrangement &arrangement;
    };

    MainMenu(QMenuBar &bar, const Parts &parts, QWidget &window);

    StatusMenu *statusMenu() const { return m_status; }
    QAction *alwaysOnTop() const { return m_alwaysOnTop; }
    QAction *openInbox() const { return m_openInbox; }

Q_SIGNALS:
    void anotherAccountRequested();
    void signOutRequested();
    void closeRequested();
    void quitRequested();
    void findRequested();
    void renameSelfRequested();
    void inboxRequested();
    void alwaysOnTopChosen(bool onTop);
    /// Empty: where it was last.
    void optionsRequested(const QString &page);
    void keysRequested();
    void networkLogRequested();
    void historyImportRequested();
    void aboutRequested();

private:
    void buildFile(QMenu &menu);
    void buildContacts(QMenu &menu);
    void buildActions(QMenu &menu);
    void buildTools(QMenu &menu);
    void buildHelp(QMenu &menu);
    void addMenuKeys(QMenuBar &bar);

    const Parts m_parts;
    QWidget &m_window;
    StatusMenu *m_status;
    QAction *m_alwaysOnTop = nullptr;
    QAction *m_openInbox = nullptr;
};

} // namespace Ui
