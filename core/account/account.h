#pragma once

#include "core/base/completion.h"
#include "core/net/connectionsettings.h"
#include "core/net/servercache.h"
#include "core/net/signinprogress.h"
#include "core/net/ticketsource.h"
#include "core/net/timing.h"
#include "core/net/transport.h"
#include "core/protocol/networkdescription.h"
#include "core/protocol/presence.h"
#include "core/protocol/servermessage.h"
#include "core/protocol/services.h"
#include "core/protocol/signin.h"

#include <QDateTime>
#include <QObject>

#include <memory>

namespace Msn {

class AccountPictures;
class AddedByOthers;
class ContactList;
class Conversations;
class Mailbox;
class NotificationConnection;
class OwnStatus;
class PresenceTracker;
class Reconnector;
class RosterEditor;
class RosterSync;
class SwitchboardSource;
class TrafficLog;

/// What an account needs from the world around it.
struct AccountOptions
{
    /// Where the contact-list and server caches of this account lie; empty: nothing is kept.
    QString cacheDirectory;
    /// The display picture the person has chosen lies here; empty: it is not kept.
    QString pictureFile{};
    Timing timing;
    /// May be null. Must outlive the account.
    TrafficLog *trafficLog = nullptr;
    /// Empty: QSslSocket with the network's trust, or its web gateway. Tests replace it.
    TransportFactory transports;
    /// Empty: Passport. Tests replace it.
    TicketSourceFactory tickets{};
    /// The way to the network; see Account::setConnection().
    ConnectionSettings connection;
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
    QDateTime nextAttempt() const;

    /// Signs in and sends \p initialStatus once the list is there. The password is kept in memory
    /// for reconnects until signOut().
    void signIn(const QString &password, Status initialStatus);
    /// Stops a sign-in at any step, a reconnect, or a session.
    void signOut();
    /// WaitingToReconnect: now instead of later; for "connect now" and for the moment the
    /// computer's network comes back.
    void reconnectNow();

    /// The way to the network from the next connection on. What is connected stays so.
    void setConnection(const ConnectionSettings &connection);
    const ConnectionSettings &connection() const { return m_connection; }

    /// As the server confirmed it last; Offline while signed out.
    Status status() const;
    /// What status() is to become; outlives a lost connection.
    Status wantedStatus() const;
    /// Remembered and sent again after a reconnect. 800 (too fast) is retried once after 30 s.
    void setStatus(Status status);

    const FriendlyName &ownName() const { return m_ownName; }
    /// Fails with 209 (name refused) or InvalidArgument (longer than 387 bytes encoded, empty).
    void setOwnName(const FriendlyName &name, Completion<std::monostate> done);

    /// Writes an e-mail to somebody who has no account. Some servers drop it without an answer:
    /// then this fails with ReplyTimedOut.
    void sendEmailInvitation(const Address &recipient, const QString &text, Completion<std::monostate> done);
    /// Fails with 710 where there is no mailbox.
    void requestServiceUrl(const ServiceUrlRequest &request, Completion<ServiceUrl> done);

    ContactList &contacts() { return *m_contacts; }
    RosterEditor &editor() { return *m_editor; }
    Conversations &conversations() { return *m_conversations; }
    /// MSNP8 until a server has chosen another.
    ProtocolVersion protocolVersion() const;
    /// What the server told about the account at the sign-in; empty if it told nothing.
    const Profile &profile() const;
    /// True if no router rewrites addresses between us and the server (ClientIP and ClientPort of the
    /// profile): decides how a file transfer offers itself.
    bool isDirectlyReachable() const;
    int inboxUnread() const;
    /// Display pictures: our own and those of the contacts.
    AccountPictures &pictures() { return *m_pictures; }
    /// Counts, and the pages behind them.
    Mailbox &mailbox() { return *m_mailbox; }
    /// People who have us on their list and wait for an answer.
    QList<Address> undecided() const;

Q_SIGNALS:
    void stateChanged(Msn::Account::State state);
    void progressChanged(Msn::SignInProgress progress);
    /// Sign-in or session ended with an error; recorded in lastError() before, the state changes
    /// after this signal.
    void errorOccurred(const Msn::Error &error);
    void statusChanged(Msn::Status status);
    /// The server refused a status that was asked for; the one before stands.
    void statusRefused(const Msn::Error &error);
    void ownNameChanged();
    /// A contact went from offline to online; never for people who were online when we came.
    void contactSignedIn(const Msn::Address &address);
    void contactSignedOut(const Msn::Address &address);
    /// Somebody has put us on their list and waits for an answer (allow or block). Once per person
    /// and session.
    void addedByOther(const Msn::Address &address);
    void mailCountChanged(int inboxUnread);
    void newMail(const Msn::NewMailNotice &mail);
    /// The server goes down in \p minutes.
    void shutdownAnnounced(int minutes);
    /// NOT or IPG payload: an alert or a message from a mobile, XML from a stranger; see parseAlert().
    void alertReceived(const QByteArray &xml);

private:
    TransportFactory transports();
    void connectNotification();
    void connectParts();
    void setState(State state);
    void startSignIn();
    void handleSignedIn(const SignInAccepted &accepted);
    void handleListReady();
    void handleListFailed(const Error &error);
    void handleFailure(const Error &error);
    void handleConnectionState();
    void handleSignedOutByServer(const SignedOutNotice &notice);
    void keepServerCache(const ServerCache &cache);
    void forgetPresence();
    void endSession(const Error &reason);
    void setOwnNameTo(const FriendlyName &name);
    QString cacheFile(const QString &name) const;

    const NetworkDescription m_network;
    const Address m_address;
    const AccountOptions m_options;
    ConnectionSettings m_connection;

    // In the order in which they need each other.
    std::unique_ptr<ContactList> m_contacts;
    std::unique_ptr<NotificationConnection> m_notification;
    std::unique_ptr<SwitchboardSource> m_switchboards;
    std::unique_ptr<RosterSync> m_sync;
    std::unique_ptr<RosterEditor> m_editor;
    std::unique_ptr<AddedByOthers> m_addedByOthers;
    std::unique_ptr<PresenceTracker> m_presence;
    std::unique_ptr<OwnStatus> m_ownStatus;
    std::unique_ptr<Mailbox> m_mailbox;
    std::unique_ptr<Conversations> m_conversations;
    std::unique_ptr<AccountPictures> m_pictures;
    std::unique_ptr<Reconnector> m_reconnector;

    State m_state = State::SignedOut;
    SignInProgress m_progress = SignInProgress::Connecting;
    Error m_lastError;
    QString m_password;
    FriendlyName m_ownName;
    ServerCache m_serverCache;
    /// Grows with every wish of the person, so that a slot that signs in or out is obeyed.
    int m_wish = 0;
};

} // namespace Msn
