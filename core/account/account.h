#pragma once

#include "core/base/backoff.h"
#include "core/base/completion.h"
#include "core/net/signinprogress.h"
#include "core/net/timing.h"
#include "core/net/transport.h"
#include "core/protocol/networkdescription.h"
#include "core/protocol/presence.h"
#include "core/protocol/servermessage.h"
#include "core/protocol/services.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Msn {

class ContactList;
class Conversations;
class NotificationConnection;
class RosterEditor;
class RosterSync;
class SwitchboardSource;
class TrafficLog;

/// What an account needs from the world around it.
struct AccountOptions
{
    /// Where the contact-list and server caches of this account lie; empty: nothing is kept.
    QString cacheDirectory;
    Timing timing;
    /// May be null. Must outlive the account.
    TrafficLog *trafficLog = nullptr;
    /// Empty: QSslSocket with the network's trust. Tests replace it.
    TransportFactory transports;
    /// What we tell others we can do.
    ClientId clientId = ClientId::make(4, ClientId::MultiPacket);
    bool reconnects = true;
};

/// One sign-in: an address on a network. Owns the connection, the contact list and the
/// conversations; comes back by itself after a lost connection, never after OUT OTH or a wrong
/// password.
class Account : public QObject
{
    Q_OBJECT

public:
    enum class State {
        SignedOut,
        SigningIn, ///< progress() tells how far
        SignedIn, ///< list complete, first CHG sent
        WaitingToReconnect, ///< nextAttempt() tells until when
    };
    Q_ENUM(State)

    Account(const NetworkDescription &network, const Address &address, const AccountOptions &options = {},
            QObject *parent = nullptr);
    ~Account() override;

    const NetworkDescription &network() const { return m_network; }
    const Address &address() const { return m_address; }
    State state() const { return m_state; }
    SignInProgress progress() const { return m_progress; }
    /// Why the last sign-in or session ended; ErrorCode::None after a sign-out of our own.
    const Error &lastError() const { return m_lastError; }
    /// WaitingToReconnect only.
    QDateTime nextAttempt() const { return m_nextAttempt; }

    /// Signs in and sends \p initialStatus once the list is there. The password is kept in memory
    /// for reconnects until signOut().
    void signIn(const QString &password, Status initialStatus);
    /// Stops a sign-in at any step, a reconnect, or a session.
    void signOut();
    /// WaitingToReconnect: now instead of later.
    void reconnectNow();

    /// As the server confirmed it last; Offline while signed out.
    Status status() const { return m_status; }
    /// Remembered and sent again after a reconnect. 800 (too fast) is retried once after 30 s.
    void setStatus(Status status);

    const FriendlyName &ownName() const { return m_ownName; }
    /// Fails with 209 (name refused) or InvalidArgument (longer than 387 bytes encoded, empty).
    void setOwnName(const FriendlyName &name, Completion<std::monostate> done);

    /// Writes an e-mail to somebody who has no account. Some servers drop it without an answer:
    /// then this fails with ReplyTimedOut.
    void sendEmailInvitation(const Address &recipient, const QString &text, Completion<std::monostate> done);
    void requestServiceUrl(const ServiceUrlRequest &request, Completion<ServiceUrl> done);

    ContactList &contacts() { return *m_contacts; }
    RosterEditor &editor() { return *m_editor; }
    Conversations &conversations() { return *m_conversations; }
    /// MSNP8 until a server has chosen another.
    ProtocolVersion protocolVersion() const;
    const Profile &profile() const { return m_profile; }
    int inboxUnread() const { return m_inboxUnread; }

Q_SIGNALS:
    void stateChanged(Msn::Account::State state);
    void progressChanged(Msn::SignInProgress progress);
    /// Sign-in or session ended with an error; recorded in lastError() before, and the state has
    /// changed after this signal.
    void errorOccurred(const Msn::Error &error);
    void statusChanged(Msn::Status status);
    void ownNameChanged();
    /// A contact went from offline to online; never for people who were online when we came.
    void contactSignedIn(const Msn::Address &address);
    void contactSignedOut(const Msn::Address &address);
    /// Somebody has put us on their list and waits for an answer (allow or block).
    void addedByOther(const Msn::Address &address);
    void mailCountChanged(int inboxUnread);
    void newMail(const Msn::NewMailNotice &mail);
    /// The server goes down in \p minutes.
    void shutdownAnnounced(int minutes);
    /// NOT or IPG payload: an alert or a message from a mobile, XML from a stranger.
    void alertReceived(const QByteArray &xml);

private:
    void setState(State state);
    void startSignIn();
    void connectNotification();
    void handleProgress(SignInProgress progress);
    void handleSignedIn(const SignInAccepted &accepted);
    void handleListReady();
    void handleFailure(const Error &error);
    void handleSignedOutNotice(const SignedOutNotice &notice);
    void handlePresence(const ContactPresence &presence, bool initial);
    void handleContactOffline(const Address &address);
    void handleServerMessage(const ServerMessage &message);
    void handleMailMoved(const MailMovedNotice &notice);
    void sendStatus(Status status);
    void handleStatusConfirmed(const StatusChange &change);
    void scheduleReconnect(std::chrono::milliseconds pause);
    void endSession();
    void promptForUndecided();
    bool mayReconnectAfter(const Error &error) const;

    const NetworkDescription m_network;
    const Address m_address;
    const AccountOptions m_options;

    std::unique_ptr<ContactList> m_contacts;
    std::unique_ptr<NotificationConnection> m_notification;
    std::unique_ptr<SwitchboardSource> m_switchboards;
    std::unique_ptr<RosterSync> m_sync;
    std::unique_ptr<RosterEditor> m_editor;
    std::unique_ptr<Conversations> m_conversations;

    State m_state = State::SignedOut;
    SignInProgress m_progress = SignInProgress::Connecting;
    Error m_lastError;
    QString m_password;
    Status m_status = Status::Offline;
    Status m_wantedStatus = Status::Online;
    FriendlyName m_ownName;
    Profile m_profile;
    int m_inboxUnread = 0;
    bool m_wasSignedIn = false;
    Backoff m_backoff;
    QTimer m_reconnectTimer;
    QTimer m_statusRetryTimer;
    QDateTime m_nextAttempt;
};

} // namespace Msn
