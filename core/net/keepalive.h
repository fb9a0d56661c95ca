#pragma once

#include "core/net/timing.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Msn {

/// Decides when to send PNG and when a silent server is dead. One timer, so that an idle messenger
/// wakes up once per interval.
/// Source: presence.md §6.
class KeepAlive : public QObject
{
    Q_OBJECT

public:
    explicit KeepAlive(const Timing &timing, QObject *parent = nullptr);

    void start();
    void stop();
    /// Anything sent or received starts the interval anew; anything received is a sign of life.
    void noteSent();
    void noteReceived();
    /// QNG, with the number of seconds until the next PNG if the server named one.
    void handlePong(std::optional<int> seconds);

Q_SIGNALS:
    void pingDue();
    /// No sign of life within Timing::pong after a PNG.
    void serverSilent();

private:
    void handleTimeout();

    const Timing m_timing;
    std::chrono::milliseconds m_interval;
    QTimer m_timer;
    bool m_awaitingPong = false;
};

} // namespace Msn
