#include "ui/mainwindow/mainwindow.h"

#include "core/storage/settings.h"

#include <QScreen>
#include <QTest>

using namespace Ui;

/// The window itself, without anybody signed in.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversationsBesideTheListMakeItWider();
    void nextStartIsNotWider();
    void paneStaysOnTheScreen();

private:
    Msn::Settings m_settings{QString()};
};

void TestMainWindow::conversationsBesideTheListMakeItWider()
{
    QWidget pane;
    MainWindow window(m_settings);
    window.resize(300, 500);
    window.show();
    window.setSidePane(&pane);
    QVERIFY(window.width() > 600);
    QVERIFY(pane.isVisible() && pane.width() > 300);
    window.setSidePane(nullptr);
    QCOMPARE(window.width(), 300);
}

/// Each start added the width of the conversations once more.
void TestMainWindow::nextStartIsNotWider()
{
    QWidget pane;
    {
        MainWindow window(m_settings);
        window.resize(300, 500);
        window.show();
        window.setSidePane(&pane);
        window.keepPlace();
        window.setSidePane(nullptr);
    }
    const MainWindow again(m_settings);
    QCOMPARE(again.width(), 300);
}

void TestMainWindow::paneStaysOnTheScreen()
{
    QWidget pane;
    MainWindow window(m_settings);
    const int screen = window.screen()->availableSize().width();
    window.resize(screen - 100, 500);
    window.show();
    window.setSidePane(&pane);
    QVERIFY2(window.frameGeometry().width() <= screen, qPrintable(QString::number(window.width())));
    QVERIFY(pane.width() > 300);
    window.setSidePane(nullptr);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
