#include "core/history/import/pidginhead.h"
#include "tests/core/historyimport/logreadertest.h"
#include "tests/core/historyimport/logtest.h"

#include <QTest>

using namespace Msn;

namespace {

QList<Test::LogSample> samples()
{
    return {
        {"HTML", QStringLiteral("pidgin/msn/ana@example.com/bob@example.com/2010-10-12.235815+0300EEST.html"),
            {QStringLiteral("2010-10-12T20:58:14.000Z bob@example.com < Text: first"),
                QStringLiteral("2010-10-12T20:58:40.000Z bob@example.com > Text: a bold one & a link"),
                QStringLiteral("2010-10-12T20:59:10.000Z bob@example.com > Action: waves"),
                QStringLiteral("2010-10-12T20:59:30.000Z bob@example.com < Nudge: "),
                QStringLiteral("2010-10-12T21:01:00.000Z bob@example.com < Text: two\nlines"),
                QStringLiteral("2010-10-11T05:00:00.000Z bob@example.com < Text: kept for you")}},
        {"text", QStringLiteral("pidgin/msn/ana@example.com/bob@example.com/2006-01-06.235815+0200EET.txt"),
            {QStringLiteral("2006-01-06T21:58:14.000Z bob@example.com < Text: first"),
                QStringLiteral(
                    "2006-01-06T21:58:40.000Z bob@example.com > Text: one\nof two lines\n\nand a third"),
                QStringLiteral("2006-01-06T21:59:10.000Z bob@example.com > Action: waves"),
                QStringLiteral("2006-01-06T22:01:00.000Z bob@example.com < Text: I am away: really"),
                QStringLiteral("2006-01-05T06:00:00.000Z bob@example.com < Text: kept for you"),
                QStringLiteral("2006-01-06T22:01:05.000Z bob@example.com < Text: by address")}},
        {"text without a zone",
            QStringLiteral("pidgin/msn/ana@example.com/bob@example.com/2006-01-06.235815.txt"),
            {QStringLiteral("2006-01-06T23:58:14.000Z bob@example.com < Text: first"),
                QStringLiteral(
                    "2006-01-06T23:58:40.000Z bob@example.com > Text: one\nof two lines\n\nand a third"),
                QStringLiteral("2006-01-06T23:59:10.000Z bob@example.com > Action: waves"),
                QStringLiteral("2006-01-07T00:01:00.000Z bob@example.com < Text: I am away: really"),
                QStringLiteral("2006-01-05T08:00:00.000Z bob@example.com < Text: kept for you"),
                QStringLiteral("2006-01-07T00:01:05.000Z bob@example.com < Text: by address")},
            {}, false},
        {"renamed", QStringLiteral("pidgin/renamed.html"),
            {QStringLiteral("2016-02-03T21:18:14.000Z bob@example.com < Text: of a later version"),
                QStringLiteral("2016-02-03T21:18:20.000Z bob@example.com < Joined: "),
                QStringLiteral("2016-02-03T21:18:30.000Z bob@example.com > Text: yes")},
            {}, false},
        {"another network",
            QStringLiteral("pidgin/jabber/ana@example.com/eve@example.net/2010-10-12.101010+0300EEST.txt"),
            {}, {QStringLiteral("1 11")}, false}};
}

} // namespace

class tst_PidginLog : public Test::LogReaderTest
{
    Q_OBJECT

public:
    tst_PidginLog()
        : LogReaderTest(samples())
    {
    }

private Q_SLOTS:
    void readsTheHead_data();
    void readsTheHead();
};

void tst_PidginLog::readsTheHead_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QDateTime>("expected");
    const QDateTime afternoon(QDate(2010, 10, 12), QTime(21, 18, 15), Qt::UTC);
    QTest::newRow("12 hours") << QStringLiteral("Tue 12 Oct 2010 09:18:15 PM EEST") << afternoon;
    QTest::newRow("24 hours") << QStringLiteral("Tue Oct 12 21:18:15 2010") << afternoon;
    QTest::newRow("numbers") << QStringLiteral("12.10.2010 21:18:15") << afternoon;
    QTest::newRow("German") << QStringLiteral("Di 12 Okt 2010 21:18:15 CEST") << afternoon;
    QTest::newRow("none") << QStringLiteral("some time") << QDateTime();
}

void tst_PidginLog::readsTheHead()
{
    QFETCH(QString, moment);
    QFETCH(QDateTime, expected);
    const auto head = parsePidginHead(
        QStringLiteral("Conversation with bob@example.com/Home at %1 on ana@example.com (msn)").arg(moment));
    QVERIFY(head);
    QCOMPARE(head->peer, Address(QStringLiteral("bob@example.com")));
    QCOMPARE(head->account, Address(QStringLiteral("ana@example.com")));
    QCOMPARE(head->network, QStringLiteral("msn"));
    QCOMPARE(head->date.has_value(), expected.isValid());
    if (head->date)
        QCOMPARE(QDateTime(*head->date, head->time, Qt::UTC), expected);
}

QTEST_GUILESS_MAIN(tst_PidginLog)

#include "tst_pidginlog.moc"
