#include "ui/theme/contrast.h"
#include "ui/theme/metrics.h"
#include "ui/theme/motion.h"
#include "ui/theme/style.h"
#include "ui/theme/stylesizes.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QVBoxLayout>
#include <QtTest>

using namespace Ui;

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheSystemPalette();
    void canBeForced();
    void tokensGoByThePalette();
    void metricsGrowWithTheFont();
    void motionCanBeReduced();
    void primaryButtonIsAccent();
    void keyboardFocusOfAButtonIsSeen_data();
    void keyboardFocusOfAButtonIsSeen();
    void scrollBarPartsCoverItsLength_data();
    void scrollBarPartsCoverItsLength();
    void rowsHaveRoundEnds();
    void ringIsForTheKeyboard();
    void menuEntriesAreSetOff_data();
    void menuEntriesAreSetOff();
    void menusHaveAFrame();
    void listsOfCombosHaveAFrame();
    void comboArrowKeepsOffTheEdge_data();
    void comboArrowKeepsOffTheEdge();
    void comboShortensItsWords();
    void comboShortensTheWordsInItsList();
    void paintsEveryControl_data();
    void paintsEveryControl();
};

namespace {

QPalette paletteOf(QColor window, QColor text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

} // namespace

void tst_Theme::followsTheSystemPalette()
{
    Style style;
    QPalette system = paletteOf(Qt::black, Qt::white);
    style.polish(system);
    QCOMPARE(system.color(QPalette::Window), Tokens::dark().window);
    system = paletteOf(Qt::white, Qt::black);
    style.polish(system);
    QCOMPARE(system.color(QPalette::Window), Tokens::light().window);
}

void tst_Theme::canBeForced()
{
    Theme theme(*qApp, Theme::Appearance::Dark);
    QVERIFY(theme.tokens().isDark);
    QWidget widget;
    QSignalSpy changed(&theme, &Theme::appearanceChanged);
    theme.setAppearance(Theme::Appearance::Light);
    QVERIFY(!theme.tokens().isDark);
    QTRY_COMPARE(widget.palette().color(QPalette::Window), Tokens::light().window);
    theme.setAppearance(Theme::Appearance::Light);
    QCOMPARE(changed.size(), 1);
}

void tst_Theme::tokensGoByThePalette()
{
    QVERIFY(Tokens::of(Tokens::dark().toPalette()).isDark);
    QVERIFY(!Tokens::of(Tokens::light().toPalette()).isDark);
}

void tst_Theme::metricsGrowWithTheFont()
{
    QFont font;
    font.setPixelSize(13);
    QCOMPARE(Metrics(font).step(), 4);
    QCOMPARE(Metrics(font).rowHeight(), 30);
    QCOMPARE(Metrics(font).conversationFont().pixelSize(), 14);
    font.setPixelSize(26);
    QCOMPARE(Metrics(font).step(), 8);
    QCOMPARE(Metrics(font).rowHeight(), 60);
    font.setPixelSize(3);
    QCOMPARE(Metrics(font).px(1), 1);
}

void tst_Theme::motionCanBeReduced()
{
    Theme theme(*qApp);
    const QWidget widget;
    QVERIFY(mayMove(widget));
    theme.setMotionReduced(true);
    QVERIFY(!mayMove(widget));
    QVERIFY(theme.isMotionReduced());
    theme.setMotionReduced(false);
    QVERIFY(mayMove(widget));
}

void tst_Theme::primaryButtonIsAccent()
{
    const Theme theme(*qApp, Theme::Appearance::Light);
    QPushButton button(QStringLiteral("Send"));
    button.setDefault(true);
    button.resize(120, 40);
    const QColor inside = button.grab().toImage().pixelColor(12, 20);
    QCOMPARE(inside, Tokens::light().accent);
}

void tst_Theme::keyboardFocusOfAButtonIsSeen_data()
{
    QTest::addColumn<bool>("isDefault");
    QTest::addColumn<bool>("isFlat");
    QTest::newRow("plain") << false << false;
    QTest::newRow("default") << true << false;
    QTest::newRow("looks like a link") << false << true;
}

void tst_Theme::keyboardFocusOfAButtonIsSeen()
{
    QFETCH(bool, isDefault);
    QFETCH(bool, isFlat);
    const Theme theme(*qApp, Theme::Appearance::Light);
    QWidget window;
    auto *first = new QPushButton(QStringLiteral("One"), &window);
    auto *button = new QPushButton(QStringLiteral("Two"), &window);
    button->setDefault(isDefault);
    button->setFlat(isFlat);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(first);
    layout->addWidget(button);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    const QImage before = button->grab().toImage();
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(button->hasFocus());
    QVERIFY(button->grab().toImage() != before);
}

void tst_Theme::scrollBarPartsCoverItsLength_data()
{
    QTest::addColumn<int>("maximum");
    QTest::addColumn<int>("value");
    QTest::newRow("nothing to scroll") << 0 << 0;
    QTest::newRow("start") << 100 << 0;
    QTest::newRow("middle") << 100 << 50;
    QTest::newRow("end") << 100 << 100;
    QTest::newRow("very long") << 1000000 << 999999;
}

void tst_Theme::scrollBarPartsCoverItsLength()
{
    QFETCH(const int, maximum);
    QFETCH(const int, value);
    const Theme theme(*qApp, Theme::Appearance::Light);
    QStyleOptionSlider option;
    option.orientation = Qt::Vertical;
    option.rect = QRect(0, 0, 11, 300);
    option.maximum = maximum;
    option.pageStep = 20;
    option.sliderPosition = option.sliderValue = value;
    const auto part = [&option](QStyle::SubControl control) {
        return qApp->style()->subControlRect(QStyle::CC_ScrollBar, &option, control, nullptr);
    };
    const QRect slider = part(QStyle::SC_ScrollBarSlider);
    QVERIFY(slider.height() >= Metrics(qApp->font()).px(32));
    QVERIFY(option.rect.contains(slider));
    QCOMPARE(part(QStyle::SC_ScrollBarSubPage).height() + slider.height()
            + part(QStyle::SC_ScrollBarAddPage).height(),
        300);
    if (value == maximum)
        QCOMPARE(slider.bottom(), option.rect.bottom());
}

void tst_Theme::rowsHaveRoundEnds()
{
    const Theme theme(*qApp, Theme::Appearance::Light);
    QListWidget list;
    list.setFrameShape(QFrame::NoFrame);
    list.addItem(QString());
    list.setCurrentRow(0);
    list.resize(200, 100);
    const QRect row = list.visualItemRect(list.item(0));
    const QImage picture = list.viewport()->grab().toImage();
    QCOMPARE(picture.pixelColor(row.center()), theme.tokens().selection);
    QCOMPARE(picture.pixelColor(row.left() + 1, row.center().y()), theme.tokens().window);
    QCOMPARE(picture.pixelColor(row.right() - 1, row.center().y()), theme.tokens().window);
}

void tst_Theme::ringIsForTheKeyboard()
{
    const Theme theme(*qApp, Theme::Appearance::Light);
    QWidget window;
    const auto draw = [&window] {
        QImage picture(40, 20, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        QStyleOptionFocusRect option;
        option.initFrom(&window);
        option.rect = picture.rect();
        qApp->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, &window);
        return picture;
    };
    const QImage without = draw();
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    QVERIFY(draw() != without);
    window.setAttribute(Qt::WA_KeyboardFocusChange, false);
    QCOMPARE(draw(), without);
}

void tst_Theme::menuEntriesAreSetOff_data()
{
    QTest::addColumn<Theme::Appearance>("appearance");
    QTest::newRow("light") << Theme::Appearance::Light;
    QTest::newRow("dark") << Theme::Appearance::Dark;
}

/// In the dark a separator could not be told from the ground.
void tst_Theme::menuEntriesAreSetOff()
{
    QFETCH(const Theme::Appearance, appearance);
    const Theme theme(*qApp, appearance);
    QMenu menu;
    menu.addAction(QStringLiteral("Busy"));
    QAction *line = menu.addSeparator();
    menu.addAction(QStringLiteral("Sign out"));
    menu.resize(menu.sizeHint());
    const QImage picture = menu.grab().toImage();
    const QColor ground = picture.pixelColor(3, menu.height() / 2);
    QCOMPARE(ground, theme.tokens().raised);
    const QColor separator = picture.pixelColor(menu.actionGeometry(line).center());
    QVERIFY(contrastRatio(separator, ground) > 1.2);
    // No entry reaches to the edge, which its round ground would touch.
    QVERIFY(menu.actionGeometry(menu.actions().constFirst()).top() >= Metrics(menu.font()).step());
}

/// Regression: without a shadow a white menu ran into the white window below it.
void tst_Theme::menusHaveAFrame()
{
    const Theme theme(*qApp);
    QMenu menu;
    menu.addAction(QStringLiteral("Entry"));
    menu.resize(menu.sizeHint());
    const QImage picture = menu.grab().toImage();
    const int middle = picture.height() / 2;
    QCOMPARE(picture.pixelColor(0, middle), Tokens::of(menu.palette()).fieldBorder);
    QVERIFY(picture.pixelColor(2, middle) != picture.pixelColor(0, middle));
}

void tst_Theme::listsOfCombosHaveAFrame()
{
    const Theme theme(*qApp);
    QComboBox combo;
    combo.addItems({QStringLiteral("Online"), QStringLiteral("Busy")});
    combo.show();
    combo.showPopup();
    const QImage picture = combo.view()->window()->grab().toImage();
    combo.hidePopup();
    const int middle = picture.height() / 2;
    const QColor frame = Tokens::of(combo.palette()).fieldBorder;
    QCOMPARE(picture.pixelColor(0, middle), frame);
    QCOMPARE(picture.pixelColor(picture.width() - 1, middle), frame);
    QVERIFY(picture.pixelColor(2, 2) != frame);
}

void tst_Theme::comboArrowKeepsOffTheEdge_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void tst_Theme::comboArrowKeepsOffTheEdge()
{
    QFETCH(const Qt::LayoutDirection, direction);
    QStyleOptionComboBox combo;
    combo.direction = direction;
    combo.rect = QRect(0, 0, 200, 32);
    const Metrics metrics(qApp->font());
    const QRect arrow = StyleSizes::comboArrow(combo, metrics);
    const int off = direction == Qt::LeftToRight ? combo.rect.right() - arrow.right() : arrow.left();
    QCOMPARE(off, metrics.step(2));
    QVERIFY(qAbs(arrow.center().y() - combo.rect.center().y()) <= 1);
}

void tst_Theme::comboShortensItsWords()
{
    QStyleOptionComboBox combo;
    combo.fontMetrics = QFontMetrics(qApp->font());
    combo.currentText = QStringLiteral("A network with a rather long name of its own");
    const Metrics metrics(qApp->font());
    combo.rect = QRect(0, 0, 1000, 32);
    QCOMPARE(StyleSizes::comboWords(combo, metrics), combo.currentText);
    combo.rect = QRect(0, 0, 120, 32);
    const QString shortened = StyleSizes::comboWords(combo, metrics);
    QVERIFY(shortened.endsWith(u'…'));
    QVERIFY(combo.fontMetrics.horizontalAdvance(shortened) <= StyleSizes::comboText(combo, metrics).width());
}

/// They ended in the middle of a letter.
void tst_Theme::comboShortensTheWordsInItsList()
{
    QStyleOptionMenuItem entry;
    entry.fontMetrics = QFontMetrics(qApp->font());
    entry.text = QStringLiteral("A network with a rather long name of its own");
    entry.maxIconWidth = 20;
    entry.rect = QRect(0, 0, 1000, 28);
    QCOMPARE(StyleSizes::popupWords(entry), entry.text);
    entry.rect = QRect(0, 0, 160, 28);
    const QString shortened = StyleSizes::popupWords(entry);
    QVERIFY(shortened.endsWith(u'…'));
    QVERIFY(entry.fontMetrics.horizontalAdvance(shortened) <= 160 - entry.maxIconWidth);
}

void tst_Theme::paintsEveryControl_data()
{
    QTest::addColumn<Theme::Appearance>("appearance");
    QTest::newRow("light") << Theme::Appearance::Light;
    QTest::newRow("dark") << Theme::Appearance::Dark;
}

void tst_Theme::paintsEveryControl()
{
    QFETCH(const Theme::Appearance, appearance);
    const Theme theme(*qApp, appearance);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *list = new QListWidget;
    list->addItems({QStringLiteral("One"), QStringLiteral("Two")});
    list->setCurrentRow(0);
    auto *combo = new QComboBox;
    combo->addItem(QStringLiteral("Online"));
    const QList<QWidget *> controls{new QLineEdit, combo, new QCheckBox(QStringLiteral("Remember me")),
        new QPushButton(QStringLiteral("Cancel")), new QScrollBar(Qt::Horizontal), list};
    for (QWidget *control : controls)
        layout->addWidget(control);
    const QImage picture = window.grab().toImage();
    QCOMPARE(picture.pixelColor(1, 1), theme.tokens().window);
    for (const QWidget *control : controls) {
        const QImage part = picture.copy(control->geometry());
        bool drawn = false;
        for (int y = 0; y < part.height() && !drawn; ++y) {
            for (int x = 0; x < part.width() && !drawn; ++x)
                drawn = part.pixelColor(x, y) != theme.tokens().window;
        }
        QVERIFY2(drawn, control->metaObject()->className());
    }
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
