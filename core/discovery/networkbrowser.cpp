#include "core/discovery/networkbrowser.h"

#include "core/discovery/browseworker.h"
#include "core/discovery/discoverythread.h"

#include <algorithm>

namespace Msn {

namespace {

const NearbyNetwork *findIn(const QList<NearbyNetwork> &networks, const QString &id)
{
    const auto found = std::find_if(
        networks.begin(), networks.end(), [&](const NearbyNetwork &network) { return network.id == id; });
    return found == networks.end() ? nullptr : &*found;
}

} // namespace

NetworkBrowser::NetworkBrowser(const DiscoverySetup &setup, QObject *parent)
    : QObject(parent)
    , m_setup(setup)
{
}

NetworkBrowser::~NetworkBrowser() = default;

void NetworkBrowser::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    if (!m_thread) {
        DnsSdLibrary::keepQuiet();
        m_worker = new BrowseWorker(m_setup);
        m_thread = std::make_unique<DiscoveryThread>(m_worker);
        connect(m_worker, &BrowseWorker::listed, this, &NetworkBrowser::handleListed);
        connect(m_worker, &BrowseWorker::failed, this, &NetworkBrowser::handleFailed);
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, round = ++m_round] { worker->start(round); });
}

void NetworkBrowser::stop()
{
    if (!std::exchange(m_isRunning, false))
        return;
    QMetaObject::invokeMethod(m_worker, &BrowseWorker::stop);
    m_error.reset();
    replace({});
    Q_EMIT updated();
}

const NearbyNetwork *NetworkBrowser::find(const QString &id) const
{
    return findIn(m_networks, id);
}

void NetworkBrowser::handleListed(int round, const QList<NearbyNetwork> &networks)
{
    if (!m_isRunning || round != m_round)
        return;
    m_error.reset();
    replace(networks);
    Q_EMIT updated();
}

void NetworkBrowser::handleFailed(int round, const DiscoveryError &error)
{
    if (!m_isRunning || round != m_round)
        return;
    m_error = error;
    replace({});
    Q_EMIT updated();
}

void NetworkBrowser::replace(const QList<NearbyNetwork> &networks)
{
    const QList<NearbyNetwork> before = std::exchange(m_networks, networks);
    for (const NearbyNetwork &old : before) {
        if (!findIn(networks, old.id))
            Q_EMIT lost(old.id);
    }
    for (const NearbyNetwork &network : networks) {
        const NearbyNetwork *old = findIn(before, network.id);
        if (!old)
            Q_EMIT found(network);
        else if (*old != network)
            Q_EMIT changed(network);
    }
}

} // namespace Msn
