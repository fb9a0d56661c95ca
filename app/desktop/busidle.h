#pragma once

#include "app/desktop/idlesource.h"

#include <QDBusConnection>

class QDBusPendingCall;

namespace App {

/// GNOME's compositor tells by itself: no question is ever repeated.
/// Source: org.gnome.Mutter.IdleMonitor.
class MutterIdle : public IdleSource
{
    Q_OBJECT

public:
    explicit MutterIdle(const QDBusConnection &bus, QObject *parent = nullptr);
    ~MutterIdle() override;

    void watch(std::chrono::milliseconds limit) override;

private Q_SLOTS:
    void handleWatchFired(uint watch);

private:
    QDBusPendingCall call(const QString &method, const QVariantList &arguments);
    void addWatch(const QString &method, const QVariantList &arguments, uint *watch);
    void removeWatch(uint *watch);

    QDBusConnection m_bus;
    uint m_idleWatch = 0;
    uint m_activeWatch = 0;
    int m_round = 0;
};

/// Desktops disagree whether GetSessionIdleTime counts seconds or milliseconds. Two readings tell:
/// without input in between the value has grown by the time that went by, in the unit it is in.
/// Until that is known milliseconds are assumed, which can only make somebody look busy.
class IdleUnit
{
public:
    std::chrono::milliseconds read(quint32 value, std::chrono::steady_clock::time_point now);

private:
    enum class Unit { Unknown, Seconds, Milliseconds };

    Unit m_unit = Unit::Unknown;
    std::optional<quint32> m_before;
    std::chrono::steady_clock::time_point m_beforeTime;
};

/// Asks org.freedesktop.ScreenSaver, as Plasma and others offer it.
PolledIdle::Question screenSaverQuestion(const QDBusConnection &bus);

} // namespace App
