#include "app/desktop/desktopsettings.h"
#include "app/desktop/donotdisturb.h"
#include "app/desktop/traywatch.h"
#include "tests/app/desktop/privatebus.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace App;
using Test::PrivateBus;

namespace {

/// The settings portal.
class PortalServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QVariantMap values;

    void set(const QString &space, const QString &key, const QVariant &value)
    {
        values.insert(space + u'/' + key, value);
        Q_EMIT SettingChanged(space, key, QDBusVariant(value));
    }

public Q_SLOTS:
    Q_SCRIPTABLE QDBusVariant Read(const QString &space, const QString &key)
    {
        // As real portals: a variant in a variant.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(space + u'/' + key, 0))));
    }

Q_SIGNALS:
    Q_SCRIPTABLE void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

/// Plasma's notification service, as far as it concerns us.
class InhibitServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
    Q_PROPERTY(bool Inhibited READ isInhibited)

public:
    bool isInhibited() const { return inhibited; }
    bool inhibited = false;
};

class WatcherServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)

public:
    bool hasHost() const { return host; }
    bool host = false;

Q_SIGNALS:
    Q_SCRIPTABLE void StatusNotifierHostRegistered();
    Q_SCRIPTABLE void StatusNotifierHostUnregistered();
};

void tellChange(const QDBusConnection &bus, const QString &path, const QString &interface,
    const QString &name, const QVariant &value)
{
    QDBusMessage signal = QDBusMessage::createSignal(
        path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
    signal << interface << QVariantMap{{name, value}} << QStringList();
    bus.send(signal);
}

} // namespace

class TestDesktopState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsThere();
    void motionIsReduced_data();
    void motionIsReduced();
    void complaint18_doNotDisturb();
    void complaint18_doNotDisturbOfGnome();
    void complaint5_trayComesAndGoes();
    void complaint5_watcherWithoutAHostIsNoTray();
    void complaint5_oldTrayCounts();

private:
    QDBusConnection connection(const char *name) { return m_bus->connect(QLatin1String(name)); }

    std::unique_ptr<PrivateBus> m_bus;
};

void TestDesktopState::init()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->error().isEmpty(), qPrintable(m_bus->error()));
}

void TestDesktopState::cleanup()
{
    m_bus.reset();
}

void TestDesktopState::nothingIsThere()
{
    DesktopSettings settings(connection("client"));
    settings.start();
    const DoNotDisturb quiet(connection("second"), settings);
    const TrayWatch tray(connection("third"), [] { return false; });
    Test::PrivateBus other; // time for answers to arrive
    QVERIFY(!settings.reducesMotion());
    QVERIFY(!quiet.isOn());
    QVERIFY(!tray.isThere());
    DesktopSettings unconnected(QDBusConnection(QStringLiteral("none")));
    unconnected.start();
    QVERIFY(!unconnected.reducesMotion());
}

void TestDesktopState::motionIsReduced_data()
{
    QTest::addColumn<QString>("space");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("reduced");
    QTest::addColumn<QVariant>("usual");
    QTest::newRow("portal") << QStringLiteral("org.freedesktop.appearance")
                            << QStringLiteral("reduced-motion") << QVariant(1U) << QVariant(0U);
    QTest::newRow("GNOME") << QStringLiteral("org.gnome.desktop.interface")
                           << QStringLiteral("enable-animations") << QVariant(false) << QVariant(true);
    QTest::newRow("Plasma") << QStringLiteral("org.kde.kdeglobals.KDE")
                            << QStringLiteral("AnimationDurationFactor") << QVariant(QStringLiteral("0"))
                            << QVariant(QStringLiteral("0.5"));
}

void TestDesktopState::motionIsReduced()
{
    QFETCH(QString, space);
    QFETCH(QString, key);
    QFETCH(QVariant, reduced);
    QFETCH(QVariant, usual);
    QDBusConnection desktop = connection("desktop");
    PortalServer portal;
    portal.values = {{QStringLiteral("org.gnome.desktop.interface/enable-animations"), true},
        {QStringLiteral("org.kde.kdeglobals.KDE/AnimationDurationFactor"), QStringLiteral("1")},
        {QStringLiteral("org.gnome.desktop.notifications/show-banners"), true}};
    portal.values.insert(space + u'/' + key, reduced);
    desktop.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
        QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportScriptableSignals);
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    DesktopSettings settings(connection("client"));
    settings.start();
    QTRY_VERIFY(settings.reducesMotion());
    portal.set(space, key, usual);
    QTRY_VERIFY(!settings.reducesMotion());
    portal.set(space, key, reduced);
    QTRY_VERIFY(settings.reducesMotion());
    QVERIFY(!settings.hidesBanners());
}

