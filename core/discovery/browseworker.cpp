#include "core/discovery/browseworker.h"

#include "core/discovery/networkannouncement.h"

#include <algorithm>

namespace Msn {

namespace {

/// Names from other domains come from further away than this link.
constexpr const char *localDomain = "local.";
/// In one turn of the event loop.
constexpr qsizetype maxSightings = 8 * BrowseWorker::maxInstances;

/// Two that are not UTF-8 could read the same.
bool isName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= maxInstanceNameBytes && QString::fromUtf8(name).toUtf8() == name;
}

} // namespace

struct BrowseWorker::Reply
{
    /// Only writes down; see DnsSdOperation.
    static void MSN_DNSSD_CALL seen(DnsSd::Ref, DnsSd::Flags flags, std::uint32_t, DnsSd::Status status,
        const char *name, const char *, const char *domain, void *context)
    {
        auto *self = static_cast<BrowseWorker *>(context);
        if (status != DnsSd::noError) {
            self->m_trouble = status;
            return;
        }
        const bool isAdded = (flags & DnsSd::isAdded) != 0;
        if (!name || !domain || !isName(name) || (isAdded && self->m_sightings.size() >= maxSightings))
            return;
        self->m_sightings.append({{name, domain}, isAdded});
    }
};

BrowseWorker::BrowseWorker(const DiscoverySetup &setup)
    : m_setup(setup)
    , m_backoff(setup.firstRetry, setup.longestRetry)
    // Children, or they would stay on the thread we were made on.
    , m_retry(this)
    , m_collect(this)
{
    m_retry.setSingleShot(true);
    m_collect.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &BrowseWorker::begin);
    connect(&m_collect, &QTimer::timeout, this, &BrowseWorker::publish);
}

BrowseWorker::~BrowseWorker() = default;

void BrowseWorker::start(int round)
{
    stop();
    m_round = round;
    m_backoff.reset();
    begin();
}

void BrowseWorker::stop()
{
    m_retry.stop();
    m_collect.stop();
    forgetAll();
}

void BrowseWorker::begin()
{
    if (const auto loaded = DnsSdLibrary::ensure(m_library, m_setup.library); !loaded) {
        Q_EMIT failed(m_round, loaded.error());
        return;
    }
    m_browsing = std::make_unique<DnsSdOperation>(m_library, [this](DnsSd::Ref *ref) {
        return m_library->browse(ref, 0, 0, DnsSd::serviceType, localDomain, Reply::seen, this);
    });
    if (m_browsing->status() != DnsSd::noError) {
        fail(DnsSd::errorOf(m_browsing->status()));
        return;
    }
    connect(m_browsing.get(), &DnsSdOperation::answered, this, &BrowseWorker::handleAnswers);
    connect(m_browsing.get(), &DnsSdOperation::broken, this, &BrowseWorker::fail);
    publishSoon();
}

void BrowseWorker::handleAnswers()
{
    if (m_trouble != DnsSd::noError) {
        fail(DnsSd::errorOf(std::exchange(m_trouble, DnsSd::noError)));
        return;
    }
    m_backoff.reset();
    const QList<Sighting> sightings = std::exchange(m_sightings, {});
    for (const Sighting &sighting : sightings) {
        if (sighting.isAdded)
            add(sighting.where);
        else
            remove(sighting.where.name);
    }
    resolveNext();
}

void BrowseWorker::add(const ServiceInstance &where)
{
    const auto known = m_instances.find(where.name);
    if (known != m_instances.end()) {
        ++known->sightings;
        known->where = where;
        // Seen once more on another way, or after it has come back with other ports.
        known->askAgain = true;
        return;
    }
    if (m_instances.size() >= maxInstances)
        return;
    Instance instance;
    instance.where = where;
    instance.sightings = 1;
    m_instances.insert(where.name, instance);
}

void BrowseWorker::remove(const QByteArray &name)
{
    const auto known = m_instances.find(name);
    if (known == m_instances.end() || --known->sightings > 0)
        return;
    m_resolvers.erase(name);
    m_instances.erase(known);
    publishSoon();
}

void BrowseWorker::resolveNext()
{
    for (auto instance = m_instances.begin(); instance != m_instances.end(); ++instance) {
        if (qsizetype(m_resolvers.size()) >= maxResolvers)
            return;
        const bool isIdle = instance->progress != Progress::Asking;
        if (!isIdle || (instance->progress != Progress::Waiting && !instance->askAgain))
            continue;
        instance->progress = Progress::Asking;
        instance->askAgain = false;
        const QByteArray &name = instance.key();
        auto resolver = std::make_unique<ServiceResolver>(m_library, instance->where, m_setup);
        connect(resolver.get(), &ServiceResolver::finished, this,
            [this, name](const std::optional<NearbyNetwork> &network) { handleResolved(name, network); });
        resolver->start();
        m_resolvers[name] = std::move(resolver);
    }
}

void BrowseWorker::handleResolved(const QByteArray &name, const std::optional<NearbyNetwork> &network)
{
    // It is calling us.
    if (auto resolver = m_resolvers.extract(name))
        resolver.mapped().release()->deleteLater();
    const auto instance = m_instances.find(name);
    if (instance != m_instances.end()) {
        // Whoever does not tell a second time has not gone for that.
        if (network)
            instance->network = network;
        instance->progress = instance->network ? Progress::Known : Progress::NotOurs;
        publishSoon();
    }
    resolveNext();
}

void BrowseWorker::publishSoon()
{
    if (!m_collect.isActive())
        m_collect.start(m_setup.collect);
}

void BrowseWorker::publish()
{
    QList<NearbyNetwork> networks;
    for (const Instance &instance : std::as_const(m_instances)) {
        if (instance.network)
            networks.append(*instance.network);
    }
    std::sort(networks.begin(), networks.end(),
        [](const NearbyNetwork &a, const NearbyNetwork &b) { return a.id < b.id; });
    Q_EMIT listed(m_round, networks);
}

void BrowseWorker::fail(const DiscoveryError &error)
{
    m_collect.stop();
    forgetAll();
    Q_EMIT failed(m_round, error);
    m_retry.start(m_backoff.next());
}

void BrowseWorker::forgetAll()
{
    m_browsing.reset();
    m_resolvers.clear();
    m_instances.clear();
    m_sightings.clear();
    m_trouble = DnsSd::noError;
}

} // namespace Msn
