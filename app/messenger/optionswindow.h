#pragma once

#include "ui/options/optionspage.h"
#include "ui/signin/signinrequest.h"

#include <QObject>

#include <memory>

namespace Msn {
class ConnectionChoices;
class NetworkCatalog;
class SecretStore;
class Settings;
struct ProfileDirectories;
} // namespace Msn

namespace Ui {
class OptionsDialog;
}

namespace App {

/// What the pages of the options work on.
struct OptionsParts
{
    Msn::Settings &settings;
    Msn::NetworkCatalog &networks;
    Msn::SecretStore &secrets;
    const Msn::ProfileDirectories &directories;
    Msn::ConnectionChoices &connection;
};

/// The options of the messenger: made when somebody first asks for them, their pages in one list.
class OptionsWindow : public QObject
{
    Q_OBJECT

public:
    /// \p parts must outlive the window.
    explicit OptionsWindow(const OptionsParts &parts, QObject *parent = nullptr);
    ~OptionsWindow() override;

    /// Before the first open().
    void addPages(const QList<Ui::OptionsPage> &pages) { m_added += pages; }
    /// At the page \p id; empty: where it was last.
    void open(const QString &id = {});
    /// Those that are signed in, also before the dialog is made. Before one is destroyed it has to
    /// be taken away.
    void setAccounts(const QList<Msn::Account *> &accounts);
    /// Nullptr before the first open().
    Ui::OptionsDialog *dialog() const { return m_dialog.get(); }

Q_SIGNALS:
    /// Name in the catalog.
    void networkTestWanted(const QString &network);
    /// Without a password: it is in the keychain, or has to be typed.
    void signInWanted(const Ui::SignInRequest &request);
    void newAccountWanted();

private:
    QWidget *makeAccounts();
    QWidget *makeNetworks();
    /// In the order in which they are shown.
    QList<Ui::OptionsPage> pages();

    const OptionsParts m_parts;
    QList<Ui::OptionsPage> m_added;
    QList<Msn::Account *> m_accounts;
    std::unique_ptr<Ui::OptionsDialog> m_dialog;
};

} // namespace App
