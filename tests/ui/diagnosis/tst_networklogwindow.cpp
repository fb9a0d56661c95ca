#include "core/net/trafficlog.h"
#include "tests/support/buttons.h"
#include "ui/diagnosis/networklogwindow.h"
#include "ui/diagnosis/trafficfilter.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Ui;
using Msn::Command;
using Test::button;

class TestNetworkLogWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_window; }
    void showsLinesAsTheyCome();
    void filters_data();
    void filters();
    void pausesAndGoesOn();
    void clears();
    void savesWhatIsShown();
    void aFileThatCannotBeWrittenIsSaid();
    void theAccountIsInTheTitle();
    void severalAccountsCanBeToldApart();
    void nothingIsPutIntoWordsOnceItIsClosed();

private:
    int shown() const { return m_window->findChild<QListView *>()->model()->rowCount(); }

    Msn::TrafficLog m_log;
    QPointer<NetworkLogWindow> m_window;
};

void TestNetworkLogWindow::init()
{
    m_window = new NetworkLogWindow(m_log);
    m_log.sent(Command{"VER", 1, {"MSNP10", "CVR0"}, {}});
    m_log.received(Command{"VER", 1, {"MSNP10"}, {}});
    m_log.received(Command{"MSG", {}, {"rosa@example.com", "Rosa"}, QByteArray("VER hello")});
    m_window->show();
}

void TestNetworkLogWindow::showsLinesAsTheyCome()
{
    QCOMPARE(shown(), 3);
    m_log.sent(Command{"PNG", {}, {}, {}});
    QCOMPARE(shown(), 4);
}

void TestNetworkLogWindow::filters_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("direction");
    QTest::addColumn<int>("lines");
    QTest::newRow("all") << QString() << 0 << 3;
    QTest::newRow("verb") << QStringLiteral("VER") << 0 << 2;
    QTest::newRow("two verbs") << QStringLiteral("MSG VER") << 0 << 3;
    QTest::newRow("word, any case") << QStringLiteral("ROSA@") << 0 << 1;
    QTest::newRow("verb and word") << QStringLiteral("VER cvr0") << 0 << 1;
    QTest::newRow("sent") << QString() << 1 << 1;
    QTest::newRow("received") << QString() << 2 << 2;
    QTest::newRow("nothing") << QStringLiteral("xyz") << 0 << 0;
}

void TestNetworkLogWindow::filters()
{
    QFETCH(QString, words);
    QFETCH(int, direction);
    m_window->findChild<QLineEdit *>()->setText(words);
    m_window->findChild<QComboBox *>()->setCurrentIndex(direction);
    QTEST(shown(), "lines");
}

void TestNetworkLogWindow::pausesAndGoesOn()
{
    button(*m_window, QStringLiteral("Pause"))->click();
    m_log.sent(Command{"PNG", {}, {}, {}});
    QCOMPARE(shown(), 3);
    button(*m_window, QStringLiteral("Go on"))->click();
    QCOMPARE(shown(), 4);
}

void TestNetworkLogWindow::clears()
{
    button(*m_window, QStringLiteral("Clear"))->click();
    QCOMPARE(shown(), 0);
}

void TestNetworkLogWindow::savesWhatIsShown()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("log.txt"));
    m_window->findChild<QLineEdit *>()->setText(QStringLiteral("MSG"));
    QVERIFY(m_window->saveTo(name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), 1);
    QVERIFY(text.contains(" <- MSG rosa@example.com"));
}

void TestNetworkLogWindow::aFileThatCannotBeWrittenIsSaid()
{
    const QTemporaryDir folder;
    QVERIFY(!m_window->saveTo(folder.filePath(QStringLiteral("no/such/log.txt"))));
}

void TestNetworkLogWindow::theAccountIsInTheTitle()
{
    m_log.partOf(QStringLiteral("alice@example.com on Home"))->sent(Command{"PNG", {}, {}, {}});
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("alice@example.com on Home")));
    QVERIFY(m_window->findChildren<QComboBox *>().constLast()->isHidden());
}

void TestNetworkLogWindow::severalAccountsCanBeToldApart()
{
    m_log.partOf(QStringLiteral("alice@example.com on Home"))->sent(Command{"PNG", {}, {}, {}});
    m_log.partOf(QStringLiteral("bob@example.net on Home"))->received(Command{"QNG", {}, {}, {}});
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("alice")));
    auto *choice = m_window->findChildren<QComboBox *>().constLast();
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 3);
    QCOMPARE(shown(), 5);
    choice->setCurrentIndex(2);
    QCOMPARE(shown(), 1);
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("bob@example.net on Home")));
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("log.txt"));
    choice->setCurrentIndex(0);
    QVERIFY(m_window->saveTo(name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("[alice@example.com on Home] -> PNG"));
}

void TestNetworkLogWindow::nothingIsPutIntoWordsOnceItIsClosed()
{
    m_window->close();
    QTRY_VERIFY(m_window.isNull());
    int lines = 0;
    const auto connection = connect(&m_log, &Msn::TrafficLog::lineWritten, this, [&lines] { ++lines; });
    m_log.sent(Command{"PNG", {}, {}, {}});
    QCOMPARE(lines, 1);
    disconnect(connection);
    m_log.sent(Command{"PNG", {}, {}, {}});
    QCOMPARE(lines, 1);
}

QTEST_MAIN(TestNetworkLogWindow)
#include "tst_networklogwindow.moc"
