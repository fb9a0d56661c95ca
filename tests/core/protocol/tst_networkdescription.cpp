#include "core/protocol/networkdescription.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Msn;
using Code = NetworkFileError::Code;

class tst_NetworkDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses();
    void optionalKeys();
    void hosts_data();
    void hosts();
    void gateway();
    void refuses_data();
    void refuses();
    void refusesOtherDocuments_data();
    void refusesOtherDocuments();
    void roundTrip_data();
    void roundTrip();
};

namespace {

const QByteArray pem("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");

QJsonObject completeFile()
{
    const QByteArray json = R"({
        "name": "Home",
        "dispatch": { "host": "192.168.1.10", "port": 1864, "security": "tls" },
        "passport": { "nexus": "https://192.168.1.10:8443/rdr/pprdr.asp" },
        "certificate": { "sha256": "" },
        "protocols": ["MSNP9", "MSNP8"]
    })";
    QJsonObject file = QJsonDocument::fromJson(json).object();
    file.insert(QLatin1String("certificate"),
        QJsonObject{
            {QLatin1String("sha256"), QString(64, u'a')}, {QLatin1String("pem"), QString::fromLatin1(pem)}});
    return file;
}

/// \p file with the value at \p path (`dispatch.port`) replaced; an undefined value removes it.
QJsonObject changed(QJsonObject file, const QString &path, const QJsonValue &value)
{
    const QString head = path.section(u'.', 0, 0);
    const QString tail = path.section(u'.', 1);
    const QJsonValue replacement
        = tail.isEmpty() ? value : QJsonValue(changed(file.value(head).toObject(), tail, value));
    if (replacement.isUndefined())
        file.remove(head);
    else
        file.insert(head, replacement);
    return file;
}

Expected<NetworkDescription, NetworkFileError> parse(const QJsonObject &file)
{
    return parseNetworkFile(QJsonDocument(file).toJson());
}

} // namespace

void tst_NetworkDescription::parses()
{
    const auto network = parse(completeFile());
    QVERIFY(network);
    QCOMPARE(network->name, QStringLiteral("Home"));
    QCOMPARE(network->dispatch.host, QStringLiteral("192.168.1.10"));
    QCOMPARE(int(network->dispatch.port), 1864);
    QCOMPARE(int(network->security), int(NetworkDescription::Security::Tls));
    QCOMPARE(network->nexus, QUrl(QStringLiteral("https://192.168.1.10:8443/rdr/pprdr.asp")));
    QCOMPARE(network->certificateSha256, QByteArray(32, '\xAA'));
    QCOMPARE(network->certificatePem, pem);
    QCOMPARE(network->protocols, (QList{ProtocolVersion::Msnp9, ProtocolVersion::Msnp8}));
}

void tst_NetworkDescription::optionalKeys()
{
    const auto network = parseNetworkFile(R"({"name": " Old ", "dispatch": {"host": "messenger.example.net"},
                                              "passport": {"nexus": "https://nexus.example.net/rdr/pprdr.asp"}, "other": 1})");
    QVERIFY(network);
    QCOMPARE(network->name, QStringLiteral("Old"));
    QCOMPARE(int(network->dispatch.port), 1863);
    QCOMPARE(int(network->security), int(NetworkDescription::Security::None));
    QVERIFY(network->certificateSha256.isEmpty());
    QVERIFY(network->certificatePem.isEmpty());
    QCOMPARE(network->protocols, supportedProtocolVersions());

    const QString colons = QString(32, u'x').replace(u'x', QLatin1String("AB:")).chopped(1);
    const auto spelt = parse(changed(completeFile(), QStringLiteral("certificate.sha256"), colons));
    QVERIFY(spelt);
    QCOMPARE(spelt->certificateSha256, QByteArray(32, '\xAB'));

    const auto fragment = parse(changed(
        completeFile(), QStringLiteral("passport.nexus"), QStringLiteral("https://nexus.example.net/##")));
    QVERIFY(fragment);
    QCOMPARE(fragment->nexus, QUrl(QStringLiteral("https://nexus.example.net/")));

    const QJsonArray names{QStringLiteral("MSNP21"), QStringLiteral("MSNP8"), QStringLiteral("MSNP8"), 7};
    const auto newer = parse(changed(completeFile(), QStringLiteral("protocols"), names));
    QVERIFY(newer);
    QCOMPARE(newer->protocols, QList{ProtocolVersion::Msnp8});
}

