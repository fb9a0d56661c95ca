#include "core/net/keepalive.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

namespace {

Timing quick()
{
    Timing timing;
    timing.ping = 40ms;
    timing.pong = 60ms;
    return timing;
}

} // namespace

class TestKeepAlive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pingsAfterSilence();
    void silentServerIsDead();
    void pongStartsAnew();
    void anythingReceivedIsASignOfLife();
    void whatWeSendIsNoSignOfLife();
    void trafficPutsThePingOff();
    void stopsForGood();
};

void TestKeepAlive::pingsAfterSilence()
{
    KeepAlive keepAlive(quick());
    QSignalSpy pings(&keepAlive, &KeepAlive::pingDue);
    keepAlive.start();
    QVERIFY(pings.wait());
}

void TestKeepAlive::silentServerIsDead()
{
    KeepAlive keepAlive(quick());
    QSignalSpy pings(&keepAlive, &KeepAlive::pingDue);
    QSignalSpy dead(&keepAlive, &KeepAlive::serverSilent);
    keepAlive.start();
    QVERIFY(dead.wait());
    QCOMPARE(pings.size(), 1);
}

void TestKeepAlive::pongStartsAnew()
{
    KeepAlive keepAlive(quick());
    QSignalSpy pings(&keepAlive, &KeepAlive::pingDue);
    QSignalSpy dead(&keepAlive, &KeepAlive::serverSilent);
    connect(&keepAlive, &KeepAlive::pingDue, this, [&] { keepAlive.handlePong(std::nullopt); });
    keepAlive.start();
    QTRY_VERIFY(pings.size() >= 3);
    QVERIFY(dead.isEmpty());
}

void TestKeepAlive::anythingReceivedIsASignOfLife()
{
    // Regression: a server that talks but does not answer PNG was given up.
    KeepAlive keepAlive(quick());
    QSignalSpy pings(&keepAlive, &KeepAlive::pingDue);
    QSignalSpy dead(&keepAlive, &KeepAlive::serverSilent);
    connect(&keepAlive, &KeepAlive::pingDue, this, [&] { keepAlive.noteReceived(); });
    keepAlive.start();
    QTRY_VERIFY(pings.size() >= 3);
    QVERIFY(dead.isEmpty());
}

void TestKeepAlive::whatWeSendIsNoSignOfLife()
{
    KeepAlive keepAlive(quick());
    QSignalSpy dead(&keepAlive, &KeepAlive::serverSilent);
    connect(&keepAlive, &KeepAlive::pingDue, this, [&] { keepAlive.noteSent(); });
    keepAlive.start();
    QVERIFY(dead.wait());
}

void TestKeepAlive::trafficPutsThePingOff()
{
    Timing timing = quick();
    timing.ping = 200ms;
    KeepAlive keepAlive(timing);
    QSignalSpy pings(&keepAlive, &KeepAlive::pingDue);
    keepAlive.start();
    QTimer traffic;
    int ticks = 0;
    connect(&traffic, &QTimer::timeout, this, [&] {
        ++ticks;
        keepAlive.noteSent();
    });
    traffic.start(20ms);
    QTRY_VERIFY(ticks >= 25);
    QVERIFY(pings.isEmpty());
    traffic.stop();
    QVERIFY(pings.wait());
}

void TestKeepAlive::stopsForGood()
{
    KeepAlive keepAlive(quick());
    QSignalSpy pings(&keepAlive, &KeepAlive::pingDue);
    keepAlive.start();
    keepAlive.stop();
    keepAlive.noteReceived();
    keepAlive.noteSent();
    QVERIFY(!pings.wait(100));
}

QTEST_GUILESS_MAIN(TestKeepAlive)
#include "tst_keepalive.moc"
