#include "app/service/servecommand.h"

#include "app/demo/demooverlaystore.h"
#include "app/demo/demorobots.h"
#include "app/hosting/accountwatch.h"
#include "app/hosting/hostingoptions.h"
#include "app/hosting/keptcertificate.h"
#include "app/hosting/statisticsfile.h"
#include "app/service/accountaccess.h"
#include "app/service/announcing.h"
#include "app/service/console.h"

#include "core/service/servicedescription.h"
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

} // namespace

HostingChoices choicesFor(const ServeArguments &arguments, const DataDirectory &directory)
{
    HostingChoices choices = HostingChoices::load(directory);
    if (!arguments.name.isEmpty())
        choices.name = arguments.name;
    choices.port = arguments.port.value_or(choices.port);
    choices.tlsPort = arguments.tlsPort.value_or(choices.tlsPort);
    choices.httpsPort = arguments.httpsPort.value_or(choices.httpsPort);
    choices.takesOldClients = choices.takesOldClients || arguments.takesOldClients;
    return choices;
}

ServeCommand::ServeCommand(const ServeArguments &arguments, QObject *parent)
    : QObject(parent)
    , m_arguments(arguments)
    , m_directory(arguments.dataPath)
    , m_choices(choicesFor(arguments, m_directory))
{
    connect(&m_signals, &TerminationSignals::requested, this, &ServeCommand::stop);
}

ServeCommand::~ServeCommand() = default;

Msn::Outcome ServeCommand::start()
{
    raiseDescriptorLimit();
    if (const auto locked = lockData(); !locked)
        return locked;
    if (const auto opened = openAccounts(); !opened)
        return opened;
    Msn::ServiceOptions options = hostingOptions(m_choices);
    options.listenAddress = m_arguments.effectiveListenAddress();
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
        m_watch = std::make_unique<AccountWatch>(m_directory.accountsFile(), *m_keptAccounts, *m_service);
        m_statistics = std::make_unique<StatisticsFile>(
            m_directory.statisticsFile(), [this] { return m_service->statistics(); });
    }
    if (m_arguments.demo) {
        m_robots = std::make_unique<DemoRobots>(m_service->networkDescription(Security::Tls));
        m_robots->signIn();
    }
    printReadyLine();
    announce();
    reportWaitingInvitations();
    return {};
}

Msn::Outcome ServeCommand::lockData()
{
    if (!keepsData())
        return {};
    auto lock = m_directory.lock();
    if (!lock)
        return Msn::Unexpected(lock.error());
    m_lock = std::move(*lock);
    return {};
}

Msn::Outcome ServeCommand::openAccounts()
{
    if (!keepsData()) {
        m_accounts = std::make_unique<Msn::MemoryAccountStore>();
    } else {
        auto opened = openAccountsAloud(m_directory, Msn::briefPatienceMs);
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
    const auto certificate = keptCertificate(m_directory, *m_keptAccounts, {Msn::announcedHost(options)});
    if (!certificate)
        return Msn::Unexpected(certificate.error());
    options.certificate = *certificate;
    return {};
}

/// Our own messenger prefers TLS, so that is what the file says.
Msn::Outcome ServeCommand::writeNetworkFiles() const
{
    const QByteArray file = encodeNetworkFile(m_service->networkDescription(Security::Tls, m_choices.host));
    if (keepsData()) {
        if (const auto written = writeFile(m_directory.networkFile(), file, false); !written)
            return written;
    }
    return m_arguments.networkFile.isEmpty() ? Msn::Outcome()
                                             : writeFile(m_arguments.networkFile, file, false);
}

void ServeCommand::announce()
{
    if (!m_arguments.announces)
        return;
    m_announcing = std::make_unique<Announcing>(complain);
    m_announcing->start(m_service->networkDescription(Security::Tls), m_arguments.effectiveListenAddress());
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
    m_announcing.reset();
    if (m_robots)
        m_robots->signOut();
    m_service->stop();
}

} // namespace App
