#include "core/net/socketerror.h"

#include <QTest>

using namespace Msn;

class TestSocketError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsOfTheProxy_data();
    void errorsOfTheProxy();
    void everyErrorOfAProxySocketIsAboutTheProxy();
    void othersAreNot_data();
    void othersAreNot();
};

void TestSocketError::errorsOfTheProxy_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("subject");
    const QString server = QStringLiteral("server");
    const QString proxy = QStringLiteral("proxy");
    QTest::newRow("refused") << ErrorCode::ProxyRefused << proxy;
    QTest::newRow("not found") << ErrorCode::ProxyNotFound << proxy;
    QTest::newRow("silent") << ErrorCode::ProxyTimedOut << proxy;
    QTest::newRow("password") << ErrorCode::ProxyPasswordNeeded << proxy;
    // The sentence is about where the proxy did not get to.
    QTest::newRow("failed") << ErrorCode::ProxyFailed << server;
}

void TestSocketError::errorsOfTheProxy()
{
    // Regression: one of two lists had forgotten ProxyFailed.
    QFETCH(ErrorCode, code);
    QVERIFY(isAboutProxy(code));
    QTEST(subjectOf(code, QStringLiteral("server"), QStringLiteral("proxy")), "subject");
}

void TestSocketError::everyErrorOfAProxySocketIsAboutTheProxy()
{
    using Socket = QAbstractSocket;
    for (const auto error : {Socket::ProxyAuthenticationRequiredError, Socket::ProxyConnectionRefusedError,
             Socket::ProxyConnectionClosedError, Socket::ProxyConnectionTimeoutError,
             Socket::ProxyNotFoundError, Socket::ProxyProtocolError})
        QVERIFY(isAboutProxy(errorCodeFor(error, false)));
    for (const ErrorCode code : {ErrorCode::HostNotFound, ErrorCode::ConnectionRefused,
             ErrorCode::ConnectionTimedOut, ErrorCode::ConnectionLost})
        QVERIFY(isAboutProxy(proxyErrorFor(code)));
}

void TestSocketError::othersAreNot_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("none") << ErrorCode::None;
    QTest::newRow("refused") << ErrorCode::ConnectionRefused;
    QTest::newRow("lost") << ErrorCode::ConnectionLost;
    QTest::newRow("gateway") << ErrorCode::GatewayRefused;
}

void TestSocketError::othersAreNot()
{
    QFETCH(ErrorCode, code);
    QVERIFY(!isAboutProxy(code));
    QCOMPARE(subjectOf(code, QStringLiteral("server"), QStringLiteral("proxy")), QStringLiteral("server"));
}

QTEST_GUILESS_MAIN(TestSocketError)
#include "tst_socketerror.moc"
