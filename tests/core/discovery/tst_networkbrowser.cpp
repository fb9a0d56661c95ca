#include "core/discovery/networkbrowser.h"

#include "core/discovery/browseworker.h"
#include "core/discovery/networkannouncement.h"
#include "tests/support/fakednssd/fakednssd.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
namespace Daemon = Test::FakeDnsSd;

/// What hosts on the link announce, well-meaning ones and others.
class TestNetworkBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsANetworkThatAFileCouldSay();
    void nothingIsAskedBeforeTheFirstStart();
    void comesAndGoes();
    void seenOnTwoWaysItGoesWithTheLast();
    void otherPortsAreAChange();
    void stoppedNothingIsLeft();
    void startsAgainAfterAStop();
    void anAddressOfIPv6WhereThereIsNoOther();
    void unusableAddresses_data();
    void unusableAddresses();
    void hostileAnnouncements_data();
    void hostileAnnouncements();
    void namesAreMadeFitForShowing();
    void theNameOfTheAnnouncementWhereTheRecordHasNone();
    void aFloodIsBounded();
    void whoTellsNothingDoesNotHoldUpTheOthers();
    void findsAgainWhenTheDaemonComesBack_data();
    void findsAgainWhenTheDaemonComesBack();
    void withoutLibraryItSaysSo();

private:
    QStringList names() const;

    std::unique_ptr<NetworkBrowser> m_browser;
};

namespace {

QByteArray txtFor(const QString &name, char digit = 'f')
{
    return encodeAnnouncement({name, QByteArray(32, digit), 8443, false});
}

Daemon::Instance instance(const QByteArray &name)
{
    Daemon::Instance result;
    result.name = name;
    result.txt = txtFor(QString::fromUtf8(name));
    return result;
}

DiscoverySetup fakeSetup()
{
    DiscoverySetup setup;
    setup.library = QStringLiteral(FAKE_DNSSD_FILE);
    setup.resolve = std::chrono::milliseconds(300);
    setup.otherAddress = std::chrono::milliseconds(20);
    setup.collect = std::chrono::milliseconds(1);
    setup.firstRetry = std::chrono::milliseconds(10);
    setup.longestRetry = std::chrono::milliseconds(20);
    return setup;
}

} // namespace

void TestNetworkBrowser::init()
{
    Daemon::reset();
    m_browser = std::make_unique<NetworkBrowser>(fakeSetup());
}

void TestNetworkBrowser::cleanup()
{
    m_browser.reset();
    QCOMPARE(Daemon::openOperations(), 0);
}

QStringList TestNetworkBrowser::names() const
{
    QStringList result;
    for (const NearbyNetwork &network : m_browser->networks())
        result.append(network.network.name);
    return result;
}

void TestNetworkBrowser::findsANetworkThatAFileCouldSay()
{
    Daemon::add(instance("小雨的家"));
    const QSignalSpy found(m_browser.get(), &NetworkBrowser::found);
    m_browser->start();
    QTRY_COMPARE(found.size(), 1);
    const NearbyNetwork network = m_browser->networks().constFirst();
    QCOMPARE(network.id, QStringLiteral("小雨的家"));
    QCOMPARE(network.host, QStringLiteral("living-room"));
    QCOMPARE(network.network.name, QStringLiteral("小雨的家"));
    QCOMPARE(network.network.dispatch, (Endpoint{QStringLiteral("192.0.2.10"), 1864}));
    QCOMPARE(network.network.security, NetworkDescription::Security::Tls);
    QCOMPARE(network.network.nexus, QUrl(QStringLiteral("https://192.0.2.10:8443/rdr/pprdr.asp")));
    QCOMPARE(network.network.certificateSha256, QByteArray(32, 'f'));
    QVERIFY(parseNetworkFile(encodeNetworkFile(network.network)));
}

void TestNetworkBrowser::nothingIsAskedBeforeTheFirstStart()
{
    QCOMPARE(Daemon::mostOperations(), 0);
    QVERIFY(!m_browser->isRunning());
}

void TestNetworkBrowser::comesAndGoes()
{
    const QSignalSpy lost(m_browser.get(), &NetworkBrowser::lost);
    m_browser->start();
    QSignalSpy updated(m_browser.get(), &NetworkBrowser::updated);
    QVERIFY(updated.wait()); // nobody is there: that is told, too
    QCOMPARE(names(), QStringList());
    Daemon::add(instance("Home"));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Home")});
    Daemon::remove("Home");
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(lost.constFirst().constFirst().toString(), QStringLiteral("Home"));
    QCOMPARE(names(), QStringList());
}

