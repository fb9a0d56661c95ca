#include "core/p2p/peerobjects.h"

#include "tests/core/p2p/fakecarrier.h"
#include "tests/core/p2p/loopbackroom.h"
#include "tests/support/goldenpeer.h"

#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
namespace GoldenPeer = Test::GoldenPeer;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));
const Address carol(QStringLiteral("carol@example.com"));

MsnObject objectFor(const Address &owner, const QByteArray &data)
{
    return makeMsnObject(owner, MsnObject::Type::DisplayPicture, data, QStringLiteral("TFR1.tmp"), {});
}

/// Bytes that do not repeat in step with the chunks.
QByteArray dataOf(qsizetype size)
{
    QByteArray data(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        data[i] = static_cast<char>((i * 2654435761) >> 13);
    return data;
}

} // namespace

/// Both ends over a switchboard in memory.
class tst_PeerObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sizes_data();
    void sizes();
    void chunkSizes_data();
    void chunkSizes();
    void lost_data();
    void lost();
    void bothAtOnce();
    void threeAtOnce();
    void manyObjectsOfOnePerson();
    void fewAtATime();
    void sharesACall();
    void asksAgainAfterwards();
    void wrongTotalSize();
    void wrongHash();
    void notPublished();
    void refusesToFetch_data();
    void refusesToFetch();
    void cancelAllEndsEverything();
    void whoIsCancelledMayAskAgain();
    void whoIsToldMayEndEverything_data();
    void whoIsToldMayEndEverything();
    void destructionTellsNobody();
    void thirtyThreeUnfinishedMessages();
    void strangersLeaveNothingBehind();

private:
    using Result = Expected<QByteArray, Error>;
    Completion<QByteArray> keep()
    {
        return {this, [this](const Result &result) { m_results.append(result); }};
    }
    PeerObjects &enter(const Address &address, const Timing &timing = Test::patientPeerTiming());

    std::vector<std::unique_ptr<PeerObjects>> m_people;
    std::unique_ptr<Test::LoopbackRoom> m_room;
    QList<Result> m_results;
};

void tst_PeerObjects::init()
{
    m_people.clear();
    m_room = std::make_unique<Test::LoopbackRoom>();
    m_results.clear();
}

PeerObjects &tst_PeerObjects::enter(const Address &address, const Timing &timing)
{
    m_people.push_back(std::make_unique<PeerObjects>(address, m_room->enter(address), timing));
    return *m_people.back();
}

void tst_PeerObjects::sizes_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 4, 5, 1201, 1202, 1203, 2404, 65536, 512 * 1024})
        QTest::addRow("%d bytes", size) << size;
}

void tst_PeerObjects::sizes()
{
    QFETCH(int, size);
    PeerObjects &here = enter(alice);
    PeerObjects &there = enter(bob);
    const QByteArray data = dataOf(size);
    there.publish(objectFor(bob, data), data);
    here.fetch(bob, objectFor(bob, data), keep());
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(m_results[0]);
    QVERIFY(*m_results[0] == data);
    QTRY_COMPARE(m_room->released.size(), 2); // both sides
}

void tst_PeerObjects::chunkSizes_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 7, 1200})
        QTest::addRow("%d bytes", size) << size;
}

void tst_PeerObjects::chunkSizes()
{
    QFETCH(int, size);
    m_room->chunkSize = size;
    PeerObjects &here = enter(alice);
    PeerObjects &there = enter(bob);
    const QByteArray data = dataOf(5000);
    there.publish(objectFor(bob, data), data);
    here.fetch(bob, objectFor(bob, data), keep());
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(m_results[0] && *m_results[0] == data);
    QTRY_COMPARE(m_room->released.size(), 2);
}

void tst_PeerObjects::lost_data()
{
    using Filter = std::function<bool(const PeerChunk &)>;
    QTest::addColumn<Filter>("isLost");
    QTest::newRow("all acks") << Filter([](const PeerChunk &c) { return c.header.isAck(); });
    QTest::newRow("the acks of the receiver")
        << Filter([](const PeerChunk &c) { return c.header.isAck() && c.to == bob; });
    QTest::newRow("the acks of the sender")
        << Filter([](const PeerChunk &c) { return c.header.isAck() && c.to == alice; });
    QTest::newRow("the preparation") << Filter(
        [](const PeerChunk &c) { return c.header.sessionId != 0 && c.data == QByteArray(4, '\0'); });
    QTest::newRow("BYE") << Filter([](const PeerChunk &c) { return c.data.startsWith("BYE"); });
}