void tst_NetworkDescription::hosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("valid");
    QTest::newRow("name") << QStringLiteral("messenger.example.net") << true;
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.1") << true;
    QTest::newRow("IPv6") << QStringLiteral("2001:db8::1") << true;
    QTest::newRow("loopback IPv6") << QStringLiteral("::1") << true;
    QTest::newRow("with a port") << QStringLiteral("messenger.example.net:1863") << false;
    QTest::newRow("with a scheme") << QStringLiteral("https://messenger.example.net") << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("blank") << QStringLiteral("a b") << false;
}

void tst_NetworkDescription::hosts()
{
    QFETCH(QString, host);
    QFETCH(bool, valid);
    const auto network = parse(changed(completeFile(), QStringLiteral("dispatch.host"), host));
    QCOMPARE(network.has_value(), valid);
    if (network)
        QCOMPARE(network->dispatch.host, host);
    else
        QCOMPARE(network.error().key, QStringLiteral("dispatch.host"));
}

void tst_NetworkDescription::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *path, const QJsonValue &value, Code code) {
        QTest::newRow(name) << QString::fromLatin1(path) << value << int(code);
    };
    const QJsonValue missing(QJsonValue::Undefined);
    row("no name", "name", missing, Code::MissingKey);
    row("empty name", "name", QString(), Code::BadValue);
    row("blank name", "name", QStringLiteral("  "), Code::BadValue);
    row("name is a number", "name", 5, Code::BadValue);
    row("no dispatch", "dispatch", missing, Code::MissingKey);
    row("dispatch is a string", "dispatch", QStringLiteral("192.0.2.1"), Code::BadValue);
    row("no host", "dispatch.host", missing, Code::MissingKey);
    row("host is a number", "dispatch.host", 5, Code::BadValue);
    row("port 0", "dispatch.port", 0, Code::BadValue);
    row("port too large", "dispatch.port", 65536, Code::BadValue);
    row("negative port", "dispatch.port", -1, Code::BadValue);
    row("fractional port", "dispatch.port", 1863.5, Code::BadValue);
    row("port is a string", "dispatch.port", QStringLiteral("1863"), Code::BadValue);
    row("unknown security", "dispatch.security", QStringLiteral("starttls"), Code::BadValue);
    row("security is a number", "dispatch.security", 1, Code::BadValue);
    row("security is null", "dispatch.security", QJsonValue::Null, Code::BadValue);
    row("no nexus", "passport.nexus", missing, Code::MissingKey);
    row("nexus without TLS", "passport.nexus", QStringLiteral("http://nexus.example.net/"), Code::BadValue);
    row("nexus without host", "passport.nexus", QStringLiteral("https:///x"), Code::BadValue);
    row("nexus is a path", "passport.nexus", QStringLiteral("/rdr/pprdr.asp"), Code::BadValue);
    row("nexus is a number", "passport.nexus", 5, Code::BadValue);
    row("certificate is a string", "certificate", QStringLiteral("x"), Code::BadValue);
    row("short fingerprint", "certificate.sha256", QString(62, u'a'), Code::BadValue);
    row("fingerprint is not hex", "certificate.sha256", QString(64, u'g'), Code::BadValue);
    row("fingerprint is a number", "certificate.sha256", 5, Code::BadValue);
    row("no certificate in pem", "certificate.pem", QStringLiteral("hello"), Code::BadValue);
    row("pem is a number", "certificate.pem", 5, Code::BadValue);
    row("protocols is a string", "protocols", QStringLiteral("MSNP8"), Code::BadValue);
    row("no protocol that we speak", "protocols", QJsonArray{QStringLiteral("MSNP21")}, Code::BadValue);
    row("empty protocols", "protocols", QJsonArray(), Code::BadValue);
    row("gateway is a string", "gateway", QStringLiteral("http://gateway.example.net/"), Code::BadValue);
    row("gateway without address", "gateway.url", missing, Code::MissingKey);
    row("gateway is a number", "gateway.url", 5, Code::BadValue);
    row("gateway is neither http nor https", "gateway.url", QStringLiteral("ftp://gateway.example.net/"),
        Code::BadValue);
    row("gateway without host", "gateway.url", QStringLiteral("http:///gateway/gateway.dll"), Code::BadValue);
    row("gateway with a query", "gateway.url", QStringLiteral("http://gateway.example.net/?a=b"),
        Code::BadValue);
    row("gateway with a password", "gateway.url", QStringLiteral("http://a:b@gateway.example.net/"),
        Code::BadValue);
}