void TestDesktopState::complaint18_doNotDisturb()
{
    QDBusConnection desktop = connection("desktop");
    InhibitServer server;
    server.inhibited = true;
    const QString path = QStringLiteral("/org/freedesktop/Notifications");
    const QString name = QStringLiteral("org.freedesktop.Notifications");
    desktop.registerObject(path, &server, QDBusConnection::ExportAllProperties);
    QVERIFY(desktop.registerService(name));
    DesktopSettings settings(connection("client"));
    const DoNotDisturb quiet(connection("second"), settings);
    QTRY_VERIFY(quiet.isOn());
    tellChange(desktop, path, name, QStringLiteral("Inhibited"), false);
    QTRY_VERIFY(!quiet.isOn());
    tellChange(desktop, path, name, QStringLiteral("Inhibited"), true);
    QTRY_VERIFY(quiet.isOn());
    // A service that has ended keeps nobody quiet.
    desktop.unregisterService(name);
    QTRY_VERIFY(!quiet.isOn());
}

void TestDesktopState::complaint18_doNotDisturbOfGnome()
{
    QDBusConnection desktop = connection("desktop");
    PortalServer portal;
    portal.values = {{QStringLiteral("org.gnome.desktop.notifications/show-banners"), true}};
    desktop.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
        QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportScriptableSignals);
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    DesktopSettings settings(connection("client"));
    const DoNotDisturb quiet(connection("second"), settings);
    QSignalSpy changed(&settings, &DesktopSettings::changed);
    settings.start();
    QTRY_COMPARE(changed.count(), 4);
    QVERIFY(!quiet.isOn());
    portal.set(QStringLiteral("org.gnome.desktop.notifications"), QStringLiteral("show-banners"), false);
    QTRY_VERIFY(quiet.isOn());
}

void TestDesktopState::complaint5_trayComesAndGoes()
{
    QDBusConnection shell = connection("shell");
    TrayWatch tray(connection("client"), [] { return false; });
    QSignalSpy changed(&tray, &TrayWatch::changed);
    WatcherServer watcher;
    watcher.host = true;
    shell.registerObject(QStringLiteral("/StatusNotifierWatcher"), &watcher,
        QDBusConnection::ExportAllProperties | QDBusConnection::ExportScriptableSignals);
    QVERIFY(shell.registerService(QStringLiteral("org.kde.StatusNotifierWatcher")));
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(tray.isThere());
    // The shell is restarted.
    shell.unregisterService(QStringLiteral("org.kde.StatusNotifierWatcher"));
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(!tray.isThere());
    QVERIFY(shell.registerService(QStringLiteral("org.kde.StatusNotifierWatcher")));
    QTRY_COMPARE(changed.count(), 3);
    QVERIFY(tray.isThere());
}

void TestDesktopState::complaint5_watcherWithoutAHostIsNoTray()
{
    QDBusConnection shell = connection("shell");
    WatcherServer watcher;
    shell.registerObject(QStringLiteral("/StatusNotifierWatcher"), &watcher,
        QDBusConnection::ExportAllProperties | QDBusConnection::ExportScriptableSignals);
    QVERIFY(shell.registerService(QStringLiteral("org.kde.StatusNotifierWatcher")));
    TrayWatch tray(connection("client"), [] { return false; });
    QSignalSpy changed(&tray, &TrayWatch::changed);
    QVERIFY(!tray.isThere());
    watcher.host = true;
    Q_EMIT watcher.StatusNotifierHostRegistered();
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(tray.isThere());
    watcher.host = false;
    Q_EMIT watcher.StatusNotifierHostUnregistered();
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(!tray.isThere());
}

void TestDesktopState::complaint5_oldTrayCounts()
{
    TrayWatch tray(QDBusConnection(QStringLiteral("none")), [] { return true; });
    QSignalSpy changed(&tray, &TrayWatch::changed);
    QVERIFY(tray.isThere());
    QTRY_COMPARE(changed.count(), 1);
}

QTEST_GUILESS_MAIN(TestDesktopState)
#include "tst_desktopstate.moc"
