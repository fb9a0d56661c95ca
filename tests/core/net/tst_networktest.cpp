#include "core/net/networktest.h"
#include "tests/support/proxyserver.h"
#include "tests/support/serverscript.h"
#include "tests/support/session.h"
#include "tests/support/testhttpsserver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::TestHttpsServer;
using Kind = NetworkTestStep::Kind;
using State = NetworkTestStep::State;

namespace {

const QString password = QStringLiteral("s3cret-of-alice");

/// A messenger server on loopback that has one answer for each verb.
class VerbServer : public QTcpServer
{
public:
    VerbServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
        answers = {{"VER", "VER %t MSNP9 CVR0\r\n"}, {"CVR", "CVR %t 1.0 1.0 1.0 http://a http://b\r\n"},
            {"USR", "USR %t TWN S lc=1033,id=507\r\n"}};
    }

    Endpoint endpoint() const { return {QStringLiteral("127.0.0.1"), serverPort()}; }

    /// %t: the transaction id. Missing: the server stays silent. Empty: it hangs up.
    QHash<QByteArray, QByteArray> answers;
    QByteArray saysToAnything;
    QByteArray received;

private:
    void read(QTcpSocket &socket)
    {
        const QByteArray bytes = socket.readAll();
        received += bytes;
        if (!saysToAnything.isEmpty()) {
            socket.write(saysToAnything);
            return;
        }
        const QByteArrayList words = bytes.simplified().split(' ');
        if (!answers.contains(words.value(0)))
            return;
        const QByteArray answer = answers.value(words.value(0));
        if (answer.isEmpty())
            socket.disconnectFromHost();
        else
            socket.write(QByteArray(answer).replace("%t", words.value(1)));
    }
};

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

class TestNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void walksEveryStep();
    void neverSignsIn();
    void keepsThePasswordOutOfTheResults();
    void withoutAPasswordNothingIsTried();
    void withoutAnAddressOnlyTheVersionIsAsked();
    void followsATransfer();
    void faults_data();
    void faults();
    void whatDoesNotDependOnAFaultIsStillWalked();
    void measuresTheClock_data();
    void measuresTheClock();
    void namesTheHostsOfTheRedirectChain();
    void cancelsAtEveryStep_data();
    void cancelsAtEveryStep();
    void canBeDeletedWhileRunning();
    void walksThroughTheProxy_data();
    void walksThroughTheProxy();
    void proxyThatIsNotThereIsAtFault();
    void walksThroughTheGateway();

private:
    NetworkTest &walk(const QByteArray &address = "alice@example.com", const QString &secret = password);
    const NetworkTestStep &step(Kind kind) const { return m_test->steps().at(static_cast<int>(kind)); }
    void answerNexus(const QByteArray &extraHeader)
    {
        m_passport->answer("/rdr/pprdr.asp",
            {"HTTP/1.1 200 OK\r\n" + extraHeader + "PassportURLs: DALogin=" + m_passport->authority()
                    + "/login.srf\r\n",
                {}});
    }

    std::unique_ptr<VerbServer> m_server;
    std::unique_ptr<TestHttpsServer> m_passport;
    NetworkDescription m_network;
    ConnectionSettings m_connection;
    Timing m_timing;
    std::unique_ptr<NetworkTest> m_test;
};

void TestNetworkTest::init()
{
    m_test.reset();
    m_server = std::make_unique<VerbServer>();
    m_passport = std::make_unique<TestHttpsServer>();
    m_passport->servePassport("t=1&p=2");
    m_network = {};
    m_connection = {};
    m_network.name = QStringLiteral("Example");
    m_network.dispatch = m_server->endpoint();
    m_network.nexus = m_passport->nexusUrl();
    m_network.certificatePem = TestHttpsServer::certificatePem();
    m_timing = Test::Session::timing();
}

