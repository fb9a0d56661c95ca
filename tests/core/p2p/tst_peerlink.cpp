#include "core/p2p/peerlink.h"

#include "tests/core/p2p/fakecarrier.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));

SlpMessage someText()
{
    SlpMessage text;
    text.status = SlpMessage::Ok;
    text.callId = "{1}";
    text.contentType = SlpType::none;
    return text;
}

} // namespace

/// Whole messages, acknowledgements and what may be on its way.
class tst_PeerLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acknowledges_data();
    void acknowledges();
    void acknowledgesOnceAndAtTheEnd();
    void acknowledgesBeforeItAnswers();
    void takesDataOnlyIfItIsWanted();
    void tellsAcknowledgements();
    void tellsAborts();
    void splitsData();
    void fewChunksAtATime();
    void textGoesBeforeData();
    void whatCannotLeaveFails();
    void endOfASessionEndsItsData();
    void acknowledgementsThatDoNotLeaveAreBounded();
    void isIdleWhenAllHasLeft();
    void unfinishedMessagesAreGivenUp();

private:
    void hear(const QByteArray &payload) { m_link->handleChunk(parsePeerChunk(payload).value()); }

    std::unique_ptr<Test::FakeCarrier> m_carrier;
    std::unique_ptr<PeerEnvironment> m_environment;
    std::unique_ptr<PeerLink> m_link;
};

void tst_PeerLink::init()
{
    m_link.reset();
    m_environment.reset();
    m_carrier = std::make_unique<Test::FakeCarrier>();
    m_environment = std::make_unique<PeerEnvironment>(PeerEnvironment{
        alice, *m_carrier, Test::hastyPeerTiming(), Test::scriptedRandom({Test::randomForBase(0x100000)})});
    m_link = std::make_unique<PeerLink>(*m_environment, bob);
    m_link->setGate([](const PeerHeader &header) { return header.sessionId == 77; });
}

void tst_PeerLink::acknowledges_data()
{
    QTest::addColumn<quint32>("session");
    QTest::addColumn<quint32>("flags");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("isAcknowledged");
    const QByteArray some = "some";
    QTest::newRow("text") << 0U << 0x0U << some << true;
    QTest::newRow("text of a late client") << 0U << 0x01000000U << some << true;
    QTest::newRow("data preparation") << 77U << 0x0U << some << true;
    QTest::newRow("object") << 77U << 0x20U << some << true;
    QTest::newRow("file") << 77U << 0x01000030U << some << true;
    QTest::newRow("waiting") << 0U << 0x4U << QByteArray() << true;
    QTest::newRow("resend") << 77U << 0x1U << QByteArray() << false;
    QTest::newRow("ack") << 77U << 0x2U << QByteArray() << false;
    QTest::newRow("ack that was asked for") << 77U << 0x6U << QByteArray() << false;
    QTest::newRow("reset") << 77U << 0x8U << QByteArray() << false;
    QTest::newRow("cancelled by the sender") << 77U << 0x40U << QByteArray() << false;
    QTest::newRow("cancelled by the receiver") << 77U << 0x80U << QByteArray() << false;
    QTest::newRow("key") << 77U << 0x100U << QByteArray() << false;
    QTest::newRow("data nobody wants") << 78U << 0x20U << some << false;
    QTest::newRow("ink") << 64U << 0x0U << some << false;
}

void tst_PeerLink::acknowledges()
{
    QFETCH(quint32, session);
    QFETCH(quint32, flags);
    QFETCH(QByteArray, data);
    QFETCH(bool, isAcknowledged);
    hear(Test::dataPayload("alice@example.com", session, 5, flags, data));
    const QList<PeerChunk> sent = m_carrier->takeChunks();
    QCOMPARE(sent.size(), isAcknowledged ? 1 : 0);
    if (!isAcknowledged)
        return;
    PeerHeader expected;
    expected.sessionId = session;
    expected.messageId = 0x100000;
    expected.totalSize = expected.ackSize = static_cast<quint64>(data.size());
    expected.flags = PeerHeader::Ack;
    expected.ackId = 5;
    expected.ackUid = 5 + 77;
    QVERIFY(sent[0].header == expected);
    QCOMPARE(sent[0].footer, 0U);
    QCOMPARE(sent[0].to, bob);
}

