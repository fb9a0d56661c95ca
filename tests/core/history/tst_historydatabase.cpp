#include "core/history/historyschema.h"
#include "tests/core/history/historysamples.h"
#include "tests/support/testdata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Msn;
using namespace Test;

class TestHistoryDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everythingOfALineComesBack();
    void linesOfOneMillisecondKeepTheirOrder();
    void idsFollowTime();
    void pagesLeadThroughAConversation();
    void conversationsAreKeptApart();
    void nullIsNotWhatNothingIs();
    void whatWasBeingSentHasFailed();
    void equalLinesAreKnown();
    void migrationEqualsAFreshFile_data();
    void migrationEqualsAFreshFile();
    void laterVersionIsLeftAlone();
    void removedTextIsGone();
    void selectionsRemoveWhatTheyName_data();
    void selectionsRemoveWhatTheyName();
    void fullDiskChangesNothing();
    void lockedFileIsNamed();
    void garbageIsPutAside();
    void damageIsPutAside();
    void damagedIndexOfWordsIsMadeAnew();
    void folderThatCannotBeWritten();
    void onlyTheOwnerMayRead();

private:
    SqliteOptions options() const;
    void open(bool check = false);
    HistoryEntry::Id add(const HistoryEntry &entry);
    QStringList page(const HistoryPageRequest &request);
    QStringList found(const QString &text);
    void overwrite(qint64 offset, qint64 size);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryDatabase> m_database;
};

void TestHistoryDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHistoryDatabase::cleanup()
{
    m_database.reset();
    m_folder.reset();
}

SqliteOptions TestHistoryDatabase::options() const
{
    return {m_folder->filePath(QStringLiteral("deeper/history.sqlite")), 20, 0};
}

void TestHistoryDatabase::open(bool check)
{
    m_database.reset();
    auto opened = HistoryDatabase::open(options(), check);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
    m_database = std::move(opened).value();
}

HistoryEntry::Id TestHistoryDatabase::add(const HistoryEntry &entry)
{
    const auto id = m_database->add(entry);
    return id ? *id : -1;
}

QStringList TestHistoryDatabase::page(const HistoryPageRequest &request)
{
    const auto read = readHistoryPage(m_database->connection(), request);
    return read ? textsOf(read->entries) : QStringList{read.error().detail};
}

QStringList TestHistoryDatabase::found(const QString &text)
{
    HistoryQuery query;
    query.text = text;
    const auto hits = searchHistory(m_database->connection(), query);
    return hits ? textsOf(hits->entries) : QStringList{hits.error().detail};
}

void TestHistoryDatabase::overwrite(qint64 offset, qint64 size)
{
    QFile file(options().file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(offset));
    QCOMPARE(file.write(QByteArray(size, '\x5a')), size);
}

// --- Lines -----------------------------------------------------------------------------------

void TestHistoryDatabase::everythingOfALineComesBack()
{
    open();
    HistoryEntry entry = said(QStringLiteral("Hello \u5c0f\u96e8 \U0001F600\nsecond line"));
    entry.time = entry.time.addMSecs(123);
    entry.kind = HistoryEntry::Kind::Action;
    entry.outgoing = true;
    entry.senderName = FriendlyName(QStringLiteral("Mar\u0301ta \u200f"));
    entry.format.fontFamily = QStringLiteral("Segoe UI");
    entry.format.italic = true;
    entry.format.colour = 0x12ab34;
    entry.delivery = HistoryEntry::Delivery::Failed;
    entry.error
        = makeError(ErrorCode::ServerRefused, QStringLiteral("ana@example.com"), QStringLiteral("217"));
    entry.error.serverNumber = 217;
    entry.id = add(entry);
    const auto read = readHistoryPage(m_database->connection(), {ana, {}, {}, {}, {}, 10});
    QVERIFY(read.has_value());
    QCOMPARE(read->entries, QList<HistoryEntry>{entry});
    QVERIFY(!read->hasMore);
}

void TestHistoryDatabase::linesOfOneMillisecondKeepTheirOrder()
{
    open();
    for (int i = 0; i < 50; ++i)
        QVERIFY(add(said(QString::number(i))) > 0);
    QVERIFY(add(said(QStringLiteral("later"), 1)) > 0);
    QVERIFY(add(said(QStringLiteral("50"))) > 0);
    const QStringList texts = page({ana, {}, {}, {}, {}, 100});
    QCOMPARE(texts.size(), 52);
    for (int i = 0; i <= 50; ++i)
        QCOMPARE(texts.at(i), QString::number(i));
    QCOMPARE(texts.constLast(), QStringLiteral("later"));
}

