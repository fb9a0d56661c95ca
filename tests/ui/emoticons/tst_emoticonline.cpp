#include "ui/emoticons/emoticonline.h"

#include <QApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QtTest>

using namespace Ui;

class tst_EmoticonLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainTextIsAsWideAsText();
    void codesAreAsWideAsTheyAreHigh();
    void rightToLeftKeepsItsCodes();
    void longNamesStayInTheirPlace();

private:
    const EmoticonSet m_emoticons = EmoticonSet::load();
};

void tst_EmoticonLine::plainTextIsAsWideAsText()
{
    const QFont font = QApplication::font();
    const EmoticonLine line(QStringLiteral("Rosa"), font, m_emoticons);
    QVERIFY(!line.hasPictures());
    QCOMPARE(line.width(), QFontMetrics(font).horizontalAdvance(QStringLiteral("Rosa")));
}

void tst_EmoticonLine::codesAreAsWideAsTheyAreHigh()
{
    const QFont font = QApplication::font();
    const EmoticonLine line(QStringLiteral("(F)(F)"), font, m_emoticons);
    QVERIFY(line.hasPictures());
    QCOMPARE(line.width(), 2 * QFontMetrics(font).height());
}

void tst_EmoticonLine::rightToLeftKeepsItsCodes()
{
    QVERIFY(!EmoticonLine(QString::fromUtf8("كريم (F)"), QApplication::font(), m_emoticons).hasPictures());
}

void tst_EmoticonLine::longNamesStayInTheirPlace()
{
    QImage image(200, 40, QImage::Format_ARGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        const EmoticonLine line(
            QStringLiteral("(F) a very long name that does not fit (F)"), QApplication::font(), m_emoticons);
        line.paint(painter, QRect(20, 0, 80, 40), false);
    }
    bool inside = false;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            const bool drawn = image.pixelColor(x, y) != QColor(Qt::white);
            QVERIFY2(!drawn || (x >= 19 && x <= 101), qPrintable(QString::number(x)));
            inside = inside || drawn;
        }
    }
    QVERIFY(inside);
}

QTEST_MAIN(tst_EmoticonLine)
#include "tst_emoticonline.moc"
