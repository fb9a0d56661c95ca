#include "app/desktop/accountlist.h"
#include "app/desktop/idleaway.h"
#include "app/desktop/idlewatch.h"
#include "tests/support/session.h"

#include <QTest>

using namespace App;
using namespace Msn;
using namespace std::chrono_literals;

namespace {

class FakeSource : public IdleSource
{
    Q_OBJECT

public:
    void watch(std::chrono::milliseconds limit) override { limits.append(limit); }

    QList<std::chrono::milliseconds> limits;
};

} // namespace

class TestIdleAway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void complaint20_onlineBecomesAwayAndBack();
    void complaint20_chosenStatusesStay_data();
    void complaint20_chosenStatusesStay();
    void complaint20_chosenWhileAwayStays();
    void complaint21_watchesNothingWithoutAnAccount();
    void comesBackAfterAReconnect();
    void canBeSwitchedOff();
    void goesOnToTheNextSource();

private:
    Account &account() { return m_session->account(); }
    bool choose(Status status, const QByteArray &code);

    std::unique_ptr<Test::Session> m_session;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<IdleWatch> m_watch;
    std::unique_ptr<IdleAway> m_away;
    FakeSource *m_source = nullptr;
};

void TestIdleAway::init()
{
    m_session = std::make_unique<Test::Session>();
    m_accounts = std::make_unique<AccountList>();
    auto source = std::make_unique<FakeSource>();
    m_source = source.get();
    std::vector<std::unique_ptr<IdleSource>> sources;
    sources.push_back(std::move(source));
    m_watch = std::make_unique<IdleWatch>(std::move(sources));
    m_away = std::make_unique<IdleAway>(*m_accounts, *m_watch);
    m_away->setMinutes(5);
    QVERIFY(m_session->signIn());
    m_accounts->add({&account(), QStringLiteral("Home"), QStringLiteral("Home")});
}

void TestIdleAway::cleanup()
{
    m_away.reset();
    m_session.reset();
}

bool TestIdleAway::choose(Status status, const QByteArray &code)
{
    account().setStatus(status);
    const QByteArray change = "CHG 9 " + code + " 268435488\\r\\n";
    return m_session->play("C " + change + "\nS " + change) && account().status() == status;
}

void TestIdleAway::complaint20_onlineBecomesAwayAndBack()
{
    Q_EMIT m_source->wentIdle();
    QVERIFY(m_session->play("C CHG 9 IDL 268435488\\r\\n\nS CHG 9 IDL 268435488\\r\\n"));
    QTRY_COMPARE(account().status(), Status::Idle);
    Q_EMIT m_source->cameBack();
    QVERIFY(m_session->play("C CHG 10 NLN 268435488\\r\\n\nS CHG 10 NLN 268435488\\r\\n"));
    QTRY_COMPARE(account().status(), Status::Online);
    QVERIFY(m_session->script().nothingMoreSent());
}

void TestIdleAway::complaint20_chosenStatusesStay_data()
{
    QTest::addColumn<Status>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("busy") << Status::Busy << QByteArray("BSY");
    QTest::newRow("be right back") << Status::BeRightBack << QByteArray("BRB");
    QTest::newRow("away") << Status::Away << QByteArray("AWY");
    QTest::newRow("on the phone") << Status::OnThePhone << QByteArray("PHN");
    QTest::newRow("out to lunch") << Status::OutToLunch << QByteArray("LUN");
    QTest::newRow("idle, as chosen at the start") << Status::Idle << QByteArray("IDL");
    QTest::newRow("appear offline") << Status::Hidden << QByteArray("HDN");
}

void TestIdleAway::complaint20_chosenStatusesStay()
{
    QFETCH(Status, status);
    QFETCH(QByteArray, code);
    QVERIFY(choose(status, code));
    Q_EMIT m_source->wentIdle();
    Q_EMIT m_source->cameBack();
    QVERIFY(m_session->script().nothingMoreSent());
    QCOMPARE(account().status(), status);
}

void TestIdleAway::complaint20_chosenWhileAwayStays()
{
    Q_EMIT m_source->wentIdle();
    QVERIFY(m_session->play("C CHG 9 IDL 268435488\\r\\n\nS CHG 9 IDL 268435488\\r\\n"));
    QVERIFY(choose(Status::Hidden, "HDN"));
    Q_EMIT m_source->cameBack();
    QVERIFY(m_session->script().nothingMoreSent());
    QCOMPARE(account().status(), Status::Hidden);
}

void TestIdleAway::complaint21_watchesNothingWithoutAnAccount()
{
    QCOMPARE(m_source->limits, (QList<std::chrono::milliseconds>{5min}));
    m_accounts->remove(account());
    QCOMPARE(m_source->limits, (QList<std::chrono::milliseconds>{5min, 0ms}));
}

void TestIdleAway::comesBackAfterAReconnect()
{
    Q_EMIT m_source->wentIdle();
    QVERIFY(m_session->play("C CHG 9 IDL 268435488\\r\\n\nS CHG 9 IDL 268435488\\r\\n"));
    m_session->ns().hangUp(ErrorCode::ConnectionLost);
    QTRY_COMPARE(account().state(), Account::State::WaitingToReconnect);
    QCOMPARE(account().wantedStatus(), Status::Idle);
    Q_EMIT m_source->cameBack();
    QCOMPARE(account().wantedStatus(), Status::Online);
}

void TestIdleAway::canBeSwitchedOff()
{
    Q_EMIT m_source->wentIdle();
    QVERIFY(m_session->play("C CHG 9 IDL 268435488\\r\\n\nS CHG 9 IDL 268435488\\r\\n"));
    m_away->setMinutes(0);
    QVERIFY(m_session->play("C CHG 10 NLN 268435488\\r\\n\nS CHG 10 NLN 268435488\\r\\n"));
    QCOMPARE(m_source->limits.constLast(), 0ms);
}

void TestIdleAway::goesOnToTheNextSource()
{
    std::vector<std::unique_ptr<IdleSource>> sources;
    QList<FakeSource *> all;
    for (int i = 0; i < 3; ++i) {
        auto source = std::make_unique<FakeSource>();
        all.append(source.get());
        sources.push_back(std::move(source));
    }
    IdleWatch watch(std::move(sources));
    watch.setLimit(1min);
    Q_EMIT all[0]->unavailable();
    QTRY_COMPARE(all[1]->limits.size(), 1);
    // One that was given up long ago says it again.
    Q_EMIT all[0]->unavailable();
    Q_EMIT all[1]->unavailable();
    QTRY_COMPARE(all[2]->limits.size(), 1);
    QCOMPARE(all[1]->limits.constLast(), 0ms);
    Q_EMIT all[2]->wentIdle();
    QVERIFY(watch.isIdle());
    watch.setLimit(2min);
    QVERIFY(!watch.isIdle());
    QCOMPARE(all[2]->limits.constLast(), 2min);
}

QTEST_MAIN(TestIdleAway)
#include "tst_idleaway.moc"
