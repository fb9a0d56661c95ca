#include "ui/contacts/namepainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Ui;

class TestNamePainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereThereArePictures_data();
    void whereThereArePictures();
    void strangersCannotMakeManyPictures();
    void nameInItsOwnWidthIsWhole();
    void drawsWhateverFits_data();
    void drawsWhateverFits();

private:
    const NamePainter m_names{};
};

void TestNamePainter::whereThereArePictures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("pictures");
    QTest::newRow("none") << QStringLiteral("Ana") << 0;
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("at the end") << QStringLiteral("Ana :)") << 1;
    QTest::newRow("only one") << QStringLiteral(":)") << 1;
    QTest::newRow("two and text") << QStringLiteral(":) Ana :D") << 2;
    QTest::newRow("address") << QStringLiteral("a(8)@example.com") << 0;
    QTest::newRow("Arabic") << QStringLiteral("كريم :)") << 0;
}

/// Told by the width: a picture takes a square and two pixels instead of its letters.
void TestNamePainter::whereThereArePictures()
{
    QFETCH(QString, name);
    QFETCH(int, pictures);
    QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
    const QPainter painter(&image);
    const QFontMetrics metrics(painter.font());
    QString letters = name;
    if (pictures > 0)
        letters.remove(QStringLiteral(":)")).remove(QStringLiteral(":D"));
    const int expected = metrics.horizontalAdvance(letters) + pictures * (metrics.height() + 2) + 1;
    QCOMPARE(m_names.widthOf(painter, name), expected);
}

void TestNamePainter::strangersCannotMakeManyPictures()
{
    QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
    const QPainter painter(&image);
    const QFontMetrics metrics(painter.font());
    const int width = m_names.widthOf(painter, QStringLiteral(":)").repeated(60));
    QCOMPARE(width,
        12 * (metrics.height() + 2) + metrics.horizontalAdvance(QStringLiteral(":)").repeated(48)) + 1);
}

/// A name that has all the room it asks for must not end in an ellipsis.
void TestNamePainter::nameInItsOwnWidthIsWhole()
{
    const QString name = QStringLiteral("Jo\u00e3o Ferreira");
    QImage image(300, 30, QImage::Format_ARGB32_Premultiplied);
    QImage free = image;
    for (QImage *target : {&image, &free}) {
        target->fill(Qt::white);
        QPainter painter(target);
        const int width = target == &image ? m_names.widthOf(painter, name) : 300;
        m_names.draw(painter, QRect(0, 0, width, 30), name, Qt::LeftToRight);
    }
    QCOMPARE(image, free);
}

void TestNamePainter::drawsWhateverFits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("width");
    const QString name = QStringLiteral("A long name :) with a picture :D in it");
    for (const int width : {0, 5, 20, 60, 100, 400})
        QTest::addRow("%d", width) << name << width;
    QTest::newRow("Arabic") << QStringLiteral("محمد عبد الرحمن :)") << 60;
}

void TestNamePainter::drawsWhateverFits()
{
    QFETCH(QString, name);
    QFETCH(int, width);
    QImage image(500, 30, QImage::Format_ARGB32_Premultiplied);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        image.fill(Qt::white);
        QPainter painter(&image);
        m_names.draw(painter, QRect(50, 0, width, 30), name, direction);
        painter.end();
        for (int x = 0; x < image.width(); ++x) {
            if (x >= 48 && x < 52 + width)
                continue;
            for (int y = 0; y < image.height(); ++y)
                QVERIFY2(image.pixel(x, y) == 0xffffffff, qPrintable(QString::number(x)));
        }
    }
}

QTEST_MAIN(TestNamePainter)
#include "tst_namepainter.moc"