void tst_PeerLink::acknowledgesOnceAndAtTheEnd()
{
    PeerChunk chunk = parsePeerChunk(Test::textPayload("alice@example.com", 5, "whole")).value();
    chunk.data = "wh";
    chunk.header.chunkSize = 2;
    m_link->handleChunk(chunk);
    QVERIFY(m_carrier->sent.isEmpty());
    chunk.data = "ole";
    chunk.header.offset = 2;
    chunk.header.chunkSize = 3;
    QSignalSpy received(m_link.get(), &PeerLink::textReceived);
    m_link->handleChunk(chunk);
    QCOMPARE(m_carrier->takeChunks().size(), 1);
    m_link->handleChunk(chunk);
    QVERIFY(m_carrier->sent.isEmpty());
    QCOMPARE(received.size(), 1);
    QCOMPARE(received[0][0].toByteArray(), QByteArray("whole"));
}

void tst_PeerLink::acknowledgesBeforeItAnswers()
{
    connect(m_link.get(), &PeerLink::textReceived, this, [this] { m_link->sendText(someText()); });
    hear(Test::textPayload("alice@example.com", 5, "question"));
    const QList<PeerChunk> sent = m_carrier->takeChunks();
    QCOMPARE(sent.size(), 2);
    QVERIFY(sent[0].header.isAck());
    QCOMPARE(sent[0].header.messageId, 0x100000U);
    QCOMPARE(sent[1].header.messageId, 0x0FFFFDU);
    QCOMPARE(sent[1].data, encodeSlpMessage(someText()));
}

void tst_PeerLink::takesDataOnlyIfItIsWanted()
{
    QSignalSpy received(m_link.get(), &PeerLink::dataReceived);
    QSignalSpy progressed(m_link.get(), &PeerLink::progressed);
    hear(Test::dataPayload("alice@example.com", 78, 5, 0x20, "data"));
    QVERIFY(received.isEmpty());
    hear(Test::dataPayload("alice@example.com", 77, 5, 0x01000020, "data"));
    QCOMPARE(received.size(), 1);
    QCOMPARE(received[0][0].toUInt(), 77U);
    QCOMPARE(received[0][1].toUInt(), 0x20U);
    QCOMPARE(received[0][2].toByteArray(), QByteArray("data"));
    QCOMPARE(progressed.size(), 1);
}

void tst_PeerLink::tellsAcknowledgements()
{
    QSignalSpy acknowledged(m_link.get(), &PeerLink::acknowledged);
    const quint32 id = m_link->sendText(someText());
    hear(Test::flagPayload("alice@example.com", 0, 0x2, id));
    QCOMPARE(acknowledged.size(), 1);
    QCOMPARE(acknowledged[0][0].toUInt(), id);
}

void tst_PeerLink::tellsAborts()
{
    QSignalSpy aborted(m_link.get(), &PeerLink::sessionAborted);
    QSignalSpy failed(m_link.get(), &PeerLink::failed);
    hear(Test::flagPayload("alice@example.com", 77, 0x80));
    QCOMPARE(aborted.size(), 1);
    QCOMPARE(failed.size(), 0);
    hear(Test::flagPayload("alice@example.com", 0, 0x8, 0x100000));
    QCOMPARE(aborted.size(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toUInt(), 0x100000U);
    QVERIFY2(m_carrier->sent.isEmpty(), "not answered in kind");
}

void tst_PeerLink::splitsData()
{
    const quint32 id = m_link->sendData(77, 0x20, 12, QByteArray(2500, 'x'));
    QTRY_COMPARE(m_carrier->sent.size(), 3);
    const QList<PeerChunk> sent = m_carrier->takeChunks();
    const quint64 offsets[] = {0, 1202, 2404};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(sent[i].header.offset, offsets[i]);
        QCOMPARE(sent[i].data.size(), i < 2 ? 1202 : 96);
        QCOMPARE(sent[i].header.messageId, id);
        QCOMPARE(sent[i].header.totalSize, quint64(2500));
        QCOMPARE(sent[i].header.ackId, sent[0].header.ackId);
        QCOMPARE(sent[i].footer, 12U);
    }
}

