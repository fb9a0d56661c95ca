#include "core/history/import/emesene/emesenelog.h"
#include "core/history/import/textchunks.h"
#include "tests/core/historyimport/logtest.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using Reason = ImportProblem::Reason;

namespace {

void makeDatabase(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const QString &statement : statements)
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

/// The tables of version 1, two conversations.
QStringList firstVersion()
{
    return {QStringLiteral("CREATE TABLE user (id INTEGER PRIMARY KEY, account TEXT)"),
        QStringLiteral("CREATE TABLE conversation (id INTEGER PRIMARY KEY, started INTEGER)"),
        QStringLiteral("CREATE TABLE event (id INTEGER PRIMARY KEY, stamp INTEGER, name TEXT)"),
        QStringLiteral("CREATE TABLE user_event (id_event INTEGER, id_user INTEGER, data TEXT)"),
        QStringLiteral("CREATE TABLE conversation_event "
                       "(id_event INTEGER, id_conversation INTEGER, id_user INTEGER, data TEXT)"),
        QStringLiteral("INSERT INTO user VALUES (1, 'ana@example.com'), (2, 'bob@example.com'), "
                       "(3, 'eve@example.net')"),
        QStringLiteral(
            "INSERT INTO event VALUES (1, 1200000000, 'nick-changed'), (2, 1200000010.25, 'message'), "
            "(3, 1200000011, 'user-join'), (4, 1200000012, 'message'), (5, 1200000013, 'nudge'), "
            "(6, 1200000014, 'action-message'), (7, 1200000015, 'custom-emoticon'), "
            "(8, 1200100000, 'user-join'), (9, 1200100001, 'message'), (10, 0, 'message')"),
        QStringLiteral("INSERT INTO user_event VALUES (1, 2, 'Bob :)')"),
        QStringLiteral("INSERT INTO conversation_event VALUES "
                       "(2, 1, 1, 'FN=Sans; EF=B; CO=ff; PF=0' || char(13, 10) || 'UTF-8' || char(13, 10) || "
                       "'hello' || char(13, 10) || 'Bob'), (3, 1, 2, ''), "
                       "(4, 1, 2, 'FN=Arial' || char(13, 10) || 'UTF-8' || char(13, 10) || 'a \\\\ b'), "
                       "(5, 1, 2, ''), (6, 1, 1, 'waves'), (7, 1, 1, ':x: file'), (8, 2, 3, ''), "
                       "(9, 2, 2, 'without a format'), (10, 2, 2, 'of no time')")};
}

QStringList secondVersion()
{
    return {QStringLiteral("CREATE TABLE d_info (id_info INTEGER PRIMARY KEY, id_account INTEGER, nick TEXT, "
                           "message TEXT, path TEXT)"),
        QStringLiteral("CREATE TABLE d_account (id_account INTEGER PRIMARY KEY, account TEXT, cid TEXT, "
                       "enabled INTEGER)"),
        QStringLiteral("CREATE TABLE d_event (id_event INTEGER PRIMARY KEY, name TEXT)"),
        QStringLiteral("CREATE TABLE fact_event (id_time INTEGER, id_event INTEGER, id_src_info INTEGER, "
                       "id_dest_info INTEGER, id_src_acc INTEGER, id_dest_acc INTEGER, cid INTEGER, "
                       "status INTEGER, payload TEXT, tmstp FLOAT)"),
        QStringLiteral(
            "INSERT INTO d_account VALUES (1, 'ana@example.com', '', 1), (2, 'bob@example.com', '', 1)"),
        QStringLiteral("INSERT INTO d_info VALUES (1, 1, 'Ana', '', ''), (2, 2, 'Bob', '', '')"),
        QStringLiteral(
            "INSERT INTO d_event VALUES (1, 'status change'), (2, 'message'), (3, 'message-error')"),
        QStringLiteral("INSERT INTO fact_event VALUES "
                       "(1, 2, 2, 1, 2, 1, 0, 0, 'hello', 1300000000.5), "
                       "(1, 1, 2, 1, 2, 1, 0, 0, '', 1300000001), "
                       "(1, 2, 1, 2, 1, 2, 0, 0, 'hello Bob', 1300000002), "
                       "(1, 3, 1, 2, 1, 2, 0, 0, 'not delivered', 1300000003)")};
}

} // namespace

