#include "core/p2p/objectfetchcall.h"

#include "core/p2p/peerobjects.h"
#include "tests/core/p2p/fakecarrier.h"
#include "tests/support/goldenpeer.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Msn;
using namespace std::chrono_literals;
namespace GoldenPeer = Test::GoldenPeer;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));
const Address carol(QStringLiteral("carol@example.com"));
const QByteArray toAlice = "alice@example.com";

QByteArray golden(int number)
{
    return GoldenPeer::payload(GoldenPeer::rows()[number - 1]);
}

QByteArray okResponseWith(const QByteArray &statusLine)
{
    return GoldenPeer::okResponse().replace("MSNSLP/1.0 200 OK", statusLine);
}

QByteArray byeFromBob()
{
    return GoldenPeer::bye().replace("BYE MSNMSGR:bob", "BYE MSNMSGR:alice");
}

} // namespace

/// The one who fetches, against a scripted peer; numbers and bytes of examples.md §4.
class tst_ObjectFetchCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goldenDialogue();
    void cutOff_data();
    void cutOff();
    void chunkSizes_data();
    void chunkSizes();
    void refused_data();
    void refused();
    void endedByTheOtherSide_data();
    void endedByTheOtherSide();
    void inviteUnknownToTheOtherSide();
    void withoutPreparation_data();
    void withoutPreparation();
    void aSecondPreparationIsDropped();
    void damaged_data();
    void damaged();
    void dataBeforeTheAnswerIsDropped();
    void dataOfAnotherSessionIsDropped();
    void hostileHeadersAreDropped();
    void mangledHeaders_data();
    void mangledHeaders();
    void whatAThirdPersonSaysMeansNothing();
    void whatIsForAThirdPersonMeansNothing();
    void noDirectConnection();
    void carrierFails();
    void progressKeepsItAlive();
    void theWholeTakesTooLong();
    void byeIsNotAwaitedForEver();

private:
    void begin(
        const Timing &timing = Test::patientPeerTiming(), const QByteArray &data = GoldenPeer::picture());
    void say(const QByteArray &payload) { m_carrier->say(bob, payload); }
    void sayUpTo(int number);
    bool sentBye() const;
    bool hasData() const { return m_results.size() == 1 && m_results[0]; }
    ErrorCode errorCode() const;

    std::unique_ptr<PeerObjects> m_objects;
    std::unique_ptr<Test::FakeCarrier> m_carrier;
    QList<Expected<QByteArray, Error>> m_results;
};

void tst_ObjectFetchCall::init()
{
    m_objects.reset();
    m_carrier = std::make_unique<Test::FakeCarrier>();
    m_results.clear();
}

/// Alice asks for an object that names \p data.
void tst_ObjectFetchCall::begin(const Timing &timing, const QByteArray &data)
{
    m_objects = std::make_unique<PeerObjects>(alice, *m_carrier, timing,
        Test::scriptedRandom(
            {Test::randomForBase(GoldenPeer::aliceBase), GoldenPeer::session, 0x0A0B0C0D, 0x31323334},
            {GoldenPeer::callId(), "{11223344-5566-4778-899A-ABBCCDDEEFF0}",
                "{A0D624A6-6C0C-4283-A9E0-BC97B4B46D32}"}));
    const MsnObject object = data == GoldenPeer::picture()
        ? parseMsnObject(GoldenPeer::object()).value()
        : makeMsnObject(bob, MsnObject::Type::DisplayPicture, data, QStringLiteral("0"), {});
    m_objects->fetch(
        bob, object, {this, [this](const Expected<QByteArray, Error> &result) { m_results.append(result); }});
}

/// What Bob says up to the message \p number.
void tst_ObjectFetchCall::sayUpTo(int number)
{
    for (const GoldenPeer::Row &row : GoldenPeer::rows()) {
        if (!row.fromAlice && row.number <= number)
            say(GoldenPeer::payload(row));
    }
}

bool tst_ObjectFetchCall::sentBye() const
{
    return std::any_of(m_carrier->sent.cbegin(), m_carrier->sent.cend(),
        [](const Test::FakeCarrier::Sent &message) { return message.payload.contains("BYE MSNMSGR"); });
}

ErrorCode tst_ObjectFetchCall::errorCode() const
{
    return m_results.size() == 1 && !m_results[0] ? m_results[0].error().code : ErrorCode::None;
}

