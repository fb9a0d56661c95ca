#include "core/account/account.h"

#include "core/account/accountpictures.h"
#include "core/account/mailbox.h"
#include "core/account/ownstatus.h"
#include "core/account/reconnector.h"
#include "core/base/logging.h"
#include "core/chat/conversations.h"
#include "core/net/maketransport.h"
#include "core/net/switchboardsource.h"
#include "core/roster/addedbyothers.h"
#include "core/roster/presencetracker.h"
#include "core/roster/rostereditor.h"
#include "core/roster/rostersync.h"

#include <QDir>

namespace Msn {

Account::Account(
    const NetworkDescription &network, const Address &address, const AccountOptions &options, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_address(address)
    , m_options(options)
    , m_connection(options.connection)
    , m_contacts(std::make_unique<ContactList>())
    , m_reconnector(std::make_unique<Reconnector>(options.timing))
{
    m_notification = std::make_unique<NotificationConnection>(
        network, transports(), options.trafficLog, options.timing, m_connection.proxy);
    m_notification->setTicketSource(options.tickets);
    m_switchboards = std::make_unique<SwitchboardSource>(
        *m_notification, transports(), options.trafficLog, options.timing);
    m_sync = std::make_unique<RosterSync>(*m_notification, *m_contacts, options.timing);
    m_editor = std::make_unique<RosterEditor>(*m_notification, *m_contacts, *m_sync, options.timing);
    m_addedByOthers = std::make_unique<AddedByOthers>(*m_contacts, *m_sync, *m_editor);
    m_presence = std::make_unique<PresenceTracker>(*m_notification, *m_contacts);
    m_ownStatus = std::make_unique<OwnStatus>(*m_notification, options.clientId, options.timing);
    m_mailbox = std::make_unique<Mailbox>(*m_notification);
    m_conversations = std::make_unique<Conversations>(*m_switchboards, *m_contacts, options.timing);
    m_conversations->setOwn(address, FriendlyName(address.toString()));
    m_pictures
        = std::make_unique<AccountPictures>(*m_notification, *m_conversations, *m_contacts, *m_ownStatus,
            address, AccountPictures::Files{options.pictureFile, options.cacheDirectory}, options.timing);
    if (!options.cacheDirectory.isEmpty()) {
        QDir().mkpath(options.cacheDirectory);
        m_serverCache = loadServerCache(cacheFile(QStringLiteral("servers.json")));
        m_sync->setCacheFile(cacheFile(QStringLiteral("contacts.cbor")));
    }
    connectNotification();
    connectParts();
}

Account::~Account()
{
    const QSignalBlocker silence(this);
    m_notification->disconnect(this);
    m_sync->disconnect(this);
    m_conversations->leaveAll();
    m_notification->signOut();
    m_sync->stop();
}

TransportFactory Account::transports()
{
    if (m_options.transports)
        return m_options.transports;
    return [this]() -> std::unique_ptr<Transport> {
        return makeTransport(m_network, m_connection, m_options.timing);
    };
}

void Account::setConnection(const ConnectionSettings &connection)
{
    m_connection = connection;
    m_notification->setProxy(connection.proxy);
}

void Account::connectNotification()
{
    NotificationConnection *notification = m_notification.get();
    connect(notification, &NotificationConnection::progressChanged, this, [this](SignInProgress progress) {
        m_progress = progress;
        Q_EMIT progressChanged(progress);
    });
    connect(notification, &NotificationConnection::signedIn, this, &Account::handleSignedIn);
    connect(notification, &NotificationConnection::failed, this, &Account::handleFailure);
    connect(notification, &NotificationConnection::stateChanged, this, &Account::handleConnectionState);
    connect(
        notification, &NotificationConnection::signedOutByServer, this, &Account::handleSignedOutByServer);
    connect(notification, &NotificationConnection::cacheChanged, this, &Account::keepServerCache);
    connect(notification, &NotificationConnection::alertReceived, this, &Account::alertReceived);
    connect(notification, &NotificationConnection::rang, m_conversations.get(), &Conversations::answer);
}

void Account::connectParts()
{
    connect(m_sync.get(), &RosterSync::ready, this, &Account::handleListReady);
    connect(m_sync.get(), &RosterSync::failed, this, &Account::handleListFailed);
    connect(m_sync.get(), &RosterSync::ownNameReceived, this, &Account::setOwnNameTo);
    connect(m_addedByOthers.get(), &AddedByOthers::decisionWanted, this, &Account::addedByOther);
    connect(m_presence.get(), &PresenceTracker::signedIn, this, &Account::contactSignedIn);
    connect(m_presence.get(), &PresenceTracker::signedOut, this, &Account::contactSignedOut);
    connect(m_ownStatus.get(), &OwnStatus::changed, this, &Account::statusChanged);
    connect(m_ownStatus.get(), &OwnStatus::refused, this, &Account::statusRefused);
    connect(m_notification.get(), &NotificationConnection::serverMessageReceived, this,
        [this](const ServerMessage &message) {
            if (const auto *profile = std::get_if<Profile>(&message))
                m_switchboards->setKeepsMessages(profile->keepsMessages());
        });
    connect(m_mailbox.get(), &Mailbox::inboxChanged, this, &Account::mailCountChanged);
    connect(m_mailbox.get(), &Mailbox::newMail, this, &Account::newMail);
    connect(m_mailbox.get(), &Mailbox::shutdownAnnounced, this, &Account::shutdownAnnounced);
    connect(m_reconnector.get(), &Reconnector::due, this, &Account::reconnectNow);
}

QString Account::cacheFile(const QString &name) const
{
    return QDir(m_options.cacheDirectory).filePath(name);
}

void Account::keepServerCache(const ServerCache &cache)
{
    m_serverCache = cache;
    if (!m_options.cacheDirectory.isEmpty())
        saveServerCache(cacheFile(QStringLiteral("servers.json")), cache);
}

void Account::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

// --- Session ---------------------------------------------------------------------------------

void Account::signIn(const QString &password, Status initialStatus)
{
    ++m_wish;
    if (m_state == State::SignedIn)
        endSession(makeError(ErrorCode::Cancelled));
    m_reconnector->reset();
    m_password = password;
    m_ownStatus->setWanted(initialStatus);
    startSignIn();
}

void Account::startSignIn()
{
    m_lastError = {};
    m_addedByOthers->reset();
    m_progress = SignInProgress::Connecting;
    const int wish = m_wish;
    setState(State::SigningIn);
    if (wish == m_wish)
        m_notification->signIn(m_address, m_password, m_serverCache);
}

void Account::signOut()
{
    ++m_wish;
    m_reconnector->stop();
    m_password.clear();
    m_lastError = {};
    m_conversations->leaveAll();
    m_notification->signOut();
    endSession(makeError(ErrorCode::Cancelled));
    setState(State::SignedOut);
}

void Account::reconnectNow()
{
    if (m_state != State::WaitingToReconnect)
        return;
    m_reconnector->stop();
    startSignIn();
}

QDateTime Account::nextAttempt() const
{
    return m_reconnector->nextAttempt();
}

void Account::handleSignedIn(const SignInAccepted &accepted)
{
    m_mailbox->start();
    m_switchboards->setKeepsMessages(false);
    m_mailbox->setCredentials(m_password, m_serverCache.loginUrl.host());
    if (accepted.friendlyName)
        setOwnNameTo(*accepted.friendlyName);
    m_progress = SignInProgress::LoadingContacts;
    Q_EMIT progressChanged(m_progress);
    if (m_notification->isSignedIn())
        m_sync->start();
}

void Account::handleConnectionState()
{
    // Moved to another server in the middle of a session (XFR 0 NS): who is online is told anew.
    const bool moves
        = m_state == State::SignedIn && m_notification->state() == NotificationConnection::State::SigningIn;
    if (!moves)
        return;
    forgetPresence();
    setState(State::SigningIn);
}

void Account::handleSignedOutByServer(const SignedOutNotice &notice)
{
    if (notice.reason == SignedOutNotice::Reason::ListMigrating)
        m_sync->distrust();
}

void Account::handleListReady()
{
    m_presence->handleListReady();
    m_ownStatus->announce();
    m_pictures->start();
    m_reconnector->noteSignedIn();
    setState(State::SignedIn);
    if (m_state == State::SignedIn)
        m_addedByOthers->start();
}

void Account::handleListFailed(const Error &error)
{
    // Without a session it was the connection that failed, and that is reported by itself.
    if (m_state != State::SigningIn || !m_notification->isSignedIn())
        return;
    m_notification->signOut();
    handleFailure(error);
}

void Account::handleFailure(const Error &error)
{
    qCInfo(logAccount) << m_address.toString() << "session ended:" << error.code << error.serverNumber;
    const int wish = m_wish;
    m_lastError = error;
    m_reconnector->noteEnded(error);
    endSession(error);
    Q_EMIT errorOccurred(error);
    if (wish != m_wish)
        return;
    if (m_options.reconnects && m_reconnector->mayReturnAfter(error)) {
        m_reconnector->schedule(error);
        setState(State::WaitingToReconnect);
        return;
    }
    m_password.clear();
    setState(State::SignedOut);
}

void Account::forgetPresence()
{
    m_sync->stop();
    m_pictures->stop();
    m_addedByOthers->stop();
    m_ownStatus->forget();
    m_presence->forgetEverybody();
}

void Account::endSession(const Error &reason)
{
    forgetPresence();
    m_mailbox->setCredentials({}, {});
    m_conversations->failWaiting(reason);
}

// --- Requests --------------------------------------------------------------------------------

Status Account::status() const
{
    return m_ownStatus->confirmed();
}

Status Account::wantedStatus() const
{
    return m_ownStatus->wanted();
}

void Account::setStatus(Status status)
{
    m_ownStatus->setWanted(status);
}

void Account::setOwnName(const FriendlyName &name, Completion<std::monostate> done)
{
    m_editor->renameSelf(name, std::move(done));
}

void Account::setOwnNameTo(const FriendlyName &name)
{
    m_conversations->setOwn(m_address, name);
    if (std::exchange(m_ownName, name) != name)
        Q_EMIT ownNameChanged();
}

void Account::sendEmailInvitation(
    const Address &recipient, const QString &text, Completion<std::monostate> done)
{
    if (!recipient.isValid()) {
        done(Unexpected(makeError(ErrorCode::InvalidArgument, recipient.toString())));
        return;
    }
    const FriendlyName name = m_ownName.isEmpty() ? FriendlyName(m_address.toString()) : m_ownName;
    const EmailInvitation invitation{recipient, "0x0409", name, text};
    const auto reported = std::make_shared<Completion<std::monostate>>(std::move(done));
    m_notification->request([invitation](TransactionId id) { return encodeEmailInvitation(id, invitation); },
        {Verb::Sdc},
        [reported](const Reply &reply) {
            if (reply)
                (*reported)(std::monostate());
            else
                (*reported)(Unexpected(reply.error()));
        });
}

void Account::requestServiceUrl(const ServiceUrlRequest &request, Completion<ServiceUrl> done)
{
    m_mailbox->requestUrl(request, std::move(done));
}

const Profile &Account::profile() const
{
    return m_mailbox->profile();
}

bool Account::isDirectlyReachable() const
{
    const Endpoint local = m_notification->localEndpoint();
    return profile().isDirectlyReachable(local.host, local.port);
}

int Account::inboxUnread() const
{
    return m_mailbox->inboxUnread();
}

ProtocolVersion Account::protocolVersion() const
{
    return m_notification->dialect().version;
}

QList<Address> Account::undecided() const
{
    return m_addedByOthers->undecided();
}

} // namespace Msn