void tst_PeerObjects::lost()
{
    QFETCH(std::function<bool(const PeerChunk &)>, isLost);
    m_room->isLost = isLost;
    Timing timing = Test::patientPeerTiming();
    timing.peerStep = timing.peerFarewell = 20ms;
    timing.peerUnacknowledged = 200ms;
    PeerObjects &here = enter(alice, timing);
    PeerObjects &there = enter(bob, timing);
    const QByteArray data = dataOf(5000);
    there.publish(objectFor(bob, data), data);
    here.fetch(bob, objectFor(bob, data), keep());
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(m_results[0] && *m_results[0] == data);
    QTRY_VERIFY(m_room->released.contains(alice) && m_room->released.contains(bob));
}

/// INVITEs of both sides cross.
void tst_PeerObjects::bothAtOnce()
{
    PeerObjects &here = enter(alice);
    PeerObjects &there = enter(bob);
    const QByteArray hers = dataOf(3000);
    const QByteArray his = dataOf(4000);
    here.publish(objectFor(alice, hers), hers);
    there.publish(objectFor(bob, his), his);
    here.fetch(bob, objectFor(bob, his), keep());
    there.fetch(alice, objectFor(alice, hers), keep());
    QTRY_COMPARE(m_results.size(), 2);
    QVERIFY(m_results[0] && m_results[1]);
    QCOMPARE(m_results[0]->size() + m_results[1]->size(), 7000);
    QTRY_COMPARE(m_room->released.size(), 2);
}

void tst_PeerObjects::threeAtOnce()
{
    const QList<Address> addresses{alice, bob, carol};
    for (const Address &address : addresses) {
        const QByteArray data = dataOf(2000 + address.toString().size());
        enter(address).publish(objectFor(address, data), data);
    }
    int sizes = 0;
    for (const Address &from : addresses) {
        for (qsizetype i = 0; i < addresses.size(); ++i) {
            const qsizetype size = 2000 + from.toString().size();
            if (addresses[i] == from)
                continue;
            sizes += static_cast<int>(size);
            m_people[static_cast<size_t>(i)]->fetch(from, objectFor(from, dataOf(size)), keep());
        }
    }
    QTRY_COMPARE(m_results.size(), 6);
    for (const Result &result : std::as_const(m_results)) {
        QVERIFY(result);
        sizes -= static_cast<int>(result->size());
    }
    QCOMPARE(sizes, 0);
}

/// More than the other side gives at a time: they wait for their turn.
void tst_PeerObjects::manyObjectsOfOnePerson()
{
    PeerObjects &here = enter(alice);
    PeerObjects &there = enter(bob);
    for (int i = 0; i < 12; ++i) {
        const QByteArray data = dataOf(3000 + i);
        there.publish(objectFor(bob, data), data);
        here.fetch(bob, objectFor(bob, data), keep());
    }
    QTRY_COMPARE(m_results.size(), 12);
    for (const Result &result : std::as_const(m_results))
        QVERIFY(result);
}

void tst_PeerObjects::fewAtATime()
{
    Test::FakeCarrier carrier;
    PeerObjects objects(alice, carrier, Test::patientPeerTiming());
    for (int i = 0; i < 6; ++i)
        objects.fetch(bob, objectFor(bob, dataOf(10 + i)), keep());
    objects.fetch(carol, objectFor(carol, dataOf(10)), keep());
    QTRY_COMPARE(carrier.sent.size(), 5);
    // One is declined; then the fifth is asked for, before whoever wanted the first is told.
    const auto invite = parseSlpMessage(carrier.takeChunks().value(0).data);
    QVERIFY(invite);
    carrier.say(bob,
        Test::textPayload("alice@example.com", 1,
            encodeSlpMessage(makeSlpResponse(*invite, bob, alice, SlpMessage::Decline))));
    QCOMPARE(m_results.size(), 1);
    QTRY_COMPARE(carrier.sent.size(), 2);
    objects.cancelAll();
    QCOMPARE(m_results.size(), 7);
    for (const Result &result : std::as_const(m_results))
        QVERIFY(!result);
}