void tst_ObjectFetchCall::goldenDialogue()
{
    begin();
    QCOMPARE(m_carrier->takePayloads(), QByteArrayList{golden(1)});
    say(golden(2));
    QCOMPARE(m_carrier->takePayloads(), QByteArrayList());
    say(golden(3));
    QCOMPARE(m_carrier->takePayloads(), QByteArrayList{golden(4)});
    say(golden(5));
    QCOMPARE(m_carrier->takePayloads(), QByteArrayList{golden(6)});
    QVERIFY(m_results.isEmpty());
    say(golden(7));
    QTRY_COMPARE(m_carrier->sent.size(), 2);
    QCOMPARE(m_carrier->takePayloads(), (QByteArrayList{golden(8), golden(9)}));
    QVERIFY(hasData());
    QCOMPARE(*m_results[0], GoldenPeer::picture());
    QVERIFY(m_carrier->released.isEmpty());
    say(golden(10));
    QTRY_COMPARE(m_carrier->released, QList<Address>{bob});
    QVERIFY(m_carrier->sent.isEmpty());
}

void tst_ObjectFetchCall::cutOff_data()
{
    QTest::addColumn<int>("last");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("nothing comes") << 0 << ErrorCode::ReplyTimedOut;
    QTest::newRow("after the ack of INVITE") << 2 << ErrorCode::ReplyTimedOut;
    QTest::newRow("after 200") << 3 << ErrorCode::ReplyTimedOut;
    QTest::newRow("after the preparation") << 5 << ErrorCode::ReplyTimedOut;
    QTest::newRow("after the data") << 7 << ErrorCode::None;
    QTest::newRow("whole") << 10 << ErrorCode::None;
}

void tst_ObjectFetchCall::cutOff()
{
    QFETCH(int, last);
    begin(Test::hastyPeerTiming());
    sayUpTo(last);
    QTRY_COMPARE(m_results.size(), 1);
    QTEST(errorCode(), "error");
    QTRY_COMPARE(m_carrier->released, QList<Address>{bob});
    QVERIFY(sentBye());
    QCOMPARE(m_results.size(), 1);
}

void tst_ObjectFetchCall::chunkSizes_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 3, 1200, 1202})
        QTest::addRow("%d bytes", size) << size;
}

void tst_ObjectFetchCall::chunkSizes()
{
    QFETCH(int, size);
    const QByteArray data = GoldenPeer::longData();
    begin(Test::patientPeerTiming(), data);
    sayUpTo(5);
    for (qsizetype offset = 0; offset < data.size(); offset += size) {
        QVERIFY(m_results.isEmpty());
        const QByteArray part = data.mid(offset, size);
        say(GoldenPeer::payload(toAlice,
            GoldenPeer::header(GoldenPeer::session, 99, static_cast<quint64>(offset), 2500,
                static_cast<quint32>(part.size()), 0x20, 7, 0, 0),
            part, QByteArray(4, '\0')));
    }
    QVERIFY(hasData());
    QCOMPARE(*m_results[0], data);
}

void tst_ObjectFetchCall::refused_data()
{
    QTest::addColumn<QByteArray>("statusLine");
    QTest::newRow("declined") << QByteArray("MSNSLP/1.0 603 Decline");
    QTest::newRow("declined in capitals") << QByteArray("MSNSLP/1.0 603 DECLINE");
    QTest::newRow("cannot") << QByteArray("MSNSLP/1.0 500 Internal Error");
    QTest::newRow("not them") << QByteArray("MSNSLP/1.0 404 Not Found");
    QTest::newRow("no such call") << QByteArray("MSNSLP/1.0 481 No Such Call");
    QTest::newRow("something else") << QByteArray("MSNSLP/1.0 201 Perhaps");
}

void tst_ObjectFetchCall::refused()
{
    QFETCH(QByteArray, statusLine);
    begin();
    say(Test::textPayload(toAlice, 3, okResponseWith(statusLine)));
    QCOMPARE(errorCode(), ErrorCode::PeerDeclined);
    QCOMPARE(m_results[0].error().subject, bob.toString());
    QTRY_COMPARE(m_carrier->released, QList<Address>{bob});
    QVERIFY(!sentBye());
}

void tst_ObjectFetchCall::endedByTheOtherSide_data()
{
    QTest::addColumn<int>("last");
    QTest::addColumn<QByteArray>("end");
    for (const int last : {2, 3, 5}) {
        QTest::addRow("BYE after %d", last) << last << Test::textPayload(toAlice, 50, byeFromBob());
        for (const quint32 flags : {0x8U, 0x40U, 0x80U, 0x01000080U})
            QTest::addRow("flags %x after %d", flags, last)
                << last << Test::flagPayload(toAlice, GoldenPeer::session, flags);
    }
}

void tst_ObjectFetchCall::endedByTheOtherSide()
{
    QFETCH(int, last);
    QFETCH(QByteArray, end);
    begin();
    sayUpTo(last);
    say(end);
    QCOMPARE(errorCode(), ErrorCode::PeerDeclined);
    QTRY_COMPARE(m_carrier->released, QList<Address>{bob});
    QVERIFY(!sentBye());
    for (const PeerChunk &chunk : m_carrier->takeChunks())
        QVERIFY2(!chunk.header.isAbort(), "not answered in kind");
}

