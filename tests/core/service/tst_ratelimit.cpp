#include "core/service/security/ratelimit.h"

#include <QTest>

using namespace std::chrono_literals;

class tst_RateLimit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void burstThenOneEachInterval();
    void restGivesTheBurstBack();
    void refusedOnesDoNotCount();
};

void tst_RateLimit::burstThenOneEachInterval()
{
    Msn::RateGate gate({2, 1s});
    const auto start = Msn::RateGate::Clock::now();
    QVERIFY(gate.admits(start));
    QVERIFY(gate.admits(start));
    QVERIFY(!gate.admits(start));
    QVERIFY(!gate.admits(start + 999ms));
    QVERIFY(gate.admits(start + 1s));
    QVERIFY(!gate.admits(start + 1s));
}

void tst_RateLimit::restGivesTheBurstBack()
{
    Msn::RateGate gate({3, 1s});
    const auto start = Msn::RateGate::Clock::now();
    for (int i = 0; i < 3; ++i)
        QVERIFY(gate.admits(start));
    for (int i = 0; i < 3; ++i)
        QVERIFY(gate.admits(start + 10s));
    QVERIFY(!gate.admits(start + 10s));
}

void tst_RateLimit::refusedOnesDoNotCount()
{
    Msn::RateGate gate({1, 1s});
    const auto start = Msn::RateGate::Clock::now();
    QVERIFY(gate.admits(start));
    for (int i = 0; i < 100; ++i)
        QVERIFY(!gate.admits(start + 500ms));
    QVERIFY(gate.admits(start + 1s));
}

QTEST_GUILESS_MAIN(tst_RateLimit)

#include "tst_ratelimit.moc"
