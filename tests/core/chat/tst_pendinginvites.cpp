#include "core/chat/pendinginvites.h"

#include <QTest>

using namespace Msn;

/// Who was asked in, and who wants to know.
class TestPendingInvites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calledOnceUntilForgotten();
    void everybodyWhoAskedIsTold();
    void whatIsAddedWhileFailingStays();

private:
    using Result = Expected<std::monostate, Error>;
    Completion<std::monostate> done()
    {
        return {this, [this](const Result &result) { m_results.append(result.has_value()); }};
    }

    const Address m_bob{QStringLiteral("bob@example.com")};
    const Address m_carol{QStringLiteral("carol@example.com")};
    QList<bool> m_results;
};

void TestPendingInvites::calledOnceUntilForgotten()
{
    PendingInvites invites;
    QVERIFY(invites.isEmpty());
    invites.add(m_bob, done());
    invites.add(m_carol, done());
    QCOMPARE(invites.takeUncalled(), (QList<Address>{m_bob, m_carol}));
    QCOMPARE(invites.takeUncalled(), QList<Address>());
    invites.forgetCalls();
    QCOMPARE(invites.takeUncalled().size(), 2);
}

void TestPendingInvites::everybodyWhoAskedIsTold()
{
    m_results.clear();
    PendingInvites invites;
    invites.add(m_bob, done());
    invites.add(m_bob, done());
    invites.add(m_carol, done());
    invites.end(m_bob, std::monostate());
    QCOMPARE(m_results, (QList<bool>{true, true}));
    invites.end(m_bob, std::monostate());
    QCOMPARE(m_results.size(), 2);
    invites.failAll(makeError(ErrorCode::NoAnswer));
    QCOMPARE(m_results, (QList<bool>{true, true, false}));
    QVERIFY(invites.isEmpty());
}

void TestPendingInvites::whatIsAddedWhileFailingStays()
{
    m_results.clear();
    PendingInvites invites;
    invites.add(m_bob, {this, [&](const Result &) { invites.add(m_carol, done()); }});
    invites.failAll(makeError(ErrorCode::Cancelled));
    QVERIFY(!invites.isEmpty());
    QVERIFY(m_results.isEmpty());
}

QTEST_GUILESS_MAIN(TestPendingInvites)

#include "tst_pendinginvites.moc"
