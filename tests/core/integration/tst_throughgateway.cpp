#include "tests/core/integration/homenetwork.h"

#include "core/chat/conversations.h"
#include "core/net/ssltransport.h"
#include "core/net/trafficlog.h"
#include "core/roster/contactlist.h"
#include "tests/support/eventually.h"
#include "tests/support/proxyserver.h"

#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::HomeNetwork;
using Test::ProxyServer;

namespace {

using Version = ProtocolVersion;
using Security = NetworkDescription::Security;

Timing impatient()
{
    Timing timing;
    timing.gatewayPoll = 10ms;
    timing.gatewaySlowPoll = 10ms;
    timing.ping = 30ms; // no PNG may be sent all the same
    return timing;
}

QString lastText(const Conversation *conversation)
{
    return conversation && !conversation->messages().isEmpty() ? conversation->messages().constLast().text
                                                               : QString();
}

ProxySettings settingsFor(const ProxyServer &proxy, ProxySettings::Kind kind)
{
    return {kind, QStringLiteral("127.0.0.1"), proxy.serverPort(), QString::fromLatin1(proxy.user),
        QString::fromLatin1(proxy.password)};
}

bool failsWith(Account &account, ErrorCode code)
{
    account.signIn(QStringLiteral("secret"), Status::Online);
    return Test::eventually([&account] { return account.state() == Account::State::SignedOut; })
        && account.lastError().code == code;
}

} // namespace

/// The messenger against the service, where the direct way is closed.
class TestThroughGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signsIn_data();
    void signsIn();
    void complaint29_chatsThroughTheGateway_data();
    void complaint29_chatsThroughTheGateway();
    void signingOutIsSeenByOthers();
    void endsTheOlderSignIn();
    void isToldThatTheServiceStops();
    void complaint29_throughAProxy_data();
    void complaint29_throughAProxy();
    void directThroughAProxy_data();
    void directThroughAProxy();
    void namesAreLookedUpByTheProxy_data();
    void namesAreLookedUpByTheProxy();
    void proxyErrors_data();
    void proxyErrors();
    void proxyThatIsNotThere();
    void proxyOfThePassportAlone();
    void proxyCutAtEveryByte_data();
    void proxyCutAtEveryByte();

private:
    /// The way is the gateway; the dispatch server leads nowhere.
    std::unique_ptr<Account> client(const QString &localPart, Version version, bool tls,
        const ProxySettings &proxy = {}, TrafficLog *log = nullptr) const;
    std::unique_ptr<Account> directClient(const ProxySettings &proxy, Security security) const;

    std::unique_ptr<HomeNetwork> m_home;
};

void TestThroughGateway::init()
{
    m_home = std::make_unique<HomeNetwork>();
    m_home->addAccount(QStringLiteral("alice"), QStringLiteral("Alice A."));
    m_home->addAccount(QStringLiteral("bob"), QStringLiteral("Bob"));
    m_home->befriend(QStringLiteral("alice"), QStringLiteral("bob"));
}

std::unique_ptr<Account> TestThroughGateway::client(
    const QString &localPart, Version version, bool tls, const ProxySettings &proxy, TrafficLog *log) const
{
    NetworkDescription network = m_home->description(version);
    if (!tls) {
        network.gateway.setScheme(QStringLiteral("http"));
        network.gateway.setPort(network.dispatch.port);
    }
    network.dispatch.host = QStringLiteral("nowhere.invalid");
    AccountOptions options;
    options.timing = impatient();
    options.trafficLog = log;
    options.connection = {proxy, true};
    options.reconnects = false;
    return std::make_unique<Account>(network, HomeNetwork::address(localPart), options);
}

std::unique_ptr<Account> TestThroughGateway::directClient(const ProxySettings &proxy, Security security) const
{
    AccountOptions options;
    options.connection.proxy = proxy;
    options.reconnects = false;
    return std::make_unique<Account>(m_home->description(Version::Msnp9, security),
        HomeNetwork::address(QStringLiteral("alice")), options);
}

void TestThroughGateway::signsIn_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<bool>("tls");
    for (const Version version : supportedProtocolVersions()) {
        QTest::addRow("MSNP%d, https", static_cast<int>(version)) << version << true;
        QTest::addRow("MSNP%d, http", static_cast<int>(version)) << version << false;
    }
}

