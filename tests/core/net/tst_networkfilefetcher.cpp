#include "core/net/networkfilefetcher.h"
#include "tests/support/proxyserver.h"
#include "tests/support/testhttpsserver.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

#include <optional>

using namespace Msn;
using namespace std::chrono_literals;
using Test::TestHttpsServer;

class TestNetworkFileFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fetches();
    void failures_data();
    void failures();
    void silentServer();
    void goesThroughTheProxy_data();
    void goesThroughTheProxy();
    void proxyThatIsNotThereIsAtFault();

private:
    Expected<QByteArray, Error> fetch(
        const QUrl &url, std::chrono::milliseconds deadline = 10s, const ProxySettings &proxy = {})
    {
        NetworkFileFetcher fetcher(deadline);
        std::optional<Expected<QByteArray, Error>> result;
        fetcher.fetch(
            url, proxy, {this, [&](const Expected<QByteArray, Error> &fetched) { result = fetched; }});
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 15'000))
            return Unexpected(makeError(ErrorCode::None));
        return *result;
    }

    TestHttpsServer m_server;
};

/// What the system trusts decides here: a file from the web brings its own network's trust with it.
void TestNetworkFileFetcher::initTestCase()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromData(TestHttpsServer::certificatePem(), QSsl::Pem));
    QSslConfiguration::setDefaultConfiguration(configuration);
    m_server.answer("/network.json", {"HTTP/1.1 200 OK\r\n", "{\"name\": \"Home\"}"});
    m_server.answer("/moved", TestHttpsServer::redirect("/network.json"));
    m_server.answer("/plain", TestHttpsServer::redirect("http://127.0.0.1/network.json"));
    m_server.answer("/missing", {"HTTP/1.1 404 Not Found\r\n", "gone"});
    m_server.answer("/huge", {"HTTP/1.1 200 OK\r\n", QByteArray(NetworkFileFetcher::maxBytes + 1, 'x')});
}

void TestNetworkFileFetcher::fetches()
{
    QCOMPARE(
        fetch(m_server.url(QStringLiteral("/network.json"))).value(), QByteArray("{\"name\": \"Home\"}"));
    QCOMPARE(fetch(m_server.url(QStringLiteral("/moved"))).value(), QByteArray("{\"name\": \"Home\"}"));
}

void TestNetworkFileFetcher::failures_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no https") << QUrl(QStringLiteral("http://127.0.0.1/network.json"))
                              << ErrorCode::InsecureAddress;
    QTest::newRow("a file") << QUrl(QStringLiteral("file:///etc/hostname")) << ErrorCode::InsecureAddress;
    QTest::newRow("redirect off the encryption")
        << m_server.url(QStringLiteral("/plain")) << ErrorCode::InsecureAddress;
    QTest::newRow("not there") << m_server.url(QStringLiteral("/missing")) << ErrorCode::UnexpectedReply;
    QTest::newRow("too long") << m_server.url(QStringLiteral("/huge")) << ErrorCode::UnexpectedReply;
    QTest::newRow("nobody listens") << QUrl(QStringLiteral("https://127.0.0.1:1/n"))
                                    << ErrorCode::ConnectionRefused;
}

void TestNetworkFileFetcher::failures()
{
    QFETCH(QUrl, url);
    const auto fetched = fetch(url);
    QVERIFY(!fetched);
    QTEST(fetched.error().code, "code");
}

void TestNetworkFileFetcher::silentServer()
{
    m_server.answer("/silent", {});
    const auto fetched = fetch(m_server.url(QStringLiteral("/silent")), 300ms);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().code, ErrorCode::ConnectionTimedOut);
}

void TestNetworkFileFetcher::goesThroughTheProxy_data()
{
    QTest::addColumn<Test::ProxyServer::Kind>("server");
    QTest::addColumn<ProxySettings::Kind>("kind");
    QTest::newRow("HTTP") << Test::ProxyServer::Kind::Http << ProxySettings::Kind::Http;
    QTest::newRow("SOCKS5") << Test::ProxyServer::Kind::Socks5 << ProxySettings::Kind::Socks5;
}

void TestNetworkFileFetcher::goesThroughTheProxy()
{
    // Regression: it was fetched directly, whatever had been chosen.
    QFETCH(Test::ProxyServer::Kind, server);
    QFETCH(ProxySettings::Kind, kind);
    Test::ProxyServer proxy(server);
    proxy.user = "alice";
    proxy.password = "secret";
    ProxySettings settings{kind, QStringLiteral("127.0.0.1"), proxy.serverPort(), QStringLiteral("alice"),
        QStringLiteral("secret")};
    const QUrl url = m_server.url(QStringLiteral("/moved"));
    QCOMPARE(fetch(url, 10s, settings).value(), QByteArray("{\"name\": \"Home\"}"));
    QCOMPARE(QSet<QString>(proxy.targets().cbegin(), proxy.targets().cend()),
        QSet<QString>{QString::fromLatin1(m_server.authority())});
    settings.password = QStringLiteral("wrong");
    const auto refused = fetch(url, 10s, settings);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ProxyPasswordNeeded);
    QCOMPARE(refused.error().subject, QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
}

void TestNetworkFileFetcher::proxyThatIsNotThereIsAtFault()
{
    const ProxySettings settings{ProxySettings::Kind::Socks5, QStringLiteral("127.0.0.1"), 1, {}, {}};
    const auto fetched = fetch(m_server.url(QStringLiteral("/network.json")), 10s, settings);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().code, ErrorCode::ProxyFailed);
    QCOMPARE(fetched.error().subject, QStringLiteral("127.0.0.1"));
}

QTEST_GUILESS_MAIN(TestNetworkFileFetcher)
#include "tst_networkfilefetcher.moc"
