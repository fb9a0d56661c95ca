#include "ui/widgets/windowplaces.h"

#include <QDialog>
#include <QTest>
#include <QWindow>

using namespace Ui;

class TestWindowPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dialogDrawnAsideOpensThereAgain_data();
    void dialogDrawnAsideOpensThereAgain();
    void newDialogIsPlacedAsEver();

private:
    const WindowPlaces m_places;
};

void TestWindowPlaces::dialogDrawnAsideOpensThereAgain_data()
{
    QTest::addColumn<bool>("closed");
    QTest::newRow("closed") << true;
    QTest::newRow("hidden") << false;
}

void TestWindowPlaces::dialogDrawnAsideOpensThereAgain()
{
    QFETCH(const bool, closed);
    QDialog dialog;
    dialog.resize(200, 100);
    dialog.show();
    // As a window manager does: the widget has not asked for it.
    dialog.windowHandle()->setPosition(30, 40);
    QTRY_COMPARE(dialog.geometry().topLeft(), QPoint(30, 40));
    for (int again = 0; again < 3; ++again) {
        closed ? void(dialog.close()) : dialog.hide();
        dialog.show();
        QTRY_COMPARE(dialog.windowHandle()->geometry(), QRect(30, 40, 200, 100));
        QCOMPARE(dialog.geometry(), QRect(30, 40, 200, 100));
    }
}

void TestWindowPlaces::newDialogIsPlacedAsEver()
{
    QWidget window;
    window.setGeometry(100, 100, 600, 500);
    window.show();
    QDialog dialog(&window);
    dialog.resize(200, 100);
    dialog.show();
    QVERIFY(!dialog.testAttribute(Qt::WA_Moved));
    QVERIFY((dialog.geometry().center() - window.geometry().center()).manhattanLength() < 60);
}

QTEST_MAIN(TestWindowPlaces)
#include "tst_windowplaces.moc"
