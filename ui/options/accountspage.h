#pragma once

#include "core/storage/savedaccounts.h"
#include "ui/options/optionsform.h"
#include "ui/signin/signinrequest.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace Msn {
class NetworkCatalog;
class SecretStore;
struct ProfileDirectories;
} // namespace Msn

namespace Ui {

class LinkButton;
class MessageBar;

/// What the page of the accounts works on; all must outlive it.
struct AccountsPageParts
{
    Msn::Settings &settings;
    Msn::SecretStore &secrets;
    const Msn::NetworkCatalog &networks;
    const Msn::ProfileDirectories &directories;
};

/// The accounts this computer remembers: how each is signed in, whether its password is kept, and
/// how to forget it.
class AccountsPage : public OptionsForm
{
    Q_OBJECT

public:
    explicit AccountsPage(const AccountsPageParts &parts, QWidget *parent = nullptr);

    void select(const Msn::Address &address, const QString &network);
    MessageBar *bar() const { return m_bar; }

Q_SIGNALS:
    /// The password is empty: it is in the keychain, or the person has to type it.
    void signInRequested(const Ui::SignInRequest &request);
    void addRequested();

private:
    void build();
    void buildDetails();
    QLayout *makeButtons();
    void refill();
    void refresh();
    void change(const std::function<void(Msn::SavedAccount &)> &how);
    void removePassword();
    void confirmForget();
    void signIn();
    Msn::SavedAccount current() const;
    QString networkName(const QString &network) const;

    const AccountsPageParts m_parts;
    Msn::SavedAccounts m_accounts;
    MessageBar *m_bar;
    QLabel *m_empty;
    QListWidget *m_list;
    QPushButton *m_signIn;
    LinkButton *m_forget;
    QWidget *m_details;
    QCheckBox *m_automatically;
    QComboBox *m_status;
    QLabel *m_password;
    LinkButton *m_removePassword;
    bool m_isRefreshing = false;
};

} // namespace Ui
