#include "app/messenger/desktopparts.h"

#include "app/desktop/alertcentre.h"
#include "app/desktop/autostart.h"
#include "app/desktop/busidle.h"
#include "app/desktop/busservice.h"
#include "app/desktop/desktopnotifications.h"
#include "app/desktop/desktopsettings.h"
#include "app/desktop/donotdisturb.h"
#include "app/desktop/idleaway.h"
#include "app/desktop/idlewatch.h"
#include "app/desktop/traypeople.h"
#include "app/desktop/traywatch.h"
#include "app/desktop/waylandidle.h"
#include "app/desktop/x11idle.h"
#include "app/desktop/x11session.h"
#include "app/messenger/chatplaces.h"
#include "app/messenger/windowkeeper.h"
#include "core/account/account.h"
#include "core/storage/settings.h"
#include "ui/alerts/alertsettings.h"
#include "ui/alerts/contactalertsdialog.h"
#include "ui/alerts/toaststack.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/options/alertspage.h"
#include "ui/options/generalpage.h"
#include "ui/sound/soundplayer.h"
#include "ui/theme/theme.h"
#include "ui/tray/trayicon.h"
#include "ui/tray/traymenu.h"

namespace App {

using namespace Msn;

DesktopParts::DesktopParts(const Parts &parts, const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_bus(bus)
    , m_x11(std::make_unique<X11Session>())
    , m_places(std::make_unique<ChatPlaces>(parts.chats, parts.window))
    , m_desktopSettings(std::make_unique<DesktopSettings>(bus))
    , m_doNotDisturb(std::make_unique<DoNotDisturb>(bus, *m_desktopSettings))
    , m_alertSettings(std::make_unique<Ui::AlertSettings>(parts.settings))
    , m_sounds(std::make_unique<Ui::SoundPlayer>())
    , m_busService(std::make_unique<BusService>(bus, parts.accounts, *m_places))
{
    connect(m_busService.get(), &BusService::networkLinkRequested, this, &DesktopParts::networkLinkRequested);
    buildAlerts();
    buildTray();
    buildIdle();
    connect(m_desktopSettings.get(), &DesktopSettings::changed, this, &DesktopParts::applySettings);
    connect(&m_parts.settings, &Settings::changed, this, [this](const QString &name) {
        if (name.startsWith(QLatin1String("desktop.")))
            applySettings();
    });
    applySettings();
    m_desktopSettings->start();
}

DesktopParts::~DesktopParts() = default;

void DesktopParts::buildAlerts()
{
    m_notifications = std::make_unique<DesktopNotifications>(m_bus);
    m_toasts = std::make_unique<Ui::ToastStack>();
    AlertCentre::Surroundings surroundings;
    surroundings.isFullScreen = [this] { return m_x11->isForeignWindowFullScreen(); };
    surroundings.isDoNotDisturb = [this] { return m_doNotDisturb->isOn(); };
    surroundings.display = [this]() -> Ui::AlertDisplay * {
        if (m_notifications->isAvailable() && !m_alertSettings->prefersOwnToasts())
            return m_notifications.get();
        return m_toasts.get();
    };
    surroundings.play = [this](Ui::Sound sound) { m_sounds->play(sound); };
    m_alerts = std::make_unique<AlertCentre>(m_parts.accounts, *m_alertSettings, *m_places, surroundings);
    m_alerts->attach(*m_notifications);
    m_alerts->attach(*m_toasts);
    m_notifications->start();
}

void DesktopParts::buildTray()
{
    AccountList *accounts = &m_parts.accounts;
    m_trayWatch = std::make_unique<TrayWatch>(m_bus, [this] { return m_x11->hasTray(); });
    m_tray = std::make_unique<Ui::TrayIcon>([accounts] { return trayPeople(*accounts); });
    m_keeper = std::make_unique<WindowKeeper>(
        m_parts.window, m_parts.settings, [this] { return m_trayWatch->isThere(); },
        [accounts] { return !accounts->isEmpty(); });
    connect(m_trayWatch.get(), &TrayWatch::changed, this, [this](bool there) {
        m_tray->setShown(there);
        m_keeper->setTrayThere(there);
    });
    if (m_parts.startsMinimised)
        m_keeper->startMinimised();

    Ui::TrayMenu *menu = m_tray->menu();
    connect(m_tray.get(), &Ui::TrayIcon::activated, this, [this] { m_places->presentList({}); });
    connect(menu, &Ui::TrayMenu::openRequested, this, [this] { m_places->presentList({}); });
    connect(menu, &Ui::TrayMenu::statusChosen, this, &DesktopParts::setStatus);
    connect(menu, &Ui::TrayMenu::chatWanted, this, [this](const Address &own, const Address &address) {
        if (const AccountList::Entry *entry = m_parts.accounts.find(own))
            m_places->open(*entry->account, address, {});
    });
    connect(menu, &Ui::TrayMenu::muteChosen, m_alertSettings.get(), &Ui::AlertSettings::setMuted);
    connect(m_alertSettings.get(), &Ui::AlertSettings::mutedChanged, menu, &Ui::TrayMenu::setMuted);
    menu->setMuted(m_alertSettings->isMuted());
    connect(menu, &Ui::TrayMenu::signOutRequested, this, &DesktopParts::signOutRequested);
    connect(menu, &Ui::TrayMenu::exitRequested, this, &DesktopParts::quitRequested);

    connect(m_alerts.get(), &AlertCentre::waitingChanged, this, &DesktopParts::refreshTray);
    connect(accounts, &AccountList::added, this, [this](Account *account) { watch(*account); });
    connect(accounts, &AccountList::removed, this, [this](Account *account) {
        disconnect(account, nullptr, this, nullptr);
        refreshTray();
    });
    for (const AccountList::Entry &entry : accounts->entries())
        watch(*entry.account);
    refreshTray();
}

void DesktopParts::buildIdle()
{
    std::vector<std::unique_ptr<IdleSource>> sources;
    // First those that tell by themselves; who has to be asked again and again comes after them.
    if (m_bus.isConnected())
        sources.push_back(std::make_unique<MutterIdle>(m_bus));
    sources.push_back(std::make_unique<WaylandIdle>(WaylandIdle::standardSocket()));
    sources.push_back(std::make_unique<X11Idle>());
    if (m_bus.isConnected())
        sources.push_back(std::make_unique<PolledIdle>(screenSaverQuestion(m_bus)));
    sources.push_back(std::make_unique<ActivityIdle>());
    m_idleWatch = std::make_unique<IdleWatch>(std::move(sources));
    m_idleAway = std::make_unique<IdleAway>(m_parts.accounts, *m_idleWatch);
}

void DesktopParts::applySettings()
{
    const Settings &settings = m_parts.settings;
    m_idleAway->setMinutes(settings.value(Setting::idleMinutes));
    m_busService->setEnabled(settings.value(Setting::remoteControl));
    if (m_parts.theme)
        m_parts.theme->setMotionReduced(
            settings.value(Setting::reduceMotion) || m_desktopSettings->reducesMotion());
}

QList<Ui::OptionsPage> DesktopParts::optionsPages()
{
    const auto general = [this]() -> QWidget * {
        const auto autostart = std::make_shared<Autostart>(Autostart::standard());
        return new Ui::GeneralPage(m_parts.settings,
            {[autostart] { return autostart->isEnabled(); },
                [autostart](bool on) { return autostart->setEnabled(on); }});
    };
    const auto alerts = [this]() -> QWidget * {
        auto *page = new Ui::AlertsPage(*m_alertSettings, m_parts.settings, Ui::SoundPlayer::isAvailable());
        connect(page, &Ui::AlertsPage::previewRequested, m_sounds.get(), &Ui::SoundPlayer::play);
        return page;
    };
    return {{QStringLiteral("general"), tr("General"), QStringLiteral("settings"), general, {}},
        {QStringLiteral("alerts"), tr("Alerts and sounds"), QStringLiteral("sound"), alerts, {}}};
}

void DesktopParts::openContactAlerts(Account &account, const Address &address)
{
    const AccountList::Entry *entry = m_parts.accounts.find(account);
    if (!entry)
        return;
    auto *dialog = new Ui::ContactAlertsDialog(*m_alertSettings,
        Ui::alertAccountKey(account.address(), entry->network), address, entry->nameOf(address),
        &m_parts.window);
    connect(dialog, &Ui::ContactAlertsDialog::previewRequested, m_sounds.get(), &Ui::SoundPlayer::play);
    dialog->open();
}

void DesktopParts::watch(Account &account)
{
    connect(&account, &Account::statusChanged, this, &DesktopParts::refreshTray);
    refreshTray();
}

void DesktopParts::refreshTray()
{
    m_tray->setState(trayState(m_parts.accounts, m_alerts->waiting()));
}

/// One control over all.
void DesktopParts::setStatus(Status status)
{
    for (const AccountList::Entry &entry : m_parts.accounts.entries())
        entry.account->setStatus(status);
}

} // namespace App
