#include "core/history/historydays.h"
#include "core/history/historypeople.h"
#include "tests/core/history/historysamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using namespace Test;

/// Who is in a history, on which days, and all that was said with one of them.
class TestHistoryOverviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nobodyAtFirst();
    void peopleStandByWhoSpokeLast();
    void peopleAreCalledAsTheyWere();
    void daysAreThoseOfTheZone_data();
    void daysAreThoseOfTheZone();
    void daysOfOnePerson();
    void manyLinesOfOneMomentBelongToTheirDay();
    void everyGroupOfAPersonIsRead_data();
    void everyGroupOfAPersonIsRead();

private:
    void add(const HistoryEntry &entry) { QVERIFY(m_database->add(entry).has_value()); }
    QList<HistoryPerson> people();
    QStringList days(const HistoryDaysRequest &request);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryDatabase> m_database;
};

void TestHistoryOverviews::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = HistoryDatabase::open({m_folder->filePath(QStringLiteral("history.sqlite")), 1000, 0});
    QVERIFY(opened.has_value());
    m_database = std::move(opened).value();
}

QList<HistoryPerson> TestHistoryOverviews::people()
{
    const auto read = readHistoryPeople(m_database->connection());
    return read ? *read : QList<HistoryPerson>{{Address(read.error().detail), {}, -1, {}}};
}

QStringList TestHistoryOverviews::days(const HistoryDaysRequest &request)
{
    const auto read = readHistoryDays(m_database->connection(), request);
    if (!read)
        return {read.error().detail};
    QStringList names;
    for (const QDate &day : *read)
        names.append(day.toString(Qt::ISODate));
    return names;
}

void TestHistoryOverviews::nobodyAtFirst()
{
    QCOMPARE(people(), QList<HistoryPerson>());
    QCOMPARE(days({{}, morning().date(), 31, QTimeZone::utc()}), QStringList());
}

void TestHistoryOverviews::peopleStandByWhoSpokeLast()
{
    add(said(QStringLiteral("a"), 0, ana));
    add(said(QStringLiteral("b"), 10, ben));
    add(said(QStringLiteral("in a group"), 20, ana, QStringLiteral("group")));
    const QList<HistoryPerson> all = people();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).address, ana);
    QCOMPARE(all.at(0).lines, 2);
    QCOMPARE(all.at(0).last, morning().addSecs(20));
    QCOMPARE(all.at(1).address, ben);
    QCOMPARE(all.at(1).lines, 1);
}

void TestHistoryOverviews::peopleAreCalledAsTheyWere()
{
    HistoryEntry before = said(QStringLiteral("a"), 0, ana);
    before.senderName = FriendlyName(QStringLiteral("Ana"));
    add(before);
    HistoryEntry after = said(QStringLiteral("b"), 10, ana);
    after.senderName = FriendlyName(QStringLiteral("Ana at the sea"));
    add(after);
    HistoryEntry mine = said(QStringLiteral("c"), 20, ana);
    mine.outgoing = true;
    mine.senderName = FriendlyName(QStringLiteral("Me"));
    add(mine);
    HistoryEntry unanswered = said(QStringLiteral("hello"), 30, ben);
    unanswered.outgoing = true;
    add(unanswered);
    const QList<HistoryPerson> all = people();
    QCOMPARE(all.at(0).name, FriendlyName());
    QCOMPARE(all.at(1).name, FriendlyName(QStringLiteral("Ana at the sea")));
}

void TestHistoryOverviews::daysAreThoseOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("Greenwich") << QByteArray("UTC")
                               << QStringList{QStringLiteral("2026-03-01"), QStringLiteral("2026-03-02")};
    QTest::newRow("Auckland") << QByteArray("Pacific/Auckland")
                              << QStringList{QStringLiteral("2026-03-01"), QStringLiteral("2026-03-03")};
    QTest::newRow("Honolulu") << QByteArray("Pacific/Honolulu")
                              << QStringList{QStringLiteral("2026-02-28"), QStringLiteral("2026-03-02")};
}

void TestHistoryOverviews::daysAreThoseOfTheZone()
{
    QFETCH(QByteArray, zone);
    add(said(QStringLiteral("in the morning"), 0));
    add(said(QStringLiteral("late on the second day"), 24 * 3600 + 12 * 3600));
    add(said(QStringLiteral("in another month"), 60 * 24 * 3600, ben));
    const QDate first(2026, 2, 23);
    QTEST(days({{}, first, 42, QTimeZone(zone)}), "expected");
    QTEST(days({ana, first, 42, QTimeZone(zone)}), "expected");
}

void TestHistoryOverviews::daysOfOnePerson()
{
    add(said(QStringLiteral("a"), 0, ana));
    add(said(QStringLiteral("b"), 24 * 3600, ben));
    add(said(QStringLiteral("c"), 48 * 3600, ana, QStringLiteral("group")));
    const QDate first = morning().date();
    QCOMPARE(days({ana, first, 7, QTimeZone::utc()}),
        (QStringList{QStringLiteral("2026-03-01"), QStringLiteral("2026-03-03")}));
    QCOMPARE(days({ben, first, 7, QTimeZone::utc()}), QStringList{QStringLiteral("2026-03-02")});
    QCOMPARE(days({Address(QStringLiteral("x@example.net")), first, 7, QTimeZone::utc()}), QStringList());
}

/// Their ids run on into the next day, their times do not.
void TestHistoryOverviews::manyLinesOfOneMomentBelongToTheirDay()
{
    const QDateTime midnight(QDate(2026, 3, 2), QTime(0, 0), Qt::UTC);
    for (int i = 0; i < 50; ++i) {
        HistoryEntry entry = said(QString::number(i));
        entry.time = midnight.addMSecs(-1);
        add(entry);
    }
    QCOMPARE(days({{}, QDate(2026, 3, 1), 3, QTimeZone::utc()}), QStringList{QStringLiteral("2026-03-01")});
}

void TestHistoryOverviews::everyGroupOfAPersonIsRead_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("one at a time") << 1;
    QTest::newRow("three at a time") << 3;
    QTest::newRow("all at once") << 100;
}

void TestHistoryOverviews::everyGroupOfAPersonIsRead()
{
    QFETCH(int, count);
    const QStringList rooms{QString(), QStringLiteral("one"), QStringLiteral("two")};
    QStringList expected;
    for (int i = 0; i < 20; ++i) {
        add(said(QString::number(i), i, ana, rooms.at(i % 3)));
        add(said(QStringLiteral("other"), i, ben));
        expected.append(QString::number(i));
    }
    HistoryPageRequest request;
    request.with = ana;
    request.everyGroup = true;
    request.count = count;
    for (const auto direction :
        {HistoryPageRequest::Direction::Older, HistoryPageRequest::Direction::Newer}) {
        const bool older = direction == HistoryPageRequest::Direction::Older;
        request.direction = direction;
        request.from.reset();
        QStringList all;
        for (bool hasMore = true; hasMore;) {
            const auto page = readHistoryPage(m_database->connection(), request);
            QVERIFY(page.has_value());
            QVERIFY(!page->entries.isEmpty());
            all = older ? textsOf(page->entries) + all : all + textsOf(page->entries);
            const HistoryEntry &end = older ? page->entries.first() : page->entries.last();
            request.from = HistoryPlace{end.time, end.id};
            hasMore = page->hasMore;
        }
        QCOMPARE(all, expected);
    }
}

QTEST_GUILESS_MAIN(TestHistoryOverviews)
#include "tst_historyoverviews.moc"
