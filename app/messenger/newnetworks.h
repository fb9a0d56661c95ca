#pragma once

#include "core/discovery/discoverysetup.h"
#include "ui/nearby/joinnetworks.h"

#include <QObject>

#include <memory>

namespace Ui {
class MainWindow;
class NearbyNetworks;
} // namespace Ui

namespace App {

/// The ways in which networks come to the messenger by themselves: links that are opened, and
/// announcements on this network. Each is asked about before it is kept.
class NewNetworks : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it. Asks for the sign-in page.
    NewNetworks(Ui::MainWindow &window, Msn::NetworkCatalog &networks, QObject *parent = nullptr);
    ~NewNetworks() override;

    void openLink(const QString &link);
    /// From now on, while the sign-in page is shown.
    void lookNearby(const Msn::DiscoverySetup &setup);

    Ui::JoinNetworks &joining() { return m_joining; }

private:
    Ui::MainWindow &m_window;
    Msn::NetworkCatalog &m_networks;
    Ui::JoinNetworks m_joining;
    std::unique_ptr<Ui::NearbyNetworks> m_nearby;
};

} // namespace App
