#pragma once

#include "core/net/transport.h"

#include <QRandomGenerator>

namespace Soak {

/// When connections break, shared by all of one run.
struct Weather
{
    QRandomGenerator random;
    /// One connection in so many breaks, after a few hundred bytes; 0: none.
    int oneBreaksIn = 0;
    /// One byte in so many becomes another, goes, or comes several times; 0: none.
    int oneGarbledIn = 0;

    QByteArray garbled(const QByteArray &bytes);
};

/// A real connection that may break in the middle of a command, or change what it carries, in either
/// direction.
class CuttingTransport : public Msn::Transport
{
    Q_OBJECT

public:
    CuttingTransport(std::unique_ptr<Msn::Transport> transport, Weather &weather);

    void open(const Msn::Endpoint &endpoint) override { m_transport->open(endpoint); }
    void write(const QByteArray &bytes) override;
    void close() override { m_transport->close(); }
    void setReadingPaused(bool paused) override { m_transport->setReadingPaused(paused); }
    Msn::Endpoint localEndpoint() const override { return m_transport->localEndpoint(); }

private:
    void handleBytes(const QByteArray &bytes);
    /// What of \p bytes still gets through.
    QByteArray passed(const QByteArray &bytes);
    void breakOff();

    std::unique_ptr<Msn::Transport> m_transport;
    Weather &m_weather;
    /// Bytes until it breaks; -1: never.
    qint64 m_left = -1;
    bool m_isBroken = false;
};

} // namespace Soak