void tst_ObjectFetchCall::inviteUnknownToTheOtherSide()
{
    begin();
    say(Test::flagPayload(toAlice, 0, 0x8, GoldenPeer::aliceBase + 1));
    QVERIFY(m_results.isEmpty());
    say(Test::flagPayload(toAlice, 0, 0x8, GoldenPeer::aliceBase));
    QCOMPARE(errorCode(), ErrorCode::PeerDeclined);
}

void tst_ObjectFetchCall::withoutPreparation_data()
{
    QTest::addColumn<quint32>("flags");
    QTest::newRow("data") << 0x20U;
    QTest::newRow("without a flag") << 0U; // one client does
    QTest::newRow("late marker") << 0x01000020U;
}

void tst_ObjectFetchCall::withoutPreparation()
{
    QFETCH(quint32, flags);
    begin();
    sayUpTo(3);
    say(Test::dataPayload(toAlice, GoldenPeer::session, 99, flags, GoldenPeer::picture()));
    QVERIFY(hasData());
}

void tst_ObjectFetchCall::aSecondPreparationIsDropped()
{
    begin();
    sayUpTo(5);
    m_carrier->takePayloads();
    say(Test::dataPayload(toAlice, GoldenPeer::session, 98, 0, QByteArray(4, '\0')));
    QVERIFY(m_carrier->sent.isEmpty());
    QVERIFY(m_results.isEmpty());
    say(golden(7));
    QVERIFY(hasData());
}

void tst_ObjectFetchCall::damaged_data()
{
    QTest::addColumn<quint32>("flags");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("longer") << 0x20U << GoldenPeer::picture() + 'x';
    QTest::newRow("shorter") << 0x20U << GoldenPeer::picture().chopped(1);
    QTest::newRow("wrong hash") << 0x20U << QByteArray(72, 'x');
    QTest::newRow("a preparation that is data") << 0x20U << QByteArray(4, '\0');
    QTest::newRow("a preparation of something") << 0U << QByteArray(4, 'x');
    QTest::newRow("nothing") << 0x20U << QByteArray();
}

void tst_ObjectFetchCall::damaged()
{
    QFETCH(quint32, flags);
    QFETCH(QByteArray, data);
    begin();
    sayUpTo(3);
    say(Test::dataPayload(toAlice, GoldenPeer::session, 99, flags, data));
    QCOMPARE(errorCode(), ErrorCode::TransferDamaged);
    QTRY_VERIFY(sentBye());
    say(golden(7));
    QCOMPARE(m_results.size(), 1);
}

void tst_ObjectFetchCall::dataBeforeTheAnswerIsDropped()
{
    begin();
    m_carrier->takePayloads();
    say(golden(7));
    say(golden(5));
    QVERIFY(m_carrier->sent.isEmpty());
    QVERIFY(m_results.isEmpty());
    sayUpTo(10);
    QVERIFY(hasData());
}

void tst_ObjectFetchCall::dataOfAnotherSessionIsDropped()
{
    begin();
    sayUpTo(3);
    m_carrier->takePayloads();
    say(Test::dataPayload(toAlice, GoldenPeer::session + 1, 99, 0x20, GoldenPeer::picture()));
    QVERIFY(m_carrier->sent.isEmpty());
    QVERIFY(m_results.isEmpty());
}

void tst_ObjectFetchCall::hostileHeadersAreDropped()
{
    begin();
    sayUpTo(5);
    m_carrier->takePayloads();
    const auto hostile = [&](quint32 session, quint64 offset, quint64 total, quint32 size) {
        say(GoldenPeer::payload(toAlice, GoldenPeer::header(session, 1, offset, total, size, 0x20, 9, 0, 0),
            QByteArray(1202, 'x'), QByteArray(4, '\0')));
    };
    hostile(GoldenPeer::session, 0xFFFFFFFFFFFFFFF0, 0x9C4, 0x20);
    hostile(GoldenPeer::session, 0x9C5, 0x9C4, 1);
    hostile(GoldenPeer::session, 0, 4, 0x4B2);
    hostile(0, 0, 0x100000000, 0x4B2);
    say(golden(7).chopped(50));
    say(golden(7).chopped(1));
    say({});
    QVERIFY(m_carrier->sent.isEmpty());
    QVERIFY(m_results.isEmpty());
    say(golden(7));
    QVERIFY(hasData());
}

void tst_ObjectFetchCall::mangledHeaders_data()
{
    QTest::addColumn<int>("mangled");
    QTest::addColumn<int>("change");
    for (const int number : {2, 3, 5, 7, 10}) {
        for (const int change : {0x01, 0x80, 0xFF})
            QTest::addRow("message %d, change %x", number, change) << number << change;
    }
}

