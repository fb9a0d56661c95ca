#pragma once

#include "core/p2p/peercalls.h"

#include <QHash>
#include <QObject>

namespace Msn {

/// All that goes on between an account and others beside the words: one set of calls per person, and the
/// services that may be asked for. Whoever offers a service or begins calls shares it with the others.
class PeerExchange : public QObject
{
    Q_OBJECT

public:
    /// \p carrier must outlive it.
    PeerExchange(const Address &own, PeerCarrier &carrier, const Timing &timing, const PeerRandom &random,
        QObject *parent = nullptr);
    ~PeerExchange() override;

    const Address &own() const { return m_environment.own; }
    /// From now on an INVITE with \p eufGuid (upper case) is answered by \p service.
    void offer(const QByteArray &eufGuid, const PeerService &service);
    /// To begin a call with \p peer at once: what is idle does not stay.
    PeerCalls &with(const Address &peer);
    /// Every call ends with Cancelled, nothing more of it is sent.
    void cancelAll();

private:
    void handleReceived(const Address &from, const QByteArray &payload);
    void release(PeerCalls *calls);

    PeerEnvironment m_environment;
    PeerServices m_services;
    QHash<Address, PeerCalls *> m_peers;
};

} // namespace Msn
