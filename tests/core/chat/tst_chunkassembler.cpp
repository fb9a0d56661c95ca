#include "core/chat/chunkassembler.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

namespace {

const Address bob(QStringLiteral("bob@example.com"));
const Address carol(QStringLiteral("carol@example.com"));

MessageChunk chunk(const QByteArray &id, int index, int count, const QByteArray &body)
{
    const QByteArray headers = index == 0
        ? "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nMessage-ID: " + id
            + "\r\nChunks: " + QByteArray::number(count) + "\r\n\r\n"
        : "Message-ID: " + id + "\r\nChunk: " + QByteArray::number(index) + "\r\n\r\n";
    return {id, index, count, MimeMessage::parse(headers + body)};
}

} // namespace

class TestChunkAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTogetherInAnyOrder_data();
    void putsTogetherInAnyOrder();
    void keepsSendersApart();
    void missingPartsShowTheStart();
    void withoutTheFirstPartNothingIsShown();
    void tooMuchIsThrownAway_data();
    void tooMuchIsThrownAway();
    void manyUnfinishedMessagesAreBounded();
};

void TestChunkAssembler::putsTogetherInAnyOrder_data()
{
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("in order") << QList<int>{0, 1, 2};
    QTest::newRow("backwards") << QList<int>{2, 1, 0};
    QTest::newRow("twice the same") << QList<int>{0, 1, 1, 0, 2};
}

void TestChunkAssembler::putsTogetherInAnyOrder()
{
    QFETCH(QList<int>, order);
    // C7: the cut goes through a character.
    const QByteArrayList parts{"Gr\xC3", "\xBC\xC3",
        "\x9F"
        "e"};
    ChunkAssembler assembler{Timing{}};
    QSignalSpy whole(&assembler, &ChunkAssembler::assembled);
    for (const int index : order)
        assembler.add(bob, chunk("{1}", index, 3, parts[index]));
    QCOMPARE(whole.size(), 1);
    QCOMPARE(whole[0][0].value<Address>(), bob);
    const auto message = whole[0][1].value<MimeMessage>();
    QCOMPARE(message.bodyText(), QStringLiteral("Gr\u00FC\u00DFe"));
    QVERIFY(!message.hasHeader("Chunks"));
    QCOMPARE(message.contentType(), QByteArray("text/plain"));
}

void TestChunkAssembler::keepsSendersApart()
{
    ChunkAssembler assembler{Timing{}};
    QSignalSpy whole(&assembler, &ChunkAssembler::assembled);
    assembler.add(bob, chunk("{1}", 0, 2, "bob "));
    assembler.add(carol, chunk("{1}", 1, 2, "carol"));
    QVERIFY(whole.isEmpty());
    assembler.add(bob, chunk("{1}", 1, 2, "only"));
    QCOMPARE(whole.size(), 1);
    QCOMPARE(whole[0][1].value<MimeMessage>().body(), QByteArray("bob only"));
}

void TestChunkAssembler::missingPartsShowTheStart()
{
    Timing timing;
    timing.chunks = 30ms;
    ChunkAssembler assembler(timing);
    QSignalSpy whole(&assembler, &ChunkAssembler::assembled);
    assembler.add(bob, chunk("{1}", 0, 4, "a"));
    assembler.add(bob, chunk("{1}", 1, 4, "b"));
    assembler.add(bob, chunk("{1}", 3, 4, "d"));
    QTRY_COMPARE(whole.size(), 1);
    QCOMPARE(whole[0][1].value<MimeMessage>().body(), QByteArray("ab"));
}

void TestChunkAssembler::withoutTheFirstPartNothingIsShown()
{
    Timing timing;
    timing.chunks = 20ms;
    ChunkAssembler assembler(timing);
    QSignalSpy whole(&assembler, &ChunkAssembler::assembled);
    assembler.add(bob, chunk("{1}", 1, 2, "b"));
    assembler.add(carol, chunk("{2}", 0, 2, "a"));
    QTRY_COMPARE(whole.size(), 1);
    QCOMPARE(whole[0][0].value<Address>(), carol);
}

void TestChunkAssembler::tooMuchIsThrownAway_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("bytes");
    QTest::newRow("65 parts") << 65 << 1;
    QTest::newRow("more than 64 KB") << 64 << 1200;
    QTest::newRow("a billion parts") << 1'000'000'000 << 1;
}

void TestChunkAssembler::tooMuchIsThrownAway()
{
    QFETCH(int, count);
    QFETCH(int, bytes);
    ChunkAssembler assembler{Timing{}};
    QSignalSpy whole(&assembler, &ChunkAssembler::assembled);
    for (int index = 0; index < std::min(count, 100); ++index)
        assembler.add(bob, chunk("{1}", index, count, QByteArray(bytes, 'x')));
    QVERIFY(whole.isEmpty());
}

void TestChunkAssembler::manyUnfinishedMessagesAreBounded()
{
    ChunkAssembler assembler{Timing{}};
    QSignalSpy whole(&assembler, &ChunkAssembler::assembled);
    for (int id = 0; id < 1000; ++id)
        assembler.add(bob, chunk('{' + QByteArray::number(id) + '}', 0, 2, QByteArray(1000, 'x')));
    assembler.add(bob, chunk("{999}", 1, 2, "late"));
    QVERIFY2(whole.isEmpty(), "the last ones were not kept");
    assembler.add(bob, chunk("{3}", 1, 2, "end"));
    QCOMPARE(whole.size(), 1);
}

QTEST_GUILESS_MAIN(TestChunkAssembler)
#include "tst_chunkassembler.moc"
