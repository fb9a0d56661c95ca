#include "core/sqlite/sqliteconnection.h"
#include "core/sqlite/sqlitefile.h"
#include "core/sqlite/sqlitemigration.h"
#include "core/sqlite/sqlitestatements.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>

using namespace Msn;
using Access = SqliteConnection::Access;

namespace {

constexpr std::array firstStep{
    "CREATE TABLE person (name TEXT NOT NULL UNIQUE)", "INSERT INTO person VALUES ('Ana')"};
constexpr std::array secondStep{"ALTER TABLE person ADD COLUMN age INTEGER"};
constexpr std::array thirdStep{"CREATE INDEX person_by_age ON person (age)"};
constexpr std::array failingStep{"CREATE TABLE house (name)", "CREATE TABLE person (name)"};

const QString countPeople = QStringLiteral("SELECT count(*) FROM person");

} // namespace

/// Files of SQLite: opened, asked, brought to a version, copied. No test may write to the error output.
class tst_Sqlite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void fileIsTheOwnersAlone();
    void fileThatIsNoDatabase();
    void missingFolder();
    void readingChangesNothing();
    void errorsAreNamed_data();
    void errorsAreNamed();
    void whatFailsInATransactionHasNotHappened();

    void statementsYieldRowsAndValues();
    void statementThatFailedCanBeUsedAgain();
    void statementsHoldNobodyUp();

    void stepsAreTakenInOrder();
    void copyBeforeEachStep();
    void noCopyOfNothing();
    void laterVersionIsLeftAlone();
    void stepThatFailsChangesNothing();
    void manyMigrateAtOnce();

    void copyIsWhatIsCommitted();
    void copyReplacesNothing();

private:
    QString file(const char *name = "a.sqlite") const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<SqliteConnection> open(
        const char *name = "a.sqlite", Access access = Access::Write) const;
    int number(const QString &statement) const;
    bool isTheOwnersAlone(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteConnection> m_connection;
};

void tst_Sqlite::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_connection = open();
    QVERIFY(m_connection);
}

void tst_Sqlite::cleanup()
{
    m_connection.reset();
    m_folder.reset();
}

std::unique_ptr<SqliteConnection> tst_Sqlite::open(const char *name, Access access) const
{
    auto opened = SqliteConnection::open({file(name), 20, 0}, access);
    return opened ? std::move(opened).value() : nullptr;
}

int tst_Sqlite::number(const QString &statement) const
{
    return m_connection->value(statement).value_or(QVariant(-1)).toInt();
}

bool tst_Sqlite::isTheOwnersAlone(const QString &path) const
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return QFile::exists(path) && !(QFile::permissions(path) & others);
}

// --- Opening ---------------------------------------------------------------------------------

void tst_Sqlite::fileIsTheOwnersAlone()
{
    QVERIFY(m_connection->run(QStringLiteral("CREATE TABLE t (x)")));
    for (const char *name : {"a.sqlite", "a.sqlite-wal", "a.sqlite-shm"})
        QVERIFY2(isTheOwnersAlone(file(name)), name);
}

void tst_Sqlite::fileThatIsNoDatabase()
{
    QFile garbage(file("garbage"));
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write(QByteArray(5000, 'g'));
    garbage.close();
    for (const Access access : {Access::Write, Access::Read}) {
        const auto opened = SqliteConnection::open({garbage.fileName()}, access);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StorageDamaged);
        QCOMPARE(opened.error().subject, QDir::toNativeSeparators(garbage.fileName()));
    }
    QVERIFY(garbage.open(QIODevice::ReadOnly));
    QCOMPARE(garbage.readAll(), QByteArray(5000, 'g'));
}

void tst_Sqlite::missingFolder()
{
    for (const Access access : {Access::Write, Access::Read}) {
        const auto opened = SqliteConnection::open({file("nowhere/a.sqlite")}, access);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StorageFailed);
    }
    QVERIFY(!QFile::exists(file("nowhere")));
}

void tst_Sqlite::readingChangesNothing()
{
    QVERIFY(m_connection->run(QStringLiteral("CREATE TABLE t (x)")));
    const auto reading = open("a.sqlite", Access::Read);
    QVERIFY(reading);
    QVERIFY(!reading->run(QStringLiteral("INSERT INTO t VALUES (1)")));
    QCOMPARE(reading->value(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 0);
    QVERIFY(!open("b.sqlite", Access::Read));
    QVERIFY(!QFile::exists(file("b.sqlite")));
}

void tst_Sqlite::errorsAreNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("not SQL") << QStringLiteral("SELEKT") << ErrorCode::StorageFailed;
    QTest::newRow("twice the same") << QStringLiteral("INSERT INTO person VALUES ('Ana')")
                                    << ErrorCode::InvalidArgument;
    QTest::newRow("locked") << QStringLiteral("INSERT INTO locked.house VALUES (1)")
                            << ErrorCode::StorageBusy;
    QTest::newRow("full") << QStringLiteral("INSERT INTO person VALUES (hex(zeroblob(1000000)))")
                          << ErrorCode::StorageFull;
}

