#include "core/net/servercache.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

class TestServerCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void missingOrDamagedIsEmpty_data();
    void missingOrDamagedIsEmpty();
};

void TestServerCache::roundTrip()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("servers.json"));
    const ServerCache cache{
        {QStringLiteral("192.0.2.10"), 1863}, QUrl(QStringLiteral("https://login.example.net/login2.srf"))};
    saveServerCache(file, cache);
    QCOMPARE(loadServerCache(file), cache);
    saveServerCache(file, {});
    QCOMPARE(loadServerCache(file), ServerCache{});
}

void TestServerCache::missingOrDamagedIsEmpty_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{\"notif");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("not an address") << QByteArray(R"({"notificationServer": "host:99999"})");
    QTest::newRow("wrong types") << QByteArray(R"({"notificationServer": 7, "loginUrl": []})");
    QTest::newRow("login without TLS") << QByteArray(R"({"loginUrl": "http://login.example.net/"})");
}

void TestServerCache::missingOrDamagedIsEmpty()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("servers.json"));
    if (!content.isEmpty()) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QCOMPARE(loadServerCache(name), ServerCache{});
}

QTEST_GUILESS_MAIN(TestServerCache)
#include "tst_servercache.moc"