void TestNetworkBrowser::seenOnTwoWaysItGoesWithTheLast()
{
    QSignalSpy updated(m_browser.get(), &NetworkBrowser::updated);
    m_browser->start();
    QVERIFY(updated.wait()); // now it looks
    Daemon::add(instance("Home"));
    Daemon::add(instance("Home"));
    Daemon::add(instance("Other"));
    QTRY_COMPARE(names().size(), 2);
    Daemon::remove("Home");
    Daemon::remove("Other");
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Home")});
    Daemon::remove("Home");
    QTRY_COMPARE(names(), QStringList());
}

void TestNetworkBrowser::otherPortsAreAChange()
{
    m_browser->start();
    Daemon::add(instance("Home"));
    QTRY_COMPARE(names().size(), 1);
    QSignalSpy changed(m_browser.get(), &NetworkBrowser::changed);
    Daemon::Instance moved = instance("Home");
    moved.port = 2222;
    Daemon::add(moved);
    QVERIFY(changed.wait());
    QCOMPARE(m_browser->networks().constFirst().network.dispatch.port, quint16(2222));
}

void TestNetworkBrowser::stoppedNothingIsLeft()
{
    m_browser->start();
    Daemon::add(instance("Home"));
    QTRY_COMPARE(names().size(), 1);
    const QSignalSpy lost(m_browser.get(), &NetworkBrowser::lost);
    m_browser->stop();
    QCOMPARE(names(), QStringList());
    QCOMPARE(lost.size(), 1);
    QTRY_COMPARE(Daemon::openOperations(), 0);
}

void TestNetworkBrowser::startsAgainAfterAStop()
{
    Daemon::add(instance("Home"));
    m_browser->start();
    m_browser->stop();
    m_browser->start();
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Home")});
}

void TestNetworkBrowser::anAddressOfIPv6WhereThereIsNoOther()
{
    Daemon::Instance home = instance("Home");
    home.address4.clear();
    home.address6 = QByteArray::fromHex("fd000000000000000000000000000007");
    Daemon::add(home);
    m_browser->start();
    QTRY_COMPARE(names().size(), 1);
    const NetworkDescription network = m_browser->networks().constFirst().network;
    QCOMPARE(network.dispatch.host, QStringLiteral("fd00::7"));
    QVERIFY(parseNetworkFile(encodeNetworkFile(network)));
}

void TestNetworkBrowser::unusableAddresses_data()
{
    QTest::addColumn<QByteArray>("address4");
    QTest::addColumn<QByteArray>("address6");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("any") << QByteArray(4, '\0') << QByteArray(16, '\0');
    QTest::newRow("loopback") << QByteArray::fromHex("7f000001")
                              << QByteArray::fromHex("00000000000000000000000000000001");
    QTest::newRow("multicast") << QByteArray::fromHex("e00000fb")
                               << QByteArray::fromHex("ff0200000000000000000000000000fb");
    QTest::newRow("broadcast") << QByteArray::fromHex("ffffffff") << QByteArray();
    QTest::newRow("link-local") << QByteArray() << QByteArray::fromHex("fe800000000000000000000000000001");
    QTest::newRow("too short") << QByteArray("\xC0\x00", 2) << QByteArray("\xFD", 1);
    QTest::newRow("too long") << QByteArray(400, 'x') << QByteArray(400, 'x');
}

void TestNetworkBrowser::unusableAddresses()
{
    QFETCH(QByteArray, address4);
    QFETCH(QByteArray, address6);
    Daemon::Instance bad = instance("Bad");
    bad.host = "elsewhere.local.";
    bad.address4 = address4;
    bad.address6 = address6;
    Daemon::add(bad);
    Daemon::add(instance("Good"));
    m_browser->start();
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Good")});
    QTRY_COMPARE(Daemon::openOperations(), 1); // it has been given up
    QCOMPARE(names(), QStringList{QStringLiteral("Good")});
}

