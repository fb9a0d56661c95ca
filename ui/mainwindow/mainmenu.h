#pragma once

#include <QObject>

#include <functional>

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
    /// What the menus lead to: the list of one account.
    struct List
    {
        ContactActions &actions;
        ContactMenus &menus;
        ContactView &view;
    };

    /// \p current tells which of the lists is used now; \p arrangement is that of all. Both must outlive
    /// the menus.
    MainMenu(
        QMenuBar &bar, std::function<List()> current, const ListArrangement &arrangement, QWidget &window);

    StatusMenu *statusMenu() const { return m_status; }
    QAction *alwaysOnTop() const { return m_alwaysOnTop; }
    QAction *openInbox() const { return m_openInbox; }
    /// The person has a network of their own on this computer.
    void setHasOwnNetwork(bool has);

Q_SIGNALS:
    void anotherAccountRequested();
    void signOutRequested();
    void closeRequested();
    void quitRequested();
    void findRequested();
    void renameSelfRequested();
    void pictureRequested();
    void inboxRequested();
    void alwaysOnTopChosen(bool onTop);
    /// Empty: where it was last.
    void optionsRequested(const QString &page);
    void keysRequested();
    void networkLogRequested();
    void historyRequested();
    void historyImportRequested();
    void contactsSaveRequested();
    void contactsRestoreRequested();
    void hostingRequested();
    void aboutRequested();

private:
    void buildFile(QMenu &menu);
    void buildContacts(QMenu &menu);
    void buildActions(QMenu &menu);
    void buildTools(QMenu &menu);
    void buildHelp(QMenu &menu);
    void addMenuKeys(QMenuBar &bar);

    const std::function<List()> m_current;
    const ListArrangement &m_arrangement;
    QWidget &m_window;
    StatusMenu *m_status;
    QAction *m_alwaysOnTop = nullptr;
    QAction *m_openInbox = nullptr;
    QAction *m_host = nullptr;
};

} // namespace Ui
