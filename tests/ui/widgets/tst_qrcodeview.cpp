#include "ui/widgets/qrcodeview.h"

#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Ui;

/// The squares, and how they come onto the screen.
class TestQrCodeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void threeCornersHaveFinderPatterns();
    void otherTextsAreOtherSquares();
    void growsWithTheText();
    void paintsWholePixels_data();
    void paintsWholePixels();
    void isBlackOnWhiteInTheDark();
    void aTextThatIsTooLongIsSaid();
    void nothingWithoutText();
    void saysToScreenReadersWhatItIs();
};

namespace {

const QString networkLink = QStringLiteral("msnp:192.0.2.10:1864?name=Home&tls=1");

QrSquares squaresOf(const QString &text)
{
    const auto squares = encodeQrCode(text.toUtf8());
    return squares ? *squares : QrSquares();
}

/// Seven squares wide: a dark frame, a light one, a dark core.
bool hasFinderAt(const QrSquares &squares, int left, int top)
{
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 7; ++x) {
            const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
            if (squares.isDark(left + x, top + y) != (ring != 2))
                return false;
        }
    }
    return true;
}

/// As a screen with \p ratio pixels to a logical one shows \p view, which begins at \p left.
QImage screenOf(QrCodeView &view, double ratio, int left)
{
    const QSize pixels((QSizeF(view.size()) * ratio).toSize() + QSize(int(left * ratio) + 2, 2));
    QImage screen(pixels, QImage::Format_RGB32);
    screen.setDevicePixelRatio(ratio);
    screen.fill(Qt::gray);
    view.render(&screen, QPoint(left, 0), QRegion(), QWidget::RenderFlags());
    return screen;
}

/// The white square with the code in it.
QRect paperOf(const QImage &screen)
{
    QRect paper;
    for (int y = 0; y < screen.height(); ++y) {
        for (int x = 0; x < screen.width(); ++x) {
            if (screen.pixelColor(x, y) == QColor(Qt::white))
                paper |= QRect(x, y, 1, 1);
        }
    }
    return paper;
}

} // namespace

void TestQrCodeView::initTestCase()
{
    QVERIFY2(encodeQrCode("probe"), "the plugin is built, but cannot be loaded");
}

void TestQrCodeView::threeCornersHaveFinderPatterns()
{
    const QrSquares squares = squaresOf(networkLink);
    QVERIFY(squares.side >= 21);
    QCOMPARE(squares.dark.size(), qsizetype(squares.side) * squares.side);
    QVERIFY(hasFinderAt(squares, 0, 0));
    QVERIFY(hasFinderAt(squares, squares.side - 7, 0));
    QVERIFY(hasFinderAt(squares, 0, squares.side - 7));
    QVERIFY(!hasFinderAt(squares, squares.side - 7, squares.side - 7));
}

void TestQrCodeView::otherTextsAreOtherSquares()
{
    QCOMPARE(squaresOf(networkLink), squaresOf(networkLink));
    QVERIFY(squaresOf(networkLink) != squaresOf(networkLink + u'x'));
    QVERIFY(squaresOf(QStringLiteral("小雨")) != squaresOf(QStringLiteral("小鱼")));
}

void TestQrCodeView::growsWithTheText()
{
    QCOMPARE(squaresOf(QStringLiteral("x")).side, 21);
    QVERIFY(squaresOf(QString(600, u'x')).side > squaresOf(QString(60, u'x')).side);
}

void TestQrCodeView::paintsWholePixels_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("left");
    QTest::newRow("100 %") << 1.0 << 0;
    QTest::newRow("125 %") << 1.25 << 3;
    QTest::newRow("150 %") << 1.5 << 1;
    QTest::newRow("200 %") << 2.0 << 5;
    QTest::newRow("300 %") << 3.0 << 0;
}

void TestQrCodeView::paintsWholePixels()
{
    QFETCH(double, ratio);
    QFETCH(int, left);
    QrCodeView view;
    view.setText(networkLink);
    view.resize(201, 233);
    const QImage screen = screenOf(view, ratio, left);
    const QRect paper = paperOf(screen);
    const QrSquares squares = view.squares();
    const int across = squares.side + 2 * QrCodeView::quietSquares;
    QCOMPARE(paper.width(), paper.height());
    QCOMPARE(paper.width() % across, 0);
    const int unit = paper.width() / across;
    QVERIFY(unit >= int(201 * ratio) / across - 1);
    for (int y = 0; y < paper.height(); ++y) {
        for (int x = 0; x < paper.width(); ++x) {
            const int column = x / unit - QrCodeView::quietSquares;
            const int row = y / unit - QrCodeView::quietSquares;
            const bool inside = QRect(0, 0, squares.side, squares.side).contains(column, row);
            const QColor wanted = inside && squares.isDark(column, row) ? Qt::black : Qt::white;
            if (screen.pixelColor(paper.topLeft() + QPoint(x, y)) != wanted)
                QFAIL(qPrintable(QStringLiteral("the pixel at %1, %2").arg(x).arg(y)));
        }
    }
}

void TestQrCodeView::isBlackOnWhiteInTheDark()
{
    Theme theme(*qApp);
    theme.setAppearance(Theme::Appearance::Dark);
    QrCodeView view;
    view.setText(networkLink);
    view.resize(view.sizeHint());
    const QImage screen = view.grab().toImage();
    QCOMPARE(screen.pixelColor(screen.width() / 2, 1), QColor(Qt::white));
    const int corner
        = screen.width() * QrCodeView::quietSquares / (view.squares().side + 2 * QrCodeView::quietSquares)
        + 1;
    QCOMPARE(screen.pixelColor(corner, corner), QColor(Qt::black));
    theme.setAppearance(Theme::Appearance::Light);
}

void TestQrCodeView::aTextThatIsTooLongIsSaid()
{
    QrCodeView view;
    view.setText(QString(10'000, u'x'));
    QCOMPARE(view.squares().side, 0);
    QVERIFY(!view.excuse().isEmpty());
    QCOMPARE(view.accessibleName(), view.excuse());
    QVERIFY(view.sizeHint().height() > view.fontMetrics().height());
    view.setText(networkLink);
    QVERIFY(view.squares().side > 0);
    QCOMPARE(view.excuse(), QString());
}

void TestQrCodeView::nothingWithoutText()
{
    QrCodeView view;
    QCOMPARE(view.squares().side, 0);
    QCOMPARE(view.excuse(), QString());
    view.setText(networkLink);
    view.setText({});
    QCOMPARE(view.squares().side, 0);
    QCOMPARE(view.accessibleDescription(), QString());
}

void TestQrCodeView::saysToScreenReadersWhatItIs()
{
    QrCodeView view;
    view.setText(networkLink);
    QCOMPARE(view.accessibleName(), QStringLiteral("QR code"));
    QVERIFY(view.accessibleDescription().contains(networkLink));
}

QTEST_MAIN(TestQrCodeView)
#include "tst_qrcodeview.moc"
