#pragma once

#include "core/base/address.h"
#include "core/base/error.h"
#include "core/net/signinprogress.h"
#include "ui/signin/signinrequest.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace Msn {
class Account;
class ConnectionChoices;
class NetworkCatalog;
} // namespace Msn

namespace Ui {
class MainWindow;
class OtherWays;
class SignInController;
} // namespace Ui

namespace App {

class Session;
class Sessions;

/// From the sign-in page to the list and back, for one account or several: the page shows the
/// sign-in that was asked for last, the list whoever is signed in.
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the flow.
    SignInFlow(Ui::SignInController &signIn, Sessions &sessions, Ui::MainWindow &window,
        Msn::NetworkCatalog &networks, const Msn::ConnectionChoices &connection, QObject *parent = nullptr);
    ~SignInFlow() override;

    /// One after the other, in this order; one that fails does not keep the others from coming.
    void signInAll(const QList<Ui::SignInRequest> &requests);
    /// From elsewhere than the page: with the password given or in the keychain, or on the page where it
    /// has to be typed.
    void signIn(const Ui::SignInRequest &request);
    /// The sign-in page for one more account; who is signed in stays.
    void addAccount();
    /// A network as people read it.
    QString networkTitle(const QString &network) const;

Q_SIGNALS:
    /// Its contacts are shown.
    void shown(App::Session *session);
    /// Its contacts are no longer shown; the account is still there.
    void hidden(App::Session *session);
    /// The options of the connection are to be shown.
    void proxyWanted();

private:
    void handleProgress(Session *session, Msn::SignInProgress progress);
    void handleSignedIn(Session *session);
    void handleFailed(Session *session, const Msn::Error &error);
    void connectOtherWays();
    void handleEnded(Session *session, const Msn::Error &error);
    void handleAboutToGo(Session *session);
    void cancel();
    void signInAgain(Msn::Account *account);
    void signInNext();

    Ui::SignInController &m_signIn;
    Sessions &m_sessions;
    Ui::MainWindow &m_window;
    Msn::NetworkCatalog &m_networks;
    const Msn::ConnectionChoices &m_connection;
    std::unique_ptr<Ui::OtherWays> m_otherWays;
    QList<Ui::SignInRequest> m_waiting;
};

} // namespace App
