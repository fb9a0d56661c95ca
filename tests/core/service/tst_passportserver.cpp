#include "core/protocol/passport.h"
#include "core/service/passport/loginthrottle.h"
#include "core/wire/mimemessage.h"
#include "tests/core/service/servicefixture.h"
#include "tests/support/socketwait.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QTest>

using namespace Test;

namespace {

QByteArray headerOf(const QByteArray &answer, const QByteArray &name)
{
    return Msn::MimeMessage::parse(answer.mid(answer.indexOf("\r\n") + 2)).header(name);
}

QByteArray login(const QByteArray &target, const QByteArray &authorization, const QByteArray &more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization + "\r\n" + more
        + "\r\n";
}

} // namespace

/// The nexus and the log-in pages, over HTTPS.
class tst_PassportServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nexus_data();
    void nexus();
    void firstPageSendsOn();
    void rightPassword();
    void refused_data();
    void refused();
    void wrongPasswordsSlowDown();
    void status_data();
    void status();
    void connectionIsKept();
    void silenceEnds();
    void plainHttpIsRefused();
    void longHeadIsCutOff();
};

void tst_PassportServer::nexus_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("host");

    QTest::newRow("HTTP/1.0, no host")
        << QByteArray("GET /rdr/pprdr.asp HTTP/1.0\r\n\r\n") << QByteArray("127.0.0.1");
    QTest::newRow("HTTP/1.1") << QByteArray("GET /rdr/pprdr.asp HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                              << QByteArray("127.0.0.1");
    QTest::newRow("by name") << QByteArray("GET /rdr/pprdr.asp HTTP/1.1\r\nHost: LocalHost:1\r\n\r\n")
                             << QByteArray("localhost");
    QTest::newRow("by somebody else's name")
        << QByteArray("GET /rdr/pprdr.asp HTTP/1.1\r\nHost: evil.example.net\r\n\r\n")
        << QByteArray("127.0.0.1");
}

void tst_PassportServer::nexus()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, host);
    ServiceFixture fixture;
    const QByteArray answer = fixture.httpsExchange(request);
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(answer.endsWith("Content-Length: 0\r\n\r\n") || answer.endsWith("Connection: close\r\n\r\n"));
    // Without a scheme and with something behind it, as old clients want it (field-notes.md).
    const QByteArray port = QByteArray::number(fixture.service.httpsEndpoint().port);
    QVERIFY2(headerOf(answer, "PassportURLs").contains(",DALogin=" + host + ':' + port + "/login2.srf,"),
        answer.constData());
}

void tst_PassportServer::firstPageSendsOn()
{
    ServiceFixture fixture;
    const QByteArray answer = fixture.httpsExchange(login("/login2.srf", "Passport1.4 sign-in=x,pwd=y,z"));
    QVERIFY(answer.startsWith("HTTP/1.1 302 Found\r\n"));
    QCOMPARE(headerOf(answer, "Authentication-Info"), QByteArray("Passport1.4 da-status=redir"));
    const QUrl location = QUrl::fromEncoded(headerOf(answer, "Location"));
    QCOMPARE(location.scheme(), QStringLiteral("https"));
    QCOMPARE(location.port(), fixture.service.httpsEndpoint().port);
    QCOMPARE(location.path(), QStringLiteral("/loginnet/login2.srf"));
    QCOMPARE(location.query(), QStringLiteral("lc=1033"));
    QVERIFY(location.host() == QLatin1String("localhost") || location.host() == QLatin1String("127.0.0.1"));
}

void tst_PassportServer::rightPassword()
{
    ServiceFixture fixture;
    QVERIFY(fixture.administration().setPassword(
        ServiceFixture::address("alice"), QStringLiteral("p w+%&,=é"), Msn::PasswordCost::least()));
    QCOMPARE(fixture.signInAs("alice", 8, "p w+%&,=é"), QString());
}

