#pragma once

#include "core/discovery/discoverysetup.h"
#include "core/discovery/dnssdoperation.h"
#include "core/discovery/nearbynetwork.h"

#include <QHostAddress>
#include <QTimer>

#include <optional>

namespace Msn {

/// Where the name of an announcement was seen.
struct ServiceInstance
{
    QByteArray name; ///< UTF-8
    QByteArray domain;
};

/// From the name of an announcement to the network it tells of: SRV and TXT record, then the
/// address of its host, of IPv4 where there is one. Asks once, on every interface, and not for ever.
class ServiceResolver : public QObject
{
    Q_OBJECT

public:
    ServiceResolver(DnsSdLibrary::Pointer library, ServiceInstance instance, const DiscoverySetup &setup);
    ~ServiceResolver() override;

    /// finished() follows, from the event loop.
    void start();

Q_SIGNALS:
    /// Nothing: it is not of our kind, or does not tell. Nothing follows.
    void finished(const std::optional<Msn::NearbyNetwork> &network);

private:
    struct Replies; // the functions that the library calls

    void handleResolved();
    bool isOfOurKind() const;
    void handleAddress();
    void watch(DnsSdOperation &operation, void (ServiceResolver::*handler)());
    void finish();
    std::optional<NearbyNetwork> result() const;

    const DnsSdLibrary::Pointer m_library;
    const ServiceInstance m_instance;
    const DiscoverySetup m_setup;
    QTimer m_deadline;
    QByteArray m_hostName;
    quint16 m_port = 0;
    QByteArray m_txt;
    QHostAddress m_address;
    bool m_isRefused = false;
    // Last: they are gone before what their replies write to.
    std::unique_ptr<DnsSdOperation> m_resolving;
    std::unique_ptr<DnsSdOperation> m_asking4;
    std::unique_ptr<DnsSdOperation> m_asking6;
};

} // namespace Msn
