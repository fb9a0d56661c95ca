#include "app/desktop/donotdisturb.h"

#include "app/desktop/desktopsettings.h"

namespace App {

namespace {

BusPropertyPlace placeOf(const QString &interface, const QString &name)
{
    return {QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        interface, name};
}

} // namespace

DoNotDisturb::DoNotDisturb(const QDBusConnection &bus, const DesktopSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_plasma(bus, placeOf(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Inhibited")))
    , m_dunst(bus, placeOf(QStringLiteral("org.dunstproject.cmd0"), QStringLiteral("paused")))
{
}

bool DoNotDisturb::isOn() const
{
    return m_plasma.value().toBool() || m_dunst.value().toBool() || m_settings.hidesBanners();
}

} // namespace App
