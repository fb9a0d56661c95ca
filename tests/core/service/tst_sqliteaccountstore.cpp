#include "core/service/store/accountadministration.h"
#include "core/service/store/memoryaccountstore.h"
#include "core/service/store/sqliteaccountstore.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
const Address bob(QStringLiteral("Bob@example.com"));
const Address mike(QStringLiteral("mike@example.com"));
/// The store takes any bytes.
const QByteArray picture("\x89PNG\r\n\0'\xFF", 9);
InvitationRecord invitation(const Address &from, const Address &to)
{
    return {from, FriendlyName(QStringLiteral("A")), to, QStringLiteral("Hi\nMike"),
        QDateTime::fromSecsSinceEpoch(1'100'000'000, Qt::UTC)};
}

void fill(AccountStore &store)
{
    AccountAdministration administration(store);
    QVERIFY(administration.create(
        alice, FriendlyName(QStringLiteral("Alice ♥")), QStringLiteral("secret"), PasswordCost::least()));
    QVERIFY(administration.create(bob, {}, QStringLiteral("other"), PasswordCost::least()));
    administration.befriend(alice, bob, FriendlyName(QStringLiteral("Büro")));
    AccountRecord account = *store.account(alice);
    account.listVersion = 77;
    account.privacy = DefaultPrivacy::BlockOthers;
    account.prompt = AddPrompt::DoNotAsk;
    account.properties.insert("PHH", QStringLiteral("555 0100"));
    account.memberId = 0xFEDCBA9876543210;
    store.saveAccount(account);
    store.addInvitation(invitation(alice, mike));
    store.setPicture(alice, picture);
    QVERIFY(store.commit());
}

/// Everything that both say must be the same.
void compare(const AccountStore &one, const AccountStore &other)
{
    QCOMPARE(one.addresses(), other.addresses());
    const auto addresses = other.addresses();
    for (const Address &address : addresses) {
        QCOMPARE(*one.account(address), *other.account(address));
        QCOMPARE(one.passwordHash(address), other.passwordHash(address));
        QCOMPARE(one.picture(address), other.picture(address));
        QCOMPARE(one.contacts(address), other.contacts(address));
        QCOMPARE(one.groups(address), other.groups(address));
        QCOMPARE(one.invitationsTo(address), other.invitationsTo(address));
        QCOMPARE(one.countInvitationsFrom(address), other.countInvitationsFrom(address));
        QCOMPARE(one.ownersOf(address), other.ownersOf(address));
        QCOMPARE(one.storedMessages(address), other.storedMessages(address));
        QCOMPARE(one.countStoredMessages(address), other.countStoredMessages(address));
        QCOMPARE(one.countStoredMessages(address, alice), other.countStoredMessages(address, alice));
        for (const List list : {List::Forward, List::Allow, List::Block, List::Reverse, List::Pending}) {
            QCOMPARE(one.listed(address, list), other.listed(address, list));
            QCOMPARE(one.countListed(address, list), other.countListed(address, list));
        }
        for (int group = 0; group < 12; ++group)
            QCOMPARE(one.contactsInGroup(address, group), other.contactsInGroup(address, group));
        const auto contacts = other.contacts(address);
        for (const ContactRecord &contact : contacts)
            QCOMPARE(one.contactById(address, contact.id), std::optional(contact));
    }
    QCOMPARE(one.invitations(), other.invitations());
    QCOMPARE(one.circles(), other.circles());
}

} // namespace

class tst_SqliteAccountStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsEverything();
    void pictureIsTakenAway();
    void copyHasThePictures();
    void passwordIsNotInTheFiles();
    void filesAreTheOwnersAlone();
    void twoProcesses();
    void nothingIsKeptWithoutCommit();
    void writesAboutNobodyDoNothing();
    void sameAsInMemory_data();
    void sameAsInMemory();
    void unreadableFile_data();
    void unreadableFile();
    void missingFolder();
    void databaseThatIsLockedIsLeftAlone();
    void changeWritesItsRowsAlone();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("a.sqlite")); }
    std::unique_ptr<SqliteAccountStore> open() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteAccountStore> m_store;
};

void tst_SqliteAccountStore::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = open();
    QVERIFY(m_store);
}

/// What another process would do.
std::unique_ptr<SqliteAccountStore> tst_SqliteAccountStore::open() const
{
    auto opened = SqliteAccountStore::open(file());
    return opened ? std::move(opened).value() : nullptr;
}

void tst_SqliteAccountStore::keepsEverything()
{
    QVERIFY(m_store->addresses().isEmpty());
    const ServerCertificate certificate{"certificate", "key"};
    QCOMPARE(m_store->certificate(), ServerCertificate());
    m_store->saveCertificate(certificate);
    fill(*m_store);
    const auto again = open();
    QVERIFY(again);
    QCOMPARE(again->addresses().size(), 2);
    compare(*again, *m_store);
    QCOMPARE(again->certificate(), certificate);
    QCOMPARE(again->picture(alice), picture);
    QCOMPARE(again->picture(bob), QByteArray());
    QCOMPARE(again->account(alice)->memberId, 0xFEDCBA9876543210);
    QCOMPARE(again->account(bob)->address.toString(), bob.toString());
    QCOMPARE(again->invitationsTo(mike), QList{invitation(alice, mike)});
    QVERIFY(again->passwordHash(bob).matches(QStringLiteral("other")));
    QVERIFY(!again->passwordHash(bob).matches(QStringLiteral("secret")));
}

