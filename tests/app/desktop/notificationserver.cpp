#include "tests/app/desktop/notificationserver.h"

namespace Test {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

NotificationServer::NotificationServer(const QDBusConnection &bus, const QStringList &capabilities)
    : m_bus(bus)
    , m_capabilities(capabilities)
{
    m_bus.registerObject(
        path, this, QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportScriptableSignals);
    m_bus.registerService(service);
}

NotificationServer::~NotificationServer()
{
    m_bus.unregisterService(service);
    m_bus.unregisterObject(path);
}

uint NotificationServer::Notify(const QString &application, uint replaces, const QString &icon,
    const QString &summary, const QString &body, const QStringList &actions, const QVariantMap &hints,
    int timeout)
{
    const uint id = replaces != 0 ? replaces : ++m_lastId;
    m_shown.append({id, application, icon, summary, body, actions, hints, timeout});
    return id;
}

void NotificationServer::CloseNotification(uint id)
{
    m_closed.append(id);
    Q_EMIT NotificationClosed(id, 3);
}

} // namespace Test
