#pragma once

#include "core/net/transport.h"
#include "core/protocol/networkdescription.h"
#include "tests/support/wiretap.h"

namespace Test {

/// A real connection between our client and our service that is listened to.
class TappedTransport : public Msn::Transport
{
    Q_OBJECT

public:
    explicit TappedTransport(std::unique_ptr<Msn::Transport> transport);

    void open(const Msn::Endpoint &endpoint) override { m_transport->open(endpoint); }
    void write(const QByteArray &bytes) override;
    void close() override { m_transport->close(); }
    void setReadingPaused(bool paused) override { m_transport->setReadingPaused(paused); }
    Msn::Endpoint localEndpoint() const override { return m_transport->localEndpoint(); }

private:
    void handleBytes(const QByteArray &bytes);

    std::unique_ptr<Msn::Transport> m_transport;
    Wiretap m_wiretap{Ours::Both};
};

/// For AccountOptions.
Msn::TransportFactory tappedTransports(const Msn::NetworkDescription &network);

} // namespace Test
