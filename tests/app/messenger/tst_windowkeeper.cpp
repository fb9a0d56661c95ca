#include "app/messenger/windowkeeper.h"
#include "core/storage/settings.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/tray/closedialog.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace App;

class TestWindowKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksTheFirstTime();
    void quitAnswerQuits();
    void cancelKeepsEverything();
    void complaint5_withoutATrayItIsMinimised();
    void complaint5_comesOutOfATrayThatGoes();
    void complaint5_startsMinimisedInTheTaskbar();
    void startsMinimisedInTheTray();
    void aWindowSomebodyOpenedStays();

private:
    std::unique_ptr<Msn::Settings> m_settings;
    std::unique_ptr<Ui::MainWindow> m_window;
    std::unique_ptr<WindowKeeper> m_keeper;
    bool m_hasTray = true;
    bool m_isSignedIn = true;
};

void TestWindowKeeper::init()
{
    m_hasTray = m_isSignedIn = true;
    m_keeper.reset();
    m_settings = std::make_unique<Msn::Settings>(QString());
    m_window = std::make_unique<Ui::MainWindow>(*m_settings);
    m_keeper = std::make_unique<WindowKeeper>(
        *m_window, *m_settings, [this] { return m_hasTray; }, [this] { return m_isSignedIn; });
    m_window->show();
}

void TestWindowKeeper::asksTheFirstTime()
{
    const QSignalSpy closed(m_window.get(), &Ui::MainWindow::closed);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(m_keeper->question());
    m_window->close();
    m_keeper->question()->keepButton()->click();
    QVERIFY(m_window->isHidden());
    QTRY_VERIFY(!m_keeper->question());
    m_window->present();
    m_window->close();
    QVERIFY(m_window->isHidden());
    QVERIFY(!m_keeper->question());
    QCOMPARE(closed.count(), 0);
}

void TestWindowKeeper::quitAnswerQuits()
{
    const QSignalSpy closed(m_window.get(), &Ui::MainWindow::closed);
    m_window->close();
    m_keeper->question()->quitButton()->click();
    QCOMPARE(closed.count(), 1);
    QCOMPARE(m_settings->value(Msn::Setting::closeAction), QStringLiteral("quit"));
}

void TestWindowKeeper::cancelKeepsEverything()
{
    m_window->close();
    QTest::keyClick(m_keeper->question(), Qt::Key_Escape);
    QVERIFY(m_window->isVisible());
    QCOMPARE(m_settings->value(Msn::Setting::closeAction), QStringLiteral("ask"));
}

void TestWindowKeeper::complaint5_withoutATrayItIsMinimised()
{
    m_hasTray = false;
    const QSignalSpy closed(m_window.get(), &Ui::MainWindow::closed);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(m_keeper->question());
    m_keeper->question()->keepButton()->click();
    QVERIFY(m_window->isMinimized());
    QVERIFY(!m_window->isHidden());
    QTRY_VERIFY(!m_keeper->question());
    m_window->present();
    m_window->close();
    QVERIFY(m_window->isMinimized());
    QVERIFY(!m_window->isHidden());
    QCOMPARE(closed.count(), 0);
    m_isSignedIn = false;
    m_window->close();
    QCOMPARE(closed.count(), 1);
}

void TestWindowKeeper::complaint5_comesOutOfATrayThatGoes()
{
    m_settings->setValue(Msn::Setting::closeAction, QStringLiteral("tray"));
    m_window->close();
    QVERIFY(m_window->isHidden());
    m_hasTray = false;
    m_keeper->setTrayThere(false);
    QVERIFY(!m_window->isHidden());
    QVERIFY(m_window->isMinimized());
}

void TestWindowKeeper::complaint5_startsMinimisedInTheTaskbar()
{
    m_hasTray = false;
    m_window->showMinimized();
    m_keeper->startMinimised();
    QVERIFY(!m_window->isHidden());
    m_keeper->setTrayThere(false);
    QVERIFY(!m_window->isHidden());
    // A tray that comes later takes it.
    m_keeper->setTrayThere(true);
    QVERIFY(m_window->isHidden());
}

void TestWindowKeeper::startsMinimisedInTheTray()
{
    m_window->showMinimized();
    m_keeper->startMinimised();
    QVERIFY(m_window->isHidden());
}

void TestWindowKeeper::aWindowSomebodyOpenedStays()
{
    m_hasTray = false;
    m_window->showMinimized();
    m_keeper->startMinimised();
    m_window->present();
    m_keeper->setTrayThere(true);
    QVERIFY(m_window->isVisible());
}

QTEST_MAIN(TestWindowKeeper)
#include "tst_windowkeeper.moc"
