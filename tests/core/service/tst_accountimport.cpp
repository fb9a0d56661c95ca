#include "core/service/store/accountimport.h"
#include "core/service/store/sqliteaccountstore.h"
#include "tests/support/testdata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("bob@example.com"));
const Address mike(QStringLiteral("mike@example.com"));

void writeTo(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
}

} // namespace

/// Accounts as they were kept in a JSON file.
class tst_AccountImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void bringsEverything();
    void leavesWhoIsThereAlready();
    void notAgainAfterACrash();
    void unreadableFile_data();
    void unreadableFile();

private:
    QString json() const { return m_folder->filePath(QStringLiteral("accounts.json")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteAccountStore> m_store;
};

void tst_AccountImport::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = SqliteAccountStore::open(m_folder->filePath(QStringLiteral("a.sqlite")));
    QVERIFY(opened);
    m_store = std::move(opened).value();
    writeTo(json(), Test::readData(QStringLiteral("service/accounts.json")));
}

void tst_AccountImport::bringsEverything()
{
    QVERIFY(importAccounts(json(), *m_store));
    QCOMPARE(m_store->addresses(), (QList{alice, bob}));
    const AccountRecord account = *m_store->account(alice);
    QCOMPARE(account.name, FriendlyName(QStringLiteral("Alice ♥")));
    QCOMPARE(account.listVersion, 77);
    QCOMPARE(account.privacy, DefaultPrivacy::BlockOthers);
    QCOMPARE(account.prompt, AddPrompt::DoNotAsk);
    QCOMPARE(account.memberId, 0xFEDCBA9876543210);
    QCOMPARE(account.properties.value("PHH"), QStringLiteral("555 0100"));
    QVERIFY(m_store->passwordHash(alice).matches(QStringLiteral("secret")));
    QVERIFY(m_store->passwordHash(bob).matches(QStringLiteral("other")));
    QVERIFY(!m_store->passwordHash(bob).matches(QStringLiteral("secret")));
    QCOMPARE(m_store->groups(alice).size(), 2);
    const ContactRecord contact = *m_store->contact(alice, bob);
    QCOMPARE(contact.address.toString(), QStringLiteral("Bob@example.com"));
    QCOMPARE(contact.lists, Lists(List::Forward) | List::Allow);
    QCOMPARE(contact.groups, QList{1});
    QCOMPARE(m_store->invitationsTo(mike).size(), 1);
    QVERIFY(!QFile::exists(json()));
    QFile kept(json() + QLatin1String(importedSuffix));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), Test::readData(QStringLiteral("service/accounts.json")));
}

void tst_AccountImport::leavesWhoIsThereAlready()
{
    AccountRecord newer;
    newer.address = alice;
    newer.name = FriendlyName(QStringLiteral("New"));
    m_store->saveAccount(newer);
    QVERIFY(m_store->commit());
    QVERIFY(importAccounts(json(), *m_store));
    QCOMPARE(*m_store->account(alice), newer);
    QVERIFY(m_store->contacts(alice).isEmpty());
    QVERIFY(m_store->account(bob));
}

/// The file was read, and the machine went off before it was renamed.
void tst_AccountImport::notAgainAfterACrash()
{
    QVERIFY(importAccounts(json(), *m_store));
    QVERIFY(QFile::rename(json() + QLatin1String(importedSuffix), json()));
    m_store->raiseListVersion(alice);
    QVERIFY(m_store->commit());
    QVERIFY(importAccounts(json(), *m_store));
    QCOMPARE(m_store->account(alice)->listVersion, 78);
    QCOMPARE(m_store->invitations().size(), 1);
}

void tst_AccountImport::unreadableFile_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("accounts");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("a later version") << QByteArray(R"({"version": 2, "accounts": []})");
}

void tst_AccountImport::unreadableFile()
{
    QFETCH(QByteArray, contents);
    writeTo(json(), contents);
    const auto imported = importAccounts(json(), *m_store);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::StorageFailed);
    QCOMPARE(imported.error().subject, json());
    QVERIFY(QFile::exists(json()));
}

QTEST_GUILESS_MAIN(tst_AccountImport)

#include "tst_accountimport.moc"
