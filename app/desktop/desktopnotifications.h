#pragma once

#include "ui/alerts/alertdisplay.h"

#include <QDBusConnection>
#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

class QDBusServiceWatcher;

namespace App {

/// Alerts through the notification service of the desktop. Every call is asynchronous; a service
/// that ends and comes back (a shell that is restarted) is found again.
/// Source: Desktop Notifications Specification 1.2; `inline-reply` and NotificationReplied as
/// Plasma has them.
class DesktopNotifications : public Ui::AlertDisplay
{
    Q_OBJECT

public:
    explicit DesktopNotifications(const QDBusConnection &bus, QObject *parent = nullptr);
    ~DesktopNotifications() override;

    /// Asks what the service can do; starts one that the desktop offers but has not started yet.
    void start();
    /// It has answered.
    bool isAvailable() const { return m_available; }
    bool can(const QString &capability) const { return m_capabilities.contains(capability); }

    void show(Id id, const Ui::AlertNotice &notice) override;
    void close(Id id) override;

Q_SIGNALS:
    void availableChanged(bool available);

private Q_SLOTS:
    // Signals of the service.
    void handleActionInvoked(uint serverId, const QString &action);
    void handleActivationToken(uint serverId, const QString &token);
    void handleReplied(uint serverId, const QString &text);
    void handleClosed(uint serverId, uint reason);

private:
    struct Shown
    {
        uint serverId = 0; ///< 0: not known yet
        bool isAsked = false; ///< Notify is on its way
        bool closeWhenKnown = false;
        std::optional<Ui::AlertNotice> next; ///< to be shown in its place as soon as it is known
    };

    void listen();
    void handleOwner(const QString &owner);
    void askCapabilities();
    void send(Id id, const Ui::AlertNotice &notice);
    void handleNotified(Id id, uint serverId);
    void forgetAll();
    Id idOf(uint serverId) const;
    QStringList actionsFor(const Ui::AlertNotice &notice) const;
    QVariantMap hintsFor(const Ui::AlertNotice &notice) const;
    void setAvailable(bool available);

    QDBusConnection m_bus;
    std::unique_ptr<QDBusServiceWatcher> m_watcher;
    QStringList m_capabilities;
    bool m_available = false;
    QHash<Id, Shown> m_shown;
    QHash<uint, QByteArray> m_tokens;
};

} // namespace App
