#include "ui/history/daycalendar.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Ui;

class TestDayCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSixWeeksAroundItsMonth_data();
    void showsSixWeeksAroundItsMonth();
    void enterChoosesADay();
    void saysWhetherADayHasMessages();
    void tellsThatOtherDaysAreShown();
    void fitsBesideAList();
};

void TestDayCalendar::showsSixWeeksAroundItsMonth_data()
{
    QTest::addColumn<QDate>("month");
    QTest::addColumn<QDate>("first");
    QTest::newRow("in the middle of a week") << QDate(2024, 5, 1) << QDate(2024, 4, 29);
    QTest::newRow("begins with the week") << QDate(2024, 7, 1) << QDate(2024, 6, 24);
    QTest::newRow("ends with the week") << QDate(2023, 10, 1) << QDate(2023, 9, 25);
}

/// The table of the calendar itself is asked: its first cell is the day of the month before.
void TestDayCalendar::showsSixWeeksAroundItsMonth()
{
    QFETCH(QDate, month);
    QFETCH(QDate, first);
    DayCalendar calendar;
    calendar.setFirstDayOfWeek(Qt::Monday);
    calendar.setCurrentPage(month.year(), month.month());
    QCOMPARE(calendar.firstShown(), first);
    const auto *table = calendar.findChild<QTableView *>();
    QVERIFY(table);
    const QAbstractItemModel &days = *table->model();
    const QModelIndex top = days.index(days.rowCount() - 6, days.columnCount() - 7);
    QCOMPARE(top.data().toInt(), first.day());
}

void TestDayCalendar::enterChoosesADay()
{
    DayCalendar calendar;
    calendar.setSelectedDate(QDate(2024, 5, 10));
    calendar.show();
    QSignalSpy chosen(&calendar, &DayCalendar::dayChosen);
    auto *table = calendar.findChild<QTableView *>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(chosen.constLast().at(0).toDate(), QDate(2024, 5, 11));
}

void TestDayCalendar::saysWhetherADayHasMessages()
{
    DayCalendar calendar;
    calendar.setSelectedDate(QDate(2024, 5, 10));
    QVERIFY(calendar.accessibleDescription().endsWith(QStringLiteral("no messages")));
    calendar.setMarked({QDate(2024, 5, 10)});
    QVERIFY(calendar.accessibleDescription().endsWith(QStringLiteral("with messages")));
    QVERIFY(calendar.isMarked(QDate(2024, 5, 10)));
    QVERIFY(!calendar.isMarked(QDate(2024, 5, 11)));
}

void TestDayCalendar::tellsThatOtherDaysAreShown()
{
    DayCalendar calendar;
    calendar.setCurrentPage(2024, 5);
    QSignalSpy changed(&calendar, &DayCalendar::shownDaysChanged);
    calendar.showNextMonth();
    QCOMPARE(changed.size(), 1);
}

/// Regression: it took half of a window of 800 pixels.
void TestDayCalendar::fitsBesideAList()
{
    const Theme theme(*qApp);
    const DayCalendar calendar;
    QVERIFY(calendar.minimumSizeHint().width() < 300);
    QCOMPARE(calendar.sizeHint(), calendar.minimumSizeHint());
}

QTEST_MAIN(TestDayCalendar)

#include "tst_daycalendar.moc"