void tst_SqliteAccountStore::pictureIsTakenAway()
{
    fill(*m_store);
    m_store->setPicture(alice, {});
    QCOMPARE(m_store->picture(alice), QByteArray());
    m_store->rollback();
    QCOMPARE(m_store->picture(alice), picture);
    // It goes with the account, and whoever comes after has none.
    m_store->removeAccount(alice);
    QVERIFY(AccountAdministration(*m_store).create(alice, {}, QStringLiteral("x"), PasswordCost::least()));
    QVERIFY(m_store->commit());
    QCOMPARE(open()->picture(alice), QByteArray());
}

void tst_SqliteAccountStore::copyHasThePictures()
{
    fill(*m_store);
    const QString path = m_folder->filePath(QStringLiteral("copy.sqlite"));
    QVERIFY(m_store->copyTo(path));
    const auto copy = SqliteAccountStore::open(path);
    QVERIFY(copy);
    QCOMPARE((*copy)->picture(alice), picture);
}

void tst_SqliteAccountStore::passwordIsNotInTheFiles()
{
    fill(*m_store);
    QDirIterator files(m_folder->path(), QDir::Files);
    int count = 0;
    for (; files.hasNext(); ++count) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }
    QVERIFY(count > 0);
}

void tst_SqliteAccountStore::filesAreTheOwnersAlone()
{
    fill(*m_store);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QDirIterator files(m_folder->path(), QDir::Files);
    while (files.hasNext())
        QVERIFY2(!(QFileInfo(files.next()).permissions() & others), qPrintable(files.fileName()));
}

void tst_SqliteAccountStore::twoProcesses()
{
    SqliteAccountStore &service = *m_store;
    const auto opened = open();
    QVERIFY(opened);
    SqliteAccountStore &command = *opened;
    fill(service);
    const Address carol(QStringLiteral("carol@example.com"));
    QVERIFY(AccountAdministration(command).create(carol, {}, QStringLiteral("x"), PasswordCost::least()));
    QVERIFY(!service.account(carol));
    QVERIFY(command.commit());
    QVERIFY(service.account(carol));
    // And a change on the other side does not undo it.
    service.removeInvitationsTo(mike);
    QVERIFY(service.commit());
    QVERIFY(command.account(carol));
    QVERIFY(command.invitations().isEmpty());
}

void tst_SqliteAccountStore::nothingIsKeptWithoutCommit()
{
    fill(*m_store);
    {
        const auto careless = open();
        QVERIFY(careless);
        careless->removeAccount(alice);
        QVERIFY(!careless->account(alice));
    }
    QVERIFY(m_store->account(alice));
    QCOMPARE(m_store->contacts(alice).size(), 1);
}

void tst_SqliteAccountStore::writesAboutNobodyDoNothing()
{
    fill(*m_store);
    m_store->saveContact(mike, {alice, {}, List::Forward, {0}, QUuid::createUuid()});
    m_store->saveGroup(mike, {1, QUuid::createUuid(), {}});
    m_store->setPasswordHash(mike, PasswordHash::make(QStringLiteral("x"), PasswordCost::least()));
    m_store->setPicture(mike, picture);
    QCOMPARE(m_store->raiseListVersion(mike), 0);
    QVERIFY(m_store->commit());
    QVERIFY(!m_store->account(mike));
    QVERIFY(m_store->contacts(mike).isEmpty());
    QVERIFY(m_store->groups(mike).isEmpty());
    QVERIFY(m_store->picture(mike).isEmpty());
}

