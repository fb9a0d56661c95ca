#include "core/protocol/lists.h"

#include <QTest>

using namespace Msn;

class tst_Lists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void bits_data();
    void bits();
    void settings();
};

void tst_Lists::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("bit");
    QTest::newRow("forward") << QByteArray("FL") << 1;
    QTest::newRow("allow") << QByteArray("AL") << 2;
    QTest::newRow("block") << QByteArray("BL") << 4;
    QTest::newRow("reverse") << QByteArray("RL") << 8;
    QTest::newRow("pending") << QByteArray("PL") << 16;
}

void tst_Lists::names()
{
    QFETCH(QByteArray, name);
    QFETCH(int, bit);
    const auto list = parseList(name);
    QVERIFY(list);
    QCOMPARE(int(*list), bit);
    QCOMPARE(encodeList(*list), name);
    QVERIFY(!parseList(name.toLower()));
    QVERIFY(!parseList(name + 'X'));
    QVERIFY(!parseList(""));
}

void tst_Lists::bits_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<Lists>("lists");
    QTest::newRow("none") << 0 << Lists();
    QTest::newRow("friend") << 11 << (List::Forward | List::Allow | List::Reverse);
    QTest::newRow("blocked") << 12 << (List::Block | List::Reverse);
    QTest::newRow("allowed and blocked at once") << 6 << (List::Allow | List::Block);
    QTest::newRow("pending") << 16 << Lists(List::Pending);
    QTest::newRow("unknown higher bits") << 32 + 64 + 3 << (List::Forward | List::Allow);
}

void tst_Lists::bits()
{
    QFETCH(int, bits);
    QTEST(parseListBits(bits), "lists");
}

void tst_Lists::settings()
{
    QVERIFY(parseDefaultPrivacy("AL") == DefaultPrivacy::AllowOthers);
    QVERIFY(parseDefaultPrivacy("BL") == DefaultPrivacy::BlockOthers);
    QVERIFY(!parseDefaultPrivacy("FL"));
    QCOMPARE(encodeDefaultPrivacy(DefaultPrivacy::AllowOthers), QByteArray("AL"));
    QCOMPARE(encodeDefaultPrivacy(DefaultPrivacy::BlockOthers), QByteArray("BL"));
    QVERIFY(parseAddPrompt("A") == AddPrompt::Ask);
    QVERIFY(parseAddPrompt("N") == AddPrompt::DoNotAsk);
    QVERIFY(!parseAddPrompt("a"));
    QCOMPARE(encodeAddPrompt(AddPrompt::Ask), QByteArray("A"));
    QCOMPARE(encodeAddPrompt(AddPrompt::DoNotAsk), QByteArray("N"));
}

QTEST_GUILESS_MAIN(tst_Lists)

#include "tst_lists.moc"
