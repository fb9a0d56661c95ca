#include "app/messenger/newnetworks.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/nearby/nearbynetworks.h"

namespace App {

NewNetworks::NewNetworks(Ui::MainWindow &window, Msn::NetworkCatalog &networks, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_networks(networks)
    , m_joining(*window.signInPage(), networks)
{
    connect(&m_joining, &Ui::JoinNetworks::chosen, this, [this] {
        if (!m_window.isSignInShown())
            m_window.showSignInBeside();
    });
}

NewNetworks::~NewNetworks() = default;

void NewNetworks::openLink(const QString &link)
{
    m_joining.openLink(link);
}

void NewNetworks::lookNearby(const Msn::DiscoverySetup &setup)
{
    if (!m_nearby)
        m_nearby = std::make_unique<Ui::NearbyNetworks>(*m_window.signInPage(), m_networks, m_joining, setup);
}

} // namespace App
