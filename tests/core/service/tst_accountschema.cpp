#include "core/service/store/accountschema.h"
#include "core/service/store/sqliteaccountstore.h"
#include "core/sqlite/sqliteconnection.h"
#include "tests/support/testdata.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

namespace {

std::unique_ptr<SqliteConnection> connectionTo(const QString &path)
{
    auto opened = SqliteConnection::open({path}, SqliteConnection::Access::Write);
    return opened ? std::move(opened).value() : nullptr;
}

/// The statements of a file as `.dump` of the sqlite3 program writes it: each ends with its line.
void load(const QString &name, SqliteConnection &connection)
{
    const auto statements = QString::fromUtf8(Test::readData(name)).split(QStringLiteral(";\n"));
    for (const QString &statement : statements) {
        if (!statement.trimmed().isEmpty())
            QVERIFY2(connection.run(statement), qPrintable(statement));
    }
}

QString tables(SqliteConnection &connection)
{
    return connection
        .value(QStringLiteral("SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema"
                              " WHERE name NOT LIKE 'sqlite_%' ORDER BY name)"))
        ->toString();
}

} // namespace

/// The tables of the account database, from any version to the newest.
class tst_AccountSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void migratedEqualsFresh_data();
    void migratedEqualsFresh();
    void laterVersionIsLeftAlone();
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
    const QTemporaryDir folder;
    const auto fresh = connectionTo(folder.filePath(QStringLiteral("fresh.sqlite")));
    QVERIFY(migrateAccounts(*fresh));
    const QString path = folder.filePath(QStringLiteral("old.sqlite"));
    {
        const auto old = connectionTo(path);
        load(QStringLiteral("service/accounts-%1.sql").arg(version), *old);
        const QString userVersion = QStringLiteral("PRAGMA user_version");
        QCOMPARE(old->value(userVersion)->toInt(), version);
        QVERIFY(migrateAccounts(*old));
        QCOMPARE(old->value(userVersion)->toInt(), accountSchemaVersion());
        QVERIFY(!tables(*old).isEmpty());
        QCOMPARE(tables(*old), tables(*fresh));
        QCOMPARE(old->value(QStringLiteral("PRAGMA integrity_check"))->toString(), QStringLiteral("ok"));
    }
    // And what was in it is there.
    const auto opened = SqliteAccountStore::open(path);
    QVERIFY(opened);
    const SqliteAccountStore &store = **opened;
    const Address alice(QStringLiteral("alice@example.com"));
    QCOMPARE(store.account(alice)->properties.value("PHH"), QStringLiteral("555 0100"));
    QCOMPARE(store.contacts(alice).size(), 1);
    QCOMPARE(store.groups(alice).size(), 2);
    QVERIFY(store.passwordHash(alice).matches(QStringLiteral("secret")));
    QCOMPARE(store.invitations().size(), 1);
}

void tst_AccountSchema::laterVersionIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("later.sqlite"));
    const auto later = connectionTo(path);
    QVERIFY(later->run(QStringLiteral("PRAGMA user_version = 1000")));
    const auto opened = SqliteAccountStore::open(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageTooNew);
    QCOMPARE(tables(*later), QString());
}

QTEST_GUILESS_MAIN(tst_AccountSchema)

#include "tst_accountschema.moc"