/// An import brings what is older than everything that is there.
void TestHistoryDatabase::idsFollowTime()
{
    open();
    const HistoryEntry::Id now = add(said(QStringLiteral("now"), 100));
    const HistoryEntry::Id before = add(said(QStringLiteral("before"), 50));
    QVERIFY(before < now);
    QCOMPARE(found(QString()), QStringList({QStringLiteral("now"), QStringLiteral("before")}));
}

void TestHistoryDatabase::pagesLeadThroughAConversation()
{
    open();
    for (int i = 0; i < 10; ++i)
        add(said(QString::number(i), i));
    HistoryPageRequest request;
    request.with = Address(QStringLiteral("ANA@example.com"));
    request.count = 4;
    request.until = HistoryPlace{morning().addSecs(9), 0};
    auto newest = readHistoryPage(m_database->connection(), request);
    QCOMPARE(textsOf(newest->entries).join(u' '), QStringLiteral("5 6 7 8"));
    QVERIFY(newest->hasMore);
    request.from = HistoryPlace{newest->entries.constFirst().time, newest->entries.constFirst().id};
    newest = readHistoryPage(m_database->connection(), request);
    QCOMPARE(textsOf(newest->entries).join(u' '), QStringLiteral("1 2 3 4"));
    QVERIFY(newest->hasMore);
    request.direction = HistoryPageRequest::Direction::Newer;
    request.from = HistoryPlace{newest->entries.constLast().time, newest->entries.constLast().id};
    newest = readHistoryPage(m_database->connection(), request);
    QCOMPARE(textsOf(newest->entries).join(u' '), QStringLiteral("5 6 7 8"));
    QVERIFY(!newest->hasMore);
    request.from.reset();
    request.until.reset();
    QCOMPARE(page(request).join(u' '), QStringLiteral("0 1 2 3"));
}

void TestHistoryDatabase::conversationsAreKeptApart()
{
    open();
    add(said(QStringLiteral("two of us"), 0));
    add(said(QStringLiteral("Ben"), 1, ben));
    add(said(QStringLiteral("a group"), 2, ana, QStringLiteral("g1")));
    add(said(QStringLiteral("another"), 3, ana, QStringLiteral("g2")));
    QCOMPARE(page({ana, {}, {}, {}, {}, 10}), QStringList{QStringLiteral("two of us")});
    QCOMPARE(page({ana, QStringLiteral("g1"), {}, {}, {}, 10}), QStringList{QStringLiteral("a group")});
    QCOMPARE(page({ben, {}, {}, {}, {}, 10}), QStringList{QStringLiteral("Ben")});
    QCOMPARE(found(QString()).size(), 4);
}

void TestHistoryDatabase::nullIsNotWhatNothingIs()
{
    open();
    HistoryEntry nudge;
    nudge.with = ana;
    nudge.time = morning();
    nudge.kind = HistoryEntry::Kind::Nudge;
    QVERIFY(add(nudge) > 0);
    QVERIFY(add(said(QString(1, QChar(u'\0')) + QStringLiteral("after"))) > 0);
    QCOMPARE(page({ana, {}, {}, {}, {}, 10}).size(), 2);
}

void TestHistoryDatabase::whatWasBeingSentHasFailed()
{
    open();
    HistoryEntry entry = said(QStringLiteral("on its way"));
    entry.outgoing = true;
    entry.delivery = HistoryEntry::Delivery::Pending;
    const HistoryEntry::Id first = add(entry);
    add(entry);
    QVERIFY(m_database->setDelivery(first, HistoryEntry::Delivery::Delivered, {}).has_value());
    open();
    const auto read = readHistoryPage(m_database->connection(), {ana, {}, {}, {}, {}, 10});
    QCOMPARE(read->entries.at(0).delivery, HistoryEntry::Delivery::Delivered);
    QCOMPARE(read->entries.at(1).delivery, HistoryEntry::Delivery::Failed);
    QCOMPARE(read->entries.at(1).error.code, ErrorCode::ConnectionLost);
}

void TestHistoryDatabase::equalLinesAreKnown()
{
    open();
    const HistoryEntry entry = said(QStringLiteral("once"));
    QVERIFY(!*m_database->has(entry));
    add(entry);
    QVERIFY(*m_database->has(entry));
    HistoryEntry other = entry;
    other.time = other.time.addMSecs(1);
    QVERIFY(!*m_database->has(other));
    other = entry;
    other.text = QStringLiteral("Once");
    QVERIFY(!*m_database->has(other));
}

// --- Versions --------------------------------------------------------------------------------

void TestHistoryDatabase::migrationEqualsAFreshFile_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < historySchemaVersion(); ++version)
        QTest::addRow("version %d", version) << version;
}