/// Whichever byte of a header is wrong: it ends once, with the right data or with none.
void tst_ObjectFetchCall::mangledHeaders()
{
    QFETCH(int, mangled);
    QFETCH(int, change);
    const qsizetype headerAt = golden(mangled).indexOf("\r\n\r\n") + 4;
    for (int byte = 0; byte < 48; ++byte) {
        init();
        begin();
        for (const int number : {2, 3, 5, 7, 10}) {
            QByteArray payload = golden(number);
            if (number == mangled)
                payload[headerAt + byte] = static_cast<char>(payload[headerAt + byte] ^ change);
            say(payload);
        }
        m_objects->cancelAll();
        QCOMPARE(m_results.size(), 1);
        QVERIFY(!m_results[0] || *m_results[0] == GoldenPeer::picture());
        QVERIFY(m_carrier->sent.size() < 10);
    }
}

void tst_ObjectFetchCall::whatAThirdPersonSaysMeansNothing()
{
    begin();
    for (const int number : {2, 3, 5, 7})
        m_carrier->say(carol, golden(number));
    m_carrier->say(carol, Test::textPayload(toAlice, 50, byeFromBob()));
    m_carrier->say(carol, Test::flagPayload(toAlice, GoldenPeer::session, 0x80));
    QVERIFY(m_results.isEmpty());
    sayUpTo(10);
    QVERIFY(hasData());
}

void tst_ObjectFetchCall::whatIsForAThirdPersonMeansNothing()
{
    begin();
    m_carrier->takePayloads();
    for (const int number : {3, 5, 7})
        say(golden(number).replace("P2P-Dest: alice@", "P2P-Dest: carol@"));
    QVERIFY(m_carrier->sent.isEmpty());
    QVERIFY(m_results.isEmpty());
    for (const int number : {3, 5, 7})
        say(golden(number).replace("P2P-Dest: alice@", "P2P-Dest: ALICE@"));
    QVERIFY(hasData());
}

void tst_ObjectFetchCall::noDirectConnection()
{
    begin();
    sayUpTo(3);
    m_carrier->takePayloads();
    QByteArray offer = GoldenPeer::invite();
    offer.replace("sessionreqbody", "transreqbody").replace("CSeq: 0", "CSeq: 4");
    say(Test::textPayload(toAlice, 50, offer));
    QTRY_COMPARE(m_carrier->sent.size(), 2);
    const QList<PeerChunk> sent = m_carrier->takeChunks();
    QVERIFY(sent[0].header.isAck());
    const auto answer = parseSlpMessage(sent[1].data);
    QVERIFY(answer);
    QCOMPARE(answer->status, 603);
    QCOMPARE(answer->cSeq, 5U);
    say(golden(5));
    say(golden(7));
    QVERIFY(hasData());
}

void tst_ObjectFetchCall::carrierFails()
{
    m_carrier->failure = makeError(ErrorCode::NobodyThere, bob.toString());
    begin();
    QVERIFY(m_results.isEmpty());
    QTRY_COMPARE(errorCode(), ErrorCode::NobodyThere);
    QTRY_COMPARE(m_carrier->released, QList<Address>{bob});
    QCOMPARE(m_carrier->sent.size(), 1);
}

/// Longer than the time without progress, but never without progress for so long.
void tst_ObjectFetchCall::progressKeepsItAlive()
{
    Timing timing = Test::patientPeerTiming();
    timing.peerStall = 1s;
    begin(timing);
    sayUpTo(5);
    const QByteArray data = GoldenPeer::picture();
    qsizetype offset = 0;
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, [&] {
        say(GoldenPeer::payload(toAlice,
            GoldenPeer::header(GoldenPeer::session, 99, static_cast<quint64>(offset), 72, 6, 0x20, 7, 0, 0),
            data.mid(offset, 6), QByteArray(4, '\0')));
        offset += 6;
    });
    ticks.start(150ms);
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(hasData());
}

void tst_ObjectFetchCall::theWholeTakesTooLong()
{
    Timing timing = Test::patientPeerTiming();
    timing.peerObject = 20ms;
    begin(timing);
    sayUpTo(5);
    QTRY_COMPARE(errorCode(), ErrorCode::ReplyTimedOut);
    QVERIFY(sentBye());
}

void tst_ObjectFetchCall::byeIsNotAwaitedForEver()
{
    Timing timing = Test::patientPeerTiming();
    timing.peerFarewell = 20ms;
    begin(timing);
    sayUpTo(7);
    QVERIFY(hasData());
    QVERIFY(m_carrier->released.isEmpty());
    QTRY_COMPARE(m_carrier->released, QList<Address>{bob});
}

QTEST_GUILESS_MAIN(tst_ObjectFetchCall)

#include "tst_objectfetchcall.moc"
