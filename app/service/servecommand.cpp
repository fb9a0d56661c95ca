#include "app/service/servecommand.h"

#include "app/demo/demooverlaystore.h"
#include "app/demo/demorobots.h"
#include "app/service/accountdatabase.h"
#include "app/service/console.h"
#include "app/service/keptcertificate.h"
#include "app/service/statisticsfile.h"

#include "core/service/store/memoryaccountstore.h"

#include <algorithm>

#include <sys/resource.h>

namespace App {

namespace {

using Security = Msn::NetworkDescription::Security;

/// Every connection takes a descriptor, and the usual limit is half of what a service may have open.
void raiseDescriptorLimit()
{
    constexpr rlim_t wanted = 8192;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

QString nameOfNetwork(const ServeArguments &arguments)
{
    return arguments.name.isEmpty() ? ServeCommand::tr("Home") : arguments.name;
}

QString wrongPasswordText()
{
    return ServeCommand::tr("The address or the password is wrong. Check both and try again.");
}

} // namespace

Msn::ServiceOptions serviceOptions(const ServeArguments &arguments)
{
    Msn::ServiceOptions options;
    options.listenAddress = arguments.effectiveListenAddress();
    options.port = arguments.port;
    options.tlsPort = arguments.tlsPort;
    options.httpsPort = arguments.httpsPort;
    options.name = nameOfNetwork(arguments);
    options.wrongPasswordText = wrongPasswordText();
    return options;
}

ServeCommand::ServeCommand(const ServeArguments &arguments, QObject *parent)
    : QObject(parent)
    , m_arguments(arguments)
    , m_directory(arguments.dataPath)
{
    connect(&m_signals, &TerminationSignals::requested, this, &ServeCommand::stop);
}

ServeCommand::~ServeCommand() = default;

Msn::Outcome ServeCommand::start()
{
    raiseDescriptorLimit();
    if (const auto opened = openAccounts(); !opened)
        return opened;
    Msn::ServiceOptions options = serviceOptions(m_arguments);
    if (const auto prepared = prepareCertificate(options); !prepared)
        return prepared;
    m_service = std::make_unique<Msn::Service>(options, m_demoAccounts ? *m_demoAccounts : *m_accounts);
    connect(m_service.get(), &Msn::Service::stopped, this, &ServeCommand::finished);
    connect(m_service.get(), &Msn::Service::invitationStored, this, &ServeCommand::reportInvitation);
    if (const auto started = m_service->start(); !started)
        return started;
    if (const auto written = writeNetworkFiles(); !written)
        return written;
    if (keepsData()) {
        connect(m_service.get(), &Msn::Service::noted, &m_log, &ServiceLog::write);
        m_statistics = std::make_unique<StatisticsFile>(
            m_directory.statisticsFile(), [this] { return m_service->statistics(); });
    }
    if (m_arguments.demo) {
        m_robots = std::make_unique<DemoRobots>(m_service->networkDescription(Security::Tls));
        m_robots->signIn();
    }
    printReadyLine();
    reportWaitingInvitations();
    return {};
}

Msn::Outcome ServeCommand::openAccounts()
{
    if (!keepsData()) {
        m_accounts = std::make_unique<Msn::MemoryAccountStore>();
    } else {
        if (const auto created = m_directory.create(); !created)
            return created;
        auto opened = App::openAccounts(m_directory);
        if (!opened)
            return Msn::Unexpected(opened.error());
        m_keptAccounts = opened->get();
        m_accounts = std::move(*opened);
    }
    if (m_arguments.demo)
        m_demoAccounts = std::make_unique<DemoOverlayStore>(*m_accounts);
    return {};
}

Msn::Outcome ServeCommand::prepareCertificate(Msn::ServiceOptions &options) const
{
    if (!m_keptAccounts)
        return {};
    const auto certificate
        = keptCertificate(m_directory, *m_keptAccounts, {Msn::Service::announcedHost(options)});
    if (!certificate)
        return Msn::Unexpected(certificate.error());
    options.certificate = *certificate;
    return {};
}

/// Our own messenger prefers TLS, so that is what the file says.
Msn::Outcome ServeCommand::writeNetworkFiles() const
{
    const QByteArray file = encodeNetworkFile(m_service->networkDescription(Security::Tls));
    if (keepsData()) {
        if (const auto written = writeFile(m_directory.networkFile(), file, false); !written)
            return written;
    }
    return m_arguments.networkFile.isEmpty() ? Msn::Outcome()
                                             : writeFile(m_arguments.networkFile, file, false);
}

void ServeCommand::printReadyLine() const
{
    print(QStringLiteral("ready dispatch=%1 tls=%2 https=%3\n")
              .arg(m_service->endpoint(Security::None).toString(),
                  m_service->endpoint(Security::Tls).toString(), m_service->httpsEndpoint().toString()));
}

/// Those that came while nobody looked; who has an account by now gets them at the next sign-in.
void ServeCommand::reportWaitingInvitations() const
{
    const auto invitations = m_accounts->invitations();
    for (const Msn::InvitationRecord &invitation : invitations) {
        if (!m_accounts->account(invitation.to))
            reportInvitation(invitation);
    }
}

void ServeCommand::reportInvitation(const Msn::InvitationRecord &invitation) const
{
    complain(tr("%1 invites %2, who has no account here: \"%3\"")
                 .arg(invitation.from.toString(), invitation.to.toString(),
                     Msn::cleanedSingleLine(invitation.text)));
}

void ServeCommand::stop()
{
    if (m_robots)
        m_robots->signOut();
    m_service->stop();
}

} // namespace App
