#include "core/discovery/networkannouncer.h"

#include "core/discovery/announceworker.h"
#include "core/discovery/discoverythread.h"
#include "core/discovery/networkannouncement.h"

namespace Msn {

NetworkAnnouncer::NetworkAnnouncer(const DiscoverySetup &setup, QObject *parent)
    : QObject(parent)
    , m_setup(setup)
{
}

NetworkAnnouncer::~NetworkAnnouncer() = default;

void NetworkAnnouncer::start(const NetworkDescription &network)
{
    stop();
    const auto announcement = announcementOf(network);
    if (!announcement || instanceNameFor(network.name).isEmpty() || network.dispatch.port == 0) {
        handleFailed(m_round, {DiscoveryError::Code::Refused, network.name});
        return;
    }
    if (!m_thread) {
        DnsSdLibrary::keepQuiet();
        m_worker = new AnnounceWorker(m_setup);
        m_thread = std::make_unique<DiscoveryThread>(m_worker);
        connect(m_worker, &AnnounceWorker::announced, this, &NetworkAnnouncer::handleAnnounced);
        connect(m_worker, &AnnounceWorker::failed, this, &NetworkAnnouncer::handleFailed);
    }
    QMetaObject::invokeMethod(m_worker,
        [worker = m_worker, round = m_round, name = network.name, port = network.dispatch.port,
            txt = encodeAnnouncement(*announcement)] { worker->start(round, name, port, txt); });
    setState(State::Starting);
}

void NetworkAnnouncer::stop()
{
    ++m_round;
    m_name.clear();
    m_error.reset();
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &AnnounceWorker::stop);
    setState(State::Stopped);
}

void NetworkAnnouncer::handleAnnounced(int round, const QString &name)
{
    if (round != m_round)
        return;
    m_name = name;
    m_error.reset();
    setState(State::Announced);
}

void NetworkAnnouncer::handleFailed(int round, const DiscoveryError &error)
{
    if (round != m_round)
        return;
    m_name.clear();
    m_error = error;
    setState(State::Failed);
}

void NetworkAnnouncer::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace Msn
