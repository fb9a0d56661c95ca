#include "core/net/passportlogin.h"
#include "tests/support/eventually.h"
#include "tests/support/serverscript.h"
#include "tests/support/session.h"
#include "tests/support/testhttpsserver.h"
#include "tests/support/transcript.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::TestHttpsServer;
using Answer = TestHttpsServer::Answer;

namespace {

const QByteArray policy = "lc=1033,id=507,tw=40,tpf=00ff";
const QByteArray header = "Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,"
                          "sign-in=alice%40example.com,pwd=pa%2Css%25,lc=1033,id=507,tw=40,tpf=00ff";

} // namespace

class TestPassportLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nexusDialects_data();
    void nexusDialects();
    void sendsTheExactHeader();
    void ticketDialects_data();
    void ticketDialects();
    void verdicts_data();
    void verdicts();
    void nexusFailures_data();
    void nexusFailures();
    void redirectSendsTheHeaderAgain();
    void fiveRedirectsButNotSix_data();
    void fiveRedirectsButNotSix();
    void refusedRedirects_data();
    void refusedRedirects();
    void redirectTargetIsNeverKept();
    void redirectWithoutAVerdictIsNotFollowed();
    void answerWithoutAnEndIsNotWaitedFor();
    void refusalWithoutAnEndIsNotWaitedFor_data();
    void refusalWithoutAnEndIsNotWaitedFor();
    void answersCutAtEveryByte_data();
    void answersCutAtEveryByte();
    void keptConnectionThatIsGoneIsReplaced();
    void replaysTheTranscript_data();
    void replaysTheTranscript();
    void cachedAddressSparesTheNexus();
    void wrongCachedAddressAsksTheNexus_data();
    void wrongCachedAddressAsksTheNexus();
    void preparesBeforeTheLogin();
    void preparesTheNexusBeforeTheLogin();
    void silentServers_data();
    void silentServers();
    void certificates_data();
    void certificates();
    void wrongPinNeverSeesThePassword();
    void endlessBodyIsCutOff();
    void cancelAtEveryPoint_data();
    void cancelAtEveryPoint();
    void canLogInAgain();

private:
    PassportLogin &login(const QUrl &cached = {});
    void logIn() { m_login->logIn(Test::address("alice@example.com"), QStringLiteral("pa,ss%"), policy); }
    bool waitForEnd();
    Error error() const { return m_failed->isEmpty() ? Error{} : (*m_failed)[0][0].value<Error>(); }

    std::unique_ptr<TestHttpsServer> m_server;
    NetworkDescription m_network;
    Timing m_timing;
    std::unique_ptr<PassportLogin> m_login;
    std::unique_ptr<QSignalSpy> m_tickets;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_learned;
};

void TestPassportLogin::init()
{
    m_server = std::make_unique<TestHttpsServer>();
    m_server->servePassport("t=1&p=2");
    m_network = {};
    m_network.nexus = m_server->nexusUrl();
    m_network.certificatePem = TestHttpsServer::certificatePem();
    m_timing = Test::Session::timing();
}

void TestPassportLogin::cleanup()
{
    m_login.reset();
    m_server.reset();
}

PassportLogin &TestPassportLogin::login(const QUrl &cached)
{
    m_login = std::make_unique<PassportLogin>(m_network, cached, m_timing, nullptr);
    m_tickets = std::make_unique<QSignalSpy>(m_login.get(), &PassportLogin::ticketReceived);
    m_failed = std::make_unique<QSignalSpy>(m_login.get(), &PassportLogin::failed);
    m_learned = std::make_unique<QSignalSpy>(m_login.get(), &PassportLogin::loginUrlLearned);
    return *m_login;
}