void tst_PeerObjects::sharesACall()
{
    PeerObjects &here = enter(alice);
    PeerObjects &there = enter(bob);
    const QByteArray data = dataOf(3000);
    there.publish(objectFor(bob, data), data);
    for (int i = 0; i < 3; ++i)
        here.fetch(bob, objectFor(bob, data), keep());
    QTRY_COMPARE(m_results.size(), 3);
    for (const Result &result : std::as_const(m_results))
        QVERIFY(result && *result == data);
    const auto invites = std::count_if(m_room->sent.cbegin(), m_room->sent.cend(),
        [](const PeerChunk &chunk) { return chunk.data.startsWith("INVITE"); });
    QCOMPARE(invites, 1);
}

void tst_PeerObjects::asksAgainAfterwards()
{
    PeerObjects &here = enter(alice);
    PeerObjects &there = enter(bob);
    const QByteArray data = dataOf(100);
    here.fetch(bob, objectFor(bob, data), keep());
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!m_results[0]);
    there.publish(objectFor(bob, data), data);
    here.fetch(bob, objectFor(bob, data), keep());
    QTRY_COMPARE(m_results.size(), 2);
    QVERIFY(m_results[1]);
}

void tst_PeerObjects::wrongTotalSize()
{
    PeerObjects &here = enter(alice);
    PeerObjects &there = enter(bob);
    MsnObject lie = objectFor(bob, dataOf(3000));
    lie.size = 2000;
    lie.xml = encodeMsnObject(lie);
    there.publish(lie, dataOf(3000));
    here.fetch(bob, lie, keep());
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!m_results[0]);
    QCOMPARE(m_results[0].error().code, ErrorCode::TransferDamaged);
    QTRY_COMPARE(m_room->released.size(), 2);
}

void tst_PeerObjects::wrongHash()
{
    PeerObjects &here = enter(alice);
    PeerObjects &there = enter(bob);
    const MsnObject object = objectFor(bob, dataOf(3000));
    there.publish(object, QByteArray(3000, 'x'));
    here.fetch(bob, object, keep());
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!m_results[0]);
    QCOMPARE(m_results[0].error().code, ErrorCode::TransferDamaged);
}

void tst_PeerObjects::notPublished()
{
    PeerObjects &here = enter(alice);
    enter(bob);
    here.fetch(bob, objectFor(bob, dataOf(10)), keep());
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!m_results[0]);
    QCOMPARE(m_results[0].error().code, ErrorCode::PeerDeclined);
    QCOMPARE(m_results[0].error().subject, bob.toString());
    QTRY_COMPARE(m_room->released.size(), 2);
}

void tst_PeerObjects::refusesToFetch_data()
{
    QTest::addColumn<Address>("from");
    QTest::addColumn<qint64>("size");
    QTest::newRow("too large") << bob << qint64(512 * 1024 + 1);
    QTest::newRow("empty") << bob << qint64(0);
    QTest::newRow("from us") << alice << qint64(10);
    QTest::newRow("from nobody") << Address() << qint64(10);
}

void tst_PeerObjects::refusesToFetch()
{
    QFETCH(Address, from);
    QFETCH(qint64, size);
    PeerObjects &here = enter(alice);
    MsnObject object = objectFor(bob, dataOf(10));
    object.size = size;
    here.fetch(from, object, keep());
    QVERIFY2(m_results.isEmpty(), "later");
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!m_results[0]);
    QCOMPARE(m_results[0].error().code, ErrorCode::InvalidArgument);
    QVERIFY(m_room->sent.isEmpty());
}

void tst_PeerObjects::cancelAllEndsEverything()
{
    Test::FakeCarrier carrier;
    carrier.isQuick = false;
    PeerObjects objects(alice, carrier, Test::patientPeerTiming());
    objects.fetch(bob, objectFor(bob, "one"), keep());
    objects.fetch(bob, objectFor(bob, "two"), keep());
    objects.fetch(carol, objectFor(carol, "three"), keep());
    const qsizetype sent = carrier.sent.size();
    objects.cancelAll();
    QCOMPARE(m_results.size(), 3);
    for (const Result &result : std::as_const(m_results)) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
    for (Completion<std::monostate> &done : carrier.waiting)
        done(std::monostate());
    QCOMPARE(carrier.sent.size(), sent);
    QCOMPARE(carrier.released.size(), 2);
}

