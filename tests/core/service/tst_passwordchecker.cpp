#include "core/service/passport/passwordchecker.h"
#include "tests/support/eventually.h"

#include <QTest>

using namespace Msn;

namespace {

const QHostAddress here(QStringLiteral("192.0.2.1"));
const QHostAddress there(QStringLiteral("192.0.2.2"));
const QString secret = QStringLiteral("secret");

PasswordHash secretHash()
{
    return PasswordHash::make(secret, PasswordCost::least());
}

} // namespace

class tst_PasswordChecker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void renewsOutdatedHashes();
    void refusesWhenFull();
    void oneAddressHasAQuarter();
    void addressesTakeTurns();
    void endsWithWorkLeft();
};

void tst_PasswordChecker::verdicts_data()
{
    QTest::addColumn<QByteArray>("hash");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("right") << secretHash().text << secret << true;
    QTest::newRow("wrong") << secretHash().text << QStringLiteral("x") << false;
    QTest::newRow("no such account") << QByteArray() << secret << false;
}

void tst_PasswordChecker::verdicts()
{
    QFETCH(QByteArray, hash);
    QFETCH(QString, password);
    QFETCH(bool, isRight);
    PasswordChecker checker(PasswordCost::least(), 10);
    std::optional<PasswordChecker::Verdict> verdict;
    QVERIFY(checker.check(here, {hash}, password, [&](const auto &result) { verdict = result; }));
    QVERIFY(!verdict);
    EVENTUALLY(verdict);
    QCOMPARE(verdict->isRight, isRight);
    QVERIFY(verdict->renewed.isEmpty());
}

void tst_PasswordChecker::renewsOutdatedHashes()
{
    PasswordChecker checker(PasswordCost{2, 16384}, 10);
    QList<PasswordChecker::Verdict> verdicts;
    for (const QString &password : {secret, QStringLiteral("wrong")})
        QVERIFY(checker.check(
            here, secretHash(), password, [&](const auto &result) { verdicts.append(result); }));
    EVENTUALLY(verdicts.size() == 2);
    QVERIFY(verdicts[0].renewed.matches(secret));
    QVERIFY(!verdicts[0].renewed.isOutdated({2, 16384}));
    QVERIFY(verdicts[1].renewed.isEmpty());
}

void tst_PasswordChecker::refusesWhenFull()
{
    PasswordChecker checker(PasswordCost::least(), 4);
    int done = 0;
    for (quint32 i = 0; i < 4; ++i)
        QVERIFY(checker.check(QHostAddress(0x0A000001U + i), secretHash(), secret, [&](auto) { ++done; }));
    QVERIFY(!checker.check(here, secretHash(), secret, [&](auto) { done = 100; }));
    EVENTUALLY(done == 4);
    QVERIFY(checker.check(here, secretHash(), secret, [&](auto) { ++done; }));
    EVENTUALLY(done == 5);
}

void tst_PasswordChecker::oneAddressHasAQuarter()
{
    PasswordChecker checker(PasswordCost::least(), 16);
    int done = 0;
    int taken = 0;
    for (int i = 0; i < 16; ++i)
        taken += checker.check(here, secretHash(), secret, [&](auto) { ++done; }) ? 1 : 0;
    QCOMPARE(taken, 5); // one at work and four in the queue
    QVERIFY(checker.check(there, secretHash(), secret, [&](auto) { ++done; }));
    EVENTUALLY(done == 6);
}

/// Whoever comes last from another address does not wait for all that came before.
void tst_PasswordChecker::addressesTakeTurns()
{
    // Each takes some milliseconds: on a busy machine a thread waits that long to be let in.
    const PasswordCost noticeable{4, 4 * 1024 * 1024};
    PasswordChecker checker(noticeable, 400);
    QList<QHostAddress> order;
    const PasswordHash hash = PasswordHash::make(secret, noticeable);
    for (int i = 0; i < 50; ++i)
        QVERIFY(checker.check(here, hash, secret, [&](auto) { order.append(here); }));
    QVERIFY(checker.check(there, hash, secret, [&](auto) { order.append(there); }));
    EVENTUALLY(order.size() == 51);
    QVERIFY(order.indexOf(there) < 10);
}

void tst_PasswordChecker::endsWithWorkLeft()
{
    bool called = false;
    {
        PasswordChecker checker(PasswordCost{2, 1024 * 1024}, 400);
        for (int i = 0; i < 50; ++i)
            QVERIFY(checker.check(here, secretHash(), secret, [&](auto) { called = true; }));
    }
    QCoreApplication::sendPostedEvents();
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(tst_PasswordChecker)

#include "tst_passwordchecker.moc"