void tst_Sqlite::errorsAreNamed()
{
    QFETCH(QString, statement);
    QFETCH(ErrorCode, code);
    const std::array steps{SqliteStep(firstStep)};
    QVERIFY(migrateSqlite(*m_connection, steps));
    const auto other = open("b.sqlite");
    QVERIFY(other->run(QStringLiteral("CREATE TABLE house (number)")));
    QVERIFY(other->run(QStringLiteral("BEGIN IMMEDIATE")));
    QVERIFY(m_connection->run(QStringLiteral("ATTACH '%1' AS locked").arg(file("b.sqlite"))));
    QVERIFY(m_connection->run(QStringLiteral("PRAGMA main.max_page_count = 20")));

    const Outcome done = m_connection->run(statement);
    QVERIFY(!done);
    QCOMPARE(done.error().code, code);
    QCOMPARE(done.error().subject, QDir::toNativeSeparators(file()));
    QVERIFY(!done.error().detail.isEmpty());
}

void tst_Sqlite::whatFailsInATransactionHasNotHappened()
{
    QVERIFY(m_connection->run(QStringLiteral("CREATE TABLE person (name UNIQUE)")));
    const auto addTwice = [this] {
        const Outcome first = m_connection->run(QStringLiteral("INSERT INTO person VALUES ('Ana')"));
        return first ? m_connection->run(QStringLiteral("INSERT INTO person VALUES ('Ana')")) : first;
    };
    QCOMPARE(inTransaction(*m_connection, addTwice).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(number(countPeople), 0);
    QVERIFY(inTransaction(*m_connection,
        [this] { return m_connection->run(QStringLiteral("INSERT INTO person VALUES ('Ben')")); }));
    QCOMPARE(number(countPeople), 1);
}

// --- Statements ------------------------------------------------------------------------------

void tst_Sqlite::statementsYieldRowsAndValues()
{
    SqliteStatements statements(*m_connection);
    QVERIFY(statements.run("CREATE TABLE t (name TEXT NOT NULL, number INTEGER)"));
    const auto add = [&statements](const QString &name, int number) {
        return statements.run("INSERT INTO t VALUES (?, ?)", {name, number});
    };
    QVERIFY(add(QStringLiteral("b"), 2));
    QVERIFY(add(QString(), 1)); // no text is an empty one, not NULL
    QVERIFY(add(QStringLiteral("c"), 3));
    QStringList names;
    QVERIFY(statements.read("SELECT name FROM t WHERE number < ? ORDER BY name", {3},
        [&names](const QSqlQuery &row) { names.append(row.value(0).toString()); }));
    QCOMPARE(names, QStringList({QString(), QStringLiteral("b")}));
    QCOMPARE(statements.value("SELECT number FROM t WHERE name = ?", {QStringLiteral("c")})->toInt(), 3);
    QVERIFY(!statements.value("SELECT number FROM t WHERE name = ?", {QStringLiteral("x")})->isValid());
}

void tst_Sqlite::statementThatFailedCanBeUsedAgain()
{
    SqliteStatements statements(*m_connection);
    QVERIFY(statements.run("CREATE TABLE t (name TEXT UNIQUE)"));
    const auto add
        = [&statements](const QString &name) { return statements.run("INSERT INTO t VALUES (?)", {name}); };
    QVERIFY(add(QStringLiteral("a")));
    QCOMPARE(add(QStringLiteral("a")).error().code, ErrorCode::InvalidArgument);
    QVERIFY(add(QStringLiteral("b")));
    QCOMPARE(statements.run("INSERT INTO nowhere VALUES (1)").error().code, ErrorCode::StorageFailed);
    QCOMPARE(statements.value("SELECT count(*) FROM t")->toInt(), 2);
}

/// A statement that is not read to its end would keep the journal from being emptied.
void tst_Sqlite::statementsHoldNobodyUp()
{
    SqliteStatements statements(*m_connection);
    QVERIFY(statements.run("CREATE TABLE t (x)"));
    QVERIFY(statements.run("INSERT INTO t VALUES (1), (2), (3)"));
    QCOMPARE(statements.value("SELECT x FROM t ORDER BY x")->toInt(), 1);
    const auto other = open();
    QVERIFY(other->run(QStringLiteral("INSERT INTO t VALUES (4)")));
    // The first column tells whether somebody was in the way.
    QCOMPARE(other->value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"))->toInt(), 0);
    QCOMPARE(QFile(file("a.sqlite-wal")).size(), 0);
}

// --- Versions --------------------------------------------------------------------------------

void tst_Sqlite::stepsAreTakenInOrder()
{
    const std::array steps{SqliteStep(firstStep), SqliteStep(secondStep), SqliteStep(thirdStep)};
    QVERIFY(migrateSqlite(*m_connection, steps));
    QCOMPARE(number(QStringLiteral("PRAGMA user_version")), 3);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'person_by_age'")), 1);
    // And once only.
    QVERIFY(migrateSqlite(*m_connection, steps));
    QCOMPARE(number(countPeople), 1);
}

void tst_Sqlite::copyBeforeEachStep()
{
    const std::array steps{SqliteStep(firstStep), SqliteStep(secondStep), SqliteStep(thirdStep)};
    QVERIFY(migrateSqlite(*m_connection, std::span(steps).first(1)));
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO person VALUES ('Ben')")));
    QVERIFY(migrateSqlite(*m_connection, steps));
    QVERIFY(!QFile::exists(file("a.sqlite.before-1"))); // there was nothing
    for (int version : {1, 2}) {
        const QByteArray name = "a.sqlite.before-" + QByteArray::number(version + 1);
        QVERIFY(isTheOwnersAlone(file(name.constData())));
        QVERIFY(!QFile::exists(file((name + ".part").constData())));
        const auto copy = open(name.constData(), Access::Read);
        QCOMPARE(copy->value(QStringLiteral("PRAGMA user_version"))->toInt(), version);
        QCOMPARE(copy->value(countPeople)->toInt(), 2);
    }
}

/// A new file was left with a copy for each version there has ever been.
void tst_Sqlite::noCopyOfNothing()
{
    const std::array steps{SqliteStep(firstStep), SqliteStep(secondStep), SqliteStep(thirdStep)};
    QVERIFY(migrateSqlite(*m_connection, steps));
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.before-*")}), QStringList());
}

void tst_Sqlite::laterVersionIsLeftAlone()
{
    const std::array steps{SqliteStep(firstStep)};
    for (const int version : {2, 1000, -1}) {
        QVERIFY(m_connection->run(QStringLiteral("PRAGMA user_version = %1").arg(version)));
        QCOMPARE(migrateSqlite(*m_connection, steps).error().code, ErrorCode::StorageTooNew);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM sqlite_schema")), 0);
    }
}

void tst_Sqlite::stepThatFailsChangesNothing()
{
    const std::array steps{SqliteStep(firstStep), SqliteStep(failingStep)};
    for (int attempt = 0; attempt < 2; ++attempt) {
        QCOMPARE(migrateSqlite(*m_connection, steps).error().code, ErrorCode::StorageFailed);
        QCOMPARE(number(QStringLiteral("PRAGMA user_version")), 1);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'house'")), 0);
    }
}

/// Each has looked at the version before any of them has changed it.
void tst_Sqlite::manyMigrateAtOnce()
{
    static constexpr std::array steps{SqliteStep(firstStep), SqliteStep(secondStep), SqliteStep(thirdStep)};
    QVERIFY(migrateSqlite(*m_connection, std::span(steps).first(1)));
    std::array<std::unique_ptr<QThread>, 4> threads;
    std::array<std::atomic<bool>, 4> hasWorked{};
    for (size_t i = 0; i < threads.size(); ++i) {
        threads[i].reset(QThread::create([&done = hasWorked[i], path = file()] {
            const auto opened = SqliteConnection::open({path, 10'000, 0}, Access::Write);
            done = opened && migrateSqlite(**opened, steps);
        }));
        threads[i]->start();
    }
    for (size_t i = 0; i < threads.size(); ++i) {
        QVERIFY(threads[i]->wait(20'000));
        QVERIFY(hasWorked[i]);
    }
    QCOMPARE(number(QStringLiteral("PRAGMA user_version")), 3);
    QCOMPARE(number(countPeople), 1);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.part")}), QStringList());
    QCOMPARE(
        open("a.sqlite.before-3", Access::Read)->value(QStringLiteral("PRAGMA user_version"))->toInt(), 2);
}

// --- Copies ----------------------------------------------------------------------------------

void tst_Sqlite::copyIsWhatIsCommitted()
{
    const std::array steps{SqliteStep(firstStep)};
    QVERIFY(migrateSqlite(*m_connection, steps));
    const auto other = open();
    QVERIFY(other->run(QStringLiteral("BEGIN IMMEDIATE")));
    QVERIFY(other->run(QStringLiteral("INSERT INTO person VALUES ('Ben')")));
    QVERIFY(copySqliteFile(*m_connection, file("it's a copy")));
    QVERIFY(other->run(QStringLiteral("COMMIT")));
    QVERIFY(isTheOwnersAlone(file("it's a copy")));
    QVERIFY(!QFile::exists(file("it's a copy.part")));
    const auto copy = open("it's a copy", Access::Read);
    QCOMPARE(copy->value(countPeople)->toInt(), 1);
    QCOMPARE(copy->value(QStringLiteral("PRAGMA integrity_check"))->toString(), QStringLiteral("ok"));
}

void tst_Sqlite::copyReplacesNothing()
{
    QFile there(file("there"));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("something else");
    there.close();
    for (const char *name : {"there", "nowhere/copy"}) {
        const Outcome copied = copySqliteFile(*m_connection, file(name));
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, ErrorCode::StorageFailed);
        QCOMPARE(copied.error().subject, QDir::toNativeSeparators(file(name)));
    }
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("something else"));
    QVERIFY(!QFile::exists(file("there.part")));
}

QTEST_GUILESS_MAIN(tst_Sqlite)

#include "tst_sqlite.moc"