bool TestPassportLogin::waitForEnd()
{
    const bool ended = Test::eventually([this] { return m_tickets->size() + m_failed->size() > 0; }, 15'000);
    Test::turnEventLoop();
    return ended && m_tickets->size() + m_failed->size() == 1;
}

void TestPassportLogin::nexusDialects_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("classic") << QByteArray(
        "PassportURLs: DARealm=Passport.Net,DALogin=%1/login.srf,DAReg=https://register.example.net/,"
        "ConfigVersion=11") << QByteArray();
    QTest::newRow("single item with scheme")
        << QByteArray("PassportURLs: DALogin=https://%1/login.srf") << QByteArray();
    QTest::newRow("header name inside the value") << QByteArray(
        "PassportURLs: PassportURLs: DARealm=Passport.Net,DALogin=%1/login.srf,ConfigVersion=11")
                                                  << QByteArray();
    QTest::newRow("other case") << QByteArray("Passporturls: DALogin=https://%1/login.srf") << QByteArray();
    QTest::newRow("with a body") << QByteArray("PASSPORTURLS: DALogin=https://%1/login.srf,")
                                 << QByteArray("<html>hello</html>");
    QTest::newRow("key in other case")
        << QByteArray("PassportURLs: daLogin=https://%1/login.srf") << QByteArray();
}

void TestPassportLogin::nexusDialects()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, body);
    m_server->answer("/rdr/pprdr.asp",
        {"HTTP/1.1 200 OK\r\n" + QByteArray(line).replace("%1", m_server->authority()) + "\r\n", body});
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
    QCOMPARE(m_learned->size(), 1);
    QCOMPARE((*m_learned)[0][0].toUrl(), m_server->url(QStringLiteral("/login.srf")));
}

void TestPassportLogin::sendsTheExactHeader()
{
    login();
    logIn();
    QVERIFY(waitForEnd());
    const auto requests = m_server->requestsFor("/login.srf");
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests[0].header("Authorization"), header);
    QCOMPARE(requests[0].header("Host"), m_server->authority());
    QVERIFY(requests[0].header("Cookie").isEmpty());
    const auto nexus = m_server->requestsFor("/rdr/pprdr.asp");
    QCOMPARE(nexus.size(), 1);
    QVERIFY(nexus[0].header("Authorization").isEmpty());
}

void TestPassportLogin::ticketDialects_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("ticket");
    QTest::newRow("classic") << QByteArray(
        "Authentication-Info: Passport1.4 da-status=success,tname=MSPAuth,tname=MSPProf,tname=MSPSec,"
        "from-PP='t=4aB!*cD$$&p=4eF$$',ru=http://messenger.msn.com\r\n")
                             << QByteArray("t=4aB!*cD$$&p=4eF$$");
    QTest::newRow("bare token") << QByteArray(
        "Authentication-Info: Passport1.4 da-status=success,from-PP='2f6bfceeba8d6a711607'\r\n")
                                << QByteArray("2f6bfceeba8d6a711607");
    QTest::newRow("in the other header")
        << QByteArray("WWW-Authenticate: Passport1.4 da-status=success,from-PP='t=1&p='\r\n")
        << QByteArray("t=1&p=");
    QTest::newRow("two lines") << QByteArray(
        "Authentication-Info: Passport1.4 foo=bar\r\n"
        "Authentication-Info: Passport1.4 da-status=success,from-PP='t=1'\r\n")
                               << QByteArray("t=1");
    QTest::newRow("cookies too") << QByteArray(
        "Set-Cookie: MSPAuth=abc; path=/\r\nauthentication-info: Passport1.4 da-status=success,"
        "from-PP='t=1'\r\n") << QByteArray("t=1");
}

void TestPassportLogin::ticketDialects()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, ticket);
    m_server->answer("/login.srf", {"HTTP/1.1 200 OK\r\n" + head, "<html></html>"});
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
    QCOMPARE((*m_tickets)[0][0].toByteArray(), ticket);
}

