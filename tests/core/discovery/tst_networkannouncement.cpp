#include "core/discovery/networkannouncement.h"

#include <QTest>

using namespace Msn;

/// TXT records: ours round, and whatever strangers make up.
class TestNetworkAnnouncement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void saysWhatANetworkFileSays();
    void onlyWhatCanBePinnedIsAnnounced();
    void hostileRecords_data();
    void hostileRecords();
    void namesAreMadeFitForShowing_data();
    void namesAreMadeFitForShowing();
    void keysInAnyCaseAndTheFirstOfTwo();
    void longNamesAreCutBetweenCharacters();
};

namespace {

const QByteArray fingerprint(32, '\xA5');

QByteArray strings(const QList<QByteArray> &list)
{
    QByteArray txt;
    for (const QByteArray &string : list)
        txt += char(string.size()) + string;
    return txt;
}

QByteArray sha256()
{
    return "sha256=" + fingerprint.toHex();
}

NetworkDescription home()
{
    NetworkDescription network;
    network.name = QStringLiteral("小雨的家");
    network.dispatch = {QStringLiteral("192.0.2.10"), 1864};
    network.security = NetworkDescription::Security::Tls;
    network.nexus = QUrl(QStringLiteral("https://192.0.2.10:8443/rdr/pprdr.asp"));
    network.gateway = QUrl(QStringLiteral("https://192.0.2.10:8443/gateway/gateway.dll"));
    network.certificateSha256 = fingerprint;
    return network;
}

} // namespace

void TestNetworkAnnouncement::comesBackAsItWas()
{
    const NetworkAnnouncement announcement{QStringLiteral("Home"), fingerprint, 8443, true};
    const QByteArray txt = encodeAnnouncement(announcement);
    QVERIFY(txt.size() < 400);
    QCOMPARE(parseAnnouncement(txt), std::optional(announcement));
}

void TestNetworkAnnouncement::saysWhatANetworkFileSays()
{
    const auto announcement = announcementOf(home());
    QVERIFY(announcement);
    const auto heard = parseAnnouncement(encodeAnnouncement(*announcement));
    QVERIFY(heard);
    QCOMPARE(heard->networkAt(home().dispatch), home());
    const auto read = parseNetworkFile(encodeNetworkFile(heard->networkAt({QStringLiteral("fd00::7"), 9})));
    QVERIFY(read);
    QCOMPARE(read->dispatch.host, QStringLiteral("fd00::7"));
    QCOMPARE(read->nexus.host(), QStringLiteral("fd00::7"));
}

void TestNetworkAnnouncement::onlyWhatCanBePinnedIsAnnounced()
{
    NetworkDescription plain = home();
    plain.security = NetworkDescription::Security::None;
    QVERIFY(!announcementOf(plain));
    NetworkDescription nameless = home();
    nameless.certificateSha256.clear();
    QVERIFY(!announcementOf(nameless));
}

void TestNetworkAnnouncement::hostileRecords_data()
{
    QTest::addColumn<QByteArray>("txt");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one empty string") << QByteArray(1, '\0');
    QTest::newRow("a length beyond the end") << strings({"txtvers=1", sha256()}) + "\xFFshort";
    QTest::newRow("a length and nothing") << strings({"txtvers=1", sha256()}) + "\x01";
    QTest::newRow("no version") << strings({sha256(), "name=Home"});
    QTest::newRow("a later version") << strings({"txtvers=2", sha256()});
    QTest::newRow("no fingerprint") << strings({"txtvers=1", "name=Home"});
    QTest::newRow("a short fingerprint") << strings({"txtvers=1", "sha256=abcd"});
    QTest::newRow("a fingerprint that is none") << strings({"txtvers=1", "sha256=" + QByteArray(64, 'x')});
    QTest::newRow("port 0") << strings({"txtvers=1", sha256(), "https=0"});
    QTest::newRow("a port too large") << strings({"txtvers=1", sha256(), "https=65536"});
    QTest::newRow("a port that is none") << strings({"txtvers=1", sha256(), "https=8443/evil"});
    QByteArray flood = strings({"txtvers=1", sha256()});
    while (flood.size() <= maxAnnouncementBytes)
        flood += strings({"x" + QByteArray::number(flood.size()) + "=1"});
    QTest::newRow("a flood") << flood;
    QTest::newRow("noise") << QByteArray("\x05\x00\xFF\xFE=\x00\x03===", 11);
}

void TestNetworkAnnouncement::hostileRecords()
{
    QFETCH(QByteArray, txt);
    QVERIFY(!parseAnnouncement(txt));
}

void TestNetworkAnnouncement::namesAreMadeFitForShowing_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("shown");
    QTest::newRow("usual") << QByteArray("Home") << QStringLiteral("Home");
    QTest::newRow("Chinese") << QByteArray("小雨的家") << QStringLiteral("小雨的家");
    QTest::newRow("lines") << QByteArray("Home\nsweet\r\n") << QStringLiteral("Home sweet");
    QTest::newRow("turned") << QByteArray("Ho\u202Eme") << QStringLiteral("Home");
    QTest::newRow("blanks") << QByteArray("  ") << QString();
    QTest::newRow("long") << QByteArray(200, 'x') << QString(100, u'x');
    QTest::newRow("long, cut at a blank") << QByteArray(QByteArray(99, 'x') + " y") << QString(99, u'x');
}

void TestNetworkAnnouncement::namesAreMadeFitForShowing()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, shown);
    const auto announcement = parseAnnouncement(strings({"txtvers=1", sha256(), "name=" + sent}));
    QVERIFY(announcement);
    QCOMPARE(announcement->name, shown);
}

void TestNetworkAnnouncement::keysInAnyCaseAndTheFirstOfTwo()
{
    const auto announcement = parseAnnouncement(strings(
        {"TxtVers=1", "SHA256=" + fingerprint.toHex(), "Name=One", "name=Two", "flag", "=x", "https=9"}));
    QVERIFY(announcement);
    QCOMPARE(announcement->name, QStringLiteral("One"));
    QCOMPARE(announcement->httpsPort, quint16(9));
    QVERIFY(!announcement->hasGateway);
}

void TestNetworkAnnouncement::longNamesAreCutBetweenCharacters()
{
    const QByteArray name = instanceNameFor(QString(100, QChar(0x5BB6))); // 3 bytes each
    QCOMPARE(name, QByteArray("家").repeated(21));
    NetworkAnnouncement announcement{QString(100, QChar(0x5BB6)), fingerprint, 443, false};
    const auto heard = parseAnnouncement(encodeAnnouncement(announcement));
    QVERIFY(heard);
    QCOMPARE(heard->name, QString(66, QChar(0x5BB6)));
    QCOMPARE(instanceNameFor(QStringLiteral(" \n ")), QByteArray());
    QCOMPARE(instanceNameFor(QString(100, QChar(0x5BB6)), 12), QByteArray("家").repeated(19) + " #12");
}

QTEST_GUILESS_MAIN(TestNetworkAnnouncement)
#include "tst_networkannouncement.moc"
