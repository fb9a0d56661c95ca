#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/input/emoticonpicker.h"
#include "ui/emoticons/emoticonset.h"

#include <QLineEdit>
#include <QListView>
#include <QtTest>

using namespace Ui;

class tst_EmoticonPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_emoticons = EmoticonSet::load(); }
    void init();
    void cleanup() { m_picker.reset(); }

    void showsAll();
    void searchesNamesAndCodes_data();
    void searchesNamesAndCodes();
    void enterPicksTheFirstMatch();
    void arrowsWalk();
    void clickPicks();
    void remembersTheLastUsed();
    void noMatchPicksNothing();
    void escapeCloses();

private:
    QListView *grid() const { return m_picker->findChild<QListView *>(QStringLiteral("emoticons")); }
    QListView *recent() const { return m_picker->findChild<QListView *>(QStringLiteral("recentEmoticons")); }
    QLineEdit *search() const { return m_picker->findChild<QLineEdit *>(); }

    EmoticonSet m_emoticons;
    std::unique_ptr<ChatPreferences> m_preferences;
    std::unique_ptr<EmoticonPicker> m_picker;
    QWidget m_anchor;
};

void tst_EmoticonPicker::init()
{
    m_preferences = std::make_unique<ChatPreferences>();
    m_picker = std::make_unique<EmoticonPicker>(m_emoticons, *m_preferences);
    m_picker->popUp(m_anchor);
}

void tst_EmoticonPicker::showsAll()
{
    QCOMPARE(grid()->model()->rowCount(), int(m_emoticons.all().size()));
    QVERIFY(!recent()->isVisible());
    for (int row = 0; row < grid()->model()->rowCount(); ++row)
        QVERIFY(!grid()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void tst_EmoticonPicker::searchesNamesAndCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("title") << QStringLiteral("Sunglasses") << QStringLiteral("(H)");
    QTest::newRow("code") << QStringLiteral("(brb)") << QStringLiteral("(brb)");
}

void tst_EmoticonPicker::searchesNamesAndCodes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, code);
    QSignalSpy picked(m_picker.get(), &EmoticonPicker::picked);
    QTest::keyClicks(search(), text);
    QCOMPARE(grid()->model()->rowCount(), 1);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(picked.first().first().toString(), code);
}

void tst_EmoticonPicker::enterPicksTheFirstMatch()
{
    QSignalSpy picked(m_picker.get(), &EmoticonPicker::picked);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(picked.size(), 0);
    QTest::keyClicks(search(), QStringLiteral("smile"));
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QVERIFY(!m_picker->isVisible());
}

void tst_EmoticonPicker::arrowsWalk()
{
    QSignalSpy picked(m_picker.get(), &EmoticonPicker::picked);
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(grid()->currentIndex().row(), 0);
    QTest::keyClick(grid(), Qt::Key_Right);
    QCOMPARE(grid()->currentIndex().row(), 1);
    QTest::keyClick(grid(), Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.first().first().toString(), m_emoticons.all().at(1).code());
}

void tst_EmoticonPicker::clickPicks()
{
    QSignalSpy picked(m_picker.get(), &EmoticonPicker::picked);
    const QModelIndex third = grid()->model()->index(2, 0);
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, grid()->visualRect(third).center());
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.first().first().toString(), m_emoticons.all().at(2).code());
}

void tst_EmoticonPicker::remembersTheLastUsed()
{
    for (const QString &name : {QStringLiteral("smile"), QStringLiteral("wink"), QStringLiteral("smile")}) {
        QTest::keyClicks(search(), name);
        QTest::keyClick(search(), Qt::Key_Return);
        m_picker->popUp(m_anchor);
    }
    QCOMPARE(
        m_preferences->recentEmoticons(), QStringList({QStringLiteral("smile"), QStringLiteral("wink")}));
    QVERIFY(recent()->isVisible());
    QCOMPARE(recent()->model()->rowCount(), 2);
    QTest::keyClick(search(), Qt::Key_Down);
    QSignalSpy picked(m_picker.get(), &EmoticonPicker::picked);
    QTest::keyClick(recent(), Qt::Key_Return);
    QCOMPARE(picked.first().first().toString(), QStringLiteral(":)"));
}

void tst_EmoticonPicker::noMatchPicksNothing()
{
    QSignalSpy picked(m_picker.get(), &EmoticonPicker::picked);
    QTest::keyClicks(search(), QStringLiteral("no such thing"));
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(picked.size(), 0);
    QVERIFY(m_picker->isVisible());
}

void tst_EmoticonPicker::escapeCloses()
{
    QTest::keyClick(m_picker.get(), Qt::Key_Escape);
    QVERIFY(!m_picker->isVisible());
}

QTEST_MAIN(tst_EmoticonPicker)
#include "tst_emoticonpicker.moc"