void TestPassportLogin::verdicts_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const QByteArray failed = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Passport1.4 da-status=";
    QTest::newRow("failed with words")
        << TestHttpsServer::wrongPassword("The%20password%20is%20wrong%2E") << ErrorCode::WrongPassword
        << QStringLiteral("The password is wrong.");
    QTest::newRow("failed without words")
        << TestHttpsServer::wrongPassword() << ErrorCode::WrongPassword << QString();
    QTest::newRow("failed-noretry") << Answer{failed + "failed-noretry,srealm=Passport.NET\r\n", {}}
                                    << ErrorCode::AccountRefused << QString();
    QTest::newRow("logout") << Answer{failed + "logout\r\n", {}} << ErrorCode::WrongPassword << QString();
    QTest::newRow("401 without a verdict")
        << Answer{"HTTP/1.1 401 Unauthorized\r\n", {}} << ErrorCode::WrongPassword << QStringLiteral("*");
    QTest::newRow("401 that wants Basic")
        << Answer{"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"hotel\"\r\n", {}}
        << ErrorCode::WrongPassword << QStringLiteral("*");
    QTest::newRow("503") << Answer{"HTTP/1.1 503 Busy\r\n", {}} << ErrorCode::SignInServiceUnavailable
                         << QStringLiteral("*");
    QTest::newRow("404") << Answer{"HTTP/1.1 404 Not Found\r\n", {}} << ErrorCode::SignInServiceUnavailable
                         << QStringLiteral("*");
    QTest::newRow("200 with a page") << Answer{"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
        "<html>Welcome to our hotel</html>"}
                                     << ErrorCode::CaptivePortal << QStringLiteral("*");
    QTest::newRow("success without a ticket")
        << Answer{"HTTP/1.1 200 OK\r\nAuthentication-Info: Passport1.4 da-status=success\r\n", {}}
        << ErrorCode::SignInServiceUnavailable << QStringLiteral("*");
    QTest::newRow("ticket that would break the command line") << Answer{
        "HTTP/1.1 200 OK\r\nAuthentication-Info: Passport1.4 da-status=success,from-PP='t=\x7F'\r\n",
        {}} << ErrorCode::SignInServiceUnavailable << QStringLiteral("*");
    QTest::newRow("hangs up") << Answer{{}, {}, true} << ErrorCode::SignInServiceUnavailable
                              << QStringLiteral("*");
    QTest::newRow("not HTTP") << Answer{"SSH-2.0-OpenSSH\r\n", {}} << ErrorCode::SignInServiceUnavailable
                              << QStringLiteral("*");
}

void TestPassportLogin::verdicts()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    m_server->answer("/login.srf", answer);
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, code);
    if (detail != QLatin1String("*"))
        QCOMPARE(error().detail, detail);
    if (code == ErrorCode::WrongPassword)
        QCOMPARE(error().subject, QStringLiteral("alice@example.com"));
}

void TestPassportLogin::nexusFailures_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("503") << Answer{"HTTP/1.1 503 Busy\r\n", {}} << ErrorCode::SignInServiceUnavailable;
    QTest::newRow("a page") << Answer{"HTTP/1.1 200 OK\r\n", "<html></html>"} << ErrorCode::CaptivePortal;
    QTest::newRow("no login address") << Answer{"HTTP/1.1 200 OK\r\nPassportURLs: DARealm=x\r\n", {}}
                                      << ErrorCode::SignInServiceUnavailable;
    QTest::newRow("login without TLS")
        << Answer{"HTTP/1.1 200 OK\r\nPassportURLs: DALogin=http://login.example.net/\r\n", {}}
        << ErrorCode::InsecureAddress;
    QTest::newRow("hangs up") << Answer{{}, {}, true} << ErrorCode::SignInServiceUnavailable;
}

void TestPassportLogin::nexusFailures()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorCode, code);
    m_server->answer("/rdr/pprdr.asp", answer);
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, code);
    QVERIFY(m_server->requestsFor("/login.srf").isEmpty());
}

