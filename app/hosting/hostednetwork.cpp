#include "app/hosting/hostednetwork.h"

#include "app/hosting/accountdatabase.h"
#include "app/hosting/accountwatch.h"
#include "app/hosting/hostingoptions.h"
#include "app/hosting/keptcertificate.h"
#include "app/hosting/reachablehosts.h"
#include "app/hosting/statisticsfile.h"
#include "core/service/service.h"
#include "core/service/store/accountadministration.h"
#include "core/service/store/careadministration.h"
#include "core/service/store/circleadministration.h"
#include "core/service/store/givenpicture.h"

#include <QFile>

namespace App {

namespace {

using Security = Msn::NetworkDescription::Security;

const QString loopbackHost = QStringLiteral("127.0.0.1");

QList<Msn::Address> addressesOf(const QList<NewPerson> &people)
{
    QList<Msn::Address> addresses;
    for (const NewPerson &person : people)
        addresses.append(person.address);
    return addresses;
}

} // namespace

HostedNetwork::HostedNetwork(const QString &dataPath, const Msn::PasswordCost &cost, QObject *parent)
    : QObject(parent)
    , m_directory(dataPath)
    , m_cost(cost)
{
    m_threads.setMaxThreadCount(1);
    connect(this, &HostedNetwork::hashed, this, [this](int job, const Hashes &hashes) {
        if (const auto done = m_jobs.take(job))
            done(hashes);
    });
}

HostedNetwork::~HostedNetwork()
{
    m_threads.clear();
    m_threads.waitForDone();
}

bool HostedNetwork::isSetUp() const
{
    return QFile::exists(m_directory.accountsFile());
}

Msn::Outcome HostedNetwork::setChoices(const HostingChoices &choices)
{
    if (const auto created = m_directory.create(); !created)
        return created;
    if (const auto saved = choices.save(m_directory); !saved)
        return saved;
    return isRunning() ? writeNetworkFile() : Msn::Outcome();
}

Msn::Outcome HostedNetwork::open()
{
    if (m_accounts)
        return {};
    if (const auto created = m_directory.create(); !created)
        return created;
    auto opened = openAccounts(m_directory);
    if (!opened)
        return Msn::Unexpected(opened.error());
    m_accounts = std::move(*opened);
    return {};
}

Msn::Outcome HostedNetwork::start()
{
    if (isRunning())
        return {};
    if (m_service)
        finishStop();
    auto lock = m_directory.lock();
    if (!lock)
        return Msn::Unexpected(lock.error());
    m_lock = std::move(*lock);
    const auto served = serve();
    if (!served) {
        dropService();
        return served;
    }
    Q_EMIT stateChanged();
    return {};
}

Msn::Outcome HostedNetwork::serve()
{
    if (const auto opened = open(); !opened)
        return opened;
    const auto certificate = keptCertificate(m_directory, *m_accounts, {});
    if (!certificate)
        return Msn::Unexpected(certificate.error());
    Msn::ServiceOptions options = hostingOptions(choices());
    options.certificate = *certificate;
    options.passwordCost = m_cost;
    m_service = std::make_unique<Msn::Service>(options, *m_accounts);
    connect(m_service.get(), &Msn::Service::signedIn, this, &HostedNetwork::peopleChanged);
    connect(m_service.get(), &Msn::Service::signedOut, this, &HostedNetwork::peopleChanged);
    connect(m_service.get(), &Msn::Service::personWished, this, &HostedNetwork::peopleChanged);
    // Not from within the service, which goes with it.
    connect(m_service.get(), &Msn::Service::stopped, this, &HostedNetwork::finishStop, Qt::QueuedConnection);
    if (const auto started = m_service->start(); !started)
        return started;
    if (const auto kept = keepPorts(); !kept)
        return kept;
    m_watch = std::make_unique<AccountWatch>(m_directory.accountsFile(), *m_accounts, *m_service);
    connect(m_watch.get(), &AccountWatch::changed, this, &HostedNetwork::peopleChanged);
    m_statistics = std::make_unique<StatisticsFile>(
        m_directory.statisticsFile(), [this] { return m_service->statistics(); });
    return writeNetworkFile();
}

/// The network file of today has to be good tomorrow.
Msn::Outcome HostedNetwork::keepPorts()
{
    HostingChoices kept = choices();
    kept.port = m_service->endpoint(Security::None).port;
    kept.tlsPort = m_service->endpoint(Security::Tls).port;
    kept.httpsPort = m_service->httpsEndpoint().port;
    return kept == choices() ? Msn::Outcome() : kept.save(m_directory);
}

Msn::Outcome HostedNetwork::writeNetworkFile() const
{
    return writeFile(m_directory.networkFile(), encodeNetworkFile(description()), false);
}

void HostedNetwork::stop()
{
    if (m_service)
        m_service->stop();
}

void HostedNetwork::finishStop()
{
    // It was started anew before this could be told.
    if (isRunning())
        return;
    dropService();
    Q_EMIT stateChanged();
    Q_EMIT stopped();
}

/// In the order in which they need each other.
void HostedNetwork::dropService()
{
    m_statistics.reset();
    m_watch.reset();
    m_service.reset();
    m_lock.reset();
}

bool HostedNetwork::isRunning() const
{
    return m_service && m_service->isRunning();
}

bool HostedNetwork::isServedElsewhere() const
{
    if (m_lock || !isSetUp())
        return false;
    const auto lock = m_directory.lock();
    return !lock && lock.error().code == Msn::ErrorCode::StorageBusy;
}

QString HostedNetwork::host() const
{
    if (const QString chosen = choices().host; !chosen.isEmpty())
        return chosen;
    const auto hosts = reachableHosts();
    return hosts.isEmpty() ? loopbackHost : hosts.constFirst().host;
}

Msn::NetworkDescription HostedNetwork::description() const
{
    Msn::NetworkDescription network = m_service->networkDescription(Security::Tls, host());
    network.name = hostingOptions(choices()).name;
    return network;
}

Msn::NetworkDescription HostedNetwork::localDescription() const
{
    Msn::NetworkDescription network = m_service->networkDescription(Security::Tls, loopbackHost);
    network.name = hostingOptions(choices()).name;
    return network;
}

Msn::Expected<QList<HostedPerson>, Msn::Error> HostedNetwork::people()
{
    if (!isSetUp())
        return QList<HostedPerson>();
    if (const auto opened = open(); !opened)
        return Msn::Unexpected(opened.error());
    const QList<Msn::Address> signedIn = m_service ? m_service->signedInAddresses() : QList<Msn::Address>();
    QList<HostedPerson> people;
    const auto addresses = m_accounts->addresses();
    for (const Msn::Address &address : addresses) {
        const auto account = m_accounts->account(address);
        people.append({address, account ? account->name.singleLine() : QString(), signedIn.contains(address),
            account ? account->care : Msn::AccountCare(), m_accounts->picture(address)});
    }
    return people;
}

void HostedNetwork::add(const QList<NewPerson> &people)
{
    QStringList passwords;
    for (const NewPerson &person : people)
        passwords.append(person.password);
    hash(passwords, [this, people](const Hashes &hashes) { tell(keep(people, hashes)); });
}

Msn::Outcome HostedNetwork::keep(const QList<NewPerson> &people, const Hashes &hashes)
{
    if (const auto opened = open(); !opened)
        return opened;
    Msn::AccountAdministration administration(*m_accounts);
    for (qsizetype i = 0; i < people.size(); ++i) {
        const NewPerson &person = people.at(i);
        auto created = administration.create(person.address, Msn::FriendlyName(person.name), hashes.at(i));
        if (created)
            created = Msn::givePicture(*m_accounts, person.address, person.picture);
        if (!created)
            return commit(created);
    }
    const auto kept = commit({});
    if (kept && m_service)
        m_service->introduce(addressesOf(people));
    return kept;
}

void HostedNetwork::setPassword(const Msn::Address &address, const QString &password)
{
    hash({password}, [this, address](const Hashes &hashes) {
        const auto opened = open();
        const auto changed = opened
            ? commit(Msn::AccountAdministration(*m_accounts).setPassword(address, hashes.constFirst()))
            : opened;
        if (changed)
            Q_EMIT passwordSet(address);
        else
            Q_EMIT failed(changed.error());
    });
}

Msn::Outcome HostedNetwork::remove(const Msn::Address &address)
{
    if (const auto opened = open(); !opened)
        return opened;
    const auto removed = Msn::AccountAdministration(*m_accounts).remove(address);
    const auto kept = commit(removed ? Msn::Outcome() : Msn::Unexpected(removed.error()));
    if (!kept)
        return kept;
    if (m_service) {
        m_service->endSession(address);
        m_service->takeOff(*removed);
    }
    Q_EMIT peopleChanged();
    return {};
}

Msn::Outcome HostedNetwork::setCare(const Msn::Address &address, const Msn::AccountCare &care)
{
    if (const auto opened = open(); !opened)
        return opened;
    Msn::CareAdministration administration(*m_accounts);
    Msn::Outcome done = administration.settle(address, care);
    for (auto person = care.people.cbegin(); done && person != care.people.cend(); ++person) {
        if (person.value())
            done = administration.approve(address, person.key());
        else
            done = administration.refuse(address, person.key());
    }
    if (const auto kept = commit(done); !kept)
        return kept;
    if (m_service)
        m_service->endSession(address);
    Q_EMIT peopleChanged();
    return {};
}

Msn::Outcome HostedNetwork::setPicture(const Msn::Address &address, const QByteArray &png)
{
    if (const auto opened = open(); !opened)
        return opened;
    if (const auto kept = commit(Msn::givePicture(*m_accounts, address, png)); !kept)
        return kept;
    if (m_service)
        m_service->showPicture(address, png);
    Q_EMIT peopleChanged();
    return {};
}

Msn::Outcome HostedNetwork::listEverybody()
{
    if (const auto opened = open(); !opened)
        return opened;
    return commit(Msn::CircleAdministration(*m_accounts).addEverybody(hostingOptions(choices()).name));
}

/// Keeps the change, or forgets what there is of it.
Msn::Outcome HostedNetwork::commit(const Msn::Outcome &change)
{
    if (change)
        return m_accounts->commit();
    m_accounts->rollback();
    return change;
}

void HostedNetwork::tell(const Msn::Outcome &outcome)
{
    if (outcome)
        Q_EMIT peopleChanged();
    else
        Q_EMIT failed(outcome.error());
}

void HostedNetwork::hash(const QStringList &passwords, std::function<void(const Hashes &)> done)
{
    const int job = ++m_lastJob;
    m_jobs[job] = std::move(done);
    m_threads.start([this, passwords, job, cost = m_cost] {
        Hashes hashes;
        for (const QString &password : passwords)
            hashes.append(Msn::PasswordHash::make(password, cost));
        Q_EMIT hashed(job, hashes, QPrivateSignal());
    });
}

} // namespace App
