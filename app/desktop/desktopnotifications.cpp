#include "app/desktop/desktopnotifications.h"

#include "app/desktop/imagedata.h"
#include "ui/alerts/alerttext.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

namespace App {

using Ui::AlertEvent;

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString notifications = QStringLiteral("org.freedesktop.Notifications");

const QString inlineReply = QStringLiteral("inline-reply");
const QString defaultAction = QStringLiteral("default");
const QString replyAction = QStringLiteral("reply");

constexpr int pictureSize = 96;

QDBusMessage callTo(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, notifications, method);
}

/// Names from the specification's list, and of the kind it lets us make up.
QString categoryOf(AlertEvent event)
{
    switch (event) {
    case AlertEvent::ContactOnline:
        return QStringLiteral("presence.online");
    case AlertEvent::ContactOffline:
        return QStringLiteral("presence.offline");
    case AlertEvent::StatusChanged:
        return QStringLiteral("presence");
    case AlertEvent::Message:
    case AlertEvent::Nudge:
    case AlertEvent::Invitation:
        return QStringLiteral("im.received");
    case AlertEvent::Mail:
        return QStringLiteral("email.arrived");
    case AlertEvent::AddedMe:
        return QStringLiteral("im");
    case AlertEvent::ConnectionLost:
        return QStringLiteral("network.disconnected");
    }
    return {};
}

/// Not worth keeping in a list of past notifications.
bool isPassing(AlertEvent event)
{
    return event == AlertEvent::ContactOnline || event == AlertEvent::ContactOffline
        || event == AlertEvent::StatusChanged;
}

} // namespace

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, QObject *parent)
    : AlertDisplay(parent)
    , m_bus(bus)
{
    ImageData::registerType();
}

DesktopNotifications::~DesktopNotifications() = default;

void DesktopNotifications::start()
{
    if (m_watcher || !m_bus.isConnected())
        return;
    m_watcher = std::make_unique<QDBusServiceWatcher>(service, m_bus);
    connect(m_watcher.get(), &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) { handleOwner(owner); });
    listen();
    askCapabilities();
}

void DesktopNotifications::listen()
{
    const auto on = [this](const char *signal, const char *slot) {
        m_bus.connect(service, path, notifications, QLatin1String(signal), this, slot);
    };
    on("ActionInvoked", SLOT(handleActionInvoked(uint, QString)));
    on("ActivationToken", SLOT(handleActivationToken(uint, QString)));
    on("NotificationReplied", SLOT(handleReplied(uint, QString)));
    on("NotificationClosed", SLOT(handleClosed(uint, uint)));
}

void DesktopNotifications::handleOwner(const QString &owner)
{
    // Another one knows nothing of what the one before has shown.
    forgetAll();
    setAvailable(false);
    if (!owner.isEmpty())
        askCapabilities();
}

void DesktopNotifications::askCapabilities()
{
    auto *watcher
        = new QDBusPendingCallWatcher(m_bus.asyncCall(callTo(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_capabilities = reply.isValid() ? reply.value() : QStringList();
        setAvailable(reply.isValid());
    });
}

void DesktopNotifications::setAvailable(bool available)
{
    if (std::exchange(m_available, available) != available)
        Q_EMIT availableChanged(available);
}

void DesktopNotifications::show(Id id, const Ui::AlertNotice &notice)
{
    Shown &shown = m_shown[id];
    shown.closeWhenKnown = false;
    if (shown.isAsked)
        shown.next = notice;
    else
        send(id, notice);
}

void DesktopNotifications::send(Id id, const Ui::AlertNotice &notice)
{
    Shown &shown = m_shown[id];
    shown.isAsked = true;
    shown.next.reset();
    QDBusMessage message = callTo(QStringLiteral("Notify"));
    const bool hasMarkup = can(QStringLiteral("body-markup"));
    message << QGuiApplication::applicationDisplayName() << shown.serverId
            << QStringLiteral("org.swallowtail.Swallowtail") << notice.title
            << (hasMarkup ? notice.text.toHtmlEscaped() : notice.text) << actionsFor(notice)
            << hintsFor(notice) << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, id] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        handleNotified(id, reply.isValid() ? reply.value() : 0);
    });
}

