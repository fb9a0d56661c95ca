#include "ui/pictures/builtinpictures.h"
#include "ui/pictures/picturebutton.h"
#include "ui/pictures/picturechooser.h"
#include "ui/pictures/picturecodec.h"
#include "ui/pictures/picturepopup.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Ui;

/// A picture that a person changes, with the small window to choose from.
class TestPictureButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_button.reset(); }
    void keysPickAPicture();
    void clickPicksAPicture();
    void nothingIsChosenByEscape();
    void noPictureTakesItAway();
    void currentOneIsMarked();
    void fileBecomesThePicture();
    void whatIsNoPictureIsSaid();

private:
    void drop(const QString &path);
    PicturePopup *popup() const { return m_button->chooser()->popup(); }
    QListView *grid() const { return popup()->findChild<QListView *>(); }

    std::unique_ptr<PictureButton> m_button;
};

void TestPictureButton::init()
{
    m_button = std::make_unique<PictureButton>(52);
    m_button->setPerson(Msn::Address(QStringLiteral("ana@example.com")), QStringLiteral("Ana"));
    m_button->show();
}

void TestPictureButton::drop(const QString &path)
{
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(m_button->rect().center(), Qt::CopyAction, &file, Qt::LeftButton, {});
    QVERIFY(QApplication::sendEvent(m_button.get(), &enter) && enter.isAccepted());
    QDropEvent dropped(m_button->rect().center(), Qt::CopyAction, &file, Qt::LeftButton, {});
    QApplication::sendEvent(m_button.get(), &dropped);
}

void TestPictureButton::keysPickAPicture()
{
    QSignalSpy chosen(m_button.get(), &PictureButton::pictureChosen);
    QTest::keyClick(m_button.get(), Qt::Key_Space);
    QVERIFY(popup()->isVisible());
    QTest::keyClick(grid(), Qt::Key_Right);
    QTest::keyClick(grid(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_button->picture(), BuiltInPictures::png(BuiltInPictures::all().at(1).id));
    QVERIFY(!popup()->isVisible());
}

void TestPictureButton::clickPicksAPicture()
{
    m_button->letChoose();
    const QRect third = grid()->visualRect(grid()->model()->index(2, 0));
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, third.center());
    QCOMPARE(m_button->picture(), BuiltInPictures::png(BuiltInPictures::all().at(2).id));
}

void TestPictureButton::nothingIsChosenByEscape()
{
    QSignalSpy chosen(m_button.get(), &PictureButton::pictureChosen);
    m_button->letChoose();
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QVERIFY(chosen.isEmpty());
}

void TestPictureButton::noPictureTakesItAway()
{
    m_button->setPicture(BuiltInPictures::png(QStringLiteral("cat")));
    m_button->letChoose();
    const QList<QPushButton *> links = popup()->findChildren<QPushButton *>();
    QCOMPARE(links.size(), 2);
    for (QPushButton *link : links) {
        if (link->text().contains(QLatin1String("No picture")))
            link->click();
    }
    QVERIFY(m_button->picture().isEmpty());
}

void TestPictureButton::currentOneIsMarked()
{
    const BuiltInPicture guitar = BuiltInPictures::all().at(3);
    m_button->setPicture(BuiltInPictures::png(guitar.id));
    m_button->letChoose();
    QCOMPARE(grid()->currentIndex().data(Qt::AccessibleTextRole).toString(), guitar.name);
}

void TestPictureButton::fileBecomesThePicture()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("photo.jpg"));
    QImage photograph(800, 600, QImage::Format_RGB32);
    photograph.fill(Qt::magenta);
    QVERIFY(photograph.save(path));
    QSignalSpy chosen(m_button.get(), &PictureButton::pictureChosen);
    drop(path);
    QVERIFY(chosen.wait());
    QCOMPARE(decodedPicture(m_button->picture()).size(), QSize(96, 96));
}

void TestPictureButton::whatIsNoPictureIsSaid()
{
    QSignalSpy chosen(m_button.get(), &PictureButton::pictureChosen);
    m_button->letChoose();
    popup()->close();
    drop(QStringLiteral("/no/such/file.png"));
    QTRY_VERIFY(popup()->isVisible());
    QVERIFY(popup()->findChild<QLabel *>()->text().contains(QLatin1String("cannot be read")));
    QVERIFY(chosen.isEmpty());
}

QTEST_MAIN(TestPictureButton)
#include "tst_picturebutton.moc"
