#include "app/desktop/busproperty.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

namespace App {

namespace {

const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");

} // namespace

BusProperty::BusProperty(const QDBusConnection &bus, const BusPropertyPlace &place, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_place(place)
{
    m_bus.connect(place.service, place.path, properties, QStringLiteral("PropertiesChanged"), this,
        SLOT(handleChanged(QString, QVariantMap, QStringList)));
    auto *watcher
        = new QDBusServiceWatcher(place.service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) {
            if (owner.isEmpty())
                setValue({});
            else
                refresh();
        });
    refresh();
}

void BusProperty::refresh()
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(m_place.service, m_place.path, properties, QStringLiteral("Get"));
    message << m_place.interface << m_place.name;
    message.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        setValue(reply.isValid() ? reply.value().variant() : QVariant());
    });
}

void BusProperty::handleChanged(
    const QString &interface, const QVariantMap &values, const QStringList &invalid)
{
    if (interface != m_place.interface)
        return;
    if (const auto found = values.constFind(m_place.name); found != values.constEnd())
        setValue(*found);
    else if (invalid.contains(m_place.name))
        refresh();
}

void BusProperty::setValue(const QVariant &value)
{
    if (m_value == value)
        return;
    m_value = value;
    Q_EMIT changed(m_value);
}

} // namespace App
