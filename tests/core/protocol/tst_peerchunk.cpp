#include "core/protocol/peerchunk.h"

#include "tests/support/goldenpeer.h"

#include <QTest>

using namespace Msn;
namespace GoldenPeer = Test::GoldenPeer;

/// Bytes of examples.md §1 to §7.
class tst_PeerChunk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void annotatedHeader();
    void inviteOnTheSwitchboard();
    void ackOnTheSwitchboard();
    void dialogue_data();
    void dialogue();
    void makesAcks_data();
    void makesAcks();
    void textInTwoChunks();
    void dataInThreeChunks();
    void ackOfDataInThreeChunks();
    void kinds_data();
    void kinds();
    void tolerated_data();
    void tolerated();
    void refused_data();
    void refused();
};

namespace {

const QByteArray noFooter(4, '\0');

QByteArray bytesOf(const char *hex)
{
    return QByteArray::fromHex(hex);
}

PeerHeader headerOf(const GoldenPeer::Row &row)
{
    return {row.sessionId, row.messageId, 0, row.totalSize, row.chunkSize, row.flags, row.ackId, row.ackUid,
        row.ackSize};
}

PeerHeader dataHeader(quint64 offset, quint32 chunkSize)
{
    PeerHeader header;
    header.sessionId = GoldenPeer::session;
    header.messageId = 0x001FFFFF;
    header.offset = offset;
    header.totalSize = 2500;
    header.chunkSize = chunkSize;
    header.flags = PeerHeader::Data;
    header.ackId = 0x21222324;
    return header;
}

void addRowPerMessage()
{
    QTest::addColumn<int>("index");
    for (const GoldenPeer::Row &row : GoldenPeer::rows())
        QTest::addRow("%d %s", row.number, row.name) << row.number - 1;
}

} // namespace

void tst_PeerChunk::annotatedHeader()
{
    const QByteArray printed = bytesOf("87d61200 ffff1f00 0000000000000000 c409000000000000"
                                       "b2040000 20000000 24232221 00000000 0000000000000000");
    QCOMPARE(encodePeerHeader(dataHeader(0, 1202)), printed);
    const auto chunk = parsePeerChunk(GoldenPeer::payload(
        "bob@example.com", printed, GoldenPeer::longData().first(1202), bytesOf("00000001")));
    QVERIFY(chunk);
    QVERIFY(chunk->header == dataHeader(0, 1202));
    QCOMPARE(chunk->footer, 1U);
}

void tst_PeerChunk::inviteOnTheSwitchboard()
{
    PeerChunk chunk;
    chunk.to = Address(QStringLiteral("bob@example.com"));
    chunk.header = headerOf(GoldenPeer::rows()[0]);
    chunk.data = GoldenPeer::invite();
    QCOMPARE(encodePeerHeader(chunk.header),
        bytesOf("00000000000010000000000000000000"
                "86020000000000008602000000000000"
                "0d0c0b0a000000000000000000000000"));
    const QByteArray payload = encodePeerChunk(chunk);
    QCOMPARE(payload.size(), 786);
    QCOMPARE(payload.indexOf("\r\n\r\n") + 4, 88);
    QCOMPARE(GoldenPeer::hash(payload), QByteArray("20668b4cff6e"));
}

void tst_PeerChunk::ackOnTheSwitchboard()
{
    const QByteArray message = bytesOf("4d5347203320442031 34320d0a4d494d"
                                       "452d56657273696f6e3a20312e300d0a"
                                       "436f6e74656e742d547970653a206170"
                                       "706c69636174696f6e2f782d6d736e6d"
                                       "73677270 32700d0a5032502d44657374"
                                       "3a20616c696365406578616d706c652e"
                                       "636f6d0d0a0d0a000000000000200000"
                                       "00000000000000860200000000000000"
                                       "0000000200000000001000 0d0c0b0a86"
                                       "02000000000000000000 00");
    PeerChunk ack;
    ack.to = Address(QStringLiteral("alice@example.com"));
    ack.header = makePeerAck(headerOf(GoldenPeer::rows()[0]), GoldenPeer::bobBase);
    QCOMPARE("MSG 3 D 142\r\n" + encodePeerChunk(ack), message);
}

void tst_PeerChunk::dialogue_data()
{
    addRowPerMessage();
}

void tst_PeerChunk::dialogue()
{
    QFETCH(int, index);
    const GoldenPeer::Row &row = GoldenPeer::rows()[index];
    const PeerHeader header = headerOf(row);
    if (*row.crc32 != '\0')
        QCOMPARE(GoldenPeer::crc32(encodePeerHeader(header)), QByteArray(row.crc32));
    const QByteArray payload = GoldenPeer::payload(row);
    const auto chunk = parsePeerChunk(payload);
    QVERIFY(chunk);
    QVERIFY(chunk->header == header);
    QCOMPARE(chunk->data, GoldenPeer::content(row));
    QCOMPARE(chunk->footer, row.footer);
    QCOMPARE(chunk->to.toString(),
        row.fromAlice ? QStringLiteral("bob@example.com") : QStringLiteral("alice@example.com"));
    QCOMPARE(encodePeerChunk(*chunk), payload);
}

