#include "core/service/passport/loginthrottle.h"

#include <QTest>

using Msn::Address;
using Msn::LoginThrottle;
using namespace std::chrono_literals;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));
const QHostAddress here(QStringLiteral("192.0.2.1"));
const QHostAddress there(QStringLiteral("192.0.2.2"));

} // namespace

class tst_LoginThrottle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void delaysGrow();
    void othersDoNotWait();
    void successForgets();
    void manyAtOnceGainNothing();
    void refusedAttemptsLockNobodyOut();
    void oneAddressGuessingAtManyAccounts();
    void manyAddressesGuessingAtOneAccount();
    void timeForgets();

private:
    /// A wrong password; the time at which it was looked at.
    static LoginThrottle::Clock::time_point fail(LoginThrottle &throttle, const Address &account,
        const QHostAddress &peer, LoginThrottle::Clock::time_point now)
    {
        now += throttle.begin(account, peer, now);
        throttle.failed(peer, now);
        return now;
    }
};

void tst_LoginThrottle::delaysGrow()
{
    LoginThrottle throttle;
    auto now = LoginThrottle::Clock::now();
    const QList<std::chrono::milliseconds> expected{0s, 0s, 0s, 1s, 2s, 4s, 8s, 8s, 8s};
    for (const auto &delay : expected) {
        const auto start = now;
        now = fail(throttle, alice, here, now);
        QCOMPARE(now - start, LoginThrottle::Clock::duration(delay));
    }
}

void tst_LoginThrottle::othersDoNotWait()
{
    LoginThrottle throttle;
    auto now = LoginThrottle::Clock::now();
    for (int i = 0; i < 10; ++i)
        now = fail(throttle, alice, here, now);
    QVERIFY(throttle.begin(alice, here, now) > 0ms);
    QCOMPARE(throttle.begin(bob, here, now).count(), 0);
    QCOMPARE(throttle.begin(alice, there, now).count(), 0);
}

void tst_LoginThrottle::successForgets()
{
    LoginThrottle throttle;
    auto now = LoginThrottle::Clock::now();
    for (int i = 0; i < 5; ++i)
        now = fail(throttle, alice, here, now);
    now += throttle.begin(alice, here, now);
    throttle.succeeded(alice, here);
    QCOMPARE(throttle.begin(alice, here, now).count(), 0);
}

void tst_LoginThrottle::manyAtOnceGainNothing()
{
    LoginThrottle throttle;
    const auto now = LoginThrottle::Clock::now();
    std::chrono::milliseconds wait{};
    for (int i = 0; i < 10; ++i)
        wait = throttle.begin(alice, here, now);
    QVERIFY(wait > LoginThrottle::longestWait);
}

/// Ten thousand that were refused moved the next one back by hours.
void tst_LoginThrottle::refusedAttemptsLockNobodyOut()
{
    LoginThrottle throttle;
    const auto now = LoginThrottle::Clock::now();
    for (int i = 0; i < 10'000; ++i)
        throttle.begin(alice, here, now);
    const auto later = now + LoginThrottle::longestWait + LoginThrottle::longestDelay;
    QVERIFY(throttle.begin(alice, here, later) <= LoginThrottle::longestWait);
    QVERIFY(throttle.begin(alice, there, later) <= LoginThrottle::longestWait);
}

void tst_LoginThrottle::oneAddressGuessingAtManyAccounts()
{
    LoginThrottle throttle;
    auto now = LoginThrottle::Clock::now();
    const auto start = now;
    for (int i = 0; i < LoginThrottle::freePerAddress; ++i)
        now = fail(throttle, Address(QStringLiteral("victim%1@example.com").arg(i)), here, now);
    QCOMPARE(now, start);
    throttle.begin(alice, here, now);
    QVERIFY(throttle.begin(bob, here, now) > 0ms);
    QCOMPARE(throttle.begin(bob, there, now).count(), 0);
}

void tst_LoginThrottle::manyAddressesGuessingAtOneAccount()
{
    LoginThrottle throttle;
    auto now = LoginThrottle::Clock::now();
    for (int i = 0; i <= LoginThrottle::freePerAccount; ++i)
        now = fail(throttle, alice, QHostAddress(0x0A000000U + static_cast<quint32>(i)), now);
    QVERIFY(throttle.begin(alice, there, now) > 0ms);
    QCOMPARE(throttle.begin(bob, there, now).count(), 0);
}

void tst_LoginThrottle::timeForgets()
{
    LoginThrottle throttle;
    auto now = LoginThrottle::Clock::now();
    for (int i = 0; i < 10; ++i)
        now = fail(throttle, alice, here, now);
    QCOMPARE(throttle.begin(alice, here, now + LoginThrottle::memory + 10s).count(), 0);
}

QTEST_GUILESS_MAIN(tst_LoginThrottle)

#include "tst_loginthrottle.moc"
