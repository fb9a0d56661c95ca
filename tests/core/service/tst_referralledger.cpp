#include "core/service/notification/referralledger.h"

#include <QTest>

using Msn::Address;
using Msn::ReferralLedger;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const QHostAddress here(QStringLiteral("192.0.2.1"));
const QHostAddress there(QStringLiteral("192.0.2.2"));

Address stranger(int number)
{
    return Address(QStringLiteral("stranger%1@example.com").arg(number));
}

} // namespace

class tst_ReferralLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onceForEachReferral();
    void onlyFromTheSamePlace();
    void expires();
    void whoFillsItHarmsNobody();
};

void tst_ReferralLedger::onceForEachReferral()
{
    ReferralLedger ledger(std::chrono::hours(1));
    QVERIFY(!ledger.arrives(alice, here));
    ledger.refer(alice, here);
    QVERIFY(ledger.arrives(alice, here));
    QVERIFY(!ledger.arrives(alice, here));
}

void tst_ReferralLedger::onlyFromTheSamePlace()
{
    ReferralLedger ledger(std::chrono::hours(1));
    ledger.refer(alice, here);
    QVERIFY(!ledger.arrives(alice, there));
    QVERIFY(!ledger.arrives(stranger(1), here));
    QVERIFY(ledger.arrives(alice, here));
}

void tst_ReferralLedger::expires()
{
    ReferralLedger ledger(std::chrono::milliseconds(0));
    ledger.refer(alice, here);
    QVERIFY(!ledger.arrives(alice, here));
}

/// Somebody asks for thousands and never comes: people at the same address are let in without one,
/// people elsewhere notice nothing.
void tst_ReferralLedger::whoFillsItHarmsNobody()
{
    ReferralLedger ledger(std::chrono::hours(1));
    for (int i = 0; i < 5000; ++i)
        ledger.refer(stranger(i), here);
    ledger.refer(alice, here);
    QVERIFY(ledger.arrives(alice, here));
    QVERIFY(!ledger.arrives(alice, there));
    ledger.refer(alice, there);
    QVERIFY(ledger.arrives(alice, there));
}

QTEST_GUILESS_MAIN(tst_ReferralLedger)

#include "tst_referralledger.moc"
