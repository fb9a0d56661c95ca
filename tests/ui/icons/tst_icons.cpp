#include "ui/icons/avatar.h"
#include "ui/icons/icons.h"
#include "ui/icons/statusicon.h"
#include "ui/icons/svgimage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QtTest>

using namespace Ui;

class tst_Icons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileDraws_data();
    void everyFileDraws();
    void takesTheColourAskedFor();
    void isSharpAtEveryRatio();
    void followsTheTheme();
    void unknownNameWarnsOnce();
    void statusesDifferInShape();
    void initialIsAWholeSign_data();
    void initialIsAWholeSign();
    void whoIsOfflineIsPale();
    void pictureKeepsItsProportions();
};

namespace {

bool isEmptyImage(const QImage &image)
{
    const QImage alpha = image.convertToFormat(QImage::Format_Alpha8);
    for (int y = 0; y < alpha.height(); ++y) {
        for (int x = 0; x < alpha.width(); ++x) {
            if (alpha.constScanLine(y)[x])
                return false;
        }
    }
    return true;
}

/// Which pixels are drawn on, whatever the colour.
QImage shapeOf(const QPixmap &pixmap, const QColor &hole)
{
    QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, image.pixelColor(x, y) == hole ? Qt::white : Qt::black);
    }
    return image;
}

} // namespace

void tst_Icons::everyFileDraws_data()
{
    QTest::addColumn<QString>("path");
    for (const char *folder : {":/icons", ":/status", ":/emoticons", ":/mark", ":/pictures"}) {
        const QFileInfoList files
            = QDir(QString::fromLatin1(folder)).entryInfoList({QStringLiteral("*.svg")});
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &file : files)
            QTest::addRow("%s", qPrintable(file.filePath())) << file.filePath();
    }
}

void tst_Icons::everyFileDraws()
{
    QFETCH(const QString, path);
    QVERIFY(!isEmptyImage(renderedSvg(path, {20, 20}, 1)));
}

void tst_Icons::takesTheColourAskedFor()
{
    const QImage image = Icons::pixmap(QStringLiteral("stop"), Qt::red, 40, 1).toImage();
    int opaque = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255) {
                ++opaque;
                QCOMPARE(image.pixelColor(x, y), QColor(Qt::red));
            }
        }
    }
    QVERIFY(opaque > 0);
}

void tst_Icons::isSharpAtEveryRatio()
{
    const QIcon icon = Icons::icon(QStringLiteral("send"));
    for (const qreal ratio : {1.0, 1.5, 2.0, 3.0}) {
        const QPixmap pixmap = icon.pixmap(QSize(20, 20), ratio);
        QCOMPARE(pixmap.width(), int(20 * ratio));
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
    }
}

void tst_Icons::followsTheTheme()
{
    Theme theme(*qApp, Theme::Appearance::Light);
    const QIcon icon = Icons::icon(QStringLiteral("stop"));
    const QImage light = icon.pixmap(20).toImage();
    theme.setAppearance(Theme::Appearance::Dark);
    QVERIFY(icon.pixmap(20).toImage() != light);
}

void tst_Icons::unknownNameWarnsOnce()
{
    QTest::ignoreMessage(QtWarningMsg, "No such icon: :/icons/no-such.svg");
    const QIcon icon = Icons::icon(QStringLiteral("no-such"));
    icon.pixmap(20);
    icon.pixmap(20);
}

void tst_Icons::statusesDifferInShape()
{
    const Tokens &tokens = Tokens::light();
    QList<QImage> shapes;
    for (const Msn::Status status :
        {Msn::Status::Online, Msn::Status::Away, Msn::Status::Busy, Msn::Status::Offline}) {
        const QImage shape = shapeOf(statusPixmap(status, false, tokens, 32, 1), tokens.window);
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
    QVERIFY(statusPixmap(Msn::Status::Online, true, tokens, 32, 1).toImage()
        != statusPixmap(Msn::Status::Online, false, tokens, 32, 1).toImage());
}

void tst_Icons::initialIsAWholeSign_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Chinese") << QStringLiteral("小雨");
    QTest::newRow("emoji of two code units") << QStringLiteral("🦋 wing");
    QTest::newRow("emoji family") << QStringLiteral("👨‍👩‍👧 us");
    QTest::newRow("Arabic") << QStringLiteral("كريم");
    QTest::newRow("blanks") << QStringLiteral("   ");
    QTest::newRow("nothing") << QString();
}

void tst_Icons::initialIsAWholeSign()
{
    QFETCH(const QString, name);
    const Avatar avatar{Msn::Address(QStringLiteral("ana@example.com")), name, {}, false};
    const QPixmap pixmap = avatarPixmap(avatar, 32, 6, 2);
    QCOMPARE(pixmap.size(), QSize(64, 64));
    QCOMPARE(pixmap.toImage().pixelColor(0, 0).alpha(), 0);
    QCOMPARE(pixmap.toImage().pixelColor(32, 2).alpha(), 255);
}

void tst_Icons::whoIsOfflineIsPale()
{
    const Avatar avatar{Msn::Address(QStringLiteral("ana@example.com")), QStringLiteral("Ana"), {}, false};
    const auto alphaOf = [&avatar](Msn::Status status) {
        const QPixmap pixmap
            = avatarWithStatus(avatar, status, false, 24, 12, Tokens::light(), Tokens::light().window, 1);
        return pixmap.toImage().pixelColor(6, 3).alpha();
    };
    QCOMPARE(alphaOf(Msn::Status::Away), 255);
    QVERIFY(alphaOf(Msn::Status::Offline) < 160);
}

void tst_Icons::pictureKeepsItsProportions()
{
    QImage picture(300, 100, QImage::Format_RGB32);
    picture.fill(Qt::red);
    for (int x = 100; x < 200; ++x) {
        for (int y = 0; y < 100; ++y)
            picture.setPixelColor(x, y, Qt::blue);
    }
    const Avatar avatar{Msn::Address(QStringLiteral("ana@example.com")), {}, picture, false};
    const QImage shown = avatarPixmap(avatar, 50, 6, 1).toImage();
    QCOMPARE(shown.pixelColor(25, 25), QColor(Qt::blue));
    QCOMPARE(shown.pixelColor(3, 25), QColor(Qt::blue));
}

QTEST_MAIN(tst_Icons)
#include "tst_icons.moc"
