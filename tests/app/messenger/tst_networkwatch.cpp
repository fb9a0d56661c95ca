#include "app/messenger/networkwatch.h"
#include "tests/support/session.h"

#include <QTest>

using namespace std::chrono_literals;
using Msn::Account;

class TestNetworkWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reconnectsAtOnceWhenTheNetworkReturns();
    void leavesARunningSessionAlone();
    void forgetsTheAccountBefore();
};

void TestNetworkWatch::reconnectsAtOnceWhenTheNetworkReturns()
{
    Test::Session session;
    session.options.timing.reconnectFirst = 1h;
    session.options.timing.reconnectLongest = 1h;
    App::NetworkWatch watch;
    watch.watch(session.account());
    QVERIFY(session.signIn());
    session.ns().hangUp(Msn::ErrorCode::ConnectionLost);
    QCOMPARE(session.account().state(), Account::State::WaitingToReconnect);
    watch.handleReachable();
    QCOMPARE(session.account().state(), Account::State::SigningIn);
}

void TestNetworkWatch::leavesARunningSessionAlone()
{
    Test::Session session;
    App::NetworkWatch watch;
    watch.watch(session.account());
    QVERIFY(session.signIn());
    watch.handleReachable();
    QCOMPARE(session.account().state(), Account::State::SignedIn);
    QCOMPARE(session.network.count(), 1);
}

void TestNetworkWatch::forgetsTheAccountBefore()
{
    Test::Session before;
    before.options.timing.reconnectFirst = 1h;
    before.options.timing.reconnectLongest = 1h;
    App::NetworkWatch watch;
    watch.watch(before.account());
    QVERIFY(before.signIn());
    Test::Session after;
    watch.watch(after.account());
    before.ns().hangUp(Msn::ErrorCode::ConnectionLost);
    watch.handleReachable();
    QCOMPARE(before.account().state(), Account::State::WaitingToReconnect);
}

QTEST_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