NetworkTest &TestNetworkTest::walk(const QByteArray &address, const QString &secret)
{
    m_test = std::make_unique<NetworkTest>(m_network, m_connection, m_timing);
    QSignalSpy finished(m_test.get(), &NetworkTest::finished);
    m_test->start(Test::address(address), secret);
    if (finished.isEmpty() && !finished.wait(20'000))
        qWarning("the walk does not end");
    return *m_test;
}

void TestNetworkTest::walksEveryStep()
{
    answerNexus("Date: " + httpDate(QDateTime::currentDateTimeUtc()) + "\r\n");
    const QList<NetworkTestStep> steps = walk().steps();
    for (const NetworkTestStep &step : steps) {
        const bool applies = step.kind != Kind::EncryptServer && step.kind != Kind::FollowTransfer;
        QCOMPARE(step.state, applies ? State::Passed : State::Skipped);
        QCOMPARE(step.error.code, ErrorCode::None);
    }
    QCOMPARE(step(Kind::FindServer).detail, QStringLiteral("127.0.0.1"));
    QCOMPARE(step(Kind::GreetServer).detail, QStringLiteral("MSNP9"));
    QVERIFY(step(Kind::EncryptSignIn).detail.startsWith(QLatin1String("TLS 1.3, 21")));
    QVERIFY(!m_test->isRunning());
}

void TestNetworkTest::neverSignsIn()
{
    walk();
    QVERIFY(m_server->received.contains("TWN I alice@example.com"));
    QVERIFY(!m_server->received.contains("TWN S"));
}

void TestNetworkTest::keepsThePasswordOutOfTheResults()
{
    m_passport->answer("/login.srf", TestHttpsServer::wrongPassword("no"));
    const QList<NetworkTestStep> steps = walk().steps();
    QCOMPARE(step(Kind::LogIn).error.code, ErrorCode::WrongPassword);
    for (const NetworkTestStep &step : steps) {
        for (const QString &text : {step.subject, step.detail, step.error.subject, step.error.detail})
            QVERIFY(!text.contains(password));
    }
}

void TestNetworkTest::withoutAPasswordNothingIsTried()
{
    walk("alice@example.com", {});
    QCOMPARE(step(Kind::LogIn).state, State::Skipped);
    QCOMPARE(step(Kind::ReachLogin).state, State::Passed);
    QVERIFY(m_passport->requestsFor("/login.srf").isEmpty());
}

void TestNetworkTest::withoutAnAddressOnlyTheVersionIsAsked()
{
    walk({}, {});
    QCOMPARE(step(Kind::GreetServer).state, State::Passed);
    QVERIFY(!m_server->received.contains("CVR "));
    QCOMPARE(step(Kind::FollowTransfer).state, State::Skipped);
}

void TestNetworkTest::followsATransfer()
{
    VerbServer second;
    m_server->answers["USR"] = "XFR %t NS " + second.endpoint().toString().toLatin1() + " 0 127.0.0.1:1\r\n";
    walk();
    QCOMPARE(step(Kind::FollowTransfer).state, State::Passed);
    QCOMPARE(step(Kind::FollowTransfer).subject, second.endpoint().toString());
    QCOMPARE(step(Kind::LogIn).state, State::Passed);
}

using Fault = std::function<void(NetworkDescription &, VerbServer &, TestHttpsServer &)>;

void TestNetworkTest::faults_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, Kind kind, ErrorCode code, const Fault &fault) {
        QTest::newRow(name) << fault << kind << code;
    };
    const QString nowhere = QStringLiteral("no-such-host.invalid");
    const auto says = [](const char *verb, const QByteArray &answer) {
        return [verb, answer](NetworkDescription &, VerbServer &server, TestHttpsServer &) {
            server.answers[verb] = answer;
        };
    };
    const auto passportSays = [](const QByteArray &path, const TestHttpsServer::Answer &answer) {
        return [path, answer](NetworkDescription &, VerbServer &, TestHttpsServer &passport) {
            passport.answer(path, answer);
        };
    };
    row("server unknown to DNS", Kind::FindServer, ErrorCode::HostNotFound,
        [nowhere](NetworkDescription &network, VerbServer &, TestHttpsServer &) {
            network.dispatch.host = nowhere;
        });
    row("port closed", Kind::ReachServer, ErrorCode::ConnectionRefused,
        [](NetworkDescription &network, VerbServer &, TestHttpsServer &) {
            network.dispatch.port = closedPort();
        });
    row("plain instead of TLS", Kind::EncryptServer, ErrorCode::TlsHandshakeFailed,
        [](NetworkDescription &network, VerbServer &server, TestHttpsServer &) {
            network.security = NetworkDescription::Security::Tls;
            server.saysToAnything = "400 this is no TLS\r\n";
        });
    row("no common version", Kind::GreetServer, ErrorCode::NoCommonVersion, says("VER", "VER %t 0\r\n"));
    row("server hangs up", Kind::GreetServer, ErrorCode::ConnectionClosed, says("VER", {}));
    row("server is no messenger", Kind::GreetServer, ErrorCode::ProtocolViolation,
        says("VER", "HTTP/1.1 400 Bad Request, this is no place for you\r\n\x01\x02\r\n"));
    row("server refuses us", Kind::GreetServer, ErrorCode::ServerRefused, says("USR", "911 %t\r\n"));
    row("transfer to a closed port", Kind::FollowTransfer, ErrorCode::ConnectionRefused,
        says("USR", "XFR %t NS 127.0.0.1:" + QByteArray::number(closedPort()) + " 0 127.0.0.1:1\r\n"));
    row("transfers without end", Kind::FollowTransfer, ErrorCode::TooManyTransfers,
        [](NetworkDescription &, VerbServer &server, TestHttpsServer &) {
            server.answers["USR"]
                = "XFR %t NS " + server.endpoint().toString().toLatin1() + " 0 127.0.0.1:1\r\n";
        });
    row("nexus unknown to DNS", Kind::FindSignIn, ErrorCode::HostNotFound,
        [nowhere](NetworkDescription &network, VerbServer &, TestHttpsServer &) {
            network.nexus.setHost(nowhere);
        });
    row("nexus port closed", Kind::ReachSignIn, ErrorCode::ConnectionRefused,
        [](NetworkDescription &network, VerbServer &, TestHttpsServer &) {
            network.nexus.setPort(closedPort());
        });
    row("nexus not trusted", Kind::EncryptSignIn, ErrorCode::CertificateUntrusted,
        [](NetworkDescription &network, VerbServer &, TestHttpsServer &) { network.certificatePem.clear(); });
    row("nexus shows another certificate", Kind::EncryptSignIn, ErrorCode::CertificateChanged,
        [](NetworkDescription &network, VerbServer &, TestHttpsServer &) {
            network.certificatePem.clear();
            network.certificateSha256 = QByteArray(32, 'x');
        });
    row("no nexus there", Kind::AskNexus, ErrorCode::SignInServiceUnavailable,
        passportSays("/rdr/pprdr.asp", {"HTTP/1.1 404 Not Found\r\n", {}}));
    row("captive portal", Kind::AskNexus, ErrorCode::CaptivePortal,
        passportSays("/rdr/pprdr.asp", {"HTTP/1.1 200 OK\r\n", "<html>Welcome</html>"}));
    row("login page not encrypted", Kind::AskNexus, ErrorCode::InsecureAddress,
        passportSays("/rdr/pprdr.asp", TestHttpsServer::nexus("http://127.0.0.1/login.srf")));
    row("login server closed", Kind::ReachLogin, ErrorCode::ConnectionRefused,
        passportSays("/rdr/pprdr.asp",
            TestHttpsServer::nexus("127.0.0.1:" + QByteArray::number(closedPort()) + "/login.srf")));
    row("wrong password", Kind::LogIn, ErrorCode::WrongPassword,
        passportSays("/login.srf", TestHttpsServer::wrongPassword()));
    row("redirects without end", Kind::LogIn, ErrorCode::TooManyRedirects,
        passportSays("/login.srf", TestHttpsServer::redirect("/login.srf")));
    row("redirect off the encryption", Kind::LogIn, ErrorCode::InsecureAddress,
        passportSays("/login.srf", TestHttpsServer::redirect("http://127.0.0.1/login.srf")));
}

