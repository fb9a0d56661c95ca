#include "core/p2p/messageids.h"

#include <QSet>
#include <QTest>

using namespace Msn;

class tst_MessageIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoBeginsCountsOn();
    void whoIsAskedCountsLikeTheOfficialClient();
    void staysAwayFromTheEnds_data();
    void staysAwayFromTheEnds();
    void goesOnAtOne_data();
    void goesOnAtOne();
};

namespace {

/// What makes the base `base`.
quint32 randomFor(quint32 base)
{
    return base - 16;
}

} // namespace

void tst_MessageIds::whoBeginsCountsOn()
{
    MessageIds ids(randomFor(0x100000));
    for (quint32 i = 0; i < 5; ++i)
        QCOMPARE(ids.next(i % 2 == 1), 0x100000 + i);
}

/// display-pictures-and-emoticons.md: B0, B0 - 3, B0 - 2, B0 - 1, B0 + 1.
void tst_MessageIds::whoIsAskedCountsLikeTheOfficialClient()
{
    MessageIds ids(randomFor(0x200000));
    const quint32 expected[] = {0x200000, 0x1FFFFD, 0x1FFFFE, 0x1FFFFF, 0x200001, 0x200002};
    for (const quint32 id : expected)
        QCOMPARE(ids.next(id >= 0x200000), id);
}

void tst_MessageIds::staysAwayFromTheEnds_data()
{
    QTest::addColumn<quint32>("random");
    QTest::newRow("smallest") << 0U;
    QTest::newRow("largest") << 0xFFFFFFFFU;
    QTest::newRow("largest base") << 0xFFFFFFEFU - 16;
    QTest::newRow("one more") << 0xFFFFFFF0U - 16;
}

void tst_MessageIds::staysAwayFromTheEnds()
{
    QFETCH(quint32, random);
    MessageIds ids(random);
    const quint32 base = ids.next(true);
    QVERIFY(base >= 16);
    QVERIFY(base <= 0xFFFFFFEF);
}

void tst_MessageIds::goesOnAtOne_data()
{
    QTest::addColumn<bool>("beginsWithAck");
    QTest::newRow("who begins") << false;
    QTest::newRow("who is asked") << true;
}

void tst_MessageIds::goesOnAtOne()
{
    QFETCH(bool, beginsWithAck);
    MessageIds ids(randomFor(0xFFFFFFEF));
    QSet<quint32> seen;
    for (int i = 0; i < 100; ++i) {
        const quint32 id = ids.next(beginsWithAck && i == 0);
        QVERIFY(id != 0);
        QVERIFY2(!seen.contains(id), "no id comes twice");
        seen.insert(id);
    }
    QVERIFY(seen.contains(0xFFFFFFFF));
    QVERIFY(seen.contains(1));
}

QTEST_GUILESS_MAIN(tst_MessageIds)

#include "tst_messageids.moc"
