#include "app/desktop/desktopsettings.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace App {

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");

struct Key
{
    QString space;
    QString key;
    QString path() const { return space + u'/' + key; }
};

const Key reducedMotion{QStringLiteral("org.freedesktop.appearance"), QStringLiteral("reduced-motion")};
const Key gnomeAnimations{QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations")};
const Key plasmaAnimations{
    QStringLiteral("org.kde.kdeglobals.KDE"), QStringLiteral("AnimationDurationFactor")};
const Key gnomeBanners{QStringLiteral("org.gnome.desktop.notifications"), QStringLiteral("show-banners")};

const QList<Key> &keys()
{
    static const QList<Key> all{reducedMotion, gnomeAnimations, plasmaAnimations, gnomeBanners};
    return all;
}

/// Read() wraps a value twice.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

bool isFalse(const QVariant &value)
{
    return value.isValid() && !value.toBool();
}

} // namespace

DesktopSettings::DesktopSettings(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

void DesktopSettings::start()
{
    if (std::exchange(m_started, true) || !m_bus.isConnected())
        return;
    m_bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
        SLOT(handleChanged(QString, QString, QDBusVariant)));
    for (const Key &key : keys())
        read(key.space, key.key);
}

void DesktopSettings::read(const QString &space, const QString &key)
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
    message << space << key;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, space, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            keep(space, key, reply.value().variant());
    });
}

void DesktopSettings::handleChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    const bool isOurs = std::any_of(keys().begin(), keys().end(),
        [&](const Key &known) { return known.space == space && known.key == key; });
    if (isOurs)
        keep(space, key, value.variant());
}

void DesktopSettings::keep(const QString &space, const QString &key, const QVariant &value)
{
    m_values.insert(Key{space, key}.path(), unwrapped(value));
    Q_EMIT changed();
}

bool DesktopSettings::reducesMotion() const
{
    const QVariant factor = m_values.value(plasmaAnimations.path());
    return m_values.value(reducedMotion.path()).toUInt() == 1
        || isFalse(m_values.value(gnomeAnimations.path()))
        || (factor.isValid() && qFuzzyIsNull(factor.toDouble()));
}

bool DesktopSettings::hidesBanners() const
{
    return isFalse(m_values.value(gnomeBanners.path()));
}

} // namespace App
