#include "app/desktop/busidle.h"
#include "app/desktop/idlesource.h"
#include "tests/app/desktop/privatebus.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace App;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// GNOME's compositor.
class MutterServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.Mutter.IdleMonitor")

public:
    QList<quint64> idleWatches;
    int activeWatches = 0;
    QList<uint> removed;

public Q_SLOTS:
    Q_SCRIPTABLE uint AddIdleWatch(quint64 interval)
    {
        idleWatches.append(interval);
        return 10;
    }
    Q_SCRIPTABLE uint AddUserActiveWatch() { return 20 + uint(++activeWatches); }
    Q_SCRIPTABLE void RemoveWatch(uint id) { removed.append(id); }

Q_SIGNALS:
    Q_SCRIPTABLE void WatchFired(uint id);
};

class ScreenSaverServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public Q_SLOTS:
    Q_SCRIPTABLE uint GetSessionIdleTime() { return 7000; }
};

constexpr auto exported = QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportScriptableSignals;

} // namespace

class TestIdleSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complaint21_asksAtTheRightMoments();
    void activityEndsItAtOnce();
    void saysWhenItCannotKnow();
    void stops();
    void mutterTellsByItself();
    void withoutMutter();
    void screenSaverIsAsked();
    void unitOfIdleTime_data();
    void unitOfIdleTime();
    void inputInOurOwnWindows();
};

void TestIdleSource::complaint21_asksAtTheRightMoments()
{
    milliseconds idle = 10s;
    int asked = 0;
    PolledIdle source([&](const PolledIdle::Answer &answer) {
        ++asked;
        answer(idle);
    });
    const QSignalSpy went(&source, &IdleSource::wentIdle);
    source.watch(5min);
    QCOMPARE(asked, 1);
    QCOMPARE(went.count(), 0);
    // Not before it could be true.
    QVERIFY(source.pause() >= 290s && source.pause() < 292s);
    idle = 5min;
    source.watch(5min);
    QCOMPARE(went.count(), 1);
    QCOMPARE(source.pause(), PolledIdle::awayPause);
    QVERIFY(PolledIdle::awayPause >= 60s);
}

void TestIdleSource::activityEndsItAtOnce()
{
    PolledIdle source([](const PolledIdle::Answer &answer) { answer(10min); });
    const QSignalSpy back(&source, &IdleSource::cameBack);
    source.noteActivity();
    QCOMPARE(back.count(), 0);
    source.watch(5min);
    QWidget window;
    window.show();
    QTest::keyClick(window.windowHandle(), Qt::Key_A);
    QTRY_COMPARE(back.count(), 1);
    QVERIFY(source.pause() >= 5min);
}

void TestIdleSource::saysWhenItCannotKnow()
{
    PolledIdle source([](const PolledIdle::Answer &answer) { answer({}); });
    const QSignalSpy gone(&source, &IdleSource::unavailable);
    source.watch(5min);
    QCOMPARE(gone.count(), 1);
    QVERIFY(!source.isWatching());
}

void TestIdleSource::stops()
{
    PolledIdle::Answer late;
    PolledIdle source([&](const PolledIdle::Answer &answer) { late = answer; });
    const QSignalSpy went(&source, &IdleSource::wentIdle);
    source.watch(5min);
    source.watch(0ms);
    late(10min);
    QCOMPARE(went.count(), 0);
    QVERIFY(!source.isWatching());
}

