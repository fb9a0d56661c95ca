#include "app/hosting/statisticsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace App;

class tst_StatisticsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack();
    void nonsense_data();
    void nonsense();
    void whileItRuns();
    void onlyOneWrites();
};

void tst_StatisticsFile::thereAndBack()
{
    StatisticsReport report;
    report.startedAt = QDateTime(QDate(2026, 11, 22), QTime(8, 30), Qt::UTC);
    report.messagesPerSecond = 12.5;
    report.counts = {1, 2, 3, 4, 5'000'000'000, 6, 7, 8, 9, 10, 11};
    const auto read = parseStatistics(encodeStatistics(report));
    QVERIFY(read);
    QCOMPARE(read->counts, report.counts);
    QCOMPARE(read->startedAt, report.startedAt);
    QCOMPARE(read->messagesPerSecond, report.messagesPerSecond);
}

void tst_StatisticsFile::nonsense_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no start") << QByteArray(R"({"signIns": 3})");
}

void tst_StatisticsFile::nonsense()
{
    QFETCH(QByteArray, json);
    QVERIFY(!parseStatistics(json));
}

void tst_StatisticsFile::whileItRuns()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("stats.json"));
    QVERIFY(!StatisticsFile::read(path));
    {
        Msn::ServiceStatistics counts;
        counts.usersOnline = 3;
        const StatisticsFile file(path, [&counts] { return counts; });
        QCOMPARE(StatisticsFile::read(path)->counts.usersOnline, 3);
        counts.usersOnline = 4;
        QTRY_COMPARE(StatisticsFile::read(path)->counts.usersOnline, 4);
    }
    QVERIFY(!QFile::exists(path));
    QVERIFY(!StatisticsFile::read(path));
}

void tst_StatisticsFile::onlyOneWrites()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("stats.json"));
    const auto counting = [](int users) {
        return [users] {
            Msn::ServiceStatistics counts;
            counts.usersOnline = users;
            return counts;
        };
    };
    const StatisticsFile first(path, counting(1));
    {
        const StatisticsFile second(path, counting(2));
        QCOMPARE(StatisticsFile::read(path)->counts.usersOnline, 1);
    }
    QCOMPARE(StatisticsFile::read(path)->counts.usersOnline, 1);
}

QTEST_GUILESS_MAIN(tst_StatisticsFile)

#include "tst_statisticsfile.moc"
