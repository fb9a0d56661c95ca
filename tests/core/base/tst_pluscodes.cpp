#include "core/base/friendlyname.h"
#include "core/base/pluscodes.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Msn;

class tst_PlusCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complaint27_rawCodesAreNeverShown_data();
    void complaint27_rawCodesAreNeverShown();
    void colours();
    void gradientGoesFromOneToTheOther();
    void effects();
    void namesAreShownWithoutCodes();
    void tooManyFormatsAreShownPlain();
    void hostileTextTakesNoTime_data();
    void hostileTextTakesNoTime();
};

void tst_PlusCodes::complaint27_rawCodesAreNeverShown_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *name, const char *raw, const char *plain) {
        QTest::newRow(name) << QString::fromUtf8(raw) << QString::fromUtf8(plain);
    };
    row("number", "[c=4]red[/c]", "red");
    row("name", "[c=Red]red[/c] x", "red x");
    row("hex", "[c=#FF8800]x[/c]", "x");
    row("triple", "[c=255,0,0]x[/c]", "x");
    row("gradient", "[c=4]fire[/c=7]", "fire");
    row("unknown number", "[c=55]x[/c]", "x");
    row("ground", "[a=1][c=0]x[/c][/a]", "x");
    row("pairs", "[b]a[/b][i]b[/i][u]c[/u][s]d[/s]", "abcd");
    row("cut off", "[c=4]cut", "cut");
    row("closer alone", "x[/c]", "x");
    row("short form", "·$4red·$ ·#bold·# ·0plain", "red bold plain");
    row("short form with ground", "·$4,8x", "x");
    row("short form, hex and triple", "·$#ff0000x·$(0,0,255)y", "xy");
    row("old short form", "\x03$12x\x03\x30y", "xy");
    row("no code: array", "a[i] = b[s]", "a[i] = b[s]");
    row("no code: closer of nothing", "see [/b]", "see [/b]");
    row("no code: no colour", "[c=maybe]x", "[c=maybe]x");
    row("no code: word", "[c] col·legi", "[c] col·legi");
    row("nothing", "plain", "plain");
    row("empty", "", "");
}

void tst_PlusCodes::complaint27_rawCodesAreNeverShown()
{
    QFETCH(const QString, raw);
    QFETCH(const QString, plain);
    QCOMPARE(withoutPlusCodes(raw), plain);
}

void tst_PlusCodes::colours()
{
    const PlusText text = parsePlusCodes(QStringLiteral("a[c=4]b[a=1]c[/a][/c]d"));
    QCOMPARE(text.text, QStringLiteral("abcd"));
    QCOMPARE(text.runs.size(), 2);
    QCOMPARE(text.runs.at(0), (PlusRun{1, 1, 0xFF0000, {}}));
    QCOMPARE(text.runs.at(1), (PlusRun{2, 1, 0xFF0000, 0x000000}));
}

void tst_PlusCodes::gradientGoesFromOneToTheOther()
{
    const PlusText text = parsePlusCodes(QStringLiteral("[c=#000000]abc[/c=#FF0000]d"));
    QCOMPARE(text.text, QStringLiteral("abcd"));
    QCOMPARE(text.runs.size(), 3);
    QCOMPARE(text.runs.at(0).colour, quint32(0x000000));
    QCOMPARE(text.runs.at(1).colour, quint32(0x7F0000));
    QCOMPARE(text.runs.at(2).colour, quint32(0xFF0000));
}

void tst_PlusCodes::effects()
{
    const PlusText text = parsePlusCodes(QStringLiteral("[b]a[i]b[/i][/b]c"));
    QCOMPARE(text.runs.size(), 2);
    QVERIFY(text.runs.at(0).bold && !text.runs.at(0).italic);
    QVERIFY(text.runs.at(1).bold && text.runs.at(1).italic);
}

void tst_PlusCodes::namesAreShownWithoutCodes()
{
    const FriendlyName name(QString::fromUtf8("[c=4]An\na[/c=12] ·#(away)·#"));
    QCOMPARE(name.singleLine(), QStringLiteral("An a (away)"));
}

void tst_PlusCodes::tooManyFormatsAreShownPlain()
{
    const PlusText text = parsePlusCodes(QStringLiteral("[c=4]x[/c] ").repeated(maxPlusRuns + 1));
    QVERIFY(text.runs.isEmpty());
    QVERIFY(!text.text.contains(u'['));
}

void tst_PlusCodes::hostileTextTakesNoTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("openers") << QStringLiteral("[c=4]").repeated(20000);
    QTest::newRow("nested gradients")
        << QString(QStringLiteral("[c=4]x").repeated(8000) + QStringLiteral("[/c=12]").repeated(8000));
    QTest::newRow("gradients in a row") << QStringLiteral("[c=4]x[/c=12]").repeated(8000);
    QTest::newRow("one long gradient") << QString(
        QStringLiteral("[c=4]") + QStringLiteral("x").repeated(100000) + QStringLiteral("[/c=12]"));
    QTest::newRow("brackets") << QStringLiteral("[").repeated(100000);
}

void tst_PlusCodes::hostileTextTakesNoTime()
{
    QFETCH(const QString, text);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(parsePlusCodes(text).runs.size() <= maxPlusRuns);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(tst_PlusCodes)
#include "tst_pluscodes.moc"