void tst_PassportServer::refused_data()
{
    QTest::addColumn<QByteArray>("authorization");

    QTest::newRow("wrong password") << QByteArray(
        "Passport1.4 OrgVerb=GET,sign-in=alice%40example.com,pwd=wrong,<policy>");
    QTest::newRow("unknown account") << QByteArray(
        "Passport1.4 OrgVerb=GET,sign-in=nobody%40example.com,pwd=secret,<policy>");
    QTest::newRow("somebody else's policy")
        << QByteArray("Passport1.4 OrgVerb=GET,sign-in=bob%40example.com,pwd=secret,<policy>");
    QTest::newRow("no policy") << QByteArray(
        "Passport1.4 OrgVerb=GET,sign-in=alice%40example.com,pwd=secret");
    QTest::newRow("made-up policy") << QByteArray(
        "Passport1.4 OrgVerb=GET,sign-in=alice%40example.com,pwd=secret,lc=1,tpf=00ff");
    QTest::newRow("no password") << QByteArray(
        "Passport1.4 OrgVerb=GET,sign-in=alice%40example.com,<policy>");
    QTest::newRow("no address") << QByteArray("Passport1.4 OrgVerb=GET,pwd=secret,<policy>");
    QTest::newRow("another scheme") << QByteArray("Basic YWxpY2U6c2VjcmV0");
    QTest::newRow("nothing") << QByteArray("");
}

void tst_PassportServer::refused()
{
    QFETCH(QByteArray, authorization);
    Msn::ServiceOptions options;
    options.wrongPasswordText = QStringLiteral("Try again, please.");
    ServiceFixture fixture(options);
    const QString failure = fixture.askPolicy("alice", 9, "connect");
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    authorization.replace("<policy>", fixture.dialogue.value("<policy-alice>"));
    const QByteArray answer = fixture.httpsExchange(login("/loginnet/login2.srf?lc=1033", authorization));
    QVERIFY(answer.startsWith("HTTP/1.1 401 Unauthorized\r\n"));
    const auto verdict = Msn::parsePassportVerdict(headerOf(answer, "WWW-Authenticate"));
    QVERIFY(verdict);
    QCOMPARE(verdict->kind, Msn::PassportVerdict::Kind::Failed);
    if (QByteArray(QTest::currentDataTag()) == "wrong password")
        QCOMPARE(verdict->explanation, options.wrongPasswordText);
}

/// Alice's third wrong password makes the next attempt wait; Bob does not.
void tst_PassportServer::wrongPasswordsSlowDown()
{
    ServiceFixture fixture;
    for (int i = 0; i < Msn::LoginThrottle::freePerPerson; ++i)
        QVERIFY(fixture.ticket("alice@example.com", "x", "wrong").isEmpty());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(fixture.signIn("bob", 9), QString());
    const qint64 bobs = clock.restart();
    QCOMPARE(fixture.signIn("alice", 9), QString());
    QVERIFY(bobs < clock.elapsed());
    QVERIFY(clock.elapsed() > Msn::LoginThrottle::firstDelay.count() / 2);
}

void tst_PassportServer::status_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");

    QTest::newRow("unknown page") << QByteArray("GET / HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 404 ");
    QTest::newRow("POST") << QByteArray("POST /login2.srf HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello")
                          << QByteArray("HTTP/1.1 405 ");
    QTest::newRow("with a body") << QByteArray("GET /login2.srf HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello")
                                 << QByteArray("HTTP/1.1 413 ");
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << QByteArray("HTTP/1.1 505 ");
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("HEAD") << QByteArray("HEAD /rdr/pprdr.asp HTTP/1.1\r\n\r\n")
                          << QByteArray("HTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\n");
    QTest::newRow("unknown method") << QByteArray("BREW /rdr/pprdr.asp HTTP/1.1\r\n\r\n")
                                    << QByteArray("HTTP/1.1 405 ");
    QTest::newRow("absolute address") << QByteArray("GET https://example.net/rdr/pprdr.asp HTTP/1.1\r\n\r\n")
                                      << QByteArray("HTTP/1.1 200 ");
    QTest::newRow("absolute address of nothing")
        << QByteArray("GET https://example.net HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 404 ");
    QTest::newRow("target is none") << QByteArray("GET rdr/pprdr.asp HTTP/1.1\r\n\r\n")
                                    << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("nothing") << QByteArray("\r\n\r\n") << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("garbage") << QByteArray("\x00\xff\x16\x03\r\n\r\n", 8) << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("too long") << "GET / HTTP/1.1\r\nX: " + QByteArray(9000, 'x')
                              << QByteArray("HTTP/1.1 431 ");
}