void TestPassportLogin::redirectSendsTheHeaderAgain()
{
    TestHttpsServer second;
    second.answer("/second", TestHttpsServer::ticket("t=9"));
    m_server->answer(
        "/login.srf", TestHttpsServer::redirect("https://" + second.authority() + "/second?lc=1033"));
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE((*m_tickets).size(), 1);
    QCOMPARE(second.requests().size(), 1);
    QCOMPARE(second.requests()[0].target, QByteArray("/second?lc=1033"));
    QCOMPARE(second.requests()[0].header("Authorization"), header);
    QCOMPARE(second.requests()[0].header("Host"), second.authority());
}

void TestPassportLogin::fiveRedirectsButNotSix_data()
{
    QTest::addColumn<int>("hops");
    QTest::newRow("one") << 1;
    QTest::newRow("five") << 5;
    QTest::newRow("six") << 6;
}

void TestPassportLogin::fiveRedirectsButNotSix()
{
    QFETCH(int, hops);
    m_server->answer("/login.srf", TestHttpsServer::redirect("/hop1"));
    for (int hop = 1; hop <= hops; ++hop) {
        const QByteArray here = "/hop" + QByteArray::number(hop);
        m_server->answer(here,
            hop == hops ? TestHttpsServer::ticket("t=end")
                        : TestHttpsServer::redirect("/hop" + QByteArray::number(hop + 1)));
    }
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), hops <= 5 ? 1 : 0);
    if (hops > 5) {
        QCOMPARE(error().code, ErrorCode::TooManyRedirects);
        QVERIFY(m_server->requestsFor("/hop6").isEmpty());
    }
}

void TestPassportLogin::refusedRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("http") << QByteArray("http://login.example.net/login2.srf") << ErrorCode::InsecureAddress;
    QTest::newRow("ftp") << QByteArray("ftp://login.example.net/") << ErrorCode::InsecureAddress;
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << ErrorCode::SignInServiceUnavailable;
    QTest::newRow("nonsense") << QByteArray("https://[bad") << ErrorCode::SignInServiceUnavailable;
}

void TestPassportLogin::refusedRedirects()
{
    QFETCH(QByteArray, location);
    QFETCH(ErrorCode, code);
    m_server->answer("/login.srf", TestHttpsServer::redirect(location));
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, code);
}

void TestPassportLogin::redirectWithoutAVerdictIsNotFollowed()
{
    // Regression: address and password went to wherever a 302 pointed.
    TestHttpsServer stranger;
    m_server->answer("/login.srf",
        {"HTTP/1.1 302 Found\r\nLocation: https://" + stranger.authority() + "/portal\r\n", {}});
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, ErrorCode::CaptivePortal);
    QVERIFY(stranger.requests().isEmpty());
}

void TestPassportLogin::answerWithoutAnEndIsNotWaitedFor()
{
    // Regression: it cost the whole deadline.
    const auto endless = [](TestHttpsServer::Answer answer) {
        answer.hasNoEnd = true;
        return answer;
    };
    m_server->answer("/rdr/pprdr.asp", endless(TestHttpsServer::nexus(m_server->authority() + "/login.srf")));
    m_server->answer("/login.srf", endless(TestHttpsServer::redirect("/second")));
    m_server->answer("/second", endless(TestHttpsServer::ticket("t=1")));
    QElapsedTimer elapsed;
    elapsed.start();
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
    QVERIFY2(elapsed.elapsed() < 3000, "not until the deadline");
}

void TestPassportLogin::refusalWithoutAnEndIsNotWaitedFor_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("no length") << QByteArray();
    QTest::newRow("a body that does not come") << QByteArray("Content-Length: 1000\r\n");
    QTest::newRow("chunks that do not come") << QByteArray("Transfer-Encoding: chunked\r\n");
}