void TestNetworkTest::faults()
{
    QFETCH(Fault, fault);
    QFETCH(Kind, kind);
    fault(m_network, *m_server, *m_passport);
    const QList<NetworkTestStep> steps = walk().steps();
    QCOMPARE(step(kind).state, State::Failed);
    QTEST(step(kind).error.code, "code");
    for (const NetworkTestStep &other : steps)
        QVERIFY2(other.kind == kind || other.state != State::Failed, "only the step at fault is blamed");
}

void TestNetworkTest::whatDoesNotDependOnAFaultIsStillWalked()
{
    m_network.dispatch.port = closedPort();
    walk();
    QCOMPARE(step(Kind::EncryptServer).state, State::NotReached);
    QCOMPARE(step(Kind::GreetServer).state, State::NotReached);
    QCOMPARE(step(Kind::FollowTransfer).state, State::NotReached);
    QCOMPARE(step(Kind::AskNexus).state, State::Passed);
    QCOMPARE(step(Kind::ReachLogin).state, State::Passed);
    QVERIFY2(step(Kind::LogIn).state == State::NotReached, "the messenger server's policy is missing");
}

void TestNetworkTest::measuresTheClock_data()
{
    QTest::addColumn<int>("serverIsAheadBySeconds");
    QTest::addColumn<State>("state");
    QTest::newRow("right") << 0 << State::Passed;
    QTest::newRow("three minutes") << 180 << State::Passed;
    QTest::newRow("an hour behind") << 3600 << State::Failed;
    QTest::newRow("a year ahead") << -365 * 86400 << State::Failed;
}

void TestNetworkTest::measuresTheClock()
{
    QFETCH(int, serverIsAheadBySeconds);
    answerNexus(
        "Date: " + httpDate(QDateTime::currentDateTimeUtc().addSecs(serverIsAheadBySeconds)) + "\r\n");
    walk();
    QTEST(step(Kind::CheckClock).state, "state");
    QVERIFY(qAbs(step(Kind::CheckClock).clockOffset.count() + serverIsAheadBySeconds) < 30);
    QVERIFY2(step(Kind::ReachLogin).state == State::Passed, "a wrong clock does not end the walk");
}

