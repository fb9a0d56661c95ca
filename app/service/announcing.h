#pragma once

#include "core/discovery/networkannouncer.h"

#include <QHostAddress>
#include <QObject>

#include <functional>

namespace App {

/// `serve --announce`: tells the local network of the service, and its log how that goes.
class Announcing : public QObject
{
    Q_OBJECT
public:
    using Log = std::function<void(const QString &sentence)>;

    explicit Announcing(const Log &log, const Msn::DiscoverySetup &setup = {}, QObject *parent = nullptr);

    /// \p network: the way over TLS. One that listens where only this computer reaches it is not
    /// announced.
    void start(const Msn::NetworkDescription &network, const QHostAddress &listenAddress);

private:
    void report(Msn::NetworkAnnouncer::State state) const;

    const Log m_log;
    Msn::NetworkAnnouncer m_announcer;
};

} // namespace App
