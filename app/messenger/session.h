#pragma once

#include "app/messenger/networkaccess.h"
#include "app/messenger/networkwatch.h"
#include "core/account/account.h"
#include "core/storage/profiledirectories.h"
#include "ui/signin/signinrequest.h"

#include <QObject>

#include <memory>

namespace Msn {
class ConnectionChoices;
class ContactAnnotations;
class HistoryRecorder;
class HistoryStore;
class TrafficLog;
} // namespace Msn

namespace App {

/// One account from a filled-in sign-in page to its end, and again.
class Session : public QObject
{
    Q_OBJECT

public:
    /// \p networks and \p connection must outlive the session; \p traffic may be null.
    Session(const Msn::ProfileDirectories &directories, NetworkAccess &networks,
        Msn::ConnectionChoices &connection, Msn::TrafficLog *traffic, QObject *parent = nullptr);
    ~Session() override;

    /// Ends a session that is under way first.
    void signIn(const Ui::SignInRequest &request);
    void signOut();
    /// Lets go of an account that is signed out; accountAboutToGo() is told.
    void release();

    /// Nullptr before the first sign-in. Stays after the end of a session, so that open
    /// conversations can still be read; goes with the next sign-in.
    Msn::Account *account() const { return m_account.get(); }
    /// What the person has noted about this account's people; lives as long as the account.
    Msn::ContactAnnotations *annotations() const { return m_annotations.get(); }
    /// What keeps this account's conversations; lives as long as the account.
    Msn::HistoryRecorder *history() const { return m_recorder.get(); }
    /// Name in the catalog.
    const QString &network() const { return m_network; }
    const Msn::Address &address() const { return m_address; }
    bool isSignedIn() const { return m_wasSignedIn; }
    /// The last sign-in went through the web gateway.
    bool wentThroughGateway() const { return m_throughGateway; }
    bool wasEverSignedIn() const { return m_wasEverSignedIn; }
    /// Neither signed in nor on the way.
    bool isOver() const;

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
    void begin(const Ui::SignInRequest &request);
    Msn::ConnectionSettings way() const;
    QString nameInLog() const;
    void handleState(Msn::Account::State state);

    const Msn::ProfileDirectories m_directories;
    NetworkAccess &m_networks;
    Msn::ConnectionChoices &m_connection;
    Msn::TrafficLog *m_traffic;
    /// What keeps the servers of this session where they are.
    std::shared_ptr<void> m_hold;
    std::unique_ptr<Msn::ContactAnnotations> m_annotations;
    std::unique_ptr<Msn::HistoryStore> m_history;
    std::unique_ptr<Msn::Account> m_account;
    /// Between the two above.
    std::unique_ptr<Msn::HistoryRecorder> m_recorder;
    NetworkWatch m_networkWatch;
    QString m_network;
    Msn::Address m_address;
    bool m_throughGateway = false;
    /// Grows with each sign-in and sign-out: what waited for the keychain is out of date then.
    int m_attempt = 0;
    bool m_wasSignedIn = false;
    bool m_wasEverSignedIn = false;
};

} // namespace App
