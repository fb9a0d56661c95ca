#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QVariant>

class QDBusVariant;

namespace App {

/// What the person has set for the whole desktop, through the settings portal. Never waits; where
/// there is no portal nothing is set.
/// Source: org.freedesktop.portal.Settings.
class DesktopSettings : public QObject
{
    Q_OBJECT

public:
    explicit DesktopSettings(const QDBusConnection &bus, QObject *parent = nullptr);

    void start();
    /// No movement is wanted.
    bool reducesMotion() const;
    /// GNOME's "Do not disturb".
    bool hidesBanners() const;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void handleChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void read(const QString &space, const QString &key);
    void keep(const QString &space, const QString &key, const QVariant &value);

    QDBusConnection m_bus;
    bool m_started = false;
    QHash<QString, QVariant> m_values;
};

} // namespace App
