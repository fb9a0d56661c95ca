#pragma once

#include "app/desktop/accountlist.h"
#include "core/protocol/status.h"
#include "ui/alerts/alertevent.h"
#include "ui/options/optionspage.h"

#include <QDBusConnection>
#include <QObject>

#include <functional>
#include <memory>

namespace Msn {
class Settings;
} // namespace Msn

namespace Ui {
class AlertSettings;
class MainWindow;
class SoundPlayer;
class Theme;
class ToastStack;
class TrayIcon;
} // namespace Ui

namespace App {

class AlertCentre;
class BusService;
class ChatPlaces;
class ChatWindows;
class DesktopNotifications;
class DesktopSettings;
class DoNotDisturb;
class IdleAway;
class IdleWatch;
class TrayWatch;
class WindowKeeper;
class X11Session;

/// Everything that ties the messenger to the desktop around it. Made after the first window has been
/// painted: none of it may cost time at the start.
class DesktopParts : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Msn::Settings &settings;
        AccountList &accounts;
        ChatWindows &chats;
        Ui::MainWindow &window;
        /// May be null.
        Ui::Theme *theme = nullptr;
        bool startsMinimised = false;
    };

    /// All parts must outlive it.
    DesktopParts(const Parts &parts, const QDBusConnection &bus, QObject *parent = nullptr);
    ~DesktopParts() override;

    ChatPlaces &places() { return *m_places; }
    Ui::AlertSettings &alertSettings() { return *m_alertSettings; }
    Ui::TrayIcon &tray() { return *m_tray; }
    BusService &busService() { return *m_busService; }
    WindowKeeper &windowKeeper() { return *m_keeper; }
    /// "General" and "Alerts and sounds".
    QList<Ui::OptionsPage> optionsPages();
    void openContactAlerts(Msn::Account &account, const Msn::Address &contact);

Q_SIGNALS:
    void signOutRequested();
    void quitRequested();
    /// By another program, over D-Bus.
    void networkLinkRequested(const QString &link);

private:
    void buildAlerts();
    void buildTray();
    void buildIdle();
    void applySettings();
    void watch(Msn::Account &account);
    void refreshTray();
    void setStatus(Msn::Status status);

    const Parts m_parts;
    const QDBusConnection m_bus;
    std::unique_ptr<X11Session> m_x11;
    std::unique_ptr<ChatPlaces> m_places;
    std::unique_ptr<DesktopSettings> m_desktopSettings;
    std::unique_ptr<DoNotDisturb> m_doNotDisturb;
    std::unique_ptr<Ui::AlertSettings> m_alertSettings;
    std::unique_ptr<Ui::SoundPlayer> m_sounds;
    std::unique_ptr<DesktopNotifications> m_notifications;
    std::unique_ptr<Ui::ToastStack> m_toasts;
    std::unique_ptr<AlertCentre> m_alerts;
    std::unique_ptr<TrayWatch> m_trayWatch;
    std::unique_ptr<Ui::TrayIcon> m_tray;
    std::unique_ptr<WindowKeeper> m_keeper;
    std::unique_ptr<IdleWatch> m_idleWatch;
    std::unique_ptr<IdleAway> m_idleAway;
    std::unique_ptr<BusService> m_busService;
};

} // namespace App