void tst_NetworkDescription::gateway()
{
    const QJsonObject file = changed(
        completeFile(), QStringLiteral("gateway.url"), QStringLiteral("http://gateway.example.net"));
    const auto network = parse(file);
    QVERIFY(network);
    QCOMPARE(network->gateway, QUrl(QStringLiteral("http://gateway.example.net/gateway/gateway.dll")));
    QCOMPARE(network->gatewayLifespanSeconds, 0);

    const auto patient = parse(changed(file, QStringLiteral("gateway.lifespan"), 5));
    QVERIFY(patient);
    QCOMPARE(patient->gatewayLifespanSeconds, 5);
    for (const QJsonValue &lifespan : {QJsonValue(61), QJsonValue(-1), QJsonValue(QStringLiteral("5"))}) {
        const auto refused = parse(changed(file, QStringLiteral("gateway.lifespan"), lifespan));
        QVERIFY(!refused);
        QCOMPARE(refused.error().key, QStringLiteral("gateway.lifespan"));
    }
}

/// Each error names its key.
void tst_NetworkDescription::refuses()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const auto network = parse(changed(completeFile(), path, value));
    QVERIFY(!network);
    QCOMPARE(network.error().key, path);
    QTEST(int(network.error().code), "code");
}

void tst_NetworkDescription::refusesOtherDocuments_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("name: Home");
    QTest::newRow("array") << QByteArray("[1, 2]");
    QTest::newRow("cut off") << QByteArray("{\"name\": \"Ho");
    QTest::newRow("deeply nested") << QByteArray(100'000, '[');
    QTest::newRow("binary") << QByteArray("\x00\xFF\x00", 3);
}

void tst_NetworkDescription::refusesOtherDocuments()
{
    QFETCH(QByteArray, bytes);
    const auto network = parseNetworkFile(bytes);
    QVERIFY(!network);
    QCOMPARE(int(network.error().code), int(Code::NotJson));
}

void tst_NetworkDescription::roundTrip_data()
{
    QTest::addColumn<NetworkDescription>("network");
    NetworkDescription plain;
    plain.name = QStringLiteral("B\u00FCro \U0001F98B");
    plain.dispatch = {QStringLiteral("messenger.example.net"), 1863};
    plain.nexus = QUrl(QStringLiteral("https://nexus.example.net/rdr/pprdr.asp"));
    QTest::newRow("plain") << plain;
    NetworkDescription everything = plain;
    everything.dispatch = {QStringLiteral("2001:db8::1"), 1864};
    everything.security = NetworkDescription::Security::Tls;
    everything.nexus = QUrl(QStringLiteral("https://[2001:db8::1]:8443/a%20b?c=d%26e"), QUrl::StrictMode);
    everything.certificateSha256 = QByteArray(32, '\x12');
    everything.certificatePem = pem;
    everything.protocols = {ProtocolVersion::Msnp8};
    everything.gateway = QUrl(QStringLiteral("https://[2001:db8::1]:8443/gateway/gateway.dll"));
    everything.gatewayLifespanSeconds = 3;
    QTest::newRow("everything") << everything;
}

void tst_NetworkDescription::roundTrip()
{
    QFETCH(NetworkDescription, network);
    const auto again = parseNetworkFile(encodeNetworkFile(network));
    QVERIFY(again);
    QVERIFY(*again == network);
}

QTEST_GUILESS_MAIN(tst_NetworkDescription)

#include "tst_networkdescription.moc"
