#include "core/service/store/accountschema.h"
#include "core/service/store/sqldatabase.h"
#include "core/service/store/sqliteaccountstore.h"
#include "tests/support/testdata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

namespace {

/// The statements of a file as `.dump` of the sqlite3 program writes it: each ends with its line.
void load(const QString &name, const SqlDatabase &database)
{
    const auto statements = QString::fromUtf8(Test::readData(name)).split(QStringLiteral(";\n"));
    for (const QString &statement : statements) {
        if (!statement.trimmed().isEmpty())
            QVERIFY2(database.execute(statement), qPrintable(database.failure().detail));
    }
}

QStringList tables(const SqlDatabase &database)
{
    QStringList lines;
    database.read("SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name", {},
        [&lines](const QSqlQuery &row) { lines.append(row.value(0).toString()); });
    return lines;
}

} // namespace

/// The tables of the account database, from any version to the newest.
class tst_AccountSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void migratedEqualsFresh_data();
    void migratedEqualsFresh();
    void copyBeforeEachStep();
    void laterVersionIsLeftAlone();
    void stepThatFailsChangesNothing();
    void twoAtOnce();

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_AccountSchema::migratedEqualsFresh_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < accountSchemaVersion(); ++version)
        QTest::addRow("version %d", version) << version;
}

void tst_AccountSchema::migratedEqualsFresh()
{
    QFETCH(int, version);
    SqlDatabase fresh(file("fresh.sqlite"));
    QVERIFY(fresh.open());
    QVERIFY(migrateAccounts(fresh));
    {
        SqlDatabase old(file("old.sqlite"));
        QVERIFY(old.open());
        load(QStringLiteral("service/accounts-%1.sql").arg(version), old);
        QCOMPARE(old.value("PRAGMA user_version").toInt(), version);
        QVERIFY(migrateAccounts(old));
        QCOMPARE(old.value("PRAGMA user_version").toInt(), accountSchemaVersion());
        QCOMPARE(tables(old), tables(fresh));
        QCOMPARE(old.value("PRAGMA integrity_check").toString(), QStringLiteral("ok"));
    }
    // And what was in it is there.
    SqliteAccountStore store(file("old.sqlite"));
    QVERIFY(store.open());
    const Address alice(QStringLiteral("alice@example.com"));
    QCOMPARE(store.account(alice)->properties.value("PHH"), QStringLiteral("555 0100"));
    QCOMPARE(store.contacts(alice).size(), 1);
    QCOMPARE(store.groups(alice).size(), 2);
    QVERIFY(store.passwordHash(alice).matches(QStringLiteral("secret")));
    QCOMPARE(store.invitations().size(), 1);
}

void tst_AccountSchema::copyBeforeEachStep()
{
    SqlDatabase old(file("old.sqlite"));
    QVERIFY(old.open());
    load(QStringLiteral("service/accounts-1.sql"), old);
    const QStringList before = tables(old);
    QVERIFY(migrateAccounts(old));
    SqlDatabase copy(file("old.sqlite.version-1"));
    QVERIFY(QFile::exists(copy.path()));
    QVERIFY(copy.open());
    QCOMPARE(tables(copy), before);
    QCOMPARE(copy.value("SELECT count(*) FROM accounts").toInt(), 2);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(copy.path()) & others));
}

void tst_AccountSchema::laterVersionIsLeftAlone()
{
    SqlDatabase later(file("later.sqlite"));
    QVERIFY(later.open());
    QVERIFY(later.execute(QStringLiteral("PRAGMA user_version = 1000")));
    QCOMPARE(migrateAccounts(later).error().code, ErrorCode::StorageFailed);
    QCOMPARE(tables(later), QStringList());
    SqliteAccountStore store(file("later.sqlite"));
    QCOMPARE(store.open().error().code, ErrorCode::StorageFailed);
}

void tst_AccountSchema::stepThatFailsChangesNothing()
{
    SqlDatabase odd(file("odd.sqlite"));
    QVERIFY(odd.open());
    QVERIFY(odd.execute(QStringLiteral("CREATE TABLE invitations (x)")));
    QCOMPARE(migrateAccounts(odd).error().code, ErrorCode::StorageFailed);
    QCOMPARE(tables(odd), QStringList{QStringLiteral("CREATE TABLE invitations (x)")});
    QCOMPARE(odd.value("PRAGMA user_version").toInt(), 0);
}

void tst_AccountSchema::twoAtOnce()
{
    SqlDatabase one(file("a.sqlite"));
    SqlDatabase other(file("a.sqlite"));
    QVERIFY(one.open());
    QVERIFY(other.open());
    QVERIFY(migrateAccounts(one));
    QVERIFY(migrateAccounts(other));
    QCOMPARE(tables(one), tables(other));
}

QTEST_GUILESS_MAIN(tst_AccountSchema)

#include "tst_accountschema.moc"