void tst_SqliteAccountStore::sameAsInMemory_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Writes at random, kept or taken back at random, to both stores.
void tst_SqliteAccountStore::sameAsInMemory()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    SqliteAccountStore &disk = *m_store;
    MemoryAccountStore memory;
    const auto somebody
        = [&random] { return Address(QStringLiteral("p%1@example.com").arg(random.bounded(6))); };
    const auto both = [&](const auto &write) {
        write(disk);
        write(memory);
    };
    const auto writeSomething = [&] {
        const Address owner = somebody();
        const Address other = somebody();
        const int number = random.bounded(12);
        switch (random.bounded(13)) {
        case 0:
            return both([&](AccountStore &store) { store.removeAccount(owner); });
        case 1:
        case 2: {
            AccountRecord account = memory.account(owner).value_or(AccountRecord{});
            account.address = owner;
            account.name = FriendlyName(QStringLiteral("Name %1").arg(number));
            account.properties.remove("PHW");
            account.properties.insert(number % 2 ? "PHH" : "PHW", QString::number(number));
            return both([&](AccountStore &store) { store.saveAccount(account); });
        }
        case 3:
            return both([&](AccountStore &store) { store.raiseListVersion(owner); });
        case 4:
            return both([&](AccountStore &store) { store.removeContact(owner, other); });
        case 5:
            return both([&](AccountStore &store) { store.removeGroup(owner, number); });
        case 6: {
            const GroupRecord group{number, QUuid::createUuid(), FriendlyName(QString::number(number))};
            return both([&](AccountStore &store) { store.saveGroup(owner, group); });
        }
        case 7:
            both([&](AccountStore &store) { store.addInvitation(invitation(owner, other)); });
            return both([&](AccountStore &store) { store.removeInvitationsTo(owner); });
        case 8: {
            const CircleRecord circle{QString::number(number % 3), number % 2 == 0, {owner}};
            return both([&](AccountStore &store) { store.saveCircle(circle); });
        }
        case 9:
            return both([&](AccountStore &store) { store.removeCircle(QString::number(number % 3)); });
        case 10:
            both([&](AccountStore &store) {
                store.addStoredMessage({other, FriendlyName(QStringLiteral("O")), owner,
                    QDateTime::fromSecsSinceEpoch(number, Qt::UTC), QByteArray("\0\xFF\n", 3)});
            });
            return both([&](AccountStore &store) { store.removeStoredMessages(other, owner); });
        case 11: {
            const QByteArray png = QByteArray::number(number).repeated(number % 3);
            return both([&](AccountStore &store) { store.setPicture(owner, png); });
        }
        default: {
            const ContactRecord contact{other, FriendlyName(QString::number(number)),
                parseListBits(1 + random.bounded(31)), {number, number + 1}, QUuid::createUuid()};
            return both([&](AccountStore &store) { store.saveContact(owner, contact); });
        }
        }
    };
    for (int change = 0; change < 60; ++change) {
        for (int i = random.bounded(8); i >= 0; --i)
            writeSomething();
        compare(disk, memory);
        if (random.bounded(3) == 0) {
            disk.rollback();
            memory.rollback();
        } else {
            QVERIFY(disk.commit());
            QVERIFY(memory.commit());
        }
        compare(disk, memory);
        if (QTest::currentTestFailed())
            return;
    }
}

void tst_SqliteAccountStore::unreadableFile_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("text") << QByteArray("accounts").repeated(200);
    QTest::newRow("half a header") << QByteArray("SQLite format 3\0cut off here", 28).repeated(100);
}

void tst_SqliteAccountStore::unreadableFile()
{
    QFETCH(QByteArray, contents);
    const QString path = m_folder->filePath(QStringLiteral("b.sqlite"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
    file.close();
    const auto opened = SqliteAccountStore::open(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageDamaged);
    QCOMPARE(opened.error().subject, path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), contents);
}

void tst_SqliteAccountStore::missingFolder()
{
    const auto opened = SqliteAccountStore::open(QStringLiteral("/nonexistent/a.sqlite"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageFailed);
}

/// Somebody else is writing and does not come to an end.
void tst_SqliteAccountStore::databaseThatIsLockedIsLeftAlone()
{
    fill(*m_store);
    const auto other = open();
    QVERIFY(other);
    other->raiseListVersion(bob);
    m_store->removeAccount(alice);
    const auto kept = m_store->commit();
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::StorageBusy);
    QVERIFY(m_store->account(alice));
    QVERIFY(other->commit());
    m_store->removeAccount(alice);
    QVERIFY(m_store->commit());
    QVERIFY(!m_store->account(alice));
}

/// A change of one contact among very many costs the disk no more than one among few.
void tst_SqliteAccountStore::changeWritesItsRowsAlone()
{
    fill(*m_store);
    const QFileInfo journal(file() + QStringLiteral("-wal"));
    const auto bytesOfOneChange = [&] {
        QFileInfo before(journal.filePath());
        const qint64 size = before.size();
        ContactRecord contact = *m_store->contact(alice, bob);
        contact.name = FriendlyName(contact.name.text() + QLatin1Char('!'));
        m_store->saveContact(alice, contact);
        m_store->raiseListVersion(alice);
        m_store->commit();
        return QFileInfo(journal.filePath()).size() - size;
    };
    const qint64 withOneContact = bytesOfOneChange();
    QVERIFY(withOneContact > 0);
    for (int i = 0; i < 400; ++i)
        m_store->saveContact(alice,
            {Address(QStringLiteral("c%1@example.com").arg(i)), FriendlyName(QStringLiteral("C")),
                List::Forward, {0}, QUuid::createUuid()});
    QVERIFY(m_store->commit());
    // A tree of pages may be one or two levels higher.
    QVERIFY(bytesOfOneChange() <= withOneContact + 3 * 4200);
}

QTEST_GUILESS_MAIN(tst_SqliteAccountStore)

#include "tst_sqliteaccountstore.moc"