/// Who always asks again does not keep cancelAll() busy for ever.
void tst_PeerObjects::whoIsCancelledMayAskAgain()
{
    Test::FakeCarrier carrier;
    PeerObjects objects(alice, carrier, Test::patientPeerTiming());
    int cancelled = 0;
    std::function<void()> ask = [&] {
        objects.fetch(bob, objectFor(bob, "one"), {this, [&](const Result &) {
                                                       ++cancelled;
                                                       ask();
                                                   }});
    };
    ask();
    objects.cancelAll();
    QCOMPARE(cancelled, 1);
    objects.cancelAll();
    QCOMPARE(cancelled, 2);
}

void tst_PeerObjects::whoIsToldMayEndEverything_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("data") << QByteArray("data");
    QTest::newRow("refusal") << QByteArray("refusal");
    QTest::newRow("deadline") << QByteArray("deadline");
    QTest::newRow("carrier") << QByteArray("carrier");
    QTest::newRow("cancelled") << QByteArray("cancelled");
}

void tst_PeerObjects::whoIsToldMayEndEverything()
{
    QFETCH(QByteArray, how);
    Test::FakeCarrier lonely;
    lonely.failure = how == "carrier" ? std::optional(makeError(ErrorCode::NobodyThere)) : std::nullopt;
    PeerObjects &there = enter(bob);
    const QByteArray data = dataOf(2000);
    if (how == "data")
        there.publish(objectFor(bob, data), data);
    const bool isAlone = how != "data" && how != "refusal";
    PeerCarrier &carrier = isAlone ? static_cast<PeerCarrier &>(lonely) : m_room->enter(alice);
    auto here = std::make_unique<PeerObjects>(
        alice, carrier, how == "deadline" ? Test::hastyPeerTiming() : Test::patientPeerTiming());
    int calls = 0;
    const Completion<QByteArray> end(this, [&](const Result &) {
        ++calls;
        here.reset();
    });
    here->fetch(bob, objectFor(bob, data), end);
    here->fetch(carol, objectFor(carol, data), end);
    if (how == "cancelled")
        here->cancelAll();
    QTRY_VERIFY(!here);
    QCOMPARE(calls, 1);
}

void tst_PeerObjects::destructionTellsNobody()
{
    Test::FakeCarrier carrier;
    auto objects = std::make_unique<PeerObjects>(alice, carrier, Test::patientPeerTiming());
    objects->fetch(bob, objectFor(bob, "one"), keep());
    objects.reset();
    QVERIFY(m_results.isEmpty());
    carrier.say(bob, GoldenPeer::payload(GoldenPeer::rows()[2]));
    QCOMPARE(carrier.sent.size(), 1);
}

void tst_PeerObjects::thirtyThreeUnfinishedMessages()
{
    Test::FakeCarrier carrier;
    PeerObjects objects(alice, carrier, Test::patientPeerTiming());
    const auto part = [&](quint32 id, quint64 offset) {
        carrier.say(bob,
            GoldenPeer::payload("alice@example.com", GoldenPeer::header(0, id, offset, 4, 2, 0, 9, 0, 0),
                "ab", QByteArray(4, '\0')));
    };
    for (quint32 id = 1; id <= 33; ++id)
        part(id, 0);
    part(33, 2);
    QVERIFY2(carrier.sent.isEmpty(), "the last one was not kept");
    part(1, 2);
    QCOMPARE(carrier.takeChunks().value(0).header.ackId, 1U);
}

/// Each is acknowledged and forgotten.
void tst_PeerObjects::strangersLeaveNothingBehind()
{
    Test::FakeCarrier carrier;
    PeerObjects objects(alice, carrier, Test::patientPeerTiming());
    for (int i = 0; i < 50; ++i) {
        const Address stranger(QStringLiteral("stranger%1@example.com").arg(i));
        carrier.say(stranger, Test::textPayload("alice@example.com", 1, "no MSNSLP"));
        carrier.say(stranger, Test::flagPayload("alice@example.com", 77, 0x2));
    }
    QTRY_COMPARE(carrier.released.size(), 50);
    QCOMPARE(carrier.sent.size(), 50);
    QTRY_VERIFY(objects.findChildren<PeerCalls *>().isEmpty());
}

QTEST_GUILESS_MAIN(tst_PeerObjects)

#include "tst_peerobjects.moc"