void TestThroughGateway::signsIn()
{
    QFETCH(Version, version);
    QFETCH(bool, tls);
    const auto alice = client(QStringLiteral("alice"), version, tls);
    QVERIFY(HomeNetwork::signIn(*alice));
    QCOMPARE(alice->protocolVersion(), version);
    QVERIFY(alice->contacts().find(HomeNetwork::address(QStringLiteral("bob"))));
    QVERIFY(m_home->service.signedInAddresses().contains(alice->address()));
}

void TestThroughGateway::complaint29_chatsThroughTheGateway_data()
{
    signsIn_data();
}

void TestThroughGateway::complaint29_chatsThroughTheGateway()
{
    QFETCH(Version, version);
    QFETCH(bool, tls);
    const Address aliceAddress = HomeNetwork::address(QStringLiteral("alice"));
    const Address bobAddress = HomeNetwork::address(QStringLiteral("bob"));
    const auto alice = client(QStringLiteral("alice"), version, tls);
    const auto bob = m_home->client(QStringLiteral("bob"), Version::Msnp9);
    QVERIFY(HomeNetwork::signIn(*alice));
    QVERIFY(HomeNetwork::signIn(*bob));
    EVENTUALLY(alice->contacts().find(bobAddress)->isOnline());
    EVENTUALLY(bob->contacts().find(aliceAddress)->isOnline());

    // Alice asks for the switchboard; then Bob does, and Alice is called.
    Conversation *toBob = alice->conversations().with(bobAddress);
    toBob->sendText(QStringLiteral("through the web \u4F60\u597D"), {});
    EVENTUALLY(
        lastText(bob->conversations().with(aliceAddress)) == QStringLiteral("through the web \u4F60\u597D"));
    bob->conversations().with(aliceAddress)->sendText(QStringLiteral("and back"), {});
    EVENTUALLY(lastText(toBob) == QStringLiteral("and back"));
    EVENTUALLY(
        std::all_of(toBob->messages().cbegin(), toBob->messages().cend(), [](const ChatMessage &message) {
            return !message.outgoing || message.delivery == ChatMessage::Delivery::Delivered;
        }));
    alice->conversations().leaveAll();
    bob->conversations().leaveAll();
    bob->conversations().with(aliceAddress)->sendText(QStringLiteral("called"), {});
    EVENTUALLY(lastText(alice->conversations().with(bobAddress)) == QStringLiteral("called"));
}

void TestThroughGateway::signingOutIsSeenByOthers()
{
    const Address aliceAddress = HomeNetwork::address(QStringLiteral("alice"));
    TrafficLog log;
    QByteArrayList lines;
    connect(&log, &TrafficLog::lineWritten, this, [&lines](const QByteArray &line) { lines.append(line); });
    const auto alice = client(QStringLiteral("alice"), Version::Msnp9, true, {}, &log);
    const auto bob = m_home->client(QStringLiteral("bob"), Version::Msnp9);
    QVERIFY(HomeNetwork::signIn(*bob));
    QVERIFY(HomeNetwork::signIn(*alice));
    EVENTUALLY(bob->contacts().find(aliceAddress)->isOnline());
    QVERIFY(!lines.join('\n').contains("PNG")); // the poll keeps the session alive
    alice->signOut();
    EVENTUALLY(!bob->contacts().find(aliceAddress)->isOnline());
    QVERIFY(lines.last().contains("OUT"));
}

void TestThroughGateway::endsTheOlderSignIn()
{
    const auto older = client(QStringLiteral("alice"), Version::Msnp9, true);
    const auto newer = client(QStringLiteral("alice"), Version::Msnp9, true);
    QVERIFY(HomeNetwork::signIn(*older));
    QVERIFY(HomeNetwork::signIn(*newer));
    EVENTUALLY(older->state() == Account::State::SignedOut);
    QCOMPARE(older->lastError().code, ErrorCode::SignedInElsewhere);
}

void TestThroughGateway::isToldThatTheServiceStops()
{
    const auto alice = client(QStringLiteral("alice"), Version::Msnp9, true);
    QVERIFY(HomeNetwork::signIn(*alice));
    m_home->service.stop();
    EVENTUALLY(alice->state() == Account::State::SignedOut);
    QCOMPARE(alice->lastError().code, ErrorCode::ServerShuttingDown);
}

