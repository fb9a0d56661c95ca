#pragma once

#include "core/account/account.h"

#include <QList>
#include <QWidget>

class QLineEdit;

namespace Msn {
class ContactAnnotations;
class Settings;
} // namespace Msn

namespace Ui {

class AccountLists;
class AccountSection;
class ContactActions;
class ContactView;
class InboxLine;
class ListArrangement;
class MainMenu;
class MeHeader;
class UndoBar;

/// The window's contents while somebody is signed in: menus, me, search, the contacts of each account,
/// footer. Menus, name and footer are those of the account whose list is used; the status is that of all.
class ContactPage : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the page.
    ContactPage(Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName,
        Msn::Settings &settings, QWidget *parent = nullptr);
    ~ContactPage() override;

    /// One more account below the others; both must outlive it. Not one that is there already.
    void addAccount(Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName);
    /// Not the first: whoever removes that makes a new page.
    void removeAccount(const Msn::Account &account);
    const QList<AccountSection *> &sections() const;
    AccountSection *section(const Msn::Account &account) const;

    /// The one whose list was used last: menus, name and footer are its.
    AccountSection *current() const;
    // Of that one.
    ContactView *view() const;
    ContactActions *actions() const;
    ListArrangement *arrangement() const;

    MeHeader *meHeader() const { return m_me; }
    QLineEdit *searchField() const { return m_search; }
    UndoBar *bar() const { return m_bar; }
    MainMenu *menu() const { return m_menu; }
    /// Marks somebody's messages as not looked at; 0 takes the mark away.
    void setUnread(const Msn::Account &account, const Msn::Address &address, int count);

Q_SIGNALS:
    void chatWanted(Msn::Account *account, const Msn::Address &address);
    void alertsWanted(Msn::Account *account, const Msn::Address &address);
    /// Of what was said with somebody; without an account with everybody.
    void historyWanted(Msn::Account *account, const Msn::Address &address);
    /// Of all accounts.
    void signOutRequested();
    /// Of one among several.
    void accountSignOutRequested(Msn::Account *account);
    void accountCloseRequested(Msn::Account *account);
    void signInAgainRequested(Msn::Account *account);
    void anotherAccountRequested();
    void closeRequested();
    void quitRequested();
    /// Empty: at the page where they were last.
    void optionsRequested(const QString &page);
    void keysRequested();
    void networkLogRequested();
    void historyImportRequested();
    void contactsSaveRequested();
    void contactsRestoreRequested();
    void hostingRequested();
    void aboutRequested();
    void alwaysOnTopChosen(bool onTop);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *makeSearch();
    QWidget *makeFooter();
    void connectMenu();
    void connectMe();
    AccountSection *addSection(
        Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName);
    void connectSection(AccountSection &section);
    /// Whose status the header changes besides its own.
    void refreshOthers();
    void setStatusOfAll(Msn::Status status);
    void setOwnPicture(const QByteArray &png);
    void focusSearch();
    void refreshMe();

    Msn::Settings &m_settings;
    MeHeader *m_me;
    UndoBar *m_bar;
    QLineEdit *m_search;
    InboxLine *m_inbox;
    AccountLists *m_lists;
    MainMenu *m_menu = nullptr;
};

} // namespace Ui
