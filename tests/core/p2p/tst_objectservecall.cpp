#include "core/p2p/objectservecall.h"

#include "core/p2p/peerobjects.h"
#include "tests/core/p2p/fakecarrier.h"
#include "tests/support/goldenpeer.h"

#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
namespace GoldenPeer = Test::GoldenPeer;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));
const QByteArray toBob = "bob@example.com";

QByteArray golden(int number)
{
    return GoldenPeer::payload(GoldenPeer::rows()[number - 1]);
}

QByteArray inviteWith(const QByteArray &before, const QByteArray &after)
{
    QByteArray text = GoldenPeer::invite();
    if (!text.contains(before))
        qFatal("the example has no %s", before.constData());
    return Test::textPayload(toBob, 7, text.replace(before, after));
}

/// An INVITE to a call of its own.
QByteArray inviteNumber(int number)
{
    QByteArray text = GoldenPeer::invite();
    text.replace("{5B8D1C2E", "{5B8D1C" + QByteArray::number(10 + number));
    text.replace("SessionID: 1234567", "SessionID: " + QByteArray::number(1000 + number));
    return Test::textPayload(toBob, static_cast<quint32>(100 + number), text);
}

QByteArray context(const QByteArray &content)
{
    return "Context: " + content.toBase64() + "\r\n";
}

QByteArray goldenContext()
{
    return context(GoldenPeer::object() + '\0');
}

} // namespace

/// The one who has the object, against a scripted peer; numbers and bytes of examples.md §4.
class tst_ObjectServeCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goldenDialogue();
    void cutOff_data();
    void cutOff();
    void goesOnWithoutAcknowledgements();
    void dataInThreeChunks();
    void answersWithTheAppIdItWasAskedWith();
    void contextWithoutZeroByte();
    void refuses_data();
    void refuses();
    void saysNothingToWhatIsForOthers();
    void repeatedInviteIsOnlyAcknowledged();
    void aSessionThatIsThereAlready();
    void fourCallsAtATime();
    void endedByTheOtherSide_data();
    void endedByTheOtherSide();
    void dataToTheServerIsDropped();
    void withdrawnObjectsAreNotGiven();

private:
    void begin(const Timing &timing = Test::patientPeerTiming());
    void say(const QByteArray &payload) { m_carrier->say(alice, payload); }
    /// What has been sent besides acknowledgements, once there are \p count of it.
    QList<PeerChunk> awaitMessages(qsizetype count);
    /// Statuses of the responses sent so far.
    QList<int> takeStatuses();

    std::unique_ptr<PeerObjects> m_objects;
    std::unique_ptr<Test::FakeCarrier> m_carrier;
};

void tst_ObjectServeCall::init()
{
    m_objects.reset();
    m_carrier = std::make_unique<Test::FakeCarrier>();
}

/// Bob shows his picture.
void tst_ObjectServeCall::begin(const Timing &timing)
{
    m_objects = std::make_unique<PeerObjects>(bob, *m_carrier, timing,
        Test::scriptedRandom({Test::randomForBase(GoldenPeer::bobBase), 0x01020304, 0x11121314, 0x21222324}));
    m_objects->publish(parseMsnObject(GoldenPeer::object()).value(), GoldenPeer::picture());
}

QList<PeerChunk> tst_ObjectServeCall::awaitMessages(qsizetype count)
{
    QList<PeerChunk> messages;
    const auto collect = [&] {
        for (const PeerChunk &chunk : m_carrier->takeChunks()) {
            if (chunk.header.hasContent())
                messages.append(chunk);
        }
        return messages.size() >= count;
    };
    [&] { QTRY_VERIFY(collect()); }();
    return messages;
}

QList<int> tst_ObjectServeCall::takeStatuses()
{
    QList<int> statuses;
    for (const PeerChunk &chunk : m_carrier->takeChunks()) {
        if (const auto text = parseSlpMessage(chunk.data); text && text->status != 0)
            statuses.append(text->status);
    }
    return statuses;
}

void tst_ObjectServeCall::goldenDialogue()
{
    begin();
    say(golden(1));
    QTRY_COMPARE(m_carrier->sent.size(), 2);
    QCOMPARE(m_carrier->takePayloads(), (QByteArrayList{golden(2), golden(3)}));
    say(golden(4));
    QCOMPARE(m_carrier->takePayloads(), QByteArrayList{golden(5)});
    say(golden(6));
    QTRY_COMPARE(m_carrier->sent.size(), 1);
    QCOMPARE(m_carrier->takePayloads(), QByteArrayList{golden(7)});
    say(golden(8));
    QVERIFY(m_carrier->sent.isEmpty());
    QVERIFY(m_carrier->released.isEmpty());
    say(golden(9));
    QCOMPARE(m_carrier->takePayloads(), QByteArrayList{golden(10)});
    QTRY_COMPARE(m_carrier->released, QList<Address>{alice});
}