void TestIdleSource::mutterTellsByItself()
{
    Test::PrivateBus bus;
    QVERIFY2(bus.error().isEmpty(), qPrintable(bus.error()));
    QDBusConnection desktop = bus.connect(QStringLiteral("mutter"));
    MutterServer server;
    desktop.registerObject(QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"), &server, exported);
    QVERIFY(desktop.registerService(QStringLiteral("org.gnome.Mutter.IdleMonitor")));
    MutterIdle source(bus.connect(QStringLiteral("client")));
    QSignalSpy went(&source, &IdleSource::wentIdle);
    QSignalSpy back(&source, &IdleSource::cameBack);
    source.watch(5min);
    QTRY_COMPARE(server.idleWatches, QList<quint64>{300'000});
    for (int round = 1; round <= 2; ++round) {
        Q_EMIT server.WatchFired(4711);
        Q_EMIT server.WatchFired(10);
        QTRY_COMPARE(went.count(), round);
        QTRY_COMPARE(server.activeWatches, round);
        Q_EMIT server.WatchFired(20 + uint(round));
        QTRY_COMPARE(back.count(), round);
    }
    source.watch(0ms);
    QTRY_COMPARE(server.removed, QList<uint>{10});
    QCOMPARE(server.idleWatches.size(), 1);
}

void TestIdleSource::withoutMutter()
{
    Test::PrivateBus bus;
    QVERIFY2(bus.error().isEmpty(), qPrintable(bus.error()));
    MutterIdle source(bus.connect(QStringLiteral("client")));
    QSignalSpy gone(&source, &IdleSource::unavailable);
    source.watch(5min);
    QVERIFY(gone.wait());
    PolledIdle asked(screenSaverQuestion(bus.connect(QStringLiteral("other"))));
    QSignalSpy goneToo(&asked, &IdleSource::unavailable);
    asked.watch(5min);
    QVERIFY(goneToo.wait());
}

void TestIdleSource::screenSaverIsAsked()
{
    Test::PrivateBus bus;
    QVERIFY2(bus.error().isEmpty(), qPrintable(bus.error()));
    QDBusConnection desktop = bus.connect(QStringLiteral("saver"));
    ScreenSaverServer server;
    desktop.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), &server, exported);
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
    PolledIdle source(screenSaverQuestion(bus.connect(QStringLiteral("client"))));
    QSignalSpy went(&source, &IdleSource::wentIdle);
    source.watch(7s);
    QVERIFY(went.wait());
}

void TestIdleSource::unitOfIdleTime_data()
{
    QTest::addColumn<QList<quint32>>("values"); // one a minute
    QTest::addColumn<QList<int>>("seconds");
    using Values = QList<quint32>;
    using Seconds = QList<int>;
    QTest::newRow("milliseconds") << Values{1000, 61'000, 121'000} << Seconds{1, 61, 121};
    QTest::newRow("seconds") << Values{2, 62, 122} << Seconds{0, 62, 122};
    QTest::newRow("seconds, used first") << Values{2, 1, 61, 121} << Seconds{0, 0, 61, 121};
    QTest::newRow("milliseconds, used in between") << Values{59'000, 59'500, 119'500} << Seconds{59, 59, 119};
    QTest::newRow("long idle, milliseconds at first") << Values{900, 960} << Seconds{0, 960};
}

void TestIdleSource::unitOfIdleTime()
{
    QFETCH(QList<quint32>, values);
    QFETCH(QList<int>, seconds);
    IdleUnit unit;
    std::chrono::steady_clock::time_point now;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto idle = std::chrono::duration_cast<std::chrono::seconds>(unit.read(values[i], now));
        QCOMPARE(int(idle.count()), seconds[i]);
        now += 1min;
    }
}

void TestIdleSource::inputInOurOwnWindows()
{
    QWidget window;
    window.show();
    ActivityIdle source;
    QSignalSpy went(&source, &IdleSource::wentIdle);
    QSignalSpy back(&source, &IdleSource::cameBack);
    source.watch(20ms);
    QVERIFY(went.wait());
    QTest::mouseMove(window.windowHandle(), QPoint(5, 5));
    QTest::keyClick(window.windowHandle(), Qt::Key_A);
    QTRY_COMPARE(back.count(), 1);
    QVERIFY(went.wait());
    source.watch(0ms);
}

QTEST_MAIN(TestIdleSource)
#include "tst_idlesource.moc"