void tst_PeerChunk::makesAcks_data()
{
    QTest::addColumn<int>("acknowledged");
    for (const int number : {1, 3, 5, 7, 9})
        QTest::addRow("of %d", number) << number - 1;
}

void tst_PeerChunk::makesAcks()
{
    QFETCH(int, acknowledged);
    const GoldenPeer::Row &ack = GoldenPeer::rows()[acknowledged + 1];
    QVERIFY(makePeerAck(headerOf(GoldenPeer::rows()[acknowledged]), ack.messageId) == headerOf(ack));
}

void tst_PeerChunk::textInTwoChunks()
{
    const QByteArray text = GoldenPeer::longInvite();
    const QByteArray parts[] = {text.first(1202), text.sliced(1202)};
    const QByteArray headers[] = {
        bytesOf("00000000100010000000000000000000"
                "4b05000000000000b204000000000000"
                "44434241000000000000000000000000"),
        bytesOf("0000000010001000b204000000000000"
                "4b050000000000009900000000000000"
                "44434241000000000000000000000000"),
    };
    PeerHeader header;
    header.messageId = 0x00100010;
    header.totalSize = 1355;
    header.ackId = 0x41424344;
    for (int i = 0; i < 2; ++i) {
        PeerChunk chunk{Address(QStringLiteral("bob@example.com")), header, parts[i], 0};
        chunk.header.offset = i == 0 ? 0 : 1202;
        const QByteArray payload = encodePeerChunk(chunk);
        QCOMPARE(payload, GoldenPeer::payload("bob@example.com", headers[i], parts[i], noFooter));
        QCOMPARE(payload.size(), i == 0 ? 1342 : 293);
    }
    QCOMPARE(GoldenPeer::hash(parts[0]), QByteArray("80633bb4efc2"));
    QCOMPARE(GoldenPeer::hash(parts[1]), QByteArray("7aa2e06a692a"));
    QCOMPARE(encodePeerHeader(makePeerAck(header, 0x00200010)),
        bytesOf("00000000100020000000000000000000"
                "4b050000000000000000000002000000"
                "10001000444342414b05000000000000"));
}

void tst_PeerChunk::dataInThreeChunks()
{
    struct Expected
    {
        quint32 offset;
        quint32 size;
        const char *offsetBytes;
        const char *sizeBytes;
        const char *ends;
    };
    const Expected expected[] = {
        {0, 1202, "0000000000000000", "b2040000", "03da"},
        {1202, 1202, "b204000000000000", "b2040000", "e1b8"},
        {2404, 96, "6409000000000000", "60000000", "bf58"},
    };
    for (const Expected &chunk : expected) {
        const QByteArray header = encodePeerHeader(dataHeader(chunk.offset, chunk.size));
        QCOMPARE(header.mid(8, 8).toHex(), QByteArray(chunk.offsetBytes));
        QCOMPARE(header.mid(24, 4).toHex(), QByteArray(chunk.sizeBytes));
        const QByteArray data = GoldenPeer::longData().mid(chunk.offset, chunk.size);
        QCOMPARE((data.left(1) + data.right(1)).toHex(), QByteArray(chunk.ends));
        QVERIFY(parsePeerChunk(GoldenPeer::payload("a@example.com", header, data, noFooter)));
    }
}

void tst_PeerChunk::ackOfDataInThreeChunks()
{
    QCOMPARE(GoldenPeer::crc32(encodePeerHeader(makePeerAck(dataHeader(2404, 96), 0x100003))),
        QByteArray("8eb8ede8"));
}

void tst_PeerChunk::kinds_data()
{
    QTest::addColumn<quint32>("flags");
    QTest::addColumn<bool>("hasContent");
    QTest::addColumn<bool>("isAck");
    QTest::addColumn<bool>("isAbort");
    QTest::newRow("text") << 0x0U << true << false << false;
    QTest::newRow("object") << 0x20U << true << false << false;
    QTest::newRow("file") << 0x01000030U << true << false << false;
    QTest::newRow("late marker") << 0x01000000U << true << false << false;
    QTest::newRow("ack") << 0x2U << false << true << false;
    QTest::newRow("ack that was asked for") << 0x6U << false << true << false;
    QTest::newRow("resend") << 0x1U << false << false << false;
    QTest::newRow("waiting") << 0x4U << false << false << false;
    QTest::newRow("reset") << 0x8U << false << false << true;
    QTest::newRow("cancelled by the sender") << 0x40U << false << false << true;
    QTest::newRow("cancelled by the receiver") << 0x01000080U << false << false << true;
    QTest::newRow("key") << 0x100U << false << false << false;
}

void tst_PeerChunk::kinds()
{
    QFETCH(quint32, flags);
    PeerHeader header;
    header.flags = flags;
    QTEST(header.hasContent(), "hasContent");
    QTEST(header.isAck(), "isAck");
    QTEST(header.isAbort(), "isAbort");
    QCOMPARE(header.asksForAck(), flags == 0x4);
}

