#include "core/history/historystore.h"
#include "tests/core/history/historysamples.h"
#include "tests/support/eventually.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using namespace Test;

class TestHistoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyLineIsStoredOnce();
    void pageHoldsWhatWasAddedBefore();
    void deliveryFollowsALine();
    void importLeavesOutWhatIsThere();
    void searchGoesOnPageByPage();
    void cancelledSearchSaysNothing();
    void removedLinesAreGone();
    void whatIsRemovedIsOnTheDiskNoMore_data();
    void whatIsRemovedIsOnTheDiskNoMore();
    void copiesGoWithWhatIsRemoved();
    void overviewsAreReadBesideTheWriting();
    void linesSaidDuringARemovalAreKept();
    void whatWaitsIsWrittenAtTheEnd();
    void endLeavesNothingBesideTheFile();
    void complaint14_lockedFileIsTriedAgain();
    void fullDiskIsToldOnceAndNothingIsLost();
    void complaint14_damagedFileIsPutAsideAndWritingGoesOn();
    void callsDoNotWaitForTheDisk();
    void folderThatCannotBeWritten();

private:
    SqliteOptions options() const;
    void start(const SqliteOptions &options);
    HistoryPage page(const HistoryPageRequest &request = {ana, {}, {}, {}, {}, 10'000});
    std::unique_ptr<SqliteConnection> other() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryStore> m_store;
};

void TestHistoryStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHistoryStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

SqliteOptions TestHistoryStore::options() const
{
    return {m_folder->filePath(QStringLiteral("history.sqlite")), 20, 0};
}

void TestHistoryStore::start(const SqliteOptions &options)
{
    m_store = std::make_unique<HistoryStore>(options);
}

HistoryPage TestHistoryStore::page(const HistoryPageRequest &request)
{
    std::optional<HistoryPage> result;
    m_store->fetch(
        request, {this, [&result](const Expected<HistoryPage, Error> &page) { result = page.value_or({}); }});
    return eventually([&result] { return result.has_value(); }) ? *result : HistoryPage();
}

/// Another program that has the file open.
std::unique_ptr<SqliteConnection> TestHistoryStore::other() const
{
    auto other = SqliteConnection::open(options(), SqliteConnection::Access::Write);
    return other ? std::move(other).value() : nullptr;
}

void TestHistoryStore::everyLineIsStoredOnce()
{
    start(options());
    QSignalSpy stored(m_store.get(), &HistoryStore::stored);
    QList<HistoryStore::Token> tokens;
    for (int i = 0; i < 3000; ++i)
        tokens.append(m_store->add(said(QString::number(i), i)));
    EVENTUALLY(stored.count() == 3000);
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(stored.at(i).at(0).value<HistoryStore::Token>(), tokens.at(i));
    QCOMPARE(page().entries.size(), 3000);
}

void TestHistoryStore::pageHoldsWhatWasAddedBefore()
{
    start(options());
    m_store->add(said(QStringLiteral("just now")));
    QCOMPARE(textsOf(page().entries), QStringList{QStringLiteral("just now")});
}

void TestHistoryStore::deliveryFollowsALine()
{
    start(options());
    HistoryEntry entry = said(QStringLiteral("mine"));
    entry.outgoing = true;
    entry.delivery = HistoryEntry::Delivery::Pending;
    const HistoryStore::Token token = m_store->add(entry);
    m_store->setDelivery(token, HistoryEntry::Delivery::Failed, makeError(ErrorCode::NobodyThere));
    QCOMPARE(page().entries.constFirst().delivery, HistoryEntry::Delivery::Failed);
    QCOMPARE(page().entries.constFirst().error.code, ErrorCode::NobodyThere);
    m_store->setDelivery(token, HistoryEntry::Delivery::Delivered, {});
    QCOMPARE(page().entries.constFirst().delivery, HistoryEntry::Delivery::Delivered);
}

void TestHistoryStore::importLeavesOutWhatIsThere()
{
    start(options());
    QList<HistoryEntry> log;
    for (int i = 0; i < 100; ++i)
        log.append(said(QStringLiteral("imported"), i));
    QList<int> counts;
    const auto note = [&counts](const Expected<int, Error> &count) { counts.append(count.value_or(-1)); };
    m_store->import(log.mid(0, 60), {this, note});
    m_store->import(log, {this, note});
    m_store->import(log, {this, note});
    EVENTUALLY(counts.size() == 3);
    QCOMPARE(counts, QList<int>({60, 40, 0}));
    QCOMPARE(page().entries.size(), 100);
}

void TestHistoryStore::searchGoesOnPageByPage()
{
    start(options());
    for (int i = 0; i < 30; ++i)
        m_store->add(said(QStringLiteral("needle %1").arg(i), i));
    QCOMPARE(page().entries.size(), 30);
    QList<HistoryHits> pages;
    HistoryQuery query;
    query.text = QStringLiteral("needle");
    query.count = 20;
    const auto take = [&pages](const Expected<HistoryHits, Error> &hits) { pages.append(hits.value_or({})); };
    m_store->search(query, {this, take});
    EVENTUALLY(pages.size() == 1);
    QCOMPARE(pages.at(0).entries.size(), 20);
    query.before = pages.at(0).next;
    m_store->search(query, {this, take});
    EVENTUALLY(pages.size() == 2);
    QCOMPARE(pages.at(1).entries.size(), 10);
    QVERIFY(!pages.at(1).next);
}

void TestHistoryStore::cancelledSearchSaysNothing()
{
    start(options());
    m_store->add(said(QStringLiteral("needle")));
    QCOMPARE(page().entries.size(), 1);
    HistoryQuery query;
    query.text = QStringLiteral("needle");
    bool first = false;
    bool second = false;
    const auto token = m_store->search(query, {this, [&first](const auto &) { first = true; }});
    m_store->cancelSearch(token);
    m_store->search(query, {this, [&second](const auto &) { second = true; }});
    EVENTUALLY(second);
    QVERIFY(!first);
}

void TestHistoryStore::removedLinesAreGone()
{
    start(options());
    for (int i = 0; i < 5000; ++i)
        m_store->add(said(QStringLiteral("to be removed %1").arg(i), i));
    m_store->add(said(QStringLiteral("stays"), 6000));
    std::optional<qint64> removed;
    m_store->remove({{}, {}, {}, morning().addSecs(6000)},
        {this, [&removed](const Expected<qint64, Error> &count) { removed = count.value_or(-1); }});
    EVENTUALLY(removed.has_value());
    QCOMPARE(*removed, 5000);
    QCOMPARE(textsOf(page().entries), QStringList{QStringLiteral("stays")});
    QCOMPARE(QFile(options().file + QStringLiteral("-wal")).size(), 0);
    QVERIFY(QFile(options().file).size() < 300'000);
}

void TestHistoryStore::whatIsRemovedIsOnTheDiskNoMore_data()
{
    QTest::addColumn<HistorySelection>("selection");
    QTest::addColumn<bool>("staysElse");
    QTest::newRow("a message") << HistorySelection{morning().addSecs(77).toMSecsSinceEpoch() + 1, {}, {}, {}}
                               << true;
    QTest::newRow("a person") << HistorySelection{{}, ana, {}, {}} << true;
    QTest::newRow("a period") << HistorySelection{{}, {}, morning().addSecs(60), morning().addSecs(90)}
                              << true;
    QTest::newRow("all") << HistorySelection() << false;
}

/// Every byte of the folder is looked at, the index of words too.
void TestHistoryStore::whatIsRemovedIsOnTheDiskNoMore()
{
    QFETCH(HistorySelection, selection);
    QFETCH(bool, staysElse);
    start(options());
    for (int i = 0; i < 300; ++i)
        m_store->add(said(QStringLiteral("Persistent line %1").arg(i), i, ben));
    m_store->add(said(QStringLiteral("Xylophone-Quagmire-Zephyr"), 77, ana));
    page();
    std::optional<qint64> removed;
    m_store->remove(selection,
        {this, [&removed](const Expected<qint64, Error> &count) { removed = count.value_or(-1); }});
    EVENTUALLY(removed.has_value());
    QVERIFY(*removed > 0);
    QByteArray onDisk;
    const QDir folder(m_folder->path());
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        // What the processes share is no part of what is kept.
        if (!name.endsWith(QLatin1String("-shm")) && file.open(QIODevice::ReadOnly))
            onDisk += file.readAll().toLower();
    }
    QVERIFY(!onDisk.contains("quagmire"));
    QVERIFY(!onDisk.contains("uag"));
    QCOMPARE(onDisk.contains("persistent"), staysElse);
}

void TestHistoryStore::copiesGoWithWhatIsRemoved()
{
    const QString older = options().file + QStringLiteral(".before-2");
    const QString damaged = options().file + QStringLiteral(".damaged-20260301-080000");
    for (const QString &name : {older, damaged}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    start(options());
    m_store->add(said(QStringLiteral("one"), 1));
    m_store->add(said(QStringLiteral("two"), 2));
    bool removed = false;
    m_store->remove({{}, {}, {}, morning().addSecs(2)}, {this, [&removed](const auto &) { removed = true; }});
    EVENTUALLY(removed);
    QVERIFY(!QFile::exists(older));
    QVERIFY(QFile::exists(damaged));
    removed = false;
    m_store->remove({}, {this, [&removed](const auto &) { removed = true; }});
    EVENTUALLY(removed);
    QVERIFY(!QFile::exists(damaged));
}

void TestHistoryStore::overviewsAreReadBesideTheWriting()
{
    start(options());
    std::optional<QList<HistoryPerson>> people;
    const auto ask = [&] {
        people.reset();
        m_store->people(
            {this, [&people](const Expected<QList<HistoryPerson>, Error> &read) { people = *read; }});
    };
    m_store->add(said(QStringLiteral("one"), 1));
    page();
    ask();
    EVENTUALLY(people.has_value());
    QCOMPARE(people->size(), 1);
    QCOMPARE(people->at(0).address, ana);
    std::optional<QList<QDate>> days;
    m_store->days({ana, morning().date().addDays(-1), 3, QTimeZone::utc()},
        {this, [&days](const Expected<QList<QDate>, Error> &read) { days = *read; }});
    EVENTUALLY(days.has_value());
    QCOMPARE(*days, QList<QDate>{morning().date()});
}

void TestHistoryStore::linesSaidDuringARemovalAreKept()
{
    start(options());
    for (int i = 0; i < 3000; ++i)
        m_store->add(said(QStringLiteral("old"), i));
    bool removed = false;
    m_store->remove(
        {{}, {}, {}, morning().addSecs(4000)}, {this, [&removed](const auto &) { removed = true; }});
    QSignalSpy stored(m_store.get(), &HistoryStore::stored);
    const auto token = m_store->add(said(QStringLiteral("new"), 5000));
    EVENTUALLY(removed);
    QCOMPARE(stored.constLast().at(0).value<HistoryStore::Token>(), token);
    QCOMPARE(textsOf(page().entries), QStringList{QStringLiteral("new")});
}

void TestHistoryStore::whatWaitsIsWrittenAtTheEnd()
{
    start(options());
    for (int i = 0; i < 5000; ++i)
        m_store->add(said(QStringLiteral("in a hurry"), i));
    m_store.reset();
    start(options());
    QCOMPARE(page().entries.size(), 5000);
}

/// Whoever reads may not be the last to close: it cannot take the log of SQLite away.
void TestHistoryStore::endLeavesNothingBesideTheFile()
{
    for (int round = 0; round < 20; ++round) {
        start(options());
        m_store->add(said(QStringLiteral("once"), round));
        bool isFound = false;
        m_store->search({}, {this, [&isFound](const auto &) { isFound = true; }});
        EVENTUALLY(isFound);
        m_store.reset();
        const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
        QVERIFY2(files.size() == 1, qPrintable(files.join(u' ')));
    }
}

void TestHistoryStore::complaint14_lockedFileIsTriedAgain()
{
    start(options());
    QCOMPARE(page().entries.size(), 0);
    const auto locker = other();
    QVERIFY(locker && locker->run(QStringLiteral("BEGIN IMMEDIATE")).has_value());
    QSignalSpy failed(m_store.get(), &HistoryStore::failed);
    QSignalSpy recovered(m_store.get(), &HistoryStore::recovered);
    QSignalSpy stored(m_store.get(), &HistoryStore::stored);
    m_store->add(said(QStringLiteral("one"), 1));
    EVENTUALLY(failed.count() == 1);
    QCOMPARE(m_store->trouble().code, ErrorCode::StorageBusy);
    m_store->add(said(QStringLiteral("two"), 2));
    QVERIFY(locker->run(QStringLiteral("ROLLBACK")).has_value());
    EVENTUALLY(recovered.count() == 1);
    QCOMPARE(stored.count(), 2);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(m_store->trouble().code, ErrorCode::None);
    QCOMPARE(textsOf(page().entries), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
}

void TestHistoryStore::fullDiskIsToldOnceAndNothingIsLost()
{
    SqliteOptions small = options();
    small.maxPages = 100;
    start(small);
    QSignalSpy failed(m_store.get(), &HistoryStore::failed);
    QSignalSpy recovered(m_store.get(), &HistoryStore::recovered);
    QSignalSpy stored(m_store.get(), &HistoryStore::stored);
    int added = 0;
    for (; failed.isEmpty() && added < 50; ++added) {
        m_store->add(said(QString(30'000, QChar(u'a' + added)), added));
        EVENTUALLY(stored.count() == added + 1 || failed.count() == 1);
    }
    QCOMPARE(m_store->trouble().code, ErrorCode::StorageFull);
    m_store->add(said(QStringLiteral("after"), 100));
    // What is there can be read.
    QCOMPARE(page().entries.size(), added - 1);
    QCOMPARE(failed.count(), 1);
    // Room is made, and what waited is written.
    m_store->remove({{}, {}, {}, morning().addSecs(3)}, {});
    EVENTUALLY(recovered.count() == 1);
    QCOMPARE(stored.count(), added + 1);
    QCOMPARE(page().entries.size(), added + 1 - 3);
    QCOMPARE(page().entries.constLast().text, QStringLiteral("after"));
}

void TestHistoryStore::complaint14_damagedFileIsPutAsideAndWritingGoesOn()
{
    start(options());
    for (int i = 0; i < 3000; ++i)
        m_store->add(said(QStringLiteral("line %1 with some words").arg(i), i));
    QCOMPARE(page().entries.size(), 3000);
    m_store.reset();
    {
        QFile file(options().file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        QVERIFY(file.seek(4096 * 2));
        file.write(QByteArray(size - 4096 * 3, '\x5a'));
    }
    start(options());
    QSignalSpy putAside(m_store.get(), &HistoryStore::putAside);
    QSignalSpy stored(m_store.get(), &HistoryStore::stored);
    m_store->add(said(QStringLiteral("goes on"), 5000));
    EVENTUALLY(stored.count() == 1);
    QCOMPARE(putAside.count(), 1);
    const auto error = putAside.constFirst().constFirst().value<Error>();
    QCOMPARE(error.code, ErrorCode::StorageDamaged);
    QVERIFY(QFile::exists(error.detail));
    QCOMPARE(textsOf(page().entries), QStringList{QStringLiteral("goes on")});
    QCOMPARE(m_store->trouble().code, ErrorCode::None);
}

/// Not even when another program holds the file.
void TestHistoryStore::callsDoNotWaitForTheDisk()
{
    SqliteOptions patient = options();
    patient.busyTimeoutMs = 2000;
    start(patient);
    QCOMPARE(page().entries.size(), 0);
    const auto locker = other();
    QVERIFY(locker && locker->run(QStringLiteral("BEGIN IMMEDIATE")).has_value());
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        m_store->add(said(QStringLiteral("x"), i));
    m_store->fetch({ana, {}, {}, {}, {}, 10}, {});
    m_store->search({}, {});
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(locker->run(QStringLiteral("ROLLBACK")).has_value());
    QSignalSpy stored(m_store.get(), &HistoryStore::stored);
    EVENTUALLY(stored.count() == 100);
}

void TestHistoryStore::folderThatCannotBeWritten()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    start({m_folder->filePath(QStringLiteral("file/history.sqlite")), 20, 0});
    QSignalSpy failed(m_store.get(), &HistoryStore::failed);
    m_store->add(said(QStringLiteral("nowhere to go")));
    EVENTUALLY(failed.count() == 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::StorageFailed);
    // It waits: as soon as there is a folder, it is written.
    QSignalSpy stored(m_store.get(), &HistoryStore::stored);
    QVERIFY(file.remove());
    EVENTUALLY(stored.count() == 1);
    QCOMPARE(textsOf(page().entries), QStringList{QStringLiteral("nowhere to go")});
}

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"