void tst_PeerLink::fewChunksAtATime()
{
    m_carrier->isQuick = false;
    QSignalSpy progressed(m_link.get(), &PeerLink::progressed);
    m_link->sendData(77, 0x20, 1, QByteArray(20'000, 'x'));
    QCOMPARE(m_carrier->sent.size(), 3);
    m_carrier->waiting[0](std::monostate());
    QCOMPARE(m_carrier->sent.size(), 4);
    QCOMPARE(progressed.size(), 1);
}

void tst_PeerLink::textGoesBeforeData()
{
    m_carrier->isQuick = false;
    m_link->sendData(77, 0x20, 1, QByteArray(20'000, 'x'));
    m_link->sendText(someText());
    m_carrier->waiting[0](std::monostate());
    QCOMPARE(m_carrier->takeChunks().last().header.sessionId, 0U);
}

void tst_PeerLink::whatCannotLeaveFails()
{
    m_carrier->isQuick = false;
    QSignalSpy failed(m_link.get(), &PeerLink::failed);
    const quint32 id = m_link->sendData(77, 0x20, 1, QByteArray(20'000, 'x'));
    m_carrier->waiting[0](Unexpected(makeError(ErrorCode::NobodyThere)));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toUInt(), id);
    QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::NobodyThere);
    QCOMPARE(m_carrier->sent.size(), 3);
    m_carrier->waiting[1](std::monostate());
    m_carrier->waiting[2](std::monostate());
    QVERIFY2(m_carrier->sent.size() == 3, "the rest of it is not sent");
    QVERIFY(m_link->isIdle());
}

void tst_PeerLink::endOfASessionEndsItsData()
{
    m_carrier->isQuick = false;
    m_link->sendData(77, 0x20, 1, QByteArray(20'000, 'x'));
    m_link->sendData(78, 0x20, 1, "other");
    m_link->endSession(77);
    m_carrier->waiting[0](std::monostate());
    QCOMPARE(m_carrier->takeChunks().last().header.sessionId, 78U);
}

void tst_PeerLink::acknowledgementsThatDoNotLeaveAreBounded()
{
    m_carrier->isQuick = false;
    for (quint32 id = 1; id <= 5000; ++id)
        hear(Test::textPayload("alice@example.com", id, "text"));
    for (qsizetype i = 0; i < m_carrier->waiting.size(); ++i)
        m_carrier->waiting[i](std::monostate());
    QVERIFY(m_carrier->sent.size() < 300);
    QVERIFY(m_link->isIdle());
}

void tst_PeerLink::isIdleWhenAllHasLeft()
{
    m_carrier->isQuick = false;
    QSignalSpy idle(m_link.get(), &PeerLink::becameIdle);
    QVERIFY(m_link->isIdle());
    m_link->sendText(someText());
    QVERIFY(!m_link->isIdle());
    m_carrier->waiting[0](std::monostate());
    QVERIFY(m_link->isIdle());
    QCOMPARE(idle.size(), 1);
}

void tst_PeerLink::unfinishedMessagesAreGivenUp()
{
    PeerChunk chunk = parsePeerChunk(Test::textPayload("alice@example.com", 5, "whole")).value();
    chunk.data = "wh";
    chunk.header.chunkSize = 2;
    QSignalSpy idle(m_link.get(), &PeerLink::becameIdle);
    m_link->handleChunk(chunk);
    QVERIFY(!m_link->isIdle());
    QVERIFY(idle.wait());
    QVERIFY(m_link->isIdle());
    QCOMPARE(m_environment->budget.used(), 0);
}

QTEST_GUILESS_MAIN(tst_PeerLink)

#include "tst_peerlink.moc"