void TestNetworkBrowser::hostileAnnouncements_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("txt");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QByteArray>("host");
    const QByteArray good = txtFor(QStringLiteral("Bad"));
    const QByteArray host = "evil.local.";
    QTest::newRow("no record") << QByteArray("Bad") << QByteArray() << quint16(1) << host;
    QTest::newRow("noise") << QByteArray("Bad") << QByteArray(200, '\xFF') << quint16(1) << host;
    QTest::newRow("a huge record") << QByteArray("Bad") << QByteArray(60'000, '\0') << quint16(1) << host;
    QTest::newRow("port 0") << QByteArray("Bad") << good << quint16(0) << host;
    QTest::newRow("a huge host") << QByteArray("Bad") << good << quint16(1) << QByteArray(5000, 'h');
    QTest::newRow("no host") << QByteArray("Bad") << good << quint16(1) << QByteArray();
    QTest::newRow("a huge name") << QByteArray(5000, 'n') << good << quint16(1) << host;
    QTest::newRow("no name") << QByteArray() << good << quint16(1) << host;
    QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE") << good << quint16(1) << host;
}

void TestNetworkBrowser::hostileAnnouncements()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, txt);
    QFETCH(quint16, port);
    QFETCH(QByteArray, host);
    Daemon::Instance bad;
    bad.name = name;
    bad.txt = txt;
    bad.port = port;
    bad.host = host;
    Daemon::add(bad);
    Daemon::add(instance("Good"));
    m_browser->start();
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Good")});
    QTRY_COMPARE(Daemon::openOperations(), 1);
    QCOMPARE(names(), QStringList{QStringLiteral("Good")});
}

void TestNetworkBrowser::namesAreMadeFitForShowing()
{
    Daemon::Instance home = instance("Home");
    home.txt = txtFor(QStringLiteral("Ho\u202Eme\nsweet"));
    home.host = "li\u202Eving\troom.local.";
    Daemon::add(home);
    m_browser->start();
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Home sweet")});
    QVERIFY(!m_browser->networks().constFirst().host.contains(QChar(0x202E)));
}

void TestNetworkBrowser::theNameOfTheAnnouncementWhereTheRecordHasNone()
{
    Daemon::Instance home = instance("Home #2");
    home.txt = txtFor({});
    Daemon::add(home);
    m_browser->start();
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Home #2")});
}

void TestNetworkBrowser::aFloodIsBounded()
{
    m_browser->start();
    for (int i = 0; i < 2000; ++i)
        Daemon::add(instance("Flood " + QByteArray::number(i)));
    QTRY_COMPARE(names().size(), BrowseWorker::maxInstances);
    // One that looks, and three for each that is asked about.
    QVERIFY(Daemon::mostOperations() <= 1 + 3 * BrowseWorker::maxResolvers);
    for (int i = 0; i < 2000; ++i)
        Daemon::remove("Flood " + QByteArray::number(i));
    QTRY_COMPARE(names(), QStringList());
    Daemon::add(instance("Home"));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Home")});
}

void TestNetworkBrowser::whoTellsNothingDoesNotHoldUpTheOthers()
{
    for (int i = 0; i < 2 * BrowseWorker::maxResolvers; ++i) {
        Daemon::Instance silent = instance("Silent " + QByteArray::number(i));
        silent.isSilent = true;
        Daemon::add(silent);
    }
    Daemon::add(instance("Home"));
    m_browser->start();
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Home")});
}

void TestNetworkBrowser::findsAgainWhenTheDaemonComesBack_data()
{
    QTest::addColumn<int>("end");
    QTest::newRow("as Avahi goes") << int(Daemon::End::Reply);
    QTest::newRow("as Bonjour goes") << int(Daemon::End::Error);
}

void TestNetworkBrowser::findsAgainWhenTheDaemonComesBack()
{
    QFETCH(int, end);
    Daemon::add(instance("Home"));
    m_browser->start();
    QTRY_COMPARE(names().size(), 1);
    Daemon::stopDaemon(Daemon::End(end));
    QTRY_VERIFY(m_browser->error());
    QCOMPARE(m_browser->error()->code, DiscoveryError::Code::NoDaemon);
    QCOMPARE(names(), QStringList());
    Daemon::startDaemon();
    Daemon::add(instance("Home"));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Home")});
    QVERIFY(!m_browser->error());
}

void TestNetworkBrowser::withoutLibraryItSaysSo()
{
    DiscoverySetup setup = fakeSetup();
    setup.library = QStringLiteral("no-such-library");
    NetworkBrowser browser(setup);
    QSignalSpy updated(&browser, &NetworkBrowser::updated);
    browser.start();
    QVERIFY(updated.wait());
    QCOMPARE(browser.error()->code, DiscoveryError::Code::NoLibrary);
}

QTEST_GUILESS_MAIN(TestNetworkBrowser)
#include "tst_networkbrowser.moc"
