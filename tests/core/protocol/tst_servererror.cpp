#include "core/protocol/servererror.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Msn;

class tst_ServerError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKnownNumberHasARow_data();
    void everyKnownNumberHasARow();
    void rowsAreSortedAndUnique();
    void actions_data();
    void actions();
    void groups_data();
    void groups();
    void unknownNumbersAreOnlyTold();
};

/// errors.md; the first row alone is the error table of the MSNP9 analysis.
void tst_ServerError::everyKnownNumberHasARow_data()
{
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("MSNP9 analysis") << QList{200, 201, 205, 206, 207, 208, 209, 210, 215, 216, 217, 218, 219,
        223, 224, 225, 229, 230, 300, 302, 500, 540, 600, 707, 910, 911};
    QTest::newRow("2xx") << QList{202, 203, 204, 211, 212, 213, 220, 226, 227, 228, 231, 232, 233, 234, 240,
        241, 280, 281, 282, 283, 285, 290};
    QTest::newRow("3xx and 4xx") << QList{301, 400, 402, 403};
    QTest::newRow("5xx and 6xx") << QList{
        501, 502, 503, 504, 505, 508, 509, 510, 511, 520, 601, 602, 603, 604, 605, 606};
    QTest::newRow("7xx") << QList{700, 710, 711, 712, 713, 714, 715, 717, 718, 719, 726, 729, 731, 733, 734};
    QTest::newRow("8xx and 9xx") << QList{800, 912, 913, 914, 915, 916, 917, 918, 919, 920, 921, 922, 923,
        924, 926, 927, 928, 929, 930, 931, 933, 934, 935};
}

void tst_ServerError::everyKnownNumberHasARow()
{
    QFETCH(QList<int>, numbers);
    for (const int number : numbers) {
        const auto rows = serverErrorTable();
        const bool found
            = std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.number == number; });
        QVERIFY2(found, qPrintable(QString::number(number)));
    }
}

void tst_ServerError::rowsAreSortedAndUnique()
{
    const auto rows = serverErrorTable();
    for (size_t i = 1; i < rows.size(); ++i)
        QVERIFY2(rows[i - 1].number < rows[i].number, qPrintable(QString::number(rows[i].number)));
}

void tst_ServerError::actions_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorAction>("action");
    const auto row = [](int number, ErrorAction action) { QTest::addRow("%d", number) << number << action; };
    row(200, ErrorAction::OwnMistake);
    row(205, ErrorAction::Tell);
    row(209, ErrorAction::Tell);
    row(215, ErrorAction::Repair);
    row(216, ErrorAction::Repair);
    row(217, ErrorAction::Tell);
    row(218, ErrorAction::Repair);
    row(219, ErrorAction::Repair);
    row(230, ErrorAction::OwnMistake);
    row(280, ErrorAction::RetryLater);
    row(403, ErrorAction::RetryLater);
    row(500, ErrorAction::Tell);
    row(540, ErrorAction::Reconnect);
    row(600, ErrorAction::Reconnect);
    row(713, ErrorAction::Tell);
    row(800, ErrorAction::RetryLater);
    row(913, ErrorAction::Tell);
    row(917, ErrorAction::GiveUp);
    row(924, ErrorAction::GiveUp);
    row(930, ErrorAction::Reconnect); // wrong server: by way of the dispatch server
    row(931, ErrorAction::Reconnect);
    row(935, ErrorAction::OwnMistake);
}

void tst_ServerError::actions()
{
    QFETCH(int, number);
    QFETCH(ErrorAction, action);
    QCOMPARE(int(errorAction(number)), int(action));
}

void tst_ServerError::groups_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("group");
    const auto row
        = [](int number, ErrorGroup group) { QTest::addRow("%d", number) << number << int(group); };
    row(200, ErrorGroup::Request);
    row(403, ErrorGroup::Request);
    row(500, ErrorGroup::Server);
    row(605, ErrorGroup::Server);
    row(707, ErrorGroup::Session);
    row(800, ErrorGroup::Session);
    row(911, ErrorGroup::SignIn);
    row(100, ErrorGroup::Unknown);
    row(0, ErrorGroup::Unknown);
    row(1000, ErrorGroup::Unknown);
}

void tst_ServerError::groups()
{
    QFETCH(int, number);
    QFETCH(int, group);
    QCOMPARE(int(errorGroup(number)), group);
}

void tst_ServerError::unknownNumbersAreOnlyTold()
{
    const QList<int> numbers{0, 299, 413, 420, 550, 598, 999};
    for (const int number : numbers)
        QCOMPARE(int(errorAction(number)), int(ErrorAction::Tell));
}

QTEST_GUILESS_MAIN(tst_ServerError)

#include "tst_servererror.moc"
