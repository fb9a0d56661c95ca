#pragma once

#include "core/discovery/discoveryerror.h"
#include "core/discovery/discoverysetup.h"
#include "core/protocol/networkdescription.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Msn {

class AnnounceWorker;
class DiscoveryThread;

/// Tells this link of a network that is hosted here, so that messengers show it on their sign-in
/// page, for as long as it is not stopped: a daemon that goes and comes back is told again.
/// Nothing of it costs anything before the first start(), and nothing waits for the daemon.
/// Source: RFC 6763; docs/networks.md.
class NetworkAnnouncer : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Stopped,
        Starting, ///< the daemon has not answered yet
        Announced, ///< name() is the name
        Failed, ///< error() says why; without a daemon it tries again by itself
    };
    Q_ENUM(State)

    explicit NetworkAnnouncer(const DiscoverySetup &setup = {}, QObject *parent = nullptr);
    /// The announcement is withdrawn.
    ~NetworkAnnouncer() override;

    /// \p network: as Service::networkDescription() gives it for TLS; its host is not told, everybody
    /// asks for the address on the way that leads here. Replaces an announcement made before.
    /// Errors: Refused for one without TLS or fingerprint, or with an empty name.
    void start(const NetworkDescription &network);
    void stop();

    State state() const { return m_state; }
    /// As others see it: the name of the network, or `Home #2` where that is taken.
    const QString &name() const { return m_name; }
    const std::optional<DiscoveryError> &error() const { return m_error; }

Q_SIGNALS:
    void stateChanged(Msn::NetworkAnnouncer::State state);

private:
    void handleAnnounced(int round, const QString &name);
    void handleFailed(int round, const DiscoveryError &error);
    void setState(State state);

    const DiscoverySetup m_setup;
    std::unique_ptr<DiscoveryThread> m_thread;
    AnnounceWorker *m_worker = nullptr; ///< lives on the thread
    State m_state = State::Stopped;
    int m_round = 0;
    QString m_name;
    std::optional<DiscoveryError> m_error;
};

} // namespace Msn