void tst_ObjectServeCall::cutOff_data()
{
    QTest::addColumn<int>("last");
    QTest::addColumn<bool>("endsItself");
    QTest::newRow("after INVITE") << 1 << true;
    QTest::newRow("after the ack of 200") << 4 << true;
    QTest::newRow("after the ack of the preparation") << 6 << true;
    QTest::newRow("after the ack of the data") << 8 << true;
    QTest::newRow("whole") << 9 << false;
}

/// However far it came, in the end nothing is left of it, and the other side has been told.
void tst_ObjectServeCall::cutOff()
{
    QFETCH(int, last);
    begin(Test::hastyPeerTiming());
    for (const GoldenPeer::Row &row : GoldenPeer::rows()) {
        if (row.fromAlice && row.number <= last)
            say(GoldenPeer::payload(row));
    }
    QTRY_COMPARE(m_carrier->released, QList<Address>{alice});
    const QByteArrayList sent = m_carrier->takePayloads();
    const auto byes = std::count_if(
        sent.cbegin(), sent.cend(), [](const QByteArray &p) { return p.contains("BYE MSNMSGR"); });
    QFETCH(bool, endsItself);
    QCOMPARE(byes, endsItself ? 1 : 0);
}

void tst_ObjectServeCall::goesOnWithoutAcknowledgements()
{
    Timing timing = Test::patientPeerTiming();
    timing.peerStep = 20ms;
    begin(timing);
    say(golden(1));
    const QList<PeerChunk> messages = awaitMessages(3);
    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages[0].data, GoldenPeer::okResponse());
    QCOMPARE(messages[1].data, QByteArray(4, '\0'));
    QCOMPARE(messages[2].data, GoldenPeer::picture());
    say(golden(9));
    QTRY_COMPARE(m_carrier->released, QList<Address>{alice});
}

/// examples.md §6.
void tst_ObjectServeCall::dataInThreeChunks()
{
    begin();
    const MsnObject object = makeMsnObject(
        bob, MsnObject::Type::DisplayPicture, GoldenPeer::longData(), QStringLiteral("0"), {});
    m_objects->publish(object, GoldenPeer::longData());
    say(inviteWith(goldenContext(), context(object.xml + '\0')));
    say(golden(4));
    say(golden(6));
    const QList<PeerChunk> messages = awaitMessages(5);
    QCOMPARE(messages.size(), 5);
    QCOMPARE(encodePeerHeader(messages[2].header),
        QByteArray::fromHex("87d61200ffff1f000000000000000000c409000000000000"
                            "b20400002000000024232221000000000000000000000000"));
    QCOMPARE(messages[2].data + messages[3].data + messages[4].data, GoldenPeer::longData());
    QCOMPARE(messages[4].header.chunkSize, 96U);
}

void tst_ObjectServeCall::answersWithTheAppIdItWasAskedWith()
{
    begin();
    say(inviteWith("AppID: 1\r\n", "AppID: 12\r\n"));
    say(golden(4));
    const QList<PeerChunk> messages = awaitMessages(2);
    QCOMPARE(messages[0].footer, 0U);
    QCOMPARE(messages[1].footer, 12U);
}

void tst_ObjectServeCall::contextWithoutZeroByte()
{
    begin();
    say(inviteWith(goldenContext(), context(GoldenPeer::object())));
    QTRY_COMPARE(m_carrier->sent.size(), 2);
    QCOMPARE(takeStatuses(), QList<int>{200});
}