void tst_PeerChunk::tolerated_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("data");
    const auto header = [](quint64 total, quint32 chunk, quint32 flags) {
        return GoldenPeer::header(GoldenPeer::session, 1, 0, total, chunk, flags, 9, 0, 0);
    };
    const QByteArray to = "alice@example.com";
    QTest::newRow("ChunkSize 0, whole body")
        << GoldenPeer::payload(to, header(3, 0, 0x20), "abc", noFooter) << QByteArray("abc");
    QTest::newRow("bytes behind the chunk")
        << GoldenPeer::payload(to, header(2, 2, 0x20), "abc", noFooter) << QByteArray("ab");
    QTest::newRow("empty message") << GoldenPeer::payload(to, header(0, 0, 0), "", noFooter) << QByteArray();
    QTest::newRow("ack with TotalSize 0")
        << GoldenPeer::payload(to, header(0, 0, 2), "", noFooter) << QByteArray();
    QTest::newRow("ack of something enormous")
        << GoldenPeer::payload(to, header(0xFFFFFFFFFFFFFFFF, 0, 2), "", noFooter) << QByteArray();
    QTest::newRow("any footer") << GoldenPeer::payload(to, header(2, 2, 0x20), "ab", "\xFF\xFF\xFF\xFF")
                                << QByteArray("ab");
    QTest::newRow("a file of 4 GiB") << GoldenPeer::payload(to, header(0x100000000, 2, 0x01000030), "ab",
        noFooter) << QByteArray("ab");
    QTest::newRow("headers in another order") << "P2P-Dest: " + to
            + "\nContent-Type: application/x-msnmsgrp2p\n\n" + header(2, 2, 0x20) + "ab"
            + noFooter << QByteArray("ab");
}

void tst_PeerChunk::tolerated()
{
    QFETCH(QByteArray, payload);
    const auto chunk = parsePeerChunk(payload);
    QVERIFY(chunk);
    QTEST(chunk->data, "data");
    QCOMPARE(static_cast<qsizetype>(chunk->header.chunkSize), chunk->data.size());
}

void tst_PeerChunk::refused_data()
{
    QTest::addColumn<QByteArray>("payload");
    const auto header = [](quint64 offset, quint64 total, quint32 chunk) {
        return GoldenPeer::header(GoldenPeer::session, 1, offset, total, chunk, 0x20, 9, 0, 0);
    };
    const QByteArray to = "alice@example.com";
    const QByteArray full(1202, 'x');
    QTest::newRow("Offset + ChunkSize overflows")
        << GoldenPeer::payload(to, header(0xFFFFFFFFFFFFFFF0, 0x9C4, 0x20), full.first(0x20), noFooter);
    QTest::newRow("Offset behind the end") << GoldenPeer::payload(to, header(0x9C5, 0x9C4, 1), "x", noFooter);
    QTest::newRow("ChunkSize larger than TotalSize")
        << GoldenPeer::payload(to, header(0, 4, 0x4B2), full, noFooter);
    QTest::newRow("text of 4 GiB") << GoldenPeer::payload(
        to, GoldenPeer::header(0, 1, 0, 0x100000000, 0x4B2, 0, 9, 0, 0), full, noFooter);
    QTest::newRow("text of 64 KiB and one byte")
        << GoldenPeer::payload(to, GoldenPeer::header(0, 1, 0, 65537, 0x4B2, 0, 9, 0, 0), full, noFooter);
    QTest::newRow("ends behind the end") << GoldenPeer::payload(to, header(2400, 2500, 101), full, noFooter);
    QTest::newRow("47 bytes") << GoldenPeer::payload(to, header(0, 0, 0).first(47), "", "");
    QTest::newRow("no footer") << GoldenPeer::payload(to, header(0, 0, 0), "", "");
    QTest::newRow("no body") << GoldenPeer::payload(to, "", "", "");
    QTest::newRow("1201 of 1202 bytes")
        << GoldenPeer::payload(to, header(0, 2500, 1202), full.first(1201), noFooter);
    QTest::newRow("ChunkSize 0 of a part") << GoldenPeer::payload(to, header(0, 2500, 0), full, noFooter);
    QTest::newRow("P2Pv2") << GoldenPeer::payload(
        to + ";{B3A32B1C-5C6F-4A0E-8D1E-0A2B3C4D5E6F}", header(0, 4, 4), "abcd", noFooter);
    QTest::newRow("no P2P-Dest") << "Content-Type: application/x-msnmsgrp2p\r\n\r\n" + header(0, 4, 4)
            + "abcd" + noFooter;
    QTest::newRow("another content type")
        << "Content-Type: text/plain\r\nP2P-Dest: " + to + "\r\n\r\n" + header(0, 4, 4) + "abcd" + noFooter;
    QTest::newRow("nothing") << QByteArray();
}

void tst_PeerChunk::refused()
{
    QFETCH(QByteArray, payload);
    QVERIFY(!parsePeerChunk(payload));
}

QTEST_GUILESS_MAIN(tst_PeerChunk)

#include "tst_peerchunk.moc"
