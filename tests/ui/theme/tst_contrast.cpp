#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"

#include <QtTest>

using namespace Ui;

class tst_Contrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownRatios();
    void textPairs_data();
    void textPairs();
    void palettePairs_data();
    void palettePairs();
    void senderColours_data();
    void senderColours();
    void fieldsStandOut();
    void keepsWhatIsReadable();
    void keepsTheHue();
};

namespace {

struct Ground
{
    const char *name;
    QColor Tokens::*colour;
};

constexpr Ground windows[] = {{"window", &Tokens::window}, {"headerTop", &Tokens::headerTop},
    {"headerBottom", &Tokens::headerBottom}, {"selection", &Tokens::selection}, {"hover", &Tokens::hover},
    {"ownBubble", &Tokens::ownBubble}, {"otherBubble", &Tokens::otherBubble}, {"raised", &Tokens::raised}};
constexpr Ground everywhereInks[]
    = {{"ink", &Tokens::ink}, {"secondInk", &Tokens::secondInk}, {"accent", &Tokens::accent}};

void addRow(const Tokens &tokens, const Ground &ink, const Ground &ground)
{
    QTest::addRow("%s %s on %s", tokens.isDark ? "dark" : "light", ink.name, ground.name)
        << tokens.*ink.colour << tokens.*ground.colour;
}

} // namespace

void tst_Contrast::knownRatios()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x777777U), Qt::white) - 4.48) < 0.01);
}

void tst_Contrast::textPairs_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Tokens &tokens : {Tokens::light(), Tokens::dark()}) {
        for (const Ground &ink : everywhereInks) {
            for (const Ground &ground : windows)
                addRow(tokens, ink, ground);
        }
        addRow(tokens, {"ink", &Tokens::ink}, {"informationBar", &Tokens::informationBar});
        addRow(tokens, {"accent", &Tokens::accent}, {"informationBar", &Tokens::informationBar});
        addRow(tokens, {"errorInk", &Tokens::errorInk}, {"informationBar", &Tokens::informationBar});
        addRow(tokens, {"errorInk", &Tokens::errorInk}, {"window", &Tokens::window});
        addRow(tokens, {"unreadInk", &Tokens::unreadInk}, {"headerTop", &Tokens::headerTop});
        addRow(tokens, {"unreadInk", &Tokens::unreadInk}, {"headerBottom", &Tokens::headerBottom});
        addRow(tokens, {"unreadInk", &Tokens::unreadInk}, {"window", &Tokens::window});
        addRow(tokens, {"onUnread", &Tokens::onUnread}, {"unread", &Tokens::unread});
        addRow(tokens, {"onAccent", &Tokens::onAccent}, {"accent", &Tokens::accent});
    }
}

void tst_Contrast::textPairs()
{
    QFETCH(const QColor, text);
    QFETCH(const QColor, ground);
    const double ratio = contrastRatio(text, ground);
    QVERIFY2(ratio >= readableContrast, qPrintable(QString::number(ratio)));
}

void tst_Contrast::palettePairs_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<QPalette::ColorRole>("text");
    QTest::addColumn<QPalette::ColorRole>("ground");
    for (const Tokens &tokens : {Tokens::light(), Tokens::dark()}) {
        const auto add = [&tokens](const char *name, QPalette::ColorRole text, QPalette::ColorRole ground) {
            QTest::addRow("%s %s", tokens.isDark ? "dark" : "light", name)
                << tokens.toPalette() << text << ground;
        };
        add("window", QPalette::WindowText, QPalette::Window);
        add("field", QPalette::Text, QPalette::Base);
        add("placeholder", QPalette::PlaceholderText, QPalette::Base);
        add("button", QPalette::ButtonText, QPalette::Button);
        add("selected text", QPalette::HighlightedText, QPalette::Highlight);
        add("tip", QPalette::ToolTipText, QPalette::ToolTipBase);
        add("link", QPalette::Link, QPalette::Base);
    }
}

void tst_Contrast::palettePairs()
{
    QFETCH(const QPalette, palette);
    QFETCH(const QPalette::ColorRole, text);
    QFETCH(const QPalette::ColorRole, ground);
    QVERIFY(contrastRatio(palette.color(text), palette.color(ground)) >= readableContrast);
}

void tst_Contrast::senderColours_data()
{
    QTest::addColumn<QColor>("colour");
    QTest::newRow("black") << QColor(Qt::black);
    QTest::newRow("white") << QColor(Qt::white);
    QTest::newRow("yellow") << QColor(Qt::yellow);
    QTest::newRow("navy") << QColor(0x000080U);
    QTest::newRow("lime") << QColor(Qt::green);
    QTest::newRow("pink") << QColor(0xFFC0CBU);
    QTest::newRow("grey") << QColor(0x808080U);
    QTest::newRow("blue") << QColor(Qt::blue);
    QTest::newRow("nearly the dark window") << QColor(0x171C22U);
}

void tst_Contrast::senderColours()
{
    QFETCH(const QColor, colour);
    for (const Tokens &tokens : {Tokens::light(), Tokens::dark()}) {
        for (const Ground &ground : windows)
            QVERIFY(contrastRatio(readableOn(colour, tokens.*ground.colour), tokens.*ground.colour)
                >= readableContrast);
    }
}

/// The edge is all that shows where an empty field or box is.
void tst_Contrast::fieldsStandOut()
{
    for (const Tokens &tokens : {Tokens::light(), Tokens::dark()})
        QVERIFY(contrastRatio(tokens.fieldEdge, tokens.window) >= visibleContrast);
}

void tst_Contrast::keepsWhatIsReadable()
{
    QCOMPARE(readableOn(QColor(0x8B1A89U), Qt::white), QColor(0x8B1A89U));
}

void tst_Contrast::keepsTheHue()
{
    const QColor onWhite = readableOn(Qt::yellow, Qt::white);
    QVERIFY(onWhite != QColor(Qt::black));
    QVERIFY(qAbs(onWhite.hslHue() - QColor(Qt::yellow).hslHue()) <= 3);
}

QTEST_APPLESS_MAIN(tst_Contrast)
#include "tst_contrast.moc"
