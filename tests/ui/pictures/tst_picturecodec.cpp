#include "ui/pictures/builtinpictures.h"
#include "ui/pictures/picturecodec.h"

#include <QBuffer>
#include <QImageWriter>
#include <QTest>

using namespace Ui;

/// Pictures of one's own become what others get, and what others send becomes a picture or nothing.
class TestPictureCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void middleSquareIsTaken();
    void everySizeBecomesOurs_data();
    void everySizeBecomesOurs();
    void noiseStaysBelowTheLimit();
    void nothingOfAPhotographGoesWithIt();
    void builtInOnesAreDifferent();
    void decodes_data();
    void decodes();
    void refusesWhatIsTooLarge();
    void refusesEveryCutPicture();
    void ownPhotographIsReadSmall();
};

namespace {

constexpr int mostBytes = 48 * 1024;

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QImage filled(const QSize &size, const QColor &colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// 1 x 1 pixel, red, in a stored block: a golden picture of the protocol notes.
const QByteArray redDot = QByteArray::fromHex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000f494441547801010400fbff00ff0000030101008d1de5820000000049454e44ae426082");

} // namespace

void TestPictureCodec::middleSquareIsTaken()
{
    QImage wide = filled({300, 100}, Qt::red);
    for (int x = 100; x < 200; ++x) {
        for (int y = 0; y < 100; ++y)
            wide.setPixelColor(x, y, Qt::blue);
    }
    const QImage square = decodedPicture(encodedPicture(wide));
    QCOMPARE(square.size(), QSize(96, 96));
    QCOMPARE(square.pixelColor(2, 48), QColor(Qt::blue));
    QCOMPARE(square.pixelColor(93, 48), QColor(Qt::blue));
}

void TestPictureCodec::everySizeBecomesOurs_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("a dot") << QSize(1, 1);
    QTest::newRow("a line") << QSize(1, 500);
    QTest::newRow("ours") << QSize(96, 96);
    QTest::newRow("large") << QSize(3000, 2000);
}

void TestPictureCodec::everySizeBecomesOurs()
{
    QFETCH(QSize, size);
    QCOMPARE(decodedPicture(encodedPicture(filled(size, Qt::green))).size(), QSize(96, 96));
}

void TestPictureCodec::noiseStaysBelowTheLimit()
{
    QImage noise(pictureSide, pictureSide, QImage::Format_ARGB32);
    quint32 state = 1;
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            noise.setPixel(x, y, state ^ (state >> 13));
        }
    }
    const QByteArray png = encodedPicture(noise);
    QVERIFY(png.size() > 30'000); // it cannot be made smaller
    QVERIFY2(png.size() < mostBytes, qPrintable(QString::number(png.size())));
}

void TestPictureCodec::nothingOfAPhotographGoesWithIt()
{
    QImage photograph = filled({96, 96}, Qt::gray);
    photograph.setText(QStringLiteral("Comment"), QStringLiteral("taken at home, 52.5 N"));
    QVERIFY(encoded(photograph, "PNG").contains("taken at home"));
    QVERIFY(!encodedPicture(photograph).contains("taken at home"));
}

void TestPictureCodec::builtInOnesAreDifferent()
{
    QSet<QByteArray> pictures;
    const QList<BuiltInPicture> all = BuiltInPictures::all();
    for (const BuiltInPicture &picture : all) {
        const QByteArray png = BuiltInPictures::png(picture.id);
        QCOMPARE(decodedPicture(png).size(), QSize(96, 96));
        QVERIFY(png.size() < mostBytes);
        QVERIFY(!picture.name.isEmpty());
        pictures.insert(png);
    }
    QCOMPARE(pictures.size(), all.size());
    QCOMPARE(BuiltInPictures::png(QStringLiteral("no such one")), QByteArray());
}

void TestPictureCodec::decodes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("isPicture");
    const QImage image = filled({20, 20}, Qt::cyan);
    QTest::newRow("PNG") << encoded(image, "PNG") << true;
    QTest::newRow("JPEG") << encoded(image, "JPG") << true;
    QTest::newRow("BMP") << encoded(image, "BMP") << true;
    QTest::newRow("golden PNG") << redDot << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("text") << QByteArray("hello") << false;
    QTest::newRow("XPM, which Qt reads") << encoded(image, "XPM") << false;
    QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
                         << false;
    QTest::newRow("PNG by its first bytes alone") << redDot.left(8) << false;
}

void TestPictureCodec::decodes()
{
    QFETCH(QByteArray, data);
    QFETCH(bool, isPicture);
    QCOMPARE(!decodedPicture(data).isNull(), isPicture);
}

void TestPictureCodec::refusesWhatIsTooLarge()
{
    QVERIFY(!decodedPicture(encoded(filled({2000, 2000}, Qt::red), "PNG")).isNull());
    QVERIFY(decodedPicture(encoded(filled({2049, 1}, Qt::red), "PNG")).isNull());
    QVERIFY(decodedPicture(encoded(filled({2048, 2048}, Qt::red), "PNG")).isNull());
}

/// None may crash or come out half.
void TestPictureCodec::refusesEveryCutPicture()
{
    for (qsizetype length = 0; length < redDot.size() - 12; ++length)
        QVERIFY2(decodedPicture(redDot.left(length)).isNull(), qPrintable(QString::number(length)));
}

void TestPictureCodec::ownPhotographIsReadSmall()
{
    QByteArray bytes = encoded(filled({4000, 3000}, Qt::yellow), "JPG");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const QImage read = readPicture(buffer);
    QVERIFY(!read.isNull());
    QVERIFY(read.width() < 1000);
}

QTEST_MAIN(TestPictureCodec)
#include "tst_picturecodec.moc"
