#include "core/service/service.h"

#include "core/base/logging.h"
#include "core/service/connection/frontdoor.h"
#include "core/service/connection/listener.h"
#include "core/service/connection/plaindoor.h"
#include "core/service/notification/notificationserver.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/notification/rosternotifier.h"
#include "core/service/notification/servermessages.h"
#include "core/service/passport/passportserver.h"
#include "core/service/servicecore.h"
#include "core/service/servicedescription.h"
#include "core/service/switchboard/switchboardserver.h"
#include "core/service/web/httpgateway.h"
#include "core/service/web/webserver.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpSocket>

namespace Msn {

namespace {

QSslConfiguration tlsConfiguration(const ServerCertificate &certificate)
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients, who have no certificates
    configuration.setLocalCertificate(QSslCertificate(certificate.certificatePem));
    configuration.setPrivateKey(QSslKey(certificate.privateKeyPem, QSsl::Ec));
    return configuration;
}

Expected<ServerCertificate, Error> certificateFor(const ServiceOptions &options)
{
    if (options.certificate)
        return *options.certificate;
    QStringList names;
    if (!options.listenAddress.isLoopback())
        names = localServerNames();
    if (!options.announcedHost.isEmpty())
        names.append(options.announcedHost);
    return makeServerCertificate(names);
}

} // namespace

/// Everything that exists between start() and the end of stop(), in the order in which each needs
/// those before it.
struct Service::Running
{
    Running(const ServiceOptions &options, AccountStore &store, const ServerCertificate &serverCertificate)
        : certificate(serverCertificate)
        , core(options, store)
        , notifier(core)
        , notification(core)
        , switchboards(core)
        , count(options.limits)
        , frontDoor(core, count, notification, switchboards)
        , passport(core)
        , gateway(core, frontDoor)
        , web(core, passport, gateway)
        , plainDoor(options.timings.switchboardEntry)
        , plain(count, std::nullopt)
        , tls(count, tlsConfiguration(certificate))
        , https(count, tlsConfiguration(certificate))
    {
    }

    /// Which listener leads to which door.
    void connectDoors()
    {
        using Take = void (FrontDoor::*)(QTcpSocket *);
        const Take take = &FrontDoor::take;
        QObject::connect(&plain, &Listener::accepted, &plainDoor, &PlainDoor::take);
        QObject::connect(&plainDoor, &PlainDoor::spokeMsnp, &frontDoor, take);
        QObject::connect(&plainDoor, &PlainDoor::spokeHttp, &web, &WebServer::takePlain);
        QObject::connect(&tls, &Listener::accepted, &frontDoor, take);
        QObject::connect(&https, &Listener::accepted, &web, &WebServer::takeTls);
    }
    /// HTTP connections are kept alive by clients for no purpose of ours; what the gateway still has
    /// to say is one.
    bool hasGuests() const { return count.total() > web.connectionCount() || gateway.hasWords(); }

    ServerCertificate certificate;
    ServiceCore core;
    RosterNotifier notifier;
    NotificationServer notification;
    SwitchboardServer switchboards;
    ConnectionCount count;
    FrontDoor frontDoor;
    PassportServer passport;
    HttpGateway gateway;
    WebServer web;
    PlainDoor plainDoor;
    Listener plain;
    Listener tls;
    Listener https;
};