/// The older files are as those versions made them, out of tests/data.
void TestHistoryDatabase::migrationEqualsAFreshFile()
{
    QFETCH(int, version);
    open();
    const QStringList fresh = schemaOf(m_database->connection());
    m_database.reset();
    QVERIFY(QFile::remove(options().file));
    {
        auto old = SqliteConnection::open(options(), SqliteConnection::Access::Write);
        QVERIFY(old.has_value());
        const QString script
            = QString::fromUtf8(readData(QStringLiteral("historyschema/version%1.sql").arg(version)));
        const QStringList statements = script.split(QStringLiteral(";;\n"), Qt::SkipEmptyParts);
        for (const QString &statement : statements)
            QVERIFY2(old.value()->run(statement).has_value(), qPrintable(statement));
    }
    open();
    QVERIFY(!m_database->putAside());
    QCOMPARE(schemaOf(m_database->connection()), fresh);
    QCOMPARE(m_database->connection().value(QStringLiteral("PRAGMA user_version"))->toInt(),
        historySchemaVersion());
    QCOMPARE(found(QStringLiteral("holiday")), QStringList{QStringLiteral("Back from my holidays")});
    QCOMPARE(page({ana, {}, {}, {}, {}, 10}).size(), 2);
    QVERIFY(add(said(QStringLiteral("a new line"))) > 0);

    SqliteOptions copy = options();
    copy.file += QStringLiteral(".before-%1").arg(version + 1);
    auto kept = SqliteConnection::open(copy, SqliteConnection::Access::Read);
    QVERIFY(kept.has_value());
    QCOMPARE(kept.value()->value(QStringLiteral("PRAGMA user_version"))->toInt(), version);
    QCOMPARE(kept.value()->value(QStringLiteral("SELECT count(*) FROM message"))->toInt(), 2);
}

void TestHistoryDatabase::laterVersionIsLeftAlone()
{
    open();
    add(said(QStringLiteral("from the future")));
    QVERIFY(m_database->connection().run(QStringLiteral("PRAGMA user_version = 1000")).has_value());
    m_database.reset();
    const auto opened = HistoryDatabase::open(options());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageTooNew);
    auto reading = SqliteConnection::open(options(), SqliteConnection::Access::Read);
    QCOMPARE(reading.value()->value(QStringLiteral("SELECT text FROM message"))->toString(),
        QStringLiteral("from the future"));
}

// --- Removing --------------------------------------------------------------------------------

void TestHistoryDatabase::removedTextIsGone()
{
    open();
    const QString secret = QStringLiteral("Xylophone-Quagmire-Zephyr");
    for (int i = 0; i < 200; ++i)
        add(said(i == 77 ? secret : QStringLiteral("line %1 of no importance").arg(i), i));
    HistorySelection selection;
    selection.entry = HistoryEntry::Id(morning().addSecs(77).toMSecsSinceEpoch());
    const auto removed = m_database->remove(selection, 1000);
    QVERIFY(removed.has_value());
    QCOMPARE(*removed, 1);
    bool done = false;
    for (int steps = 0; !done && steps < 100; ++steps) {
        const auto step = m_database->tidyStep();
        QVERIFY(step.has_value());
        done = *step;
    }
    QVERIFY(done);
    QCOMPARE(found(QStringLiteral("quagmire")), QStringList());
    QByteArray onDisk;
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(options().file + suffix);
        if (file.open(QIODevice::ReadOnly))
            onDisk += file.readAll();
    }
    QVERIFY(onDisk.contains("importance"));
    QVERIFY(!onDisk.contains("Quagmire"));
    // Neither has the index of words: not one term of it is left.
    QVERIFY(
        m_database->connection()
            .run(QStringLiteral("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, message_text, row)"))
            .has_value());
    QCOMPARE(m_database->connection()
                 .value(QStringLiteral("SELECT count(*) FROM temp.terms WHERE term = 'uag'"))
                 ->toInt(),
        0);
}

void TestHistoryDatabase::selectionsRemoveWhatTheyName_data()
{
    QTest::addColumn<HistorySelection>("selection");
    QTest::addColumn<QString>("left");
    QTest::newRow("all") << HistorySelection() << QString();
    QTest::newRow("a person, groups too") << HistorySelection{{}, ana, {}, {}} << QStringLiteral("b2");
    QTest::newRow("a period") << HistorySelection{{}, {}, morning().addSecs(2), morning().addSecs(4)}
                              << QStringLiteral("a1 a4");
    QTest::newRow("older than") << HistorySelection{{}, {}, {}, morning().addSecs(3)}
                                << QStringLiteral("a3 a4");
    QTest::newRow("a person in a period")
        << HistorySelection{{}, ana, morning().addSecs(2), {}} << QStringLiteral("a1 b2");
    QTest::newRow("one line") << HistorySelection{morning().addSecs(1).toMSecsSinceEpoch(), {}, {}, {}}
                              << QStringLiteral("b2 a3 a4");
}