class tst_EmeseneLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheFirstVersion();
    void readsTheSecondVersion();
    void refusesOtherDatabases();
    void isCutAnywhere();
};

void tst_EmeseneLog::readsTheFirstVersion()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ana@example.com.db"));
    makeDatabase(path, firstVersion());
    Test::CollectingSink sink;
    Test::readInto(sink, readEmeseneLog, {}, Test::logContext(path));
    QCOMPARE(Test::inWords(sink.entries),
        (QStringList{QStringLiteral("2008-01-10T21:20:10.250Z bob@example.com > Text: hello\nBob"),
            QStringLiteral("2008-01-10T21:20:12.000Z bob@example.com < Text: a \\ b"),
            QStringLiteral("2008-01-10T21:20:13.000Z bob@example.com < Nudge: "),
            QStringLiteral("2008-01-10T21:20:14.000Z bob@example.com > Action: waves"),
            QStringLiteral("2008-01-12T01:06:40.000Z bob@example.com [emesene 2] < Joined: "),
            QStringLiteral(
                "2008-01-12T01:06:41.000Z bob@example.com [emesene 2] < Text: without a format")}));
    QVERIFY(sink.entries.at(0).format.bold);
    QCOMPARE(sink.entries.at(0).format.colour, 0xFF0000U);
    QCOMPARE(sink.entries.at(1).senderName.text(), QStringLiteral("Bob :)"));
    QCOMPARE(sink.entries.at(4).sender, Address(QStringLiteral("eve@example.net")));
    QCOMPARE(sink.problems.size(), 1);
    QCOMPARE(sink.problems.at(0).reason, Reason::BadTime);
}

void tst_EmeseneLog::readsTheSecondVersion()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("base.db"));
    makeDatabase(path, secondVersion());
    Test::CollectingSink sink;
    Test::readInto(sink, readEmeseneLog, {}, Test::logContext(path));
    QCOMPARE(Test::inWords(sink.entries),
        (QStringList{QStringLiteral("2011-03-13T07:06:40.500Z bob@example.com < Text: hello"),
            QStringLiteral("2011-03-13T07:06:42.000Z bob@example.com > Text: hello Bob"),
            QStringLiteral("2011-03-13T07:06:43.000Z bob@example.com > Text: not delivered")}));
    QCOMPARE(sink.entries.at(2).delivery, HistoryEntry::Delivery::Failed);
    QVERIFY(sink.problems.isEmpty());
}

void tst_EmeseneLog::refusesOtherDatabases()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("other.db"));
    makeDatabase(path, {QStringLiteral("CREATE TABLE message (id INTEGER PRIMARY KEY)")});
    Test::CollectingSink sink;
    Test::readInto(sink, readEmeseneLog, {}, Test::logContext(path));
    QVERIFY(sink.entries.isEmpty());
    QCOMPARE(sink.problems.at(0).reason, Reason::UnknownFormat);
}

void tst_EmeseneLog::isCutAnywhere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("base.db"));
    makeDatabase(path, secondVersion());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(emeseneLogFormat().isContent(decodeBeginning(bytes.first(512))));
    const QString cutPath = folder.filePath(QStringLiteral("cut.db"));
    for (qsizetype size = 0; size < bytes.size(); size += 509) {
        QFile cut(cutPath);
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(bytes.first(size));
        cut.close();
        Test::CollectingSink sink;
        Test::readInto(sink, readEmeseneLog, {}, Test::logContext(cutPath));
        QVERIFY(sink.entries.size() <= 3);
        QVERIFY2(sink.entries.size() == 3 || !sink.problems.isEmpty(),
            qPrintable(
                QStringLiteral("%1 of %2 bytes: %3").arg(size).arg(bytes.size()).arg(sink.entries.size())));
    }
}

QTEST_GUILESS_MAIN(tst_EmeseneLog)

#include "tst_emesenelog.moc"
