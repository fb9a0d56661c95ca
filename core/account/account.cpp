#include "core/account/account.h"

#include "core/account/ownstatus.h"
#include "core/base/logging.h"
#include "core/chat/conversations.h"
#include "core/net/ssltransport.h"
#include "core/net/switchboardsource.h"
#include "core/protocol/servererror.h"
#include "core/roster/rostereditor.h"
#include "core/roster/rostersync.h"

#include <QDir>

namespace Msn {

namespace {

TransportFactory transportsFor(const NetworkDescription &network, const AccountOptions &options)
{
    if (options.transports)
        return options.transports;
    const ServerTrust trust(network);
    return [security = network.security, trust, timeout = options.timing.connect] {
        return std::make_unique<SslTransport>(security, trust, timeout);
    };
}

} // namespace

Account::Account(
    const NetworkDescription &network, const Address &address, const AccountOptions &options, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_address(address)
    , m_options(options)
    , m_contacts(std::make_unique<ContactList>())
    , m_backoff(options.timing.reconnectFirst, options.timing.reconnectLongest)
{
    const TransportFactory transports = transportsFor(network, options);
    m_notification
        = std::make_unique<NotificationConnection>(network, transports, options.trafficLog, options.timing);
    m_switchboards = std::make_unique<SwitchboardSource>(
        *m_notification, transports, options.trafficLog, options.timing);
    m_sync = std::make_unique<RosterSync>(*m_notification, *m_contacts, options.timing);
    m_editor = std::make_unique<RosterEditor>(*m_notification, *m_contacts, *m_sync);
    m_ownStatus = std::make_unique<OwnStatus>(*m_notification, options.clientId, options.timing);
    m_conversations = std::make_unique<Conversations>(*m_switchboards, *m_contacts, options.timing);
    m_conversations->setOwn(address, FriendlyName(address.toString()));
    if (!options.cacheDirectory.isEmpty()) {
        QDir().mkpath(options.cacheDirectory);
        m_serverCache = loadServerCache(cacheFile(QStringLiteral("servers.json")));
        m_sync->setCacheFile(cacheFile(QStringLiteral("contacts.cbor")));
    }
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

void Account::connectParts()
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
    connect(notification, &NotificationConnection::cacheChanged, this, [this](const ServerCache &cache) {
        m_serverCache = cache;
        if (!m_options.cacheDirectory.isEmpty())
            saveServerCache(cacheFile(QStringLiteral("servers.json")), cache);
    });
    connect(notification, &NotificationConnection::presenceReceived, this, &Account::handlePresence);
    connect(notification, &NotificationConnection::contactWentOffline, this, &Account::handleContactOffline);
    connect(
        notification, &NotificationConnection::serverMessageReceived, this, &Account::handleServerMessage);
    connect(notification, &NotificationConnection::alertReceived, this, &Account::alertReceived);
    connect(notification, &NotificationConnection::rang, m_conversations.get(), &Conversations::answer);
    connect(m_sync.get(), &RosterSync::ready, this, &Account::handleListReady);
    connect(m_sync.get(), &RosterSync::failed, this, &Account::handleListFailed);
    connect(m_sync.get(), &RosterSync::ownNameReceived, this, &Account::setOwnNameTo);
    connect(m_sync.get(), &RosterSync::addedByOther, this, &Account::promptFor);
    connect(m_ownStatus.get(), &OwnStatus::changed, this, &Account::statusChanged);
    m_reconnectTimer.setSingleShot(true);
    connect(&m_reconnectTimer, &QTimer::timeout, this, &Account::reconnectNow);
}

QString Account::cacheFile(const QString &name) const
{
    return QDir(m_options.cacheDirectory).filePath(name);
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
    m_reconnectTimer.stop();
    if (m_state == State::SignedIn)
        endSession(makeError(ErrorCode::Cancelled));
    m_backoff.reset();
    m_wasSignedIn = false;
    m_challengeRefusals = 0;
    m_password = password;
    m_ownStatus->setWanted(initialStatus);
    startSignIn();
}

void Account::startSignIn()
{
    m_lastError = {};
    m_prompted.clear();
    m_progress = SignInProgress::Connecting;
    const int wish = m_wish;
    setState(State::SigningIn);
    if (wish == m_wish)
        m_notification->signIn(m_address, m_password, m_serverCache);
}

void Account::signOut()
{
    ++m_wish;
    m_reconnectTimer.stop();
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
    m_reconnectTimer.stop();
    startSignIn();
}

void Account::handleSignedIn(const SignInAccepted &accepted)
{
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
    m_sync->stop();
    m_ownStatus->forget();
    m_contacts->setEverybodyOffline();
    setState(State::SigningIn);
}

void Account::handleSignedOutByServer(const SignedOutNotice &notice)
{
    if (notice.reason == SignedOutNotice::Reason::ListMigrating)
        m_sync->distrust();
}

void Account::handleListReady()
{
    m_ownStatus->announce();
    m_backoff.reset();
    m_wasSignedIn = true;
    setState(State::SignedIn);
    const QList<Address> waiting = undecided();
    for (const Address &address : waiting)
        promptFor(address);
    tidyPendingList();
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
    if (error.serverNumber == 540)
        ++m_challengeRefusals;
    endSession(error);
    Q_EMIT errorOccurred(error);
    if (wish != m_wish)
        return;
    if (mayReconnectAfter(error)) {
        scheduleReconnect(error);
        return;
    }
    m_password.clear();
    setState(State::SignedOut);
}

void Account::endSession(const Error &reason)
{
    m_sync->stop();
    m_ownStatus->forget();
    m_contacts->setEverybodyOffline();
    m_conversations->failWaiting(reason);
}

bool Account::mayReconnectAfter(const Error &error) const
{
    // A first sign-in that fails is shown to the person who waits for it. After that the messenger
    // comes back by itself, except where the other side or the person has to act first.
    if (!m_options.reconnects || !m_wasSignedIn)
        return false;
    switch (error.code) {
    case ErrorCode::SignedInElsewhere:
    case ErrorCode::TermsOfUse:
    case ErrorCode::WrongPassword:
    case ErrorCode::AccountRefused:
    case ErrorCode::TicketRefused:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::CertificateChanged:
    case ErrorCode::InsecureAddress:
    case ErrorCode::NoCommonVersion:
    case ErrorCode::Cancelled:
        return false;
    case ErrorCode::ServerRefused:
        // A wrong answer to a challenge will be wrong again: one more try (errors.md, 540).
        if (error.serverNumber == 540 && m_challengeRefusals > 1)
            return false;
        return errorAction(error.serverNumber) != ErrorAction::GiveUp;
    default:
        return true;
    }
}

void Account::scheduleReconnect(const Error &error)
{
    const auto pause = std::max<std::chrono::milliseconds>(m_backoff.next(), error.retryAfter);
    m_nextAttempt = QDateTime::currentDateTime().addMSecs(pause.count());
    m_reconnectTimer.start(pause);
    setState(State::WaitingToReconnect);
}

// --- Presence and messages of the server -----------------------------------------------------

void Account::handlePresence(const ContactPresence &presence, bool initial)
{
    const Contact *known = m_contacts->find(presence.address);
    if (!known || !known->isOnForwardList())
        return; // just removed, or a stranger (presence.md §3)
    const bool wasOnline = known->isOnline();
    Contact contact = *known;
    contact.status = presence.status;
    contact.clientId = presence.clientId;
    contact.pictureObject = presence.pictureObject;
    if (!presence.friendlyName.isEmpty())
        contact.friendlyName = presence.friendlyName;
    m_contacts->setContact(contact);
    if (!initial && !wasOnline && contact.isOnline())
        Q_EMIT contactSignedIn(contact.address);
}

void Account::handleContactOffline(const Address &address)
{
    const Contact *known = m_contacts->find(address);
    if (!known || known->status == Status::Offline)
        return;
    Contact contact = *known;
    contact.status = Status::Offline;
    contact.pictureObject.clear();
    m_contacts->setContact(contact);
    Q_EMIT contactSignedOut(contact.address);
}

void Account::handleServerMessage(const ServerMessage &message)
{
    if (const auto *profile = std::get_if<Profile>(&message)) {
        m_profile = *profile;
    } else if (const auto *initialMail = std::get_if<InitialMailNotice>(&message)) {
        setInboxUnread(initialMail->inboxUnread);
    } else if (const auto *mail = std::get_if<NewMailNotice>(&message)) {
        if (mail->intoInbox)
            setInboxUnread(m_inboxUnread + 1);
        Q_EMIT newMail(*mail);
    } else if (const auto *moved = std::get_if<MailMovedNotice>(&message)) {
        const int change = (moved->intoInbox ? moved->count : 0) - (moved->fromInbox ? moved->count : 0);
        setInboxUnread(m_inboxUnread + change);
    } else if (const auto *shutdown = std::get_if<ShutdownNotice>(&message)) {
        Q_EMIT shutdownAnnounced(shutdown->minutes);
    }
}

void Account::setInboxUnread(int count)
{
    const int clamped = std::max(count, 0);
    if (std::exchange(m_inboxUnread, clamped) != clamped)
        Q_EMIT mailCountChanged(clamped);
}

// --- Requests --------------------------------------------------------------------------------

Status Account::status() const
{
    return m_ownStatus->confirmed();
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
    const EmailInvitation invitation{recipient, "0x0409", m_ownName, text};
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
    const auto reported = std::make_shared<Completion<ServiceUrl>>(std::move(done));
    m_notification->request([request](TransactionId id) { return encodeServiceUrlRequest(id, request); },
        {Verb::Url},
        [reported](const Reply &reply) {
            const auto url = reply ? parseServiceUrl(*reply)
                                   : Parsed<ServiceUrl>(parseFailure(ParseError::Code::BadForm));
            if (url)
                (*reported)(*url);
            else
                (*reported)(Unexpected(reply ? makeError(ErrorCode::UnexpectedReply) : reply.error()));
        });
}

ProtocolVersion Account::protocolVersion() const
{
    return m_notification->dialect().version;
}

QList<Address> Account::undecided() const
{
    QList<Address> waiting;
    const QList<Contact> contacts = m_contacts->contacts();
    for (const Contact &contact : contacts) {
        const bool addedUs = contact.lists & (List::Reverse | List::Pending);
        const bool decided = contact.lists & (List::Allow | List::Block);
        if (addedUs && !decided)
            waiting.append(contact.address);
    }
    return waiting;
}

void Account::tidyPendingList()
{
    // Decided in another session or by another client (contact-list.md §10).
    const QList<Contact> contacts = m_contacts->contacts();
    for (const Contact &contact : contacts) {
        const bool decided = contact.lists & (List::Allow | List::Block);
        if (decided && contact.lists.testFlag(List::Pending))
            m_editor->forgetPending(contact.address, {});
    }
}

void Account::promptFor(const Address &address)
{
    // GTC N: apply nothing, the default privacy decides (contact-list.md §10).
    if (m_contacts->addPrompt() == AddPrompt::DoNotAsk || m_state != State::SignedIn)
        return;
    if (!undecided().contains(address) || m_prompted.contains(address))
        return;
    m_prompted.insert(address);
    Q_EMIT addedByOther(address);
}

} // namespace Msn
