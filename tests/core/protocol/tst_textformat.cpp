#include "core/protocol/textformat.h"

#include <QTest>

using namespace Msn;

class tst_TextFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void encodes();
    void roundTrip_data();
    void roundTrip();
    void aSemicolonInAFontNameEndsNothing();
    void fontNamesAreCleanAndShort();
};

namespace {

TextFormat format(
    const QString &font, quint32 colour = 0, quint8 pitchAndFamily = 0x22, quint8 characterSet = 0)
{
    TextFormat result;
    result.fontFamily = font;
    result.colour = colour;
    result.pitchAndFamily = pitchAndFamily;
    result.characterSet = characterSet;
    return result;
}

} // namespace

void tst_TextFormat::parses_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<TextFormat>("expected");
    TextFormat boldItalic = format(QStringLiteral("Segoe UI"), 0xFF0000);
    boldItalic.bold = true;
    boldItalic.italic = true;
    QTest::newRow("classic") << QByteArray("FN=Segoe%20UI; EF=BI; CO=ff; CS=0; PF=22") << boldItalic;
    QTest::newRow("without blanks") << QByteArray("FN=Segoe%20UI;EF=BI;CO=ff;CS=0;PF=22") << boldItalic;
    QTest::newRow("lower-case keys, other order")
        << QByteArray("ef=ib; co=0000ff; fn=Segoe%20UI") << boldItalic;
    QTest::newRow("Chinese font") << QByteArray("FN=%E5%AE%8B%E4%BD%93; EF=; CO=0; CS=86; PF=0")
                                  << format(QStringLiteral("\u5B8B\u4F53"), 0, 0, 0x86);
    QTest::newRow("green") << QByteArray("FN=Arial; CO=ff00") << format(QStringLiteral("Arial"), 0x00FF00);
    QTest::newRow("blue") << QByteArray("FN=Arial; CO=ff0000") << format(QStringLiteral("Arial"), 0x0000FF);
    QTest::newRow("orange") << QByteArray("FN=Arial; CO=a5ff") << format(QStringLiteral("Arial"), 0xFFA500);
    QTest::newRow("empty") << QByteArray() << TextFormat();
    QTest::newRow("empty font") << QByteArray("FN=; EF=; CO=0; CS=0; PF=22") << TextFormat();
    QTest::newRow("bad values") << QByteArray("EF=XYZ;CO=zz;PF") << TextFormat();
    QTest::newRow("colour too large") << QByteArray("CO=1000000") << TextFormat();
    QTest::newRow("negative colour") << QByteArray("CO=-1") << TextFormat();
    QTest::newRow("character set too large") << QByteArray("CS=100; PF=1ff") << TextFormat();
    QTest::newRow("unknown keys") << QByteArray("XX=1; =5; ;;;= ; FN") << TextFormat();
    TextFormat all = format(QString());
    all.bold = all.italic = all.strikeOut = all.underline = all.rightToLeft = true;
    QTest::newRow("all effects") << QByteArray("FN=; EF=UXSIB; RL=1") << all;
    QTest::newRow("left to right said") << QByteArray("RL=0") << TextFormat();
}

void tst_TextFormat::parses()
{
    QFETCH(QByteArray, value);
    QFETCH(TextFormat, expected);
    QVERIFY(parseTextFormat(value) == expected);
}

void tst_TextFormat::encodes()
{
    TextFormat value = format(QStringLiteral("Segoe UI"), 0xFF0000);
    value.bold = value.italic = true;
    QCOMPARE(encodeTextFormat(value), QByteArray("FN=Segoe%20UI; EF=BI; CO=ff; CS=0; PF=22"));
    value.rightToLeft = value.strikeOut = value.underline = true;
    QCOMPARE(encodeTextFormat(value), QByteArray("FN=Segoe%20UI; EF=BISU; CO=ff; CS=0; PF=22; RL=1"));
    // The font must come first even if there is none (conversations.md §5).
    QCOMPARE(encodeTextFormat(TextFormat()), QByteArray("FN=; EF=; CO=0; CS=0; PF=22"));
}

void tst_TextFormat::roundTrip_data()
{
    QTest::addColumn<TextFormat>("value");
    QTest::newRow("default") << TextFormat();
    QTest::newRow("all of it") << format(QStringLiteral("\u5B8B\u4F53 100%"), 0x123456, 0x31, 0x86);
    QTest::newRow("white") << format(QStringLiteral("a"), 0xFFFFFF);
    QTest::newRow("comma and equals") << format(QStringLiteral("A, B=C"));
}

void tst_TextFormat::roundTrip()
{
    QFETCH(TextFormat, value);
    QVERIFY(parseTextFormat(encodeTextFormat(value)) == value);
}

void tst_TextFormat::aSemicolonInAFontNameEndsNothing()
{
    const TextFormat value = format(QStringLiteral("Arial; CO=ff"));
    QVERIFY(parseTextFormat(encodeTextFormat(value)) == value);
}

/// An over-long font name crashed an early official client, and a line break in one ends the header.
void tst_TextFormat::fontNamesAreCleanAndShort()
{
    QCOMPARE(parseTextFormat("FN=" + QByteArray(500, 'x')).fontFamily.size(), 31);
    QCOMPARE(parseTextFormat("FN=" + QByteArray(30, 'x') + " y").fontFamily, QString(30, u'x'));
    QCOMPARE(parseTextFormat("FN=a%0D%0A%00b%E2%80%AEc").fontFamily, QStringLiteral("a  bc"));
    const QByteArray encoded = encodeTextFormat(format(QString(30, u'x') + QStringLiteral("\U0001F98B")));
    QVERIFY(encoded.startsWith("FN=" + QByteArray(30, 'x') + ';')); // not half of the butterfly
}

QTEST_GUILESS_MAIN(tst_TextFormat)

#include "tst_textformat.moc"
