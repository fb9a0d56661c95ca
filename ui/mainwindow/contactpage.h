#pragma once

#include "core/account/account.h"

#include <QWidget>

class QLineEdit;
class QModelIndex;

namespace Msn {
class ContactAnnotations;
class ContactListModel;
class Settings;
} // namespace Msn

namespace Ui {

class ConnectionBanner;
class ContactActions;
class ContactListProxy;
class ContactView;
class InboxLine;
class ListArrangement;
class MainMenu;
class MeHeader;
class UndoBar;

/// The window's contents while somebody is signed in: menus, me, messages about the connection,
/// search, contacts, footer.
class ContactPage : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the page.
    ContactPage(Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName,
        Msn::Settings &settings, QWidget *parent = nullptr);
    ~ContactPage() override;

    ContactView *view() const { return m_view; }
    ContactActions *actions() const { return m_actions; }
    MeHeader *meHeader() const { return m_me; }
    QLineEdit *searchField() const { return m_search; }
    UndoBar *bar() const { return m_bar; }
    MainMenu *menu() const { return m_menu; }
    ListArrangement *arrangement() const { return m_arrangement; }
    /// Marks somebody's messages as not looked at; 0 takes the mark away.
    void setUnread(const Msn::Address &address, int count);

Q_SIGNALS:
    void chatWanted(const Msn::Address &address);
    void signOutRequested();
    void closeRequested();
    void quitRequested();
    /// Empty: at the page where they were last.
    void optionsRequested(const QString &page);
    void keysRequested();
    void networkLogRequested();
    void aboutRequested();
    void alwaysOnTopChosen(bool onTop);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *makeSearch();
    QWidget *makeFooter();
    void connectMenu();
    void connectView();
    void connectAccount();
    void focusSearch();
    void removeRow(const QModelIndex &index);
    void search(const QString &text);
    void refreshMe();
    void showEmptyText();

    Msn::Account &m_account;
    Msn::Settings &m_settings;
    Msn::ContactListModel *m_model;
    ContactListProxy *m_proxy;
    MeHeader *m_me;
    ConnectionBanner *m_connection;
    UndoBar *m_bar;
    QLineEdit *m_search;
    ContactView *m_view;
    InboxLine *m_inbox;
    ContactActions *m_actions;
    ListArrangement *m_arrangement;
    MainMenu *m_menu = nullptr;
};

} // namespace Ui