void DesktopNotifications::handleNotified(Id id, uint serverId)
{
    const auto shown = m_shown.find(id);
    if (shown == m_shown.end())
        return;
    shown->isAsked = false;
    shown->serverId = serverId;
    const std::optional<Ui::AlertNotice> next = std::exchange(shown->next, {});
    if (serverId == 0) {
        m_shown.erase(shown);
        Q_EMIT closed(id);
    } else if (shown->closeWhenKnown) {
        close(id);
    } else if (next) {
        send(id, *next);
    }
}

void DesktopNotifications::close(Id id)
{
    const auto shown = m_shown.find(id);
    if (shown == m_shown.end())
        return;
    if (shown->isAsked) {
        shown->closeWhenKnown = true;
        shown->next.reset();
        return;
    }
    QDBusMessage message = callTo(QStringLiteral("CloseNotification"));
    message << shown->serverId;
    m_bus.asyncCall(message);
    m_shown.erase(shown);
    Q_EMIT closed(id);
}

void DesktopNotifications::forgetAll()
{
    const QList<Id> ids = m_shown.keys();
    m_shown.clear();
    m_tokens.clear();
    for (const Id id : ids)
        Q_EMIT closed(id);
}

Ui::AlertDisplay::Id DesktopNotifications::idOf(uint serverId) const
{
    for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown) {
        if (shown->serverId == serverId && serverId != 0)
            return shown.key();
    }
    return 0;
}

QStringList DesktopNotifications::actionsFor(const Ui::AlertNotice &notice) const
{
    if (!can(QStringLiteral("actions")))
        return {};
    QStringList actions{defaultAction, Ui::AlertText::openAction()};
    if (notice.canReply)
        actions << (can(inlineReply) ? inlineReply : replyAction) << Ui::AlertText::replyAction();
    return actions;
}

QVariantMap DesktopNotifications::hintsFor(const Ui::AlertNotice &notice) const
{
    QVariantMap hints{
        {QStringLiteral("desktop-entry"), QStringLiteral("org.swallowtail.Swallowtail")},
        {QStringLiteral("category"), categoryOf(notice.event)},
        // We play our own, or none.
        {QStringLiteral("suppress-sound"), true},
        {QStringLiteral("urgency"), QVariant::fromValue(uchar(notice.isUrgent ? 2 : 1))},
    };
    if (isPassing(notice.event))
        hints.insert(QStringLiteral("transient"), true);
    if (!notice.avatar.address.isEmpty()) {
        const QImage picture = Ui::avatarPixmap(notice.avatar, pictureSize, pictureSize / 8, 1).toImage();
        hints.insert(QStringLiteral("image-data"), QVariant::fromValue(ImageData::of(picture)));
    }
    return hints;
}

void DesktopNotifications::handleActionInvoked(uint serverId, const QString &action)
{
    const Id id = idOf(serverId);
    if (id != 0 && (action == defaultAction || action == replyAction))
        Q_EMIT activated(id, m_tokens.take(serverId));
}

/// Sent just before ActionInvoked.
void DesktopNotifications::handleActivationToken(uint serverId, const QString &token)
{
    if (idOf(serverId) != 0)
        m_tokens.insert(serverId, token.toUtf8());
}

void DesktopNotifications::handleReplied(uint serverId, const QString &text)
{
    if (const Id id = idOf(serverId); id != 0)
        Q_EMIT replied(id, text);
}

void DesktopNotifications::handleClosed(uint serverId, uint)
{
    const Id id = idOf(serverId);
    m_tokens.remove(serverId);
    if (id == 0)
        return;
    m_shown.remove(id);
    Q_EMIT closed(id);
}

} // namespace App