void TestPassportLogin::refusalWithoutAnEndIsNotWaitedFor()
{
    // Regression: a wrong password was told after twelve seconds, as a server that does not answer.
    QFETCH(QByteArray, more);
    Answer answer = TestHttpsServer::wrongPassword("no");
    answer.head += more;
    answer.hasNoEnd = true;
    m_server->answer("/login.srf", answer);
    QElapsedTimer elapsed;
    elapsed.start();
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, ErrorCode::WrongPassword);
    QCOMPARE(error().detail, QStringLiteral("no"));
    QVERIFY2(elapsed.elapsed() < 3000, "not until the deadline");
}

void TestPassportLogin::answersCutAtEveryByte_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("ticket") << TestHttpsServer::ticket("t=1") << ErrorCode::None;
    QTest::newRow("refusal") << TestHttpsServer::wrongPassword() << ErrorCode::WrongPassword;
    QTest::newRow("redirect") << TestHttpsServer::redirect("/second") << ErrorCode::None;
}

void TestPassportLogin::answersCutAtEveryByte()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorCode, code);
    answer.hasNoEnd = true;
    const qsizetype headBytes = answer.head.size() + 2;
    answer.body = "nobody reads this";
    m_server->answer("/second", TestHttpsServer::ticket("t=2"));
    login();
    for (qsizetype cut = 0; cut < headBytes + 3; ++cut) {
        answer.cutAfter = cut;
        m_server->answer("/login.srf", answer);
        m_tickets->clear();
        m_failed->clear();
        logIn();
        QVERIFY(waitForEnd());
        const ErrorCode wanted = cut < headBytes ? ErrorCode::SignInServiceUnavailable : code;
        QVERIFY2(error().code == wanted, qPrintable(QStringLiteral("cut after %1").arg(cut)));
    }
}

void TestPassportLogin::keptConnectionThatIsGoneIsReplaced()
{
    m_server->answerOnce("/login.srf", {{}, {}, true});
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
    QCOMPARE(m_server->requestsFor("/login.srf").size(), 2);
    QCOMPARE(m_server->connectionCount(), 2);
}

void TestPassportLogin::replaysTheTranscript_data()
{
    QTest::addColumn<int>("lastAnswer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("accepted") << 1 << ErrorCode::None;
    QTest::newRow("refused") << 2 << ErrorCode::WrongPassword;
}

void TestPassportLogin::replaysTheTranscript()
{
    QFETCH(int, lastAnswer);
    QFETCH(ErrorCode, code);
    const auto hosts = Test::Transcript::load(QStringLiteral("s4")).connections();
    QCOMPARE(hosts.size(), 3);
    TestHttpsServer second;
    // The names of the transcript become the addresses of the test's servers.
    const auto answer = [&](qsizetype host, qsizetype step) {
        QByteArray head = hosts[host].steps[step].bytes;
        head.truncate(head.indexOf("Content-Length"));
        head.replace("loginnet.example.net", second.authority());
        return Answer{head.replace("DALogin=login.example.net", "DALogin=" + m_server->authority()), {}};
    };
    const auto authorization = [&](qsizetype host) {
        const QByteArray request = hosts[host].steps[0].bytes;
        const qsizetype start = request.indexOf("Passport1.4");
        return request.mid(start, request.indexOf('\r', start) - start);
    };
    m_server->answer("/rdr/pprdr.asp", answer(0, 1));
    m_server->answer("/login2.srf", answer(1, 1));
    second.answer("/login2.srf", answer(2, lastAnswer));
    login();
    m_login->logIn(Test::address("alice@example.com"), QStringLiteral("pa,ss%"), "lc=1033,tw=40,tpf=00ff");
    QVERIFY(waitForEnd());
    QCOMPARE(m_server->requestsFor("/login2.srf").value(0).header("Authorization"), authorization(1));
    QCOMPARE(second.requests().value(0).header("Authorization"), authorization(2));
    QCOMPARE(second.requests().value(0).target, QByteArray("/login2.srf?lc=1033"));
    QCOMPARE(error().code, code);
    if (code == ErrorCode::None)
        QCOMPARE((*m_tickets)[0][0].toByteArray(), QByteArray("t=4aBcD$$&p=4eFgH$$"));
    else
        QCOMPARE(error().detail, QStringLiteral("The password is wrong."));
}

void TestPassportLogin::redirectTargetIsNeverKept()
{
    m_server->answer("/login.srf", TestHttpsServer::redirect("/second"));
    m_server->answer("/second", TestHttpsServer::ticket("t=1"));
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_learned->size(), 1);
    QCOMPARE((*m_learned)[0][0].toUrl().path(), QStringLiteral("/login.srf"));
    m_tickets->clear();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_server->requestsFor("/login.srf").size(), 2);
}