namespace {

void addProxyRows()
{
    QTest::addColumn<ProxyServer::Kind>("kind");
    QTest::addColumn<ProxySettings::Kind>("setting");
    QTest::addColumn<QByteArray>("user");
    QTest::newRow("SOCKS5") << ProxyServer::Kind::Socks5 << ProxySettings::Kind::Socks5 << QByteArray();
    QTest::newRow("SOCKS5 with a password")
        << ProxyServer::Kind::Socks5 << ProxySettings::Kind::Socks5 << QByteArray("rosa");
    QTest::newRow("HTTP") << ProxyServer::Kind::Http << ProxySettings::Kind::Http << QByteArray();
    QTest::newRow("HTTP with a password")
        << ProxyServer::Kind::Http << ProxySettings::Kind::Http << QByteArray("rosa");
}

/// \p proxy asks for a password if \p user is not empty.
void demand(ProxyServer &proxy, const QByteArray &user)
{
    proxy.user = user;
    proxy.password = user.isEmpty() ? QByteArray() : QByteArray("se:cret");
}

} // namespace

void TestThroughGateway::complaint29_throughAProxy_data()
{
    addProxyRows();
}

void TestThroughGateway::complaint29_throughAProxy()
{
    QFETCH(ProxyServer::Kind, kind);
    QFETCH(ProxySettings::Kind, setting);
    QFETCH(QByteArray, user);
    for (const bool tls : {true, false}) {
        ProxyServer proxy(kind);
        demand(proxy, user);
        const auto alice = client(QStringLiteral("alice"), Version::Msnp9, tls, settingsFor(proxy, setting));
        QVERIFY(HomeNetwork::signIn(*alice));
        QVERIFY(proxy.targets().size() >= 3); // dispatch and notification server, Passport
        alice->signOut();
    }
}

void TestThroughGateway::directThroughAProxy_data()
{
    addProxyRows();
}

void TestThroughGateway::directThroughAProxy()
{
    QFETCH(ProxyServer::Kind, kind);
    QFETCH(ProxySettings::Kind, setting);
    QFETCH(QByteArray, user);
    for (const Security security : {Security::None, Security::Tls}) {
        ProxyServer proxy(kind);
        demand(proxy, user);
        const auto alice = directClient(settingsFor(proxy, setting), security);
        QVERIFY(HomeNetwork::signIn(*alice));
        QVERIFY(proxy.targets().contains(m_home->service.endpoint(security).toString()));
        QVERIFY(proxy.targets().contains(m_home->service.httpsEndpoint().toString()));
    }
}

void TestThroughGateway::namesAreLookedUpByTheProxy_data()
{
    addProxyRows();
}

void TestThroughGateway::namesAreLookedUpByTheProxy()
{
    QFETCH(ProxyServer::Kind, kind);
    QFETCH(ProxySettings::Kind, setting);
    ProxyServer proxy(kind);
    proxy.names.insert(QStringLiteral("messenger.invalid"), QStringLiteral("127.0.0.1"));
    NetworkDescription network = m_home->description(Version::Msnp9);
    network.dispatch.host = QStringLiteral("messenger.invalid");
    AccountOptions options;
    options.connection.proxy = settingsFor(proxy, setting);
    Account alice(network, HomeNetwork::address(QStringLiteral("alice")), options);
    QVERIFY(HomeNetwork::signIn(alice));
}

void TestThroughGateway::proxyErrors_data()
{
    QTest::addColumn<ProxyServer::Kind>("kind");
    QTest::addColumn<ProxySettings::Kind>("setting");
    QTest::addColumn<QByteArray>("password"); ///< given; `secret` is right, empty: no name either
    QTest::addColumn<bool>("refusesAll");
    QTest::addColumn<QByteArray>("garbage");
    QTest::addColumn<ErrorCode>("code");
    for (const bool socks : {true, false}) {
        const auto kind = socks ? ProxyServer::Kind::Socks5 : ProxyServer::Kind::Http;
        const auto setting = socks ? ProxySettings::Kind::Socks5 : ProxySettings::Kind::Http;
        const char *name = socks ? "SOCKS5" : "HTTP";
        QTest::addRow("%s: no password", name)
            << kind << setting << QByteArray() << false << QByteArray() << ErrorCode::ProxyPasswordNeeded;
        QTest::addRow("%s: wrong password", name) << kind << setting << QByteArray("wrong") << false
                                                  << QByteArray() << ErrorCode::ProxyPasswordNeeded;
        QTest::addRow("%s: refuses", name)
            << kind << setting << QByteArray("secret") << true << QByteArray() << ErrorCode::ProxyFailed;
        QTest::addRow("%s: garbage", name)
            << kind << setting << QByteArray("secret") << false << QByteArray("\0\x01 what?\r\n\r\n", 12)
            << ErrorCode::ProxyFailed;
    }
}

