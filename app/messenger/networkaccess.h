#pragma once

#include "core/base/error.h"
#include "core/base/expected.h"
#include "core/protocol/networkdescription.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Msn {
class NetworkCatalog;
}

namespace App {

/// The service inside this program.
struct DemoService
{
    /// Starts it unless it runs, and tells where it listens.
    std::function<Msn::Expected<Msn::NetworkDescription, Msn::Error>()> start;
    std::function<void()> stop;
};

/// Where a network's servers are, and what keeps them there.
struct OpenNetwork
{
    Msn::NetworkDescription description;
    /// The demo runs while somebody holds this; empty for every other network.
    std::shared_ptr<void> hold;
};

/// The way from a network's name to its servers. The demo runs while somebody uses it, no longer.
class NetworkAccess : public QObject
{
    Q_OBJECT

public:
    /// \p networks must outlive it.
    NetworkAccess(Msn::NetworkCatalog &networks, DemoService demo, QObject *parent = nullptr);

    Msn::Expected<OpenNetwork, Msn::Error> open(const QString &network);
    /// Where a network is on this computer, if it runs here.
    using HereFor = std::function<std::optional<Msn::NetworkDescription>(const Msn::NetworkDescription &)>;
    void setHereFor(HereFor hereFor) { m_hereFor = std::move(hereFor); }
    /// As people read it.
    QString titleOf(const QString &network) const;

private:
    Msn::Expected<OpenNetwork, Msn::Error> openDemo();
    void stopDemoSoon();

    Msn::NetworkCatalog &m_networks;
    const DemoService m_demo;
    HereFor m_hereFor;
    std::weak_ptr<void> m_demoHold;
};

} // namespace App
