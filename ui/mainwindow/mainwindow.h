#pragma once

#include "ui/conversation/window/conversationwindows.h"

#include <QMainWindow>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace Msn {
class Account;
class Address;
class ContactAnnotations;
class Settings;
} // namespace Msn

namespace Ui {

class ContactPage;
class SignInPage;

/// The narrow, tall window: the sign-in page, or the contacts of whoever is signed in.
class MainWindow : public QMainWindow, public ConversationHost
{
    Q_OBJECT

public:
    /// \p settings must outlive the window.
    explicit MainWindow(Msn::Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Built when it is first asked for: the window itself can be shown, empty, long before.
    SignInPage *signInPage();
    /// Nullptr while the sign-in page is shown.
    ContactPage *contactPage() const { return m_contacts; }

    /// Beside those that are shown already, or anew. \p account and \p annotations must outlive it: call
    /// removeContacts() before they go.
    void showContacts(
        Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName);
    /// The sign-in page if it was the last one.
    void removeContacts(const Msn::Account &account);
    /// Nobody's contacts are shown any more.
    void showSignIn();
    /// For one more account: the contacts stay, and there is a way back to them.
    void showSignInBeside();
    bool isSignInShown() const;
    /// Brings the window to the person, from wherever it is.
    void present() override;
    /// Who somebody is, over the contacts of \p account.
    void showProperties(Msn::Account *account, const Msn::Address &address);
    /// Beside the contacts, with a handle between them; wider while it is there, as far as the screen
    /// allows.
    void setSidePane(QWidget *pane) override;
    /// The person has a network of their own on this computer, to be managed where others are offered to
    /// host one.
    void setHasOwnNetwork(bool has);
    /// Notes where the window stands, for the next start. Closing does, too.
    void keepPlace();
    /// Asked when the person closes the window: whether it may close. If not, \p guard sees to
    /// what happens instead.
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }

Q_SIGNALS:
    void chatWanted(Msn::Account *account, const Msn::Address &address);
    void alertsWanted(Msn::Account *account, const Msn::Address &address);
    /// Of what was said with somebody; without an account with everybody.
    void historyWanted(Msn::Account *account, const Msn::Address &address);
    /// Of all accounts.
    void signOutRequested();
    void accountSignOutRequested(Msn::Account *account);
    void accountCloseRequested(Msn::Account *account);
    void signInAgainRequested(Msn::Account *account);
    void anotherAccountRequested();
    /// Empty: at the page where they were last.
    void optionsRequested(const QString &page);
    void networkLogRequested();
    void historyImportRequested();
    void contactsSaveRequested();
    void contactsRestoreRequested();
    void hostingRequested();
    void quitRequested();
    /// The person has closed the window.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Shown
    {
        Msn::Account *account;
        Msn::ContactAnnotations *annotations;
        QString networkName;
    };

    void makeContacts(const Shown &first);
    void showPages(QWidget *page);
    void openAbout();
    void openKeys();
    void setAlwaysOnTop(bool onTop);
    int listWidth() const;
    void setWidth(int wanted);
    void restorePlace();

    Msn::Settings &m_settings;
    QSplitter *m_splitter;
    std::function<bool()> m_closeGuard;
    QStackedWidget *m_pages;
    SignInPage *m_signIn = nullptr;
    ContactPage *m_contacts = nullptr;
    QList<Shown> m_shown;
    bool m_hasOwnNetwork = false;
};

} // namespace Ui