void tst_PassportServer::status()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    ServiceFixture fixture;
    const QByteArray received = fixture.httpsExchange(request);
    QVERIFY2(received.startsWith(answer), received.constData());
}

void tst_PassportServer::connectionIsKept()
{
    ServiceFixture fixture;
    QSslSocket socket;
    socket.setSslConfiguration(fixture.tlsConfiguration());
    const Msn::Endpoint https = fixture.service.httpsEndpoint();
    socket.connectToHostEncrypted(https.host, https.port);
    QVERIFY(waitForSocket(socket, [&socket] { return socket.isEncrypted(); }));
    QByteArray received;
    // Three at once, the second in two pieces: answered in order, the last one closes.
    socket.write("GET /a HTTP/1.1\r\n\r\nGET /rdr/pprdr.asp HT");
    socket.flush();
    socket.write("TP/1.1\r\n\r\nGET /b HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY(waitForSocket(socket, [&socket, &received] {
        received += socket.readAll();
        return socket.state() == QAbstractSocket::UnconnectedState;
    }));
    QCOMPARE(received.count("HTTP/1.1 "), 3);
    QVERIFY(received.indexOf("404") < received.indexOf("200"));
    QVERIFY(received.indexOf("200") < received.lastIndexOf("404"));
    QVERIFY(received.endsWith("Connection: close\r\n\r\n"));
}

void tst_PassportServer::silenceEnds()
{
    Msn::ServiceOptions options;
    options.timings.httpKeepAlive = std::chrono::milliseconds(20);
    ServiceFixture fixture(options);
    QSslSocket socket;
    socket.setSslConfiguration(fixture.tlsConfiguration());
    const Msn::Endpoint https = fixture.service.httpsEndpoint();
    socket.connectToHostEncrypted(https.host, https.port);
    QVERIFY(waitForSocket(socket, [&socket] { return socket.isEncrypted(); }));
    QVERIFY(waitForSocket(socket, [&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }));
}

void tst_PassportServer::plainHttpIsRefused()
{
    ServiceFixture fixture;
    QSslSocket socket;
    QSslConfiguration configuration = fixture.tlsConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2);
    socket.setSslConfiguration(configuration);
    const Msn::Endpoint https = fixture.service.httpsEndpoint();
    socket.connectToHostEncrypted(https.host, https.port);
    QVERIFY(waitForSocket(socket, [&socket] { return socket.isEncrypted(); }));

    QSslSocket plain;
    plain.connectToHost(https.host, https.port);
    QVERIFY(waitForSocket(plain, [&plain] { return plain.state() == QAbstractSocket::ConnectedState; }));
    plain.write("GET /rdr/pprdr.asp HTTP/1.0\r\n\r\n");
    QVERIFY(waitForSocket(plain, [&plain] { return plain.state() == QAbstractSocket::UnconnectedState; }));
    QVERIFY(!plain.readAll().contains("PassportURLs"));
}

void tst_PassportServer::longHeadIsCutOff()
{
    ServiceFixture fixture;
    const QByteArray received = fixture.httpsExchange(QByteArray(1024 * 1024, 'G'));
    QVERIFY(received.isEmpty() || received.startsWith("HTTP/1.1 431 "));
}

QTEST_GUILESS_MAIN(tst_PassportServer)

#include "tst_passportserver.moc"
