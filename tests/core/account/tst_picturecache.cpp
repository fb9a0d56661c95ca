#include "core/account/knownpictures.h"
#include "core/account/picturecache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

/// Pictures of others, and who had which, on the disk.
class TestPictureCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsWritten();
    void damagedOneIsForgotten();
    void othersAreForgotten();
    void neverLeavesItsFolder_data();
    void neverLeavesItsFolder();
    void withoutAFolderNothingIsKept();
    void knowsWhoHadWhich();
    void spoiltListIsNobodys_data();
    void spoiltListIsNobodys();

private:
    QTemporaryDir m_folder;
};

namespace {

QByteArray keyFor(const QByteArray &data)
{
    return PictureCache::keyOf(QCryptographicHash::hash(data, QCryptographicHash::Sha1));
}

const Address ana(QStringLiteral("ana@example.com"));
const Address ben(QStringLiteral("ben@example.com"));

} // namespace

void TestPictureCache::keepsWhatIsWritten()
{
    const PictureCache cache(m_folder.filePath(QStringLiteral("kept")));
    const QByteArray data("\x89PNG\0data", 9);
    QVERIFY(!cache.contains(keyFor(data)));
    QVERIFY(cache.write(keyFor(data), data));
    QVERIFY(cache.contains(keyFor(data)));
    QCOMPARE(cache.read(keyFor(data)), data);
}

void TestPictureCache::damagedOneIsForgotten()
{
    const QString folder = m_folder.filePath(QStringLiteral("damaged"));
    const PictureCache cache(folder);
    const QByteArray key = keyFor("whole");
    QVERIFY(cache.write(key, "whole"));
    QFile file(QDir(folder).filePath(QString::fromLatin1(key)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half") == 4);
    file.close();
    QCOMPARE(cache.read(key), QByteArray());
    QVERIFY(!cache.contains(key)); // so that it is fetched anew
}

void TestPictureCache::othersAreForgotten()
{
    const PictureCache cache(m_folder.filePath(QStringLiteral("many")));
    for (const char *data : {"a", "b", "c"})
        QVERIFY(cache.write(keyFor(data), data));
    cache.keepOnly({keyFor("b")});
    QVERIFY(!cache.contains(keyFor("a")) && cache.contains(keyFor("b")) && !cache.contains(keyFor("c")));
}

void TestPictureCache::neverLeavesItsFolder_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a way up") << QByteArray("../../../../../../../../../../etc/passwd");
    QTest::newRow("as long as a key") << QByteArray("../").repeated(13) + 'x';
    QTest::newRow("capitals") << QByteArray(40, 'A');
    QTest::newRow("too short") << QByteArray(39, 'a');
}

void TestPictureCache::neverLeavesItsFolder()
{
    QFETCH(QByteArray, key);
    const PictureCache cache(m_folder.filePath(QStringLiteral("strict")));
    QVERIFY(!cache.write(key, "data"));
    QVERIFY(!cache.contains(key));
    QCOMPARE(cache.read(key), QByteArray());
}

void TestPictureCache::withoutAFolderNothingIsKept()
{
    const PictureCache cache({});
    QVERIFY(!cache.write(keyFor("a"), "a"));
    QVERIFY(!cache.contains(keyFor("a")));
    cache.keepOnly({});
}

void TestPictureCache::knowsWhoHadWhich()
{
    const QString file = m_folder.filePath(QStringLiteral("pictures.json"));
    KnownPictures pictures(file);
    QVERIFY(pictures.set(ana, keyFor("a")));
    QVERIFY(pictures.set(ben, keyFor("b")));
    QVERIFY(!pictures.set(ben, keyFor("b"))); // nothing new
    QVERIFY(pictures.set(ben, {}));
    pictures.save();
    const KnownPictures again(file);
    QCOMPARE(again.keyOf(ana), keyFor("a"));
    QCOMPARE(again.keyOf(ben), QByteArray());
    QCOMPARE(again.keys(), QList<QByteArray>{keyFor("a")});
}

void TestPictureCache::spoiltListIsNobodys_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"ana@example.com\": \"00");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("a number") << QByteArray("{\"ana@example.com\": 5}");
}

void TestPictureCache::spoiltListIsNobodys()
{
    QFETCH(QByteArray, content);
    const QString path = m_folder.filePath(QStringLiteral("spoilt.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QCOMPARE(KnownPictures(path).keyOf(ana), QByteArray());
}

QTEST_GUILESS_MAIN(TestPictureCache)
#include "tst_picturecache.moc"
