#include "app/desktop/traywatch.h"

#include "app/desktop/busproperty.h"

namespace App {

namespace {

const BusPropertyPlace hostPlace{QStringLiteral("org.kde.StatusNotifierWatcher"),
    QStringLiteral("/StatusNotifierWatcher"), QStringLiteral("org.kde.StatusNotifierWatcher"),
    QStringLiteral("IsStatusNotifierHostRegistered")};

} // namespace

TrayWatch::TrayWatch(const QDBusConnection &bus, std::function<bool()> hasX11Tray, QObject *parent)
    : QObject(parent)
    , m_hasX11Tray(std::move(hasX11Tray))
    , m_host(std::make_unique<BusProperty>(bus, hostPlace))
{
    // Watchers tell of hosts with these, and of the property with nothing.
    for (const QString &signal :
        {QStringLiteral("StatusNotifierHostRegistered"), QStringLiteral("StatusNotifierHostUnregistered")}) {
        QDBusConnection(bus).connect(
            hostPlace.service, hostPlace.path, hostPlace.interface, signal, this, SLOT(handleHosts()));
    }
    connect(m_host.get(), &BusProperty::changed, this, &TrayWatch::refresh);
    QMetaObject::invokeMethod(this, &TrayWatch::refresh, Qt::QueuedConnection);
}

TrayWatch::~TrayWatch() = default;

bool TrayWatch::isThere() const
{
    return m_host->value().toBool() || m_hasX11Tray();
}

void TrayWatch::handleHosts()
{
    m_host->refresh();
}

void TrayWatch::refresh()
{
    const bool there = isThere();
    if (std::exchange(m_wasThere, there) != there)
        Q_EMIT changed(there);
}

} // namespace App
