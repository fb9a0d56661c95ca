#include "app/messenger/hostingannouncement.h"

#include "core/discovery/networkannouncer.h"
#include "ui/text/discoverytext.h"
#include "ui/text/errortext.h"

namespace App {

using Msn::NetworkAnnouncer;

HostingAnnouncement::HostingAnnouncement(const std::optional<Msn::DiscoverySetup> &setup, QObject *parent)
    : QObject(parent)
    , m_setup(setup)
{
}

HostingAnnouncement::~HostingAnnouncement() = default;

void HostingAnnouncement::tell(const Msn::NetworkDescription &network)
{
    if (!m_setup || m_told == network)
        return;
    if (!m_announcer) {
        m_announcer = std::make_unique<NetworkAnnouncer>(*m_setup);
        connect(m_announcer.get(), &NetworkAnnouncer::stateChanged, this, &HostingAnnouncement::changed);
    }
    m_told = network;
    m_announcer->start(network);
}

void HostingAnnouncement::withdraw()
{
    if (m_announcer)
        m_announcer->stop();
    m_told.reset();
}

bool HostingAnnouncement::isSeen() const
{
    return m_announcer && m_announcer->state() == NetworkAnnouncer::State::Announced;
}

QString HostingAnnouncement::whyNot() const
{
    return m_announcer && m_announcer->error()
        ? Ui::ErrorText::brief(Ui::DiscoveryText::cannotAnnounce(*m_announcer->error()))
        : QString();
}

} // namespace App
