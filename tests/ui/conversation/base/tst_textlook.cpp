#include "ui/conversation/base/textlook.h"
#include "ui/theme/contrast.h"

#include <QtTest>

using namespace Ui;

class tst_TextLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursCanAlwaysBeRead_data();
    void coloursCanAlwaysBeRead();
    void blackIsTheInkOfTheTheme();
    void effects();
    void unknownFontIsReplaced();
    void direction_data();
    void direction();
};

void tst_TextLook::coloursCanAlwaysBeRead_data()
{
    QTest::addColumn<quint32>("colour");
    for (const quint32 colour :
        {0x000000U, 0xFFFFFFU, 0xFFFF00U, 0x000080U, 0x101010U, 0xEEEEEEU, 0x00FF00U, 0x171C22U})
        QTest::addRow("%06x", colour) << colour;
}

void tst_TextLook::coloursCanAlwaysBeRead()
{
    QFETCH(const quint32, colour);
    Msn::TextFormat format;
    format.colour = colour;
    for (const Tokens &tokens : {Tokens::light(), Tokens::dark()}) {
        for (const QColor &ground : {tokens.window, tokens.ownBubble, tokens.otherBubble})
            QVERIFY(contrastRatio(shownColour(format, tokens, ground), ground) >= readableContrast);
    }
}

void tst_TextLook::blackIsTheInkOfTheTheme()
{
    for (const Tokens &tokens : {Tokens::light(), Tokens::dark()})
        QCOMPARE(shownColour({}, tokens, tokens.window), tokens.ink);
}

void tst_TextLook::effects()
{
    Msn::TextFormat format;
    format.bold = format.italic = format.underline = format.strikeOut = true;
    const QFont font = shownFont(format, QFont());
    QVERIFY(font.bold() && font.italic() && font.underline() && font.strikeOut());
}

void tst_TextLook::unknownFontIsReplaced()
{
    Msn::TextFormat format;
    format.fontFamily = QStringLiteral("No Such Font Anywhere");
    QFont base;
    base.setFamily(QStringLiteral("Noto Sans"));
    QCOMPARE(shownFont(format, base).families().constFirst(), QStringLiteral("Noto Sans"));
    format.pitchAndFamily = 0x12;
    QCOMPARE(shownFont(format, base).families().constFirst(), QStringLiteral("serif"));
}

void tst_TextLook::direction_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("flag");
    QTest::addColumn<bool>("right");
    QTest::newRow("Latin") << QStringLiteral("hello") << false << false;
    QTest::newRow("Arabic") << QStringLiteral("مرحبا") << false << true;
    QTest::newRow("Hebrew after a number") << QStringLiteral("12 שלום") << false << true;
    QTest::newRow("Latin although flagged") << QStringLiteral("hello") << true << false;
    QTest::newRow("flagged, no letters") << QStringLiteral("...") << true << true;
    QTest::newRow("empty") << QString() << false << false;
}

void tst_TextLook::direction()
{
    QFETCH(const QString, line);
    QFETCH(const bool, flag);
    Msn::TextFormat format;
    format.rightToLeft = flag;
    QTEST(isRightToLeft(line, format), "right");
}

QTEST_MAIN(tst_TextLook)
#include "tst_textlook.moc"