void TestPassportLogin::cachedAddressSparesTheNexus()
{
    login(m_server->url(QStringLiteral("/login.srf")));
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
    QVERIFY(m_server->requestsFor("/rdr/pprdr.asp").isEmpty());
    QVERIFY(m_learned->isEmpty());
}

void TestPassportLogin::wrongCachedAddressAsksTheNexus_data()
{
    QTest::addColumn<QByteArray>("what");
    for (const char *what : {"404", "page", "hangs up", "refused", "untrusted", "redirect away"})
        QTest::newRow(what) << QByteArray(what);
}

void TestPassportLogin::wrongCachedAddressAsksTheNexus()
{
    QFETCH(QByteArray, what);
    TestHttpsServer untrusted(QStringLiteral("otherhost"));
    m_server->answer("/old", {"HTTP/1.1 404 Not Found\r\n", {}});
    if (what == "page")
        m_server->answer("/old", {"HTTP/1.1 200 OK\r\n", "<html></html>"});
    else if (what == "hangs up")
        m_server->answer("/old", {{}, {}, true});
    else if (what == "redirect away")
        m_server->answer("/old", {"HTTP/1.1 503 Busy\r\n", {}});
    QUrl cached = m_server->url(QStringLiteral("/old"));
    if (what == "refused")
        cached.setPort(1);
    if (what == "untrusted")
        cached = untrusted.url(QStringLiteral("/old"));
    login(cached).prepare();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
    QVERIFY(untrusted.requests().isEmpty());
    QCOMPARE(m_learned->size(), 2); // dropped, then the right one
    QVERIFY((*m_learned)[0][0].toUrl().isEmpty());
    QCOMPARE((*m_learned)[1][0].toUrl().path(), QStringLiteral("/login.srf"));
}

void TestPassportLogin::preparesBeforeTheLogin()
{
    login(m_server->url(QStringLiteral("/login.srf"))).prepare();
    QTRY_COMPARE(m_server->handshakeCount(), 1);
    QVERIFY(m_server->requests().isEmpty());
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
    QCOMPARE(m_server->connectionCount(), 1); // the prepared one was used
}

void TestPassportLogin::preparesTheNexusBeforeTheLogin()
{
    login().prepare();
    QTRY_COMPARE(m_learned->size(), 1);
    QVERIFY(m_server->requestsFor("/login.srf").isEmpty());
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
    QCOMPARE(m_server->requestsFor("/rdr/pprdr.asp").size(), 1);
}

void TestPassportLogin::silentServers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("nexus") << QByteArray("/rdr/pprdr.asp");
    QTest::newRow("login") << QByteArray("/login.srf");
}

void TestPassportLogin::silentServers()
{
    QFETCH(QByteArray, path);
    m_timing.passportReply = 300ms;
    m_server->answer(path, {{}, {}});
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, ErrorCode::ConnectionTimedOut);
    QCOMPARE(error().subject.toUtf8(), m_server->authority());
}

