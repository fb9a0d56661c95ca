#include "core/service/store/accountadministration.h"
#include "core/service/store/fileaccountstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("Bob@example.com"));
constexpr int fewIterations = 10;

void fill(AccountStore &store)
{
    AccountAdministration administration(store);
    QVERIFY(administration.create(
        alice, FriendlyName(QStringLiteral("Alice ♥")), QStringLiteral("secret"), fewIterations));
    QVERIFY(administration.create(bob, {}, QStringLiteral("other"), fewIterations));
    administration.befriend(alice, bob, FriendlyName(QStringLiteral("Büro")));
    AccountRecord account = *store.account(alice);
    account.listVersion = 77;
    account.privacy = DefaultPrivacy::BlockOthers;
    account.prompt = AddPrompt::DoNotAsk;
    account.properties.insert("PHH", QStringLiteral("555 0100"));
    account.memberId = 0xFEDCBA9876543210;
    store.saveAccount(account);
    store.addInvitation(
        {alice, FriendlyName(QStringLiteral("A")), Address(QStringLiteral("mike@example.com")),
            QStringLiteral("Hi\nMike"), QDateTime::fromSecsSinceEpoch(1'100'000'000, Qt::UTC)});
    QVERIFY(store.commit());
}

} // namespace

class tst_FileAccountStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEverything();
    void passwordIsNotInTheFile();
    void fileIsTheOwnersAlone();
    void twoProcesses();
    void nothingIsKeptWithoutCommit();
    void unreadableFile_data();
    void unreadableFile();
    void missingFolder();
    void failedCommitIsForgotten();
    void fileThatIsLockedIsLeftAlone();
    void fileThatIsBrokenMeanwhile();
};

void tst_FileAccountStore::keepsEverything()
{
    const QTemporaryDir folder;
    FileAccountStore store(folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(store.open());
    QVERIFY(store.addresses().isEmpty());
    fill(store);
    FileAccountStore again(folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(again.open());
    QCOMPARE(again.addresses(), store.addresses());
    for (const Address &address : {alice, bob}) {
        QCOMPARE(*again.account(address), *store.account(address));
        QCOMPARE(again.passwordHash(address), store.passwordHash(address));
        QCOMPARE(again.contacts(address), store.contacts(address));
        QCOMPARE(again.groups(address), store.groups(address));
    }
    QCOMPARE(again.invitations(), store.invitations());
    QCOMPARE(again.account(alice)->memberId, 0xFEDCBA9876543210);
    QVERIFY(again.passwordHash(bob).matches(QStringLiteral("other")));
    QVERIFY(!again.passwordHash(bob).matches(QStringLiteral("secret")));
}

void tst_FileAccountStore::passwordIsNotInTheFile()
{
    const QTemporaryDir folder;
    FileAccountStore store(folder.filePath(QStringLiteral("accounts.json")));
    fill(store);
    QFile file(folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("secret"));
}

void tst_FileAccountStore::fileIsTheOwnersAlone()
{
    const QTemporaryDir folder;
    FileAccountStore store(folder.filePath(QStringLiteral("accounts.json")));
    fill(store);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(folder.filePath(QStringLiteral("accounts.json"))).permissions() & others));
}

void tst_FileAccountStore::twoProcesses()
{
    const QTemporaryDir folder;
    FileAccountStore service(folder.filePath(QStringLiteral("accounts.json")));
    FileAccountStore command(folder.filePath(QStringLiteral("accounts.json")));
    fill(service);
    QVERIFY(command.open());
    const Address carol(QStringLiteral("carol@example.com"));
    QVERIFY(AccountAdministration(command).create(carol, {}, QStringLiteral("x"), fewIterations));
    QVERIFY(command.commit());
    QVERIFY(service.account(carol));
    // And a change on the other side does not undo it.
    service.removeInvitationsTo(Address(QStringLiteral("mike@example.com")));
    QVERIFY(service.commit());
    QVERIFY(command.account(carol));
    QVERIFY(command.invitations().isEmpty());
}

void tst_FileAccountStore::nothingIsKeptWithoutCommit()
{
    const QTemporaryDir folder;
    FileAccountStore store(folder.filePath(QStringLiteral("accounts.json")));
    fill(store);
    {
        FileAccountStore careless(folder.filePath(QStringLiteral("accounts.json")));
        QVERIFY(careless.open());
        careless.removeAccount(alice);
        QVERIFY(!careless.account(alice));
    }
    QVERIFY(store.account(alice));
}

void tst_FileAccountStore::unreadableFile_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("accounts");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("a later version") << QByteArray(R"({"version": 2, "accounts": []})");
}

void tst_FileAccountStore::unreadableFile()
{
    QFETCH(QByteArray, contents);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("accounts.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
    file.close();
    FileAccountStore store(path);
    const auto opened = store.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageFailed);
    QCOMPARE(opened.error().subject, path);
}

void tst_FileAccountStore::missingFolder()
{
    FileAccountStore store(QStringLiteral("/nonexistent/accounts.json"));
    QVERIFY(store.open());
    QVERIFY(AccountAdministration(store).create(alice, {}, QStringLiteral("x"), fewIterations));
    const auto kept = store.commit();
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::StorageFailed);
}

/// The disk is gone for a while.
void tst_FileAccountStore::failedCommitIsForgotten()
{
    const QTemporaryDir folder;
    QDir dir(folder.path());
    QVERIFY(dir.mkdir(QStringLiteral("data")));
    FileAccountStore store(folder.filePath(QStringLiteral("data/accounts.json")));
    fill(store);
    QVERIFY(dir.rename(QStringLiteral("data"), QStringLiteral("away")));
    QVERIFY(store.account(alice));
    store.removeAccount(alice);
    QVERIFY(!store.commit());
    QVERIFY(store.account(alice));
    QVERIFY(dir.rename(QStringLiteral("away"), QStringLiteral("data")));
    QVERIFY(store.account(alice));
    store.removeAccount(alice);
    QVERIFY(store.commit());
    QVERIFY(!store.account(alice));
}

void tst_FileAccountStore::fileThatIsLockedIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("accounts.json"));
    FileAccountStore store(path);
    fill(store);
    QLockFile lock(path + QStringLiteral(".lock"));
    QVERIFY(lock.lock());
    store.removeAccount(alice);
    const auto kept = store.commit();
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::StorageFailed);
    QVERIFY(store.account(alice));
}

/// Somebody edits it by hand and makes a mistake: it is not written over.
void tst_FileAccountStore::fileThatIsBrokenMeanwhile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("accounts.json"));
    FileAccountStore store(path);
    fill(store);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray good = file.readAll();
    QVERIFY(file.resize(0));
    file.write("{");
    file.close();
    store.removeAccount(alice);
    QVERIFY(!store.commit());
    QVERIFY(store.account(alice));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{"));
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(good);
    file.close();
    store.removeAccount(alice);
    QVERIFY(store.commit());
    QVERIFY(!store.account(alice));
}

QTEST_GUILESS_MAIN(tst_FileAccountStore)

#include "tst_fileaccountstore.moc"
