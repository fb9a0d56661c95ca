#pragma once

#include <QMainWindow>

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
class MainWindow : public QMainWindow
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

    /// \p account and \p annotations must outlive the page: call showSignIn() before it goes.
    void showContacts(
        Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName);
    void showSignIn();
    /// Brings the window to the person, from wherever it is.
    void present();

Q_SIGNALS:
    void chatWanted(const Msn::Address &address);
    void signOutRequested();
    /// Empty: at the page where they were last.
    void optionsRequested(const QString &page);
    void networkLogRequested();
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void openAbout();
    void openKeys();
    void setAlwaysOnTop(bool onTop);
    void restorePlace();

    Msn::Settings &m_settings;
    QStackedWidget *m_pages;
    SignInPage *m_signIn = nullptr;
    ContactPage *m_contacts = nullptr;
};

} // namespace Ui