void TestPassportLogin::certificates_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("trusted");
    QTest::addColumn<QString>("pinned");
    QTest::addColumn<ErrorCode>("code");
    const auto server = QStringLiteral("server");
    const auto other = QStringLiteral("otherhost");
    const auto expired = QStringLiteral("expired");
    QTest::newRow("not trusted") << server << QString() << QString() << ErrorCode::CertificateUntrusted;
    QTest::newRow("wrong host") << other << other << QString() << ErrorCode::CertificateUntrusted;
    QTest::newRow("expired") << expired << expired << QString() << ErrorCode::CertificateUntrusted;
    QTest::newRow("pinned") << server << QString() << server << ErrorCode::None;
    QTest::newRow("wrong pin") << server << QString() << other << ErrorCode::CertificateChanged;
    QTest::newRow("wrong pin, right pem") << server << server << other << ErrorCode::CertificateChanged;
}

void TestPassportLogin::certificates()
{
    QFETCH(QString, shown);
    QFETCH(QString, trusted);
    QFETCH(QString, pinned);
    QFETCH(ErrorCode, code);
    m_server = std::make_unique<TestHttpsServer>(shown);
    m_server->servePassport("t=1&p=2");
    m_network.nexus = m_server->nexusUrl();
    m_network.certificatePem = trusted.isEmpty() ? QByteArray() : TestHttpsServer::certificatePem(trusted);
    m_network.certificateSha256
        = pinned.isEmpty() ? QByteArray() : TestHttpsServer::certificateDigest(pinned);
    login().prepare();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, code);
    if (code != ErrorCode::None) {
        QCOMPARE(error().certificateSha256, TestHttpsServer::certificateDigest(shown));
        QVERIFY(m_server->requests().isEmpty());
    }
}

void TestPassportLogin::wrongPinNeverSeesThePassword()
{
    m_network.certificatePem.clear();
    m_network.certificateSha256 = TestHttpsServer::certificateDigest(QStringLiteral("otherhost"));
    login(m_server->url(QStringLiteral("/login.srf"))).prepare();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, ErrorCode::CertificateChanged);
    QVERIFY(m_server->requests().isEmpty());
}

void TestPassportLogin::endlessBodyIsCutOff()
{
    m_server->answer("/login.srf", {"HTTP/1.1 200 OK\r\n", QByteArray(8'000'000, 'x')});
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 0);
}

void TestPassportLogin::cancelAtEveryPoint_data()
{
    QTest::addColumn<QByteArray>("when");
    for (const char *when : {"before", "prepared", "nexus asked", "login sent", "redirected"})
        QTest::newRow(when) << QByteArray(when);
}

void TestPassportLogin::cancelAtEveryPoint()
{
    QFETCH(QByteArray, when);
    if (when == "nexus asked")
        m_server->answer("/rdr/pprdr.asp", {{}, {}});
    if (when == "login sent")
        m_server->answer("/login.srf", {{}, {}});
    if (when == "redirected") {
        m_server->answer("/login.srf", TestHttpsServer::redirect("/silent"));
        m_server->answer("/silent", {{}, {}});
    }
    login();
    if (when == "prepared")
        m_login->prepare();
    else if (when != "before")
        logIn();
    if (when == "nexus asked")
        QTRY_COMPARE(m_server->requestsFor("/rdr/pprdr.asp").size(), 1);
    if (when == "login sent")
        QTRY_COMPARE(m_server->requestsFor("/login.srf").size(), 1);
    if (when == "redirected")
        QTRY_COMPARE(m_server->requestsFor("/silent").size(), 1);
    m_login->cancel();
    Test::turnEventLoop();
    QVERIFY(m_tickets->isEmpty());
    QVERIFY(m_failed->isEmpty());

    m_server->servePassport("t=again");
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
}

void TestPassportLogin::canLogInAgain()
{
    m_server->answerOnce("/login.srf", TestHttpsServer::wrongPassword());
    login();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(error().code, ErrorCode::WrongPassword);
    m_failed->clear();
    logIn();
    QVERIFY(waitForEnd());
    QCOMPARE(m_tickets->size(), 1);
}

QTEST_GUILESS_MAIN(TestPassportLogin)
#include "tst_passportlogin.moc"
