#pragma once

#include "core/discovery/discoveryerror.h"
#include "core/discovery/discoverysetup.h"
#include "core/discovery/nearbynetwork.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace Msn {

class BrowseWorker;
class DiscoveryThread;

/// The networks that hosts on this link announce, as long as somebody looks. Nothing of it costs
/// anything before the first start(); after it everything that may wait happens on another thread.
/// At most 64 announcements are followed, and every signal comes a few times a second at most.
/// Source: RFC 6763; docs/networks.md.
class NetworkBrowser : public QObject
{
    Q_OBJECT

public:
    explicit NetworkBrowser(const DiscoverySetup &setup = {}, QObject *parent = nullptr);
    ~NetworkBrowser() override;

    void start();
    /// All of them are lost.
    void stop();
    bool isRunning() const { return m_isRunning; }

    /// By their ids.
    const QList<NearbyNetwork> &networks() const { return m_networks; }
    /// Nullptr if it is not there; valid until the next signal.
    const NearbyNetwork *find(const QString &id) const;
    /// Why nothing can be found now; nothing while it works. Without a daemon it tries again by itself.
    const std::optional<DiscoveryError> &error() const { return m_error; }

Q_SIGNALS:
    void found(const Msn::NearbyNetwork &network);
    /// Other servers or another fingerprint under the same id.
    void changed(const Msn::NearbyNetwork &network);
    void lost(const QString &id);
    /// After the signals above, once for all that came together; also when error() is another one.
    void updated();

private:
    void handleListed(int round, const QList<NearbyNetwork> &networks);
    void handleFailed(int round, const DiscoveryError &error);
    void replace(const QList<NearbyNetwork> &networks);

    const DiscoverySetup m_setup;
    std::unique_ptr<DiscoveryThread> m_thread;
    BrowseWorker *m_worker = nullptr; ///< lives on the thread
    bool m_isRunning = false;
    int m_round = 0;
    QList<NearbyNetwork> m_networks;
    std::optional<DiscoveryError> m_error;
};

} // namespace Msn