void TestThroughGateway::proxyErrors()
{
    QFETCH(ProxyServer::Kind, kind);
    QFETCH(ProxySettings::Kind, setting);
    QFETCH(QByteArray, password);
    QFETCH(bool, refusesAll);
    QFETCH(QByteArray, garbage);
    QFETCH(ErrorCode, code);
    ProxyServer proxy(kind);
    proxy.user = "rosa";
    proxy.password = "secret";
    proxy.refusesAll = refusesAll;
    proxy.garbage = garbage;
    ProxySettings settings = settingsFor(proxy, setting);
    settings.password = QString::fromLatin1(password);
    if (password.isEmpty())
        settings.user.clear();
    const auto alice = directClient(settings, Security::Tls);
    alice->signIn(QStringLiteral("secret"), Status::Online);
    EVENTUALLY(alice->state() == Account::State::SignedOut);
    QCOMPARE(alice->lastError().code, code);
    if (code == ErrorCode::ProxyPasswordNeeded)
        QCOMPARE(alice->lastError().subject, QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
}

void TestThroughGateway::proxyThatIsNotThere()
{
    quint16 port = 0;
    {
        const ProxyServer gone(ProxyServer::Kind::Socks5);
        port = gone.serverPort();
    }
    for (const auto kind : {ProxySettings::Kind::Socks5, ProxySettings::Kind::Http}) {
        const ProxySettings settings{kind, QStringLiteral("127.0.0.1"), port, {}, {}};
        const auto alice = directClient(settings, Security::None);
        QVERIFY(failsWith(*alice, ErrorCode::ProxyRefused));
        QCOMPARE(alice->lastError().subject, QStringLiteral("127.0.0.1:%1").arg(port));
        const ProxySettings unknown{kind, QStringLiteral("proxy.invalid"), port, {}, {}};
        QVERIFY(failsWith(*directClient(unknown, Security::None), ErrorCode::ProxyNotFound));
    }
}

/// The messenger servers answer directly, the proxy is wrong: that is said, and not that Passport is
/// out of order.
void TestThroughGateway::proxyOfThePassportAlone()
{
    ProxyServer proxy(ProxyServer::Kind::Http);
    proxy.user = "rosa";
    proxy.password = "secret";
    AccountOptions options;
    options.reconnects = false;
    const NetworkDescription network = m_home->description(Version::Msnp9);
    options.transports
        = [network] { return std::make_unique<SslTransport>(network.security, ServerTrust(network), 10s); };
    options.connection.proxy
        = {ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), proxy.serverPort(), {}, {}};
    Account alice(network, HomeNetwork::address(QStringLiteral("alice")), options);
    alice.signIn(QStringLiteral("secret"), Status::Online);
    EVENTUALLY(alice.state() == Account::State::SignedOut);
    QCOMPARE(alice.lastError().code, ErrorCode::ProxyPasswordNeeded);
    QCOMPARE(alice.lastError().subject, QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
}

void TestThroughGateway::proxyCutAtEveryByte_data()
{
    addProxyRows();
}

/// Whatever the proxy says breaks off: an error, and the next sign-in works.
void TestThroughGateway::proxyCutAtEveryByte()
{
    QFETCH(ProxyServer::Kind, kind);
    QFETCH(ProxySettings::Kind, setting);
    QFETCH(QByteArray, user);
    ProxyServer proxy(kind);
    demand(proxy, user);
    const auto alice = directClient(settingsFor(proxy, setting), Security::None);
    const qsizetype preamble = kind == ProxyServer::Kind::Http ? 39 : user.isEmpty() ? 12 : 14;
    for (qsizetype size = 0; size < preamble; ++size) {
        proxy.cutAfter = size;
        alice->signIn(QStringLiteral("secret"), Status::Online);
        EVENTUALLY(alice->state() == Account::State::SignedOut);
        QVERIFY(alice->lastError().code != ErrorCode::None);
    }
    proxy.cutAfter = -1;
    QVERIFY(HomeNetwork::signIn(*alice));
}

QTEST_GUILESS_MAIN(TestThroughGateway)

#include "tst_throughgateway.moc"
