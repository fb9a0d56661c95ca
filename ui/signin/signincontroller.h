#pragma once

#include "core/base/error.h"
#include "core/net/signinprogress.h"
#include "core/storage/profiledirectories.h"
#include "core/storage/savedaccounts.h"
#include "ui/signin/signinrequest.h"
#include "ui/text/errortext.h"

#include <QObject>

#include <functional>

namespace Msn {
class NetworkCatalog;
class SecretStore;
class Settings;
struct KnownNetwork;
} // namespace Msn

namespace Ui {

class AccountKeeper;
class SignInPage;

/// An account that a network offers for trying it out.
struct TryOutAccount
{
    Msn::Address address;
    QString password;
};

/// Keeps the sign-in page, the saved accounts and the keychain in step. Touches the keychain only
/// when somebody signs in or wants a password kept, never to show the page.
class SignInController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller. \p demo is filled in for the demo network.
    SignInController(SignInPage &page, Msn::NetworkCatalog &networks, Msn::Settings &settings,
        Msn::SecretStore &secrets, const TryOutAccount &demo, const Msn::ProfileDirectories &directories = {},
        QObject *parent = nullptr);

    /// Fills the page with the account used last; on the first start with the demo.
    void start();
    /// For the command line: chooses a network and fills in an address, either may be empty.
    void prefill(const QString &network, const Msn::Address &address);
    /// For one more account: the first saved one that is not \p taken, else empty fields.
    void offerAnother(const std::function<bool(const Msn::Address &, const QString &)> &taken);
    /// The accounts that ask to be signed in without a click, the one used last first.
    QList<SignInRequest> automaticRequests() const;
    /// As it was signed in last; the password is in the keychain or has to be typed.
    SignInRequest savedRequest(const Msn::Address &address, const QString &network) const;
    /// The network that is chosen on the page.
    QString chosenNetwork() const;
    /// As if the person had filled it in and pressed the button. What worked last decides whether it
    /// goes through the web gateway.
    void submit(const SignInRequest &request);
    /// The sign-in that has just failed once more, on the other way.
    void retryThroughGateway(bool throughGateway);

    // What became of the sign-in that signInWanted() asked for.
    void handleProgress(Msn::SignInProgress progress);
    void handleSignedIn();
    void handleFailed(const Msn::Error &error);
    /// A session has ended; ErrorCode::None: because the person wanted it.
    void handleSignedOut(const Msn::Error &error);

Q_SIGNALS:
    /// The password is filled in.
    void signInWanted(const Ui::SignInRequest &request);
    void cancelWanted();
    /// The keychain did not have the password: the page asks for it.
    void failedBeforeTheServer();
    /// The network that is chosen, and whatever else is filled in.
    void testWanted(const Ui::SignInRequest &request);
    /// Signed in, but the password could not be put into the keychain.
    void passwordNotKept(const Ui::ErrorWords &words);

private:
    void connectPage();
    void askForKeychain();
    void fillFor(const QString &network);
    void fillFor(const QString &network, const Msn::Address &address);
    void submitForm();
    void fetchPassword();
    void beginSignIn();
    void cancel();
    void forget();
    void addNetwork(const QString &file);
    void trustCertificate();
    bool mayAskAboutCertificate(const Msn::Error &error) const;
    void showError(const ErrorWords &words);
    QString networkName() const;

    SignInPage &m_page;
    Msn::NetworkCatalog &m_networks;
    Msn::Settings &m_settings;
    Msn::SecretStore &m_secrets;
    Msn::SavedAccounts m_accounts;
    AccountKeeper *m_keeper;
    const TryOutAccount m_demo;
    const Msn::ProfileDirectories m_directories;

    SignInRequest m_request;
    /// The password was typed, not fetched: it is to be kept if the person wants that.
    bool m_typedPassword = false;
    QByteArray m_shownCertificate;
    /// Answers of the keychain to an older request are of no interest.
    int m_attempt = 0;
};

} // namespace Ui