void TestHistoryDatabase::selectionsRemoveWhatTheyName()
{
    QFETCH(HistorySelection, selection);
    QFETCH(QString, left);
    open();
    add(said(QStringLiteral("a1"), 1));
    add(said(QStringLiteral("b2"), 2, ben));
    add(said(QStringLiteral("a3"), 3));
    add(said(QStringLiteral("a4"), 4, ana, QStringLiteral("group")));
    // One at a time, as long as there is one.
    while (*m_database->remove(selection, 1) == 1) { }
    QStringList texts = found(QString());
    std::reverse(texts.begin(), texts.end());
    QCOMPARE(texts.join(u' '), left);
    // No conversation stays behind without a line.
    SqliteConnection &connection = m_database->connection();
    QCOMPARE(*connection.value(QStringLiteral("SELECT count(*) FROM thread")),
        *connection.value(QStringLiteral("SELECT count(DISTINCT thread) FROM message")));
}

// --- Trouble ---------------------------------------------------------------------------------

void TestHistoryDatabase::fullDiskChangesNothing()
{
    open();
    add(said(QStringLiteral("before")));
    const auto pages = m_database->connection().value(QStringLiteral("PRAGMA page_count"));
    QVERIFY(m_database->connection()
                .run(QStringLiteral("PRAGMA max_page_count = %1").arg(pages->toInt() + 2))
                .has_value());
    QVERIFY(m_database->begin().has_value());
    const auto id = m_database->add(said(QString(100'000, u'x'), 1));
    QVERIFY(!id);
    QCOMPARE(id.error().code, ErrorCode::StorageFull);
    m_database->rollBack();
    QCOMPARE(found(QString()), QStringList{QStringLiteral("before")});
    QVERIFY(m_database->connection().run(QStringLiteral("PRAGMA max_page_count = 1000000")).has_value());
    QVERIFY(add(said(QString(100'000, u'x'), 1)) > 0);
}

void TestHistoryDatabase::lockedFileIsNamed()
{
    open();
    auto other = SqliteConnection::open(options(), SqliteConnection::Access::Write);
    QVERIFY(other.value()->run(QStringLiteral("BEGIN IMMEDIATE")).has_value());
    const Outcome begun = m_database->begin();
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, ErrorCode::StorageBusy);
    QVERIFY(other.value()->run(QStringLiteral("ROLLBACK")).has_value());
    QVERIFY(m_database->begin().has_value());
    QVERIFY(m_database->commit().has_value());
}

void TestHistoryDatabase::garbageIsPutAside()
{
    open();
    m_database.reset();
    QFile file(options().file);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(20'000, 'g'));
    file.close();
    open();
    QVERIFY(m_database->putAside().has_value());
    QCOMPARE(m_database->putAside()->code, ErrorCode::StorageDamaged);
    QFile old(m_database->putAside()->detail);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray(20'000, 'g'));
    QVERIFY(add(said(QStringLiteral("new"))) > 0);
}

void TestHistoryDatabase::damageIsPutAside()
{
    open();
    QVERIFY(m_database->begin().has_value());
    for (int i = 0; i < 3000; ++i)
        add(said(QStringLiteral("line %1 with some words").arg(i), i));
    QVERIFY(m_database->commit().has_value());
    m_database.reset();
    const qint64 size = QFile(options().file).size();
    overwrite(size / 4, size / 2);
    open(true);
    QVERIFY(m_database->putAside().has_value());
    QVERIFY(QFile::exists(m_database->putAside()->detail));
    QCOMPARE(found(QString()), QStringList());
    QVERIFY(add(said(QStringLiteral("new"))) > 0);
}

void TestHistoryDatabase::damagedIndexOfWordsIsMadeAnew()
{
    open();
    add(said(QStringLiteral("findable")));
    QVERIFY(m_database->connection()
                .run(QStringLiteral("DELETE FROM message_text_data WHERE id > 10"))
                .has_value());
    open(true);
    QVERIFY(!m_database->putAside());
    QCOMPARE(found(QStringLiteral("findable")), QStringList{QStringLiteral("findable")});
}

void TestHistoryDatabase::folderThatCannotBeWritten()
{
    // A file in the place of the folder stops even those who may write everywhere.
    QFile file(m_folder->filePath(QStringLiteral("deeper")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto opened = HistoryDatabase::open(options());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageFailed);
    QVERIFY(opened.error().subject.contains(QStringLiteral("history.sqlite")));
}

void TestHistoryDatabase::onlyTheOwnerMayRead()
{
    open();
    add(said(QStringLiteral("private")));
    const QFile::Permissions others
        = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QVERIFY(!(QFile::permissions(options().file + suffix) & others));
    QVERIFY(!(QFile::permissions(m_folder->filePath(QStringLiteral("deeper"))) & others));
}

QTEST_GUILESS_MAIN(TestHistoryDatabase)
#include "tst_historydatabase.moc"
