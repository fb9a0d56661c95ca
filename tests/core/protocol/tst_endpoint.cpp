#include "core/protocol/endpoint.h"

#include <QTest>

using namespace Msn;

class tst_Endpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
};

void tst_Endpoint::parses_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("classic") << QByteArray("192.0.2.10:1863") << QStringLiteral("192.0.2.10") << 1863
                             << QByteArray("192.0.2.10:1863");
    QTest::newRow("no port") << QByteArray("messenger.example.net") << QStringLiteral("messenger.example.net")
                             << 1863 << QByteArray("messenger.example.net:1863");
    QTest::newRow("empty port") << QByteArray("messenger.example.net:")
                                << QStringLiteral("messenger.example.net") << 1863
                                << QByteArray("messenger.example.net:1863");
    QTest::newRow("highest port") << QByteArray("h:65535") << QStringLiteral("h") << 65535
                                  << QByteArray("h:65535");
    QTest::newRow("IPv6") << QByteArray("[2001:db8::1]:1864") << QStringLiteral("2001:db8::1") << 1864
                          << QByteArray("[2001:db8::1]:1864");
    QTest::newRow("IPv6 without port")
        << QByteArray("[::1]") << QStringLiteral("::1") << 1863 << QByteArray("[::1]:1863");
    QTest::newRow("name with dash and underscore")
        << QByteArray("my-host_1:1") << QStringLiteral("my-host_1") << 1 << QByteArray("my-host_1:1");
}

void tst_Endpoint::parses()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QByteArray, encoded);
    const auto endpoint = parseEndpoint(token);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->host, host);
    QCOMPARE(int(endpoint->port), port);
    QCOMPARE(encodeEndpoint(*endpoint), encoded);
    QCOMPARE(endpoint->toString(), QString::fromUtf8(encoded));
    QVERIFY(parseEndpoint(encoded) == endpoint);
}

void tst_Endpoint::refuses_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no host") << QByteArray(":1863");
    QTest::newRow("port 0") << QByteArray("h:0");
    QTest::newRow("port too large") << QByteArray("h:65536");
    QTest::newRow("port no number") << QByteArray("h:http");
    QTest::newRow("port signed") << QByteArray("h:+80");
    QTest::newRow("negative port") << QByteArray("h:-1");
    QTest::newRow("path") << QByteArray("example.net/x:80");
    QTest::newRow("blank") << QByteArray("exam ple.net:80");
    QTest::newRow("bracket left open") << QByteArray("[::1:1863");
    QTest::newRow("empty brackets") << QByteArray("[]:1863");
    QTest::newRow("junk behind the bracket") << QByteArray("[::1]1863");
    QTest::newRow("over-long host") << QByteArray(254, 'a');
    QTest::newRow("control character") << QByteArray("h\n:80");
}

void tst_Endpoint::refuses()
{
    QFETCH(QByteArray, token);
    QVERIFY(!parseEndpoint(token));
}

QTEST_GUILESS_MAIN(tst_Endpoint)

#include "tst_endpoint.moc"
