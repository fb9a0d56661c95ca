#include "core/protocol/contactlist.h"
#include "core/roster/listcache.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

namespace {

ListCache example()
{
    ListCache cache;
    cache.protocol = ProtocolVersion::Msnp10;
    cache.version = {"2004-07-01T18:17:51.4030000-07:00", "2004-06-30T09:00:00.0000000-07:00"};
    Contact bob;
    bob.address = Address(QStringLiteral("bob@example.com"));
    bob.friendlyName = FriendlyName(QStringLiteral("B\u00F8b \u263A"));
    bob.id = ContactId("22222222-2222-4222-8222-222222222222");
    bob.lists = List::Forward | List::Allow | List::Reverse;
    bob.groups = {GroupId("1"), GroupId("7")};
    bob.phones = {QStringLiteral("555 0100"), QStringLiteral("555 0101"), QStringLiteral("555 0102"), true};
    cache.contacts = {bob};
    cache.groups = {{GroupId("1"), FriendlyName(QStringLiteral("Caf\u00E9 %"))}};
    cache.defaultPrivacy = DefaultPrivacy::BlockOthers;
    cache.addPrompt = AddPrompt::DoNotAsk;
    cache.ownPhones.home = QStringLiteral("555 0199");
    cache.ownName = FriendlyName(QStringLiteral("Alice"));
    return cache;
}

} // namespace

class TestListCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fileRoundTrip();
    void missingFileIsEmpty();
    void damagedIsSurvivedAtEveryByte();
    void unwritableFolder();
};

void TestListCache::roundTrip()
{
    QCOMPARE(parseListCache(encodeListCache(example())), example());
    QCOMPARE(parseListCache(encodeListCache({})), ListCache{});
}

void TestListCache::fileRoundTrip()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("contacts.cbor"));
    QVERIFY(saveListCache(name, example()));
    QCOMPARE(loadListCache(name), example());
}

void TestListCache::missingFileIsEmpty()
{
    QCOMPARE(loadListCache(QStringLiteral("/no/such/file")), ListCache{});
}

void TestListCache::damagedIsSurvivedAtEveryByte()
{
    const QByteArray whole = encodeListCache(example());
    for (qsizetype cut = 0; cut < whole.size(); ++cut)
        QCOMPARE(parseListCache(whole.left(cut)).version, ListVersion{});
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        parseListCache(damaged); // must come back
    }
    QCOMPARE(parseListCache("garbage"), ListCache{});
}

void TestListCache::unwritableFolder()
{
    QVERIFY(!saveListCache(QStringLiteral("/no/such/folder/contacts.cbor"), example()));
}

QTEST_GUILESS_MAIN(TestListCache)
#include "tst_listcache.moc"