void TestNetworkTest::namesTheHostsOfTheRedirectChain()
{
    TestHttpsServer second;
    second.servePassport("t=3&p=4");
    m_passport->answer("/login.srf",
        TestHttpsServer::redirect(
            "https://localhost:" + QByteArray::number(second.serverPort()) + "/login.srf"));
    walk();
    QCOMPARE(step(Kind::LogIn).state, State::Passed);
    QCOMPARE(step(Kind::LogIn).detail, QStringLiteral("127.0.0.1 → localhost"));
}

void TestNetworkTest::cancelsAtEveryStep_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i <= static_cast<int>(Kind::LogIn); ++i)
        QTest::addRow("step %d", i) << i;
}

void TestNetworkTest::cancelsAtEveryStep()
{
    QFETCH(int, index);
    m_test = std::make_unique<NetworkTest>(m_network, m_connection, m_timing);
    QSignalSpy finished(m_test.get(), &NetworkTest::finished);
    connect(m_test.get(), &NetworkTest::stepChanged, m_test.get(), [&](int changed) {
        if (changed == index)
            m_test->cancel();
    });
    m_test->start(Test::address("alice@example.com"), password);
    QVERIFY(!finished.isEmpty() || finished.wait());
    Test::turnEventLoop();
    QCOMPARE(finished.size(), 1);
    const QList<NetworkTestStep> steps = m_test->steps();
    for (const NetworkTestStep &step : steps)
        QVERIFY(step.state != State::Running && step.state != State::Waiting);
}

void TestNetworkTest::canBeDeletedWhileRunning()
{
    m_test = std::make_unique<NetworkTest>(m_network, m_connection, m_timing);
    m_test->start(Test::address("alice@example.com"), password);
    m_test.reset();
    Test::turnEventLoop();
    QVERIFY(m_server->received.isEmpty());
}

void TestNetworkTest::walksThroughTheProxy_data()
{
    QTest::addColumn<Test::ProxyServer::Kind>("server");
    QTest::addColumn<ProxySettings::Kind>("kind");
    QTest::newRow("HTTP") << Test::ProxyServer::Kind::Http << ProxySettings::Kind::Http;
    QTest::newRow("SOCKS5") << Test::ProxyServer::Kind::Socks5 << ProxySettings::Kind::Socks5;
}

void TestNetworkTest::walksThroughTheProxy()
{
    // Regression: the walk went past the proxy and so said nothing about the sign-in.
    QFETCH(Test::ProxyServer::Kind, server);
    QFETCH(ProxySettings::Kind, kind);
    Test::ProxyServer proxy(server);
    const QString host = QStringLiteral("msn.example.invalid"); // known to the proxy alone
    proxy.names.insert(host, QStringLiteral("127.0.0.1"));
    m_network.dispatch.host = host;
    m_connection.proxy = {kind, QStringLiteral("127.0.0.1"), proxy.serverPort(), {}, {}};
    walk();
    const QString proxyText = QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort());
    for (const Kind left : {Kind::FindServer, Kind::FindSignIn}) {
        QCOMPARE(step(left).state, State::Skipped);
        QCOMPARE(step(left).detail, proxyText);
    }
    for (const Kind walked : {Kind::ReachServer, Kind::GreetServer, Kind::ReachSignIn, Kind::EncryptSignIn,
             Kind::AskNexus, Kind::ReachLogin, Kind::LogIn})
        QCOMPARE(step(walked).state, State::Passed);
    QVERIFY(proxy.targets().contains(QStringLiteral("%1:%2").arg(host).arg(m_server->serverPort())));
    QCOMPARE(
        m_passport->connectionCount(), proxy.targets().count(QString::fromLatin1(m_passport->authority())));
}

void TestNetworkTest::proxyThatIsNotThereIsAtFault()
{
    m_connection.proxy = {ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), closedPort(), {}, {}};
    walk();
    QCOMPARE(step(Kind::ReachServer).state, State::Failed);
    QCOMPARE(step(Kind::ReachServer).error.code, ErrorCode::ProxyRefused);
    QCOMPARE(step(Kind::ReachSignIn).error.code, ErrorCode::ProxyRefused);
    QVERIFY(m_server->received.isEmpty());
}

void TestNetworkTest::walksThroughTheGateway()
{
    m_connection.throughGateway = true;
    m_network.gateway
        = QUrl(QStringLiteral("https://127.0.0.1:%1/gateway.dll").arg(m_passport->serverPort()));
    walk();
    QCOMPARE(step(Kind::ReachServer).subject, QString::fromLatin1(m_passport->authority()));
    QCOMPARE(step(Kind::EncryptServer).state, State::Passed);
    QCOMPARE(step(Kind::GreetServer).error.code, ErrorCode::GatewayRefused);
    QVERIFY2(m_server->received.isEmpty(), "the direct way is not taken");
}

QTEST_GUILESS_MAIN(TestNetworkTest)
#include "tst_networktest.moc"
