#include "core/net/pendingtransactions.h"

#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

namespace {

Command reply(const QByteArray &verb, TransactionId id)
{
    return Command{verb, id, {}, {}};
}

/// Collects what a handler is told.
struct Results
{
    QList<Reply> replies;
    ReplyHandler handler()
    {
        return [this](const Reply &reply) { replies.append(reply); };
    }
};

} // namespace

class TestPendingTransactions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replyEndsIt();
    void otherVerbWithTheSameIdDoesNot();
    void unknownIdOrNoIdDoesNot();
    void errorEndsIt();
    void deadlineEndsIt();
    void disconnectEndsAll();
    void eachEndsOnce();
    void handlerMayBeginAnother();
    void handlerMayDeleteEverything_data();
    void handlerMayDeleteEverything();
    void onlyWhatIsDueExpires();
};

void TestPendingTransactions::replyEndsIt()
{
    PendingTransactions pending;
    Results results;
    pending.add(7, {Verb::Chg}, 1h, results.handler());
    QVERIFY(!pending.isEmpty());
    QVERIFY(pending.offer(reply("CHG", 7)));
    QVERIFY(pending.isEmpty());
    QCOMPARE(results.replies.size(), 1);
    QCOMPARE(results.replies[0]->verb, QByteArray("CHG"));
}

void TestPendingTransactions::otherVerbWithTheSameIdDoesNot()
{
    // ILN carries the id of the CHG that caused it (wire-format.md §2).
    PendingTransactions pending;
    Results results;
    pending.add(7, {Verb::Chg}, 1h, results.handler());
    QVERIFY(!pending.offer(reply("ILN", 7)));
    QVERIFY(!pending.offer(reply("XYZ", 7)));
    QVERIFY(results.replies.isEmpty());
    QVERIFY(pending.offer(reply("CHG", 7)));
}

void TestPendingTransactions::unknownIdOrNoIdDoesNot()
{
    PendingTransactions pending;
    Results results;
    pending.add(7, {Verb::Chg}, 1h, results.handler());
    QVERIFY(!pending.offer(reply("CHG", 8)));
    QVERIFY(!pending.offer(Command{"CHG", std::nullopt, {}, {}}));
    QVERIFY(!pending.offer(reply("201", 8)));
    QVERIFY(results.replies.isEmpty());
}

void TestPendingTransactions::errorEndsIt()
{
    PendingTransactions pending;
    Results results;
    pending.add(7, {Verb::Chg}, 1h, results.handler());
    QVERIFY(pending.offer(reply("800", 7)));
    QCOMPARE(results.replies.size(), 1);
    QCOMPARE(results.replies[0].error().code, ErrorCode::ServerRefused);
    QCOMPARE(results.replies[0].error().serverNumber, 800);
}

void TestPendingTransactions::deadlineEndsIt()
{
    PendingTransactions pending;
    Results results;
    pending.add(7, {Verb::Chg}, 20ms, results.handler());
    QTRY_COMPARE(results.replies.size(), 1);
    QCOMPARE(results.replies[0].error().code, ErrorCode::ReplyTimedOut);
    QVERIFY(!pending.offer(reply("CHG", 7)));
}

void TestPendingTransactions::disconnectEndsAll()
{
    PendingTransactions pending;
    Results results;
    for (TransactionId id = 1; id <= 5; ++id)
        pending.add(id, {Verb::Chg}, 1h, results.handler());
    pending.failAll(makeError(ErrorCode::ConnectionLost));
    QVERIFY(pending.isEmpty());
    QCOMPARE(results.replies.size(), 5);
    for (const Reply &result : std::as_const(results.replies))
        QCOMPARE(result.error().code, ErrorCode::ConnectionLost);
}

void TestPendingTransactions::eachEndsOnce()
{
    PendingTransactions pending;
    Results results;
    pending.add(7, {Verb::Chg}, 30ms, results.handler());
    pending.offer(reply("CHG", 7));
    pending.offer(reply("CHG", 7));
    pending.offer(reply("201", 7));
    pending.failAll(makeError(ErrorCode::ConnectionLost));
    // Something with a later deadline shows that the first one has passed without a second call.
    Results later;
    pending.add(8, {Verb::Chg}, 60ms, later.handler());
    QTRY_COMPARE(later.replies.size(), 1);
    QCOMPARE(results.replies.size(), 1);
}

void TestPendingTransactions::handlerMayBeginAnother()
{
    PendingTransactions pending;
    Results second;
    int calls = 0;
    pending.add(1, {Verb::Chg}, 20ms, [&](const Reply &) {
        ++calls;
        pending.add(2, {Verb::Chg}, 20ms, second.handler());
    });
    QTRY_COMPARE(second.replies.size(), 1);
    QCOMPARE(calls, 1);

    // Begun while everything is failed: fails too, nothing is left behind.
    Results third;
    pending.add(3, {Verb::Chg}, 1h, [&](const Reply &) { pending.add(4, {Verb::Chg}, 1h, third.handler()); });
    pending.failAll(makeError(ErrorCode::Cancelled));
    QCOMPARE(third.replies.size(), 1);
    QVERIFY(pending.isEmpty());
}

void TestPendingTransactions::handlerMayDeleteEverything_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("reply") << QByteArray("reply");
    QTest::newRow("error") << QByteArray("error");
    QTest::newRow("deadline") << QByteArray("deadline");
    QTest::newRow("disconnect") << QByteArray("disconnect");
}

void TestPendingTransactions::handlerMayDeleteEverything()
{
    QFETCH(QByteArray, how);
    auto pending = std::make_unique<PendingTransactions>();
    int calls = 0;
    const auto suicide = [&](const Reply &) {
        ++calls;
        pending.reset();
    };
    pending->add(1, {Verb::Chg}, how == "deadline" ? 10ms : 1h, suicide);
    pending->add(2, {Verb::Chg}, how == "deadline" ? 10ms : 1h, suicide);
    if (how == "reply")
        pending->offer(reply("CHG", 1));
    else if (how == "error")
        pending->offer(reply("500", 1));
    else if (how == "disconnect")
        pending->failAll(makeError(ErrorCode::ConnectionLost));
    QTRY_COMPARE(calls, 1);
    QVERIFY(!pending);
}

void TestPendingTransactions::onlyWhatIsDueExpires()
{
    PendingTransactions pending;
    Results soon;
    Results late;
    pending.add(1, {Verb::Chg}, 1h, late.handler());
    pending.add(2, {Verb::Chg}, 20ms, soon.handler());
    QTRY_COMPARE(soon.replies.size(), 1);
    QVERIFY(late.replies.isEmpty());
    QVERIFY(!pending.isEmpty());
}

QTEST_GUILESS_MAIN(TestPendingTransactions)
#include "tst_pendingtransactions.moc"
