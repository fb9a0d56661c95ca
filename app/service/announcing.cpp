#include "app/service/announcing.h"

namespace App {

using Msn::DiscoveryError;
using Msn::NetworkAnnouncer;

Announcing::Announcing(const Log &log, const Msn::DiscoverySetup &setup, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_announcer(setup)
{
    connect(&m_announcer, &NetworkAnnouncer::stateChanged, this, &Announcing::report);
}

void Announcing::start(const Msn::NetworkDescription &network, const QHostAddress &listenAddress)
{
    if (listenAddress.isLoopback())
        m_log(tr("Not announced: the service listens on this computer only. Give another address with "
                 "--listen."));
    else
        m_announcer.start(network);
}

void Announcing::report(NetworkAnnouncer::State state) const
{
    if (state == NetworkAnnouncer::State::Announced)
        m_log(tr("Announced on the local network as \"%1\".").arg(m_announcer.name()));
    if (state != NetworkAnnouncer::State::Failed)
        return;
    switch (m_announcer.error()->code) {
    case DiscoveryError::Code::NoLibrary:
        m_log(tr("Not announced: there is no library for DNS-SD. Install the package "
                 "libavahi-compat-libdnssd1 and start the service again."));
        return;
    case DiscoveryError::Code::NoDaemon:
        m_log(tr("Not announced: the Avahi daemon does not answer (%1). It is tried again.")
                  .arg(m_announcer.error()->detail));
        return;
    case DiscoveryError::Code::Refused:
        m_log(tr("Not announced: the Avahi daemon refuses it (%1).").arg(m_announcer.error()->detail));
        return;
    }
}

} // namespace App