Service::Service(const ServiceOptions &options, AccountStore &store, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_store(store)
{
    m_stopPoll.setInterval(std::chrono::milliseconds(20));
    connect(&m_stopPoll, &QTimer::timeout, this, &Service::finishStop);
}

Service::~Service() = default;

Outcome Service::start()
{
    if (m_isStopping)
        finishStop();
    if (m_running)
        return {};
    const auto certificate = certificateFor(m_options);
    if (!certificate)
        return Unexpected(certificate.error());
    if (!certificate->isUsable())
        return Unexpected(makeError(ErrorCode::TlsHandshakeFailed));
    auto running = std::make_unique<Running>(m_options, m_store, *certificate);
    if (const Outcome listening = listen(*running); !listening)
        return listening;
    m_running = std::move(running);
    return {};
}

Outcome Service::listen(Running &running)
{
    const auto open
        = [](Listener &listener, const QHostAddress &address, quint16 port, quint16 &inUse) -> Outcome {
        if (!listener.listen(address, port)) {
            const Endpoint wanted{address.toString(), port};
            return Unexpected(
                makeError(ErrorCode::ConnectionRefused, wanted.toString(), listener.errorString()));
        }
        inUse = listener.serverPort();
        return {};
    };
    if (const auto done
        = open(running.plain, plainListenAddress(m_options), m_options.port, running.core.plainPort);
        !done)
        return done;
    if (const auto done = open(running.tls, m_options.listenAddress, m_options.tlsPort, running.core.tlsPort);
        !done)
        return done;
    if (const auto done
        = open(running.https, m_options.listenAddress, m_options.httpsPort, running.core.httpsPort);
        !done)
        return done;
    running.connectDoors();
    connect(&running.core.presence, &PresenceHub::signedIn, this, &Service::signedIn);
    connect(&running.core.presence, &PresenceHub::signedOut, this, &Service::signedOut);
    connect(&running.core.journal, &ServiceJournal::noted, this, &Service::noted);
    connect(&running.count, &ConnectionCount::refused, &running.core.journal,
        [&journal = running.core.journal](const QHostAddress &peer) {
            journal.note({ServiceEvent::Kind::ConnectionRefused, {}, peer});
        });
    connect(&running.core.contacts, &ContactBook::personWished, this, &Service::personWished);
    connect(&running.core.invitations, &InvitationDesk::stored, this, &Service::invitationStored);
    return {};
}

void Service::stop()
{
    if (!m_running || m_isStopping)
        return;
    m_isStopping = true;
    m_running->plain.close();
    m_running->tls.close();
    m_running->https.close();
    m_running->switchboards.end();
    m_running->notification.end();
    m_running->frontDoor.end();
    m_running->plainDoor.end();
    m_stopPoll.start();
    m_stopDeadline.setRemainingTime(m_options.timings.linger);
}

void Service::finishStop()
{
    if (m_running && m_running->hasGuests() && !m_stopDeadline.hasExpired())
        return;
    m_stopPoll.stop();
    m_isStopping = false;
    m_running.reset();
    Q_EMIT stopped();
}

bool Service::isRunning() const
{
    return m_running && !m_isStopping;
}

ServiceOptions Service::optionsInUse() const
{
    ServiceOptions options = m_options;
    options.certificate = certificate();
    if (m_running) {
        options.port = m_running->core.plainPort;
        options.tlsPort = m_running->core.tlsPort;
        options.httpsPort = m_running->core.httpsPort;
    }
    return options;
}

Endpoint Service::endpoint(NetworkDescription::Security security) const
{
    return m_running ? describeService(optionsInUse(), security).dispatch : Endpoint();
}

Endpoint Service::httpsEndpoint() const
{
    return m_running ? Endpoint{announcedHost(m_options), m_running->core.httpsPort} : Endpoint();
}

NetworkDescription Service::networkDescription(
    NetworkDescription::Security security, const QString &host) const
{
    ServiceOptions options = optionsInUse();
    if (!host.isEmpty())
        options.announcedHost = host;
    return describeService(options, security);
}

ServerCertificate Service::certificate() const
{
    return m_running ? m_running->certificate : m_options.certificate.value_or(ServerCertificate());
}

void Service::introduce(const QList<Address> &newcomers)
{
    if (m_running)
        m_running->notifier.introduce(newcomers);
}

void Service::takeOff(const QList<ListEntry> &entries)
{
    if (m_running)
        m_running->notifier.takeOff(entries);
}

void Service::showPicture(const Address &address, const QByteArray &png)
{
    if (NotificationSession *session = m_running ? m_running->core.presence.find(address) : nullptr)
        sendPicture(*session, png);
}

void Service::endSession(const Address &address)
{
    if (!m_running)
        return;
    m_running->core.presence.noteSentOut(address);
    if (NotificationSession *session = m_running->core.presence.find(address))
        session->end();
}

ServiceStatistics Service::statistics() const
{
    if (!m_running)
        return {};
    using Kind = ServiceEvent::Kind;
    const ServiceCore &core = m_running->core;
    ServiceStatistics statistics;
    statistics.signIns = core.journal.count(Kind::SignedIn);
    statistics.usersOnline = static_cast<int>(core.presence.sessions().size());
    statistics.connections = m_running->count.total();
    statistics.switchboards = core.switchboards;
    statistics.messages = core.journal.messages();
    statistics.wrongPasswords = core.journal.count(Kind::WrongPassword);
    statistics.postponedLogins = core.journal.count(Kind::LoginPostponed);
    statistics.refusedConnections = core.journal.count(Kind::ConnectionRefused);
    statistics.refusedRequests = core.journal.count(Kind::RequestRefused);
    statistics.slowReaders = core.journal.count(Kind::SlowReader);
    statistics.changesNotKept = core.journal.count(Kind::NotKept);
    return statistics;
}

QList<Address> Service::signedInAddresses() const
{
    QList<Address> addresses;
    if (m_running) {
        const auto sessions = m_running->core.presence.sessions();
        for (const NotificationSession *session : sessions)
            addresses.append(session->address());
    }
    return addresses;
}

} // namespace Msn