void tst_ObjectServeCall::refuses_data()
{
    QTest::addColumn<QByteArray>("invite");
    QTest::addColumn<int>("status");
    QByteArray other = GoldenPeer::object();
    other.replace("II8QSrX7c3xvhdmjsy6hlH8HypY=", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
        .replace("iZFSU6yrn/i9zBJf7500Agr4l/U=", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
        .replace("TFR2C.tmp", "../../../etc/passwd");
    QTest::newRow("object we do not have") << inviteWith(goldenContext(), context(other + '\0')) << 603;
    QTest::newRow("service we do not have") << inviteWith("{A4268EEC", "{5D3E02AB") << 603;
    QTest::newRow("no service") << inviteWith("EUF-GUID", "GUID") << 603;
    QTest::newRow("context is no base64") << inviteWith("Context: PG1z", "Context: P*1z") << 500;
    QTest::newRow("context is no object") << inviteWith(goldenContext(), context("TFR2C.tmp")) << 500;
    QTest::newRow("no context") << inviteWith("Context", "Content") << 500;
    QTest::newRow("no session") << inviteWith("SessionID: 1234567", "SessionID: ") << 500;
    QTest::newRow("session 0") << inviteWith("SessionID: 1234567", "SessionID: 0") << 500;
    QTest::newRow("session of ink") << inviteWith("SessionID: 1234567", "SessionID: 64") << 500;
    QTest::newRow("session of 33 bits") << inviteWith("SessionID: 1234567", "SessionID: 8589934592") << 500;
    QTest::newRow("to somebody else")
        << inviteWith("To: <msnmsgr:bob@example.com>", "To: <msnmsgr:carol@example.com>") << 404;
}

void tst_ObjectServeCall::refuses()
{
    QFETCH(QByteArray, invite);
    QFETCH(int, status);
    begin();
    say(invite);
    QTRY_COMPARE(m_carrier->sent.size(), 2);
    QTRY_COMPARE(m_carrier->released, QList<Address>{alice});
    const QList<PeerChunk> sent = m_carrier->takeChunks();
    QVERIFY(sent[0].header.isAck());
    const auto answer = parseSlpMessage(sent[1].data);
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->callId, GoldenPeer::callId());
}

void tst_ObjectServeCall::saysNothingToWhatIsForOthers()
{
    begin();
    say(golden(1).replace("P2P-Dest: bob@", "P2P-Dest: carol@"));
    say(golden(1).replace(
        "P2P-Dest: bob@example.com", "P2P-Dest: bob@example.com;{B3A32B1C-0000-0000-0000-000000000000}"));
    m_carrier->say(bob, golden(1));
    QVERIFY(m_carrier->sent.isEmpty());
    say(golden(1).replace("P2P-Dest: bob@", "P2P-Dest: Bob@"));
    QVERIFY(!m_carrier->sent.isEmpty());
}

void tst_ObjectServeCall::repeatedInviteIsOnlyAcknowledged()
{
    begin();
    say(golden(1));
    say(golden(1));
    QTRY_COMPARE(m_carrier->sent.size(), 3);
    QCOMPARE(takeStatuses(), QList<int>{200});
}

void tst_ObjectServeCall::aSessionThatIsThereAlready()
{
    begin();
    say(golden(1));
    say(inviteWith("{5B8D1C2E", "{00000001"));
    QTRY_COMPARE(m_carrier->sent.size(), 4);
    QCOMPARE(takeStatuses(), (QList<int>{200, 500}));
    say(golden(4));
    QTRY_COMPARE(m_carrier->sent.size(), 1);
}

void tst_ObjectServeCall::fourCallsAtATime()
{
    begin();
    for (int number = 0; number < 6; ++number)
        say(inviteNumber(number));
    QTRY_COMPARE(m_carrier->sent.size(), 12);
    QCOMPARE(takeStatuses(), (QList<int>{200, 200, 200, 200, 603, 603}));
    // One ends, one more may begin; somebody else has four of their own.
    QByteArray bye = GoldenPeer::bye();
    say(Test::textPayload(toBob, 300, bye.replace("{5B8D1C2E", "{5B8D1C12")));
    say(inviteNumber(7));
    say(inviteNumber(8));
    m_carrier->say(Address(QStringLiteral("carol@example.com")), golden(1));
    QTRY_COMPARE(m_carrier->sent.size(), 7);
    QList<int> statuses = takeStatuses();
    std::sort(statuses.begin(), statuses.end()); // two people, who do not wait for each other
    QCOMPARE(statuses, (QList<int>{200, 200, 603}));
}

void tst_ObjectServeCall::endedByTheOtherSide_data()
{
    QTest::addColumn<int>("last");
    QTest::addColumn<QByteArray>("end");
    for (const int last : {1, 4, 6, 8}) {
        QTest::addRow("BYE after %d", last) << last << golden(9);
        for (const quint32 flags : {0x8U, 0x40U, 0x80U})
            QTest::addRow("flags %x after %d", flags, last)
                << last << Test::flagPayload(toBob, GoldenPeer::session, flags);
    }
}

void tst_ObjectServeCall::endedByTheOtherSide()
{
    QFETCH(int, last);
    QFETCH(QByteArray, end);
    begin();
    for (const int number : {1, 4, 6, 8}) {
        if (number <= last)
            say(golden(number));
    }
    say(end);
    QTRY_COMPARE(m_carrier->released, QList<Address>{alice});
    for (const PeerChunk &chunk : m_carrier->takeChunks())
        QVERIFY(!chunk.header.isAbort() && !chunk.data.startsWith("BYE"));
    say(golden(6));
    QVERIFY2(m_carrier->sent.isEmpty(), "it is over");
}

void tst_ObjectServeCall::dataToTheServerIsDropped()
{
    begin();
    say(golden(1));
    QTRY_COMPARE(m_carrier->sent.size(), 2);
    m_carrier->takePayloads();
    say(Test::dataPayload(toBob, GoldenPeer::session, 99, 0x20, GoldenPeer::picture()));
    QVERIFY(m_carrier->sent.isEmpty());
}

void tst_ObjectServeCall::withdrawnObjectsAreNotGiven()
{
    begin();
    m_objects->withdraw(parseMsnObject(GoldenPeer::object())->sha1d);
    say(golden(1));
    QTRY_COMPARE(m_carrier->sent.size(), 2);
    QCOMPARE(takeStatuses(), QList<int>{603});
}

QTEST_GUILESS_MAIN(tst_ObjectServeCall)

#include "tst_objectservecall.moc"
