#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

namespace Test {

/// A notification service as desktops have one: remembers what it was asked to show and lets the
/// test play the person.
class NotificationServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint id = 0;
        QString application;
        QString icon;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
    };

    NotificationServer(const QDBusConnection &bus, const QStringList &capabilities);
    ~NotificationServer() override;

    const QList<Shown> &shown() const { return m_shown; }
    const QList<uint> &closed() const { return m_closed; }

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() const { return m_capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &application, uint replaces, const QString &icon,
        const QString &summary, const QString &body, const QStringList &actions, const QVariantMap &hints,
        int timeout);
    Q_SCRIPTABLE void CloseNotification(uint id);

Q_SIGNALS:
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);
    Q_SCRIPTABLE void NotificationReplied(uint id, const QString &text);

private:
    QDBusConnection m_bus;
    const QStringList m_capabilities;
    uint m_lastId = 0;
    QList<Shown> m_shown;
    QList<uint> m_closed;
};

} // namespace Test
