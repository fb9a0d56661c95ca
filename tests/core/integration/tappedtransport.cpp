#include "tests/core/integration/tappedtransport.h"

#include "core/net/ssltransport.h"
#include "core/net/timing.h"

namespace Test {

TappedTransport::TappedTransport(std::unique_ptr<Msn::Transport> transport)
    : m_transport(std::move(transport))
{
    connect(m_transport.get(), &Transport::opened, this, &Transport::opened);
    connect(m_transport.get(), &Transport::bytesReceived, this, &TappedTransport::handleBytes);
    connect(m_transport.get(), &Transport::closed, this, &Transport::closed);
}

void TappedTransport::write(const QByteArray &bytes)
{
    m_wiretap.hear(Sender::Client, bytes);
    m_transport->write(bytes);
}

void TappedTransport::handleBytes(const QByteArray &bytes)
{
    m_wiretap.hear(Sender::Server, bytes);
    Q_EMIT bytesReceived(bytes);
}

Msn::TransportFactory tappedTransports(const Msn::NetworkDescription &network)
{
    const Msn::ServerTrust trust(network);
    return [security = network.security, trust] {
        return std::make_unique<TappedTransport>(
            std::make_unique<Msn::SslTransport>(security, trust, Msn::Timing().connect));
    };
}

} // namespace Test
