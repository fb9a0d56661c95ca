#pragma once

#include "core/net/gatewaysession.h"
#include "core/net/transport.h"

#include <QPointer>

namespace Msn {

/// A transport through the web gateway of a network. The notification server and each switchboard
/// have a session of their own there.
/// Source: http-gateway.md.
class GatewayTransport : public Transport
{
    Q_OBJECT

public:
    GatewayTransport(const NetworkDescription &network, const ProxySettings &proxy, const Timing &timing,
        QObject *parent = nullptr);

    void open(const Endpoint &endpoint) override;
    void write(const QByteArray &bytes) override;
    /// The last words may still need a request, which outlives this object.
    void close() override;
    void setReadingPaused(bool paused) override;
    bool keepsItselfAlive() const override { return true; }

private:
    QPointer<GatewaySession> m_session;
};

} // namespace Msn
