#pragma once

#include "app/messenger/networkwatch.h"
#include "core/account/account.h"
#include "core/base/expected.h"
#include "core/storage/profiledirectories.h"
#include "ui/signin/signinrequest.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Msn {
class ContactAnnotations;
class NetworkCatalog;
class TrafficLog;
} // namespace Msn

namespace App {

/// The service inside this program.
struct DemoService
{
    /// Starts it unless it runs, and tells where it listens.
    std::function<Msn::Expected<Msn::NetworkDescription, Msn::Error>()> start;
    std::function<void()> stop;
};

/// From a filled-in sign-in page to an account and back.
class Session : public QObject
{
    Q_OBJECT

public:
    /// \p networks must outlive the session; \p traffic may be null. \p demo runs while somebody
    /// is signed in to the demo network, no longer.
    Session(const Msn::ProfileDirectories &directories, Msn::NetworkCatalog &networks,
        Msn::TrafficLog *traffic, DemoService demo, QObject *parent = nullptr);
    ~Session() override;

    /// Ends a session that is under way first.
    void signIn(const Ui::SignInRequest &request);
    void signOut();
    /// Where the servers of \p network are. Starts the demo, and stops it again if nobody signs in.
    Msn::Expected<Msn::NetworkDescription, Msn::Error> describe(const QString &network);

    /// Nullptr before the first sign-in. Stays after the end of a session, so that open
    /// conversations can still be read; goes with the next sign-in.
    Msn::Account *account() const { return m_account.get(); }
    /// What the person has noted about this account's people; lives as long as the account.
    Msn::ContactAnnotations *annotations() const { return m_annotations.get(); }
    /// Name in the catalog.
    const QString &network() const { return m_network; }
    bool isSignedIn() const { return m_wasSignedIn; }

Q_SIGNALS:
    void progressChanged(Msn::SignInProgress progress);
    /// Once a session; coming back after a lost connection is not told.
    void signedIn();
    /// Never came about. ErrorCode::None: the person stopped it.
    void failed(const Msn::Error &error);
    /// Is over for good. ErrorCode::None: the person wanted it.
    void ended(const Msn::Error &error);
    /// Whatever shows something of the account has to let go of it now.
    void accountAboutToGo();

private:
    void handleState(Msn::Account::State state);
    void release();
    void stopDemoSoon();
    bool isDemo() const;

    const Msn::ProfileDirectories m_directories;
    Msn::NetworkCatalog &m_networks;
    Msn::TrafficLog *m_traffic;
    const DemoService m_demo;
    std::unique_ptr<Msn::ContactAnnotations> m_annotations;
    std::unique_ptr<Msn::Account> m_account;
    NetworkWatch m_networkWatch;
    QString m_network;
    bool m_wasSignedIn = false;
};

} // namespace App
