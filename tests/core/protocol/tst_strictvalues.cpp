#include "core/protocol/strictvalues.h"

#include <QTest>

using namespace Msn;

class tst_StrictValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decimals_data();
    void decimals();
    void decimalsOf32Bits_data();
    void decimalsOf32Bits();
    void base64_data();
    void base64();
};

void tst_StrictValues::decimals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<quint64>("number");
    QTest::newRow("zero") << QByteArray("0") << true << quint64(0);
    QTest::newRow("zeros before") << QByteArray("007") << true << quint64(7);
    QTest::newRow("largest") << QByteArray("18446744073709551615") << true << quint64(-1);
    QTest::newRow("one more") << QByteArray("18446744073709551616") << false << quint64(0);
    QTest::newRow("21 digits") << QByteArray("000000000000000000001") << false << quint64(0);
    QTest::newRow("empty") << QByteArray() << false << quint64(0);
    QTest::newRow("sign") << QByteArray("+1") << false << quint64(0);
    QTest::newRow("minus") << QByteArray("-1") << false << quint64(0);
    QTest::newRow("blank") << QByteArray(" 1") << false << quint64(0);
    QTest::newRow("escape") << QByteArray("%31") << false << quint64(0);
    QTest::newRow("hexadecimal") << QByteArray("0x1") << false << quint64(0);
}

void tst_StrictValues::decimals()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isNumber);
    const auto number = parseStrictDecimal(text);
    QCOMPARE(number.has_value(), isNumber);
    if (isNumber)
        QTEST(*number, "number");
}

void tst_StrictValues::decimalsOf32Bits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("largest") << QByteArray("4294967295") << true;
    QTest::newRow("one more") << QByteArray("4294967296") << false;
    QTest::newRow("letters") << QByteArray("12a") << false;
}

void tst_StrictValues::decimalsOf32Bits()
{
    QFETCH(QByteArray, text);
    QTEST(parseStrictDecimal32(text).has_value(), "isNumber");
}

void tst_StrictValues::base64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isBase64");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("padded") << QByteArray("AAA=") << true << QByteArray(2, '\0');
    QTest::newRow("empty") << QByteArray() << true << QByteArray();
    QTest::newRow("not padded") << QByteArray("AAA") << false << QByteArray();
    QTest::newRow("line break") << QByteArray("AA\r\nA=") << false << QByteArray();
    QTest::newRow("alphabet of URLs") << QByteArray("-_-_") << false << QByteArray();
    QTest::newRow("padding inside") << QByteArray("AA==AAAA") << false << QByteArray();
    QTest::newRow("blank") << QByteArray("AA A") << false << QByteArray();
}

void tst_StrictValues::base64()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isBase64);
    const auto decoded = decodeStrictBase64(text);
    QCOMPARE(decoded.has_value(), isBase64);
    if (isBase64)
        QTEST(*decoded, "decoded");
}

QTEST_GUILESS_MAIN(tst_StrictValues)

#include "tst_strictvalues.moc"
