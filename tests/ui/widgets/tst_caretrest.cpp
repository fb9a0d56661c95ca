#include "ui/widgets/caretrest.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QStyleHints>
#include <QTest>

using namespace Ui;
using namespace std::chrono_literals;

class TestCaretRest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complaint21_caretStandsStillWhileNobodyWrites();
    void caretIsAsBeforeInTheEnd();

private:
    static int flashTime() { return QGuiApplication::styleHints()->cursorFlashTime(); }
};

void TestCaretRest::complaint21_caretStandsStillWhileNobodyWrites()
{
    const int usual = flashTime();
    QVERIFY(usual > 0);
    const CaretRest rest(50ms);
    QLineEdit field;
    field.show();
    QTRY_COMPARE(flashTime(), 0);
    QTest::keyClick(&field, Qt::Key_A);
    QCOMPARE(flashTime(), usual);
    QTRY_COMPARE(flashTime(), 0);
    QTest::mouseClick(&field, Qt::LeftButton);
    QCOMPARE(flashTime(), usual);
}

void TestCaretRest::caretIsAsBeforeInTheEnd()
{
    const int usual = flashTime();
    {
        const CaretRest rest(1ms);
        QTRY_COMPARE(flashTime(), 0);
    }
    QCOMPARE(flashTime(), usual);
}

QTEST_MAIN(TestCaretRest)
#include "tst_caretrest.moc"
