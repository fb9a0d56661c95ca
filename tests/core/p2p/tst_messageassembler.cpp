#include "core/p2p/messageassembler.h"

#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

class tst_MessageAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTogether_data();
    void putsTogether();
    void keepsMessagesApart();
    void outOfPlace_data();
    void outOfPlace();
    void aChunkAtTheStartBeginsAnew();
    void oneMessageAtATimeInASession();
    void unfinishedMessagesOfOnePerson();
    void unfinishedMessagesOfAll();
    void whatIsOldMakesRoom();
    void memoryGrowsWithWhatHasCome();
    void budgetIsGivenBack();
};

namespace {

PeerHeader headerOf(
    quint32 messageId, quint64 offset, quint64 totalSize, qsizetype chunkSize, quint32 session = 0)
{
    PeerHeader header;
    header.sessionId = session;
    header.messageId = messageId;
    header.offset = offset;
    header.totalSize = totalSize;
    header.chunkSize = static_cast<quint32>(chunkSize);
    return header;
}

/// An assembler with a budget of its own.
struct Stage
{
    AssemblyBudget budget;
    MessageAssembler assembler{budget, 1h};

    MessageAssembler::Result add(
        quint32 messageId, quint64 offset, quint64 totalSize, const QByteArray &data, quint32 session = 0)
    {
        return assembler.add(headerOf(messageId, offset, totalSize, data.size(), session), data);
    }
};

} // namespace

void tst_MessageAssembler::putsTogether_data()
{
    QTest::addColumn<int>("chunkSize");
    for (const int size : {1, 2, 7, 1200, 1202, 2499, 2500})
        QTest::addRow("%d bytes", size) << size;
}

void tst_MessageAssembler::putsTogether()
{
    QFETCH(int, chunkSize);
    QByteArray message;
    for (int i = 0; i < 2500; ++i)
        message.append(static_cast<char>(7 * i));
    Stage stage;
    for (qsizetype offset = 0; offset < message.size(); offset += chunkSize) {
        const auto result = stage.add(1, static_cast<quint64>(offset), 2500, message.mid(offset, chunkSize));
        QVERIFY(result.isAccepted);
        const bool isLast = offset + chunkSize >= message.size();
        QCOMPARE(result.message.has_value(), isLast);
        if (isLast)
            QCOMPARE(*result.message, message);
    }
    QVERIFY(stage.assembler.isEmpty());
    QCOMPARE(stage.budget.used(), 0);
}

void tst_MessageAssembler::keepsMessagesApart()
{
    Stage stage;
    stage.add(1, 0, 4, "ab");
    stage.add(2, 0, 4, "AB");
    stage.add(1, 0, 4, "xy", 77);
    QCOMPARE(stage.add(2, 2, 4, "CD").message, std::optional<QByteArray>("ABCD"));
    QCOMPARE(stage.add(1, 2, 4, "z!", 77).message, std::optional<QByteArray>("xyz!"));
    QCOMPARE(stage.add(1, 2, 4, "cd").message, std::optional<QByteArray>("abcd"));
}

void tst_MessageAssembler::outOfPlace_data()
{
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<quint64>("totalSize");
    QTest::newRow("a gap") << quint64(3) << quint64(8);
    QTest::newRow("the same again") << quint64(1) << quint64(8);
    QTest::newRow("another total size") << quint64(2) << quint64(9);
    QTest::newRow("a smaller total size") << quint64(2) << quint64(4);
    QTest::newRow("behind the end") << quint64(-1) << quint64(8);
}

void tst_MessageAssembler::outOfPlace()
{
    QFETCH(quint64, offset);
    QFETCH(quint64, totalSize);
    Stage stage;
    QVERIFY(stage.add(1, 0, 8, "ab").isAccepted);
    QVERIFY(!stage.add(1, offset, totalSize, "cd").isAccepted);
    QVERIFY2(stage.assembler.isEmpty(), "the message is dropped");
    QVERIFY(!stage.add(1, 2, 8, "cdefgh").isAccepted);
}

void tst_MessageAssembler::aChunkAtTheStartBeginsAnew()
{
    Stage stage;
    stage.add(1, 0, 8, "wrong");
    stage.add(1, 0, 4, "ab");
    QCOMPARE(stage.add(1, 2, 4, "cd").message, std::optional<QByteArray>("abcd"));
    QCOMPARE(stage.budget.used(), 0);
}

/// Or somebody could send each picture 32 times at once.
void tst_MessageAssembler::oneMessageAtATimeInASession()
{
    Stage stage;
    for (quint32 id = 1; id <= 100; ++id)
        stage.add(id, 0, 500'000, QByteArray(1000, 'x'), 77);
    QCOMPARE(stage.budget.used(), 1);
    QVERIFY(stage.assembler.bytesKept() < 5000);
    QVERIFY(stage.add(100, 1000, 500'000, "x", 77).isAccepted);
}

void tst_MessageAssembler::unfinishedMessagesOfOnePerson()
{
    Stage stage;
    for (quint32 id = 1; id <= 32; ++id)
        QVERIFY(stage.add(id, 0, 4, "ab").isAccepted);
    QVERIFY(!stage.add(33, 0, 4, "ab").isAccepted);
    QVERIFY(!stage.add(33, 2, 4, "cd").isAccepted);
    QVERIFY(stage.add(1, 2, 4, "cd").message);
    QVERIFY2(stage.add(33, 0, 4, "ab").isAccepted, "one has made room");
}

void tst_MessageAssembler::unfinishedMessagesOfAll()
{
    AssemblyBudget budget;
    std::vector<std::unique_ptr<MessageAssembler>> assemblers;
    int accepted = 0;
    for (int person = 0; person < 10; ++person) {
        assemblers.push_back(std::make_unique<MessageAssembler>(budget, 1h));
        for (quint32 id = 1; id <= 32; ++id)
            accepted += assemblers.back()->add(headerOf(id, 0, 4, 2), "ab").isAccepted ? 1 : 0;
    }
    QCOMPARE(accepted, 256);
    assemblers.erase(assemblers.begin());
    QCOMPARE(budget.used(), 256 - 32);
}

void tst_MessageAssembler::whatIsOldMakesRoom()
{
    AssemblyBudget budget;
    MessageAssembler assembler(budget, 0ms);
    for (quint32 id = 1; id <= 100; ++id)
        QVERIFY(assembler.add(headerOf(id, 0, 4, 2), "ab").isAccepted);
    QVERIFY(budget.used() <= 32);
    assembler.dropExpired();
    QVERIFY(assembler.isEmpty());
    QCOMPARE(budget.used(), 0);
}

void tst_MessageAssembler::memoryGrowsWithWhatHasCome()
{
    Stage stage;
    for (quint32 id = 1; id <= 32; ++id)
        QVERIFY(stage.add(id, 0, 0x7FFFFFFFFFFFFFFF, "ab").isAccepted);
    QVERIFY2(stage.assembler.bytesKept() < 32 * 100, "not with what is announced");
}

void tst_MessageAssembler::budgetIsGivenBack()
{
    Stage stage;
    stage.add(1, 0, 4, "ab");
    stage.add(2, 0, 4, "ab", 77);
    QCOMPARE(stage.budget.used(), 2);
    stage.assembler.dropSession(77);
    QCOMPARE(stage.budget.used(), 1);
    stage.assembler.clear();
    QCOMPARE(stage.budget.used(), 0);
}

QTEST_GUILESS_MAIN(tst_MessageAssembler)

#include "tst_messageassembler.moc"
