#pragma once

#include "app/desktop/idlesource.h"

#include <QAbstractNativeEventFilter>

namespace App {

/// The X server tells by itself: alarms on its own count of the time since the last input, one for
/// going and one for coming back. Nothing is asked and nobody wakes up in between. Its library is
/// looked up when first asked for; not on Wayland, nor where the header was missing when this was
/// built.
/// Source: X Synchronization Extension 3.1, alarms; system counter IDLETIME.
class X11Idle : public IdleSource, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    explicit X11Idle(QObject *parent = nullptr);
    ~X11Idle() override;

    void watch(std::chrono::milliseconds limit) override;
    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;

private:
    struct Server;

    void setIdle(bool idle);

    std::unique_ptr<Server> m_server;
    bool m_isIdle = false;
};

} // namespace App
