#pragma once

#include "core/discovery/discoverysetup.h"
#include "core/protocol/networkdescription.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Msn {
class NetworkAnnouncer;
} // namespace Msn

namespace App {

/// Shows the network that is hosted here on the sign-in pages of others, while it runs.
class HostingAnnouncement : public QObject
{
    Q_OBJECT

public:
    /// Without \p setup nothing is announced.
    explicit HostingAnnouncement(const std::optional<Msn::DiscoverySetup> &setup, QObject *parent = nullptr);
    ~HostingAnnouncement() override;

    /// Anew only if it is another one than before: others would see it go and come.
    void tell(const Msn::NetworkDescription &network);
    void withdraw();

    bool isSeen() const;
    /// What hinders it and what to do about it; empty if nothing does, or nobody has tried.
    QString whyNot() const;

Q_SIGNALS:
    void changed();

private:
    const std::optional<Msn::DiscoverySetup> m_setup;
    std::unique_ptr<Msn::NetworkAnnouncer> m_announcer; ///< since it was first told
    std::optional<Msn::NetworkDescription> m_told; ///< until it is withdrawn
};

} // namespace App
