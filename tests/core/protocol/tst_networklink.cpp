#include "core/protocol/networklink.h"

#include <QTest>

using namespace Msn;
using Code = NetworkFileError::Code;

class TestNetworkLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void refuses_data();
    void refuses();
};

void TestNetworkLink::reads_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("nexus");
    QTest::newRow("host alone") << QStringLiteral("msnp:msn.example.com") << QStringLiteral("msn.example.com")
                                << QStringLiteral("msn.example.com:1863")
                                << QStringLiteral("https://msn.example.com/rdr/pprdr.asp");
    QTest::newRow("with slashes") << QStringLiteral("msnp://msn.example.com:1864/?name=Home")
                                  << QStringLiteral("Home") << QStringLiteral("msn.example.com:1864")
                                  << QStringLiteral("https://msn.example.com/rdr/pprdr.asp");
    QTest::newRow("everything") << QStringLiteral(
        "  msnp:192.0.2.7:1864?name=Bei%20uns&tls=1&nexus=https://192.0.2.7:8443/n\n")
                                << QStringLiteral("Bei uns") << QStringLiteral("192.0.2.7:1864")
                                << QStringLiteral("https://192.0.2.7:8443/n");
}

void TestNetworkLink::reads()
{
    QFETCH(QString, link);
    const auto network = parseNetworkLink(link);
    QVERIFY(network);
    QTEST(network->name, "name");
    QTEST(network->dispatch.toString(), "server");
    QTEST(network->nexus.toString(), "nexus");
}

void TestNetworkLink::comesBackAsItWas_data()
{
    QTest::addColumn<NetworkDescription>("network");
    NetworkDescription network;
    network.name = QStringLiteral("Zu Hause & 家 #1 = ?");
    network.dispatch = {QStringLiteral("msn.example.com"), 1863};
    network.nexus = QUrl(QStringLiteral("https://msn.example.com/rdr/pprdr.asp"));
    QTest::newRow("classic") << network;
    network.security = NetworkDescription::Security::Tls;
    network.dispatch = {QStringLiteral("192.0.2.7"), 1864};
    network.nexus = QUrl(QStringLiteral("https://192.0.2.7:8443/a?b=c&d=e"));
    network.certificateSha256 = QByteArray(32, '\x7f');
    QTest::newRow("with everything") << network;
    network.dispatch.host = QStringLiteral("2001:db8::7");
    QTest::newRow("IPv6") << network;
}

void TestNetworkLink::comesBackAsItWas()
{
    QFETCH(NetworkDescription, network);
    const QString link = encodeNetworkLink(network);
    const auto read = parseNetworkLink(link);
    QVERIFY2(read, qPrintable(link));
    QCOMPARE(read->name, network.name);
    QCOMPARE(read->dispatch, network.dispatch);
    QCOMPARE(read->nexus, network.nexus);
    QCOMPARE(read->certificateSha256, network.certificateSha256);
    QCOMPARE(read->security, network.security);
}

void TestNetworkLink::refuses_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("key");
    QTest::newRow("another scheme") << QStringLiteral("https://msn.example.com") << Code::NotJson
                                    << QStringLiteral("msnp:");
    QTest::newRow("nothing") << QString() << Code::NotJson << QStringLiteral("msnp:");
    QTest::newRow("no host") << QStringLiteral("msnp:?name=x") << Code::BadValue
                             << QStringLiteral("dispatch.host");
    QTest::newRow("no port") << QStringLiteral("msnp:msn.example.com:high") << Code::BadValue
                             << QStringLiteral("dispatch.host");
    QTest::newRow("password over http") << QStringLiteral("msnp:msn.example.com?nexus=http://evil.example")
                                        << Code::BadValue << QStringLiteral("passport.nexus");
    QTest::newRow("half a fingerprint") << QStringLiteral("msnp:msn.example.com?sha256=abcd")
                                        << Code::BadValue << QStringLiteral("certificate.sha256");
}

void TestNetworkLink::refuses()
{
    QFETCH(QString, link);
    const auto network = parseNetworkLink(link);
    QVERIFY(!network);
    QTEST(network.error().code, "code");
    QTEST(network.error().key, "key");
}

QTEST_GUILESS_MAIN(TestNetworkLink)
#include "tst_networklink.moc"
