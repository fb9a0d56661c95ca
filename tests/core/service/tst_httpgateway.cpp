#include "core/protocol/gateway.h"
#include "core/wire/mimemessage.h"
#include "tests/core/service/servicefixture.h"
#include "tests/support/eventually.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace Test;
using namespace std::chrono_literals;

namespace {

const QByteArray openNs = "Action=open&Server=NS&IP=messenger.example.net";
const QByteArray version = "VER 1 MSNP8 CVR0\r\n";

/// A plain HTTP client of the gateway that trusts nothing it is not told.
class WebClient
{
public:
    struct Answer
    {
        int status = 0;
        Msn::MimeMessage headers;
        QByteArray body;
    };

    explicit WebClient(const ServiceFixture &fixture)
        : m_server(fixture.service.endpoint(Msn::NetworkDescription::Security::None))
    {
        connect();
    }

    void connect()
    {
        socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(m_server.host, m_server.port);
        eventually([this] { return socket->state() == QAbstractSocket::ConnectedState; });
    }

    static QByteArray post(const QByteArray &query, const QByteArray &body = {}, const QByteArray &more = {})
    {
        return "POST /gateway/gateway.dll?" + query + " HTTP/1.1\r\nHost: chat.example.org:80\r\n" + more
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    void send(const QByteArray &bytes) { socket->write(bytes); }

    /// Status 0: none came.
    Answer receive(int timeoutMs = 10'000)
    {
        Answer answer;
        eventually(
            [&] {
                m_input += socket->readAll();
                return take(answer) || socket->state() == QAbstractSocket::UnconnectedState;
            },
            timeoutMs);
        return answer;
    }

    Answer exchange(const QByteArray &bytes)
    {
        send(bytes);
        return receive();
    }

    /// As the gateway has named it last.
    QByteArray id(const Answer &answer) const { return ticket(answer).sessionId; }
    static Msn::GatewayTicket ticket(const Answer &answer)
    {
        return Msn::parseGatewayTicket(answer.headers.header("X-MSN-Messenger"))
            .value_or(Msn::GatewayTicket());
    }

    std::unique_ptr<QTcpSocket> socket;

private:
    bool take(Answer &answer)
    {
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const Msn::MimeMessage headers
            = Msn::MimeMessage::parse(m_input.first(end + 4).mid(m_input.indexOf("\r\n") + 2));
        const qsizetype length = headers.header("Content-Length").toLongLong();
        if (m_input.size() < end + 4 + length)
            return false;
        answer = {m_input.mid(9, 3).toInt(), headers, m_input.mid(end + 4, length)};
        m_input.remove(0, end + 4 + length);
        return true;
    }

    const Msn::Endpoint m_server;
    QByteArray m_input;
};

Msn::ServiceOptions withSilence(std::chrono::milliseconds silence)
{
    Msn::ServiceOptions options;
    options.timings.gatewaySilence = silence;
    return options;
}

} // namespace

/// The service's side of the web gateway, byte by byte.
class tst_HttpGateway : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void transcriptH1FromTheOtherEnd();
    void wholeAddressInTheRequestLine();
    void overTls();
    void newIdWithEveryAnswer();
    void pollThatIsAskedAgain();
    void oldIdsAreRefused();
    void refused_data();
    void refused();
    void sessionSurvivesTheConnection();
    void commandCutBetweenRequests();
    void answerIsHeldBack();
    void twoRequestsAtATime();
    void closesAfterTheLastWord();
    void forgetsTheSilent();
    void sessionsAreCounted();
    void idsOfOthersAreNotGuessed();
    void continueIsSaid();
    void passportIsNotServedWithoutTls();
    void networkFileNamesIt();
    void msnpOnTheSamePort();
    void silentGuestIsCutOff();
    void garbageIsSurvived_data();
    void garbageIsSurvived();
    void cutAtEveryByte();
};

void tst_HttpGateway::transcriptH1FromTheOtherEnd()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const auto opened = client.exchange(WebClient::post(openNs, "VER 5 MSNP8 CVR0\r\n",
        "User-Agent: MSMSGS\r\nConnection: Keep-Alive\r\nContent-Type: application/x-msn-messenger\r\n"));
    QCOMPARE(opened.status, 200);
    QCOMPARE(opened.body, QByteArray("VER 5 MSNP8 CVR0\r\n"));
    QCOMPARE(opened.headers.header("Content-Type"), QByteArray("application/x-msn-messenger"));
    QCOMPARE(WebClient::ticket(opened).gatewayHost, QByteArray("chat.example.org"));
    QVERIFY(!WebClient::ticket(opened).closes);

    const auto polled = client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(opened)));
    QCOMPARE(polled.status, 200);
    QVERIFY(polled.body.isEmpty());
    QVERIFY(client.id(polled) != client.id(opened));

    fixture.service.stop();
    const auto last = client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(polled)));
    QCOMPARE(last.status, 200);
    QCOMPARE(last.body, QByteArray("OUT SSD\r\n"));
    QVERIFY(WebClient::ticket(last).closes);
}

void tst_HttpGateway::wholeAddressInTheRequestLine()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    QByteArray request = WebClient::post(openNs, version);
    request.replace("POST /", "POST http://chat.example.org/");
    QCOMPARE(client.exchange(request).body, version);
}

void tst_HttpGateway::overTls()
{
    ServiceFixture fixture;
    const QByteArray answer = fixture.httpsExchange(WebClient::post(openNs, version));
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n" + version));
}

void tst_HttpGateway::newIdWithEveryAnswer()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    QSet<QByteArray> ids;
    auto answer = client.exchange(WebClient::post(openNs, version));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(client.id(answer).contains('.'));
        ids.insert(client.id(answer));
        answer = client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(answer)));
        QCOMPARE(answer.status, 200);
    }
    QCOMPARE(ids.size(), 5);
}

void tst_HttpGateway::pollThatIsAskedAgain()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const auto opened = client.exchange(WebClient::post(openNs));
    client.send(WebClient::post("SessionID=" + client.id(opened), version));
    const auto sent = client.receive();
    QCOMPARE(sent.body, version);
    // The answer to the send is lost; a poll with the old id brings it again, a send would do harm.
    const auto again = client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(opened)));
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, version);
    QCOMPARE(client.id(again), client.id(sent));
    const auto twice = client.exchange(WebClient::post("SessionID=" + client.id(opened), version));
    QCOMPARE(twice.status, 400);
}

void tst_HttpGateway::oldIdsAreRefused()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const auto first = client.exchange(WebClient::post(openNs, version));
    const auto second = client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(first)));
    const auto third = client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(second)));
    QCOMPARE(third.status, 200);
    QCOMPARE(client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(first))).status, 400);
}

void tst_HttpGateway::refused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("no query", WebClient::post({}), 400);
    row("open without a server", WebClient::post("Action=open&IP=messenger.example.net"), 400);
    row("open without a host", WebClient::post("Action=open&Server=NS"), 400);
    row("unknown session", WebClient::post("Action=poll&SessionID=700000001.10001"), 400);
    row("id without a dot", WebClient::post("Action=poll&SessionID=700000001"), 400);
    row("id with letters behind the dot", WebClient::post("Action=poll&SessionID=1.x"), 400);
    row("unknown action", WebClient::post("Action=close&SessionID=1.1"), 400);
    row("other page", QByteArray(WebClient::post(openNs)).replace("/gateway/gateway.dll", "/index.html"),
        404);
    row("body too long", WebClient::post(openNs, {}, "Content-Length: 262145\r\n"), 413);
    row("negative length", WebClient::post(openNs, {}, "Content-Length: -1\r\n"), 400);
    row("length of letters", WebClient::post(openNs, {}, "Content-Length: x\r\n"), 400);
    row("chunks", WebClient::post(openNs, {}, "Transfer-Encoding: chunked\r\n"), 411);
    row("HTTP/2", QByteArray(WebClient::post(openNs)).replace("HTTP/1.1", "HTTP/2.0"), 505);
    row("address without a path", QByteArray(WebClient::post(openNs)).replace("/gateway/gateway.dll", "x"),
        400);
    row("endless head", "POST /gateway/gateway.dll HTTP/1.1\r\nX: " + QByteArray(9000, 'x'), 431);
}

void tst_HttpGateway::refused()
{
    QFETCH(QByteArray, request);
    ServiceFixture fixture;
    WebClient client(fixture);
    const auto answer = client.exchange(request);
    QTEST(answer.status, "status");
    QVERIFY(answer.body.isEmpty());
}

void tst_HttpGateway::sessionSurvivesTheConnection()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const auto opened = client.exchange(WebClient::post(openNs, version));
    client.connect();
    const QByteArray cvr = "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com\r\n";
    const auto answer = client.exchange(WebClient::post("SessionID=" + client.id(opened), cvr));
    QVERIFY(answer.body.startsWith("CVR 2 "));
}

void tst_HttpGateway::commandCutBetweenRequests()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const auto opened = client.exchange(WebClient::post(openNs, version.first(7)));
    QVERIFY(opened.body.isEmpty());
    const auto answer = client.exchange(WebClient::post("SessionID=" + client.id(opened), version.sliced(7)));
    QCOMPARE(answer.body, version);
}

void tst_HttpGateway::answerIsHeldBack()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    auto opened = client.exchange(WebClient::post(openNs, version));
    QElapsedTimer time;
    time.start();
    const auto held
        = client.exchange(WebClient::post("Action=poll&Lifespan=1&SessionID=" + client.id(opened)));
    QCOMPARE(held.status, 200);
    QVERIFY(held.body.isEmpty());
    QVERIFY(time.elapsed() >= 900);

    client.send(WebClient::post("Action=poll&Lifespan=60&SessionID=" + client.id(held)));
    eventually([&] { return client.socket->bytesToWrite() == 0; });
    QVERIFY(!client.receive(50).status);
    fixture.service.stop(); // something to tell
    QCOMPARE(client.receive().body, QByteArray("OUT SSD\r\n"));
}

void tst_HttpGateway::twoRequestsAtATime()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    WebClient other(fixture);
    const auto opened = client.exchange(WebClient::post(openNs, version));
    client.send(WebClient::post("Action=poll&Lifespan=60&SessionID=" + client.id(opened)));
    QVERIFY(!client.receive(50).status);
    // The older one belongs to a connection that has died unnoticed.
    const auto newer = other.exchange(WebClient::post("Action=poll&SessionID=" + client.id(opened)));
    QCOMPARE(newer.status, 200);
    QCOMPARE(client.receive().status, 400);
}

void tst_HttpGateway::closesAfterTheLastWord()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const auto opened = client.exchange(WebClient::post(openNs, version));
    const auto left = client.exchange(WebClient::post("SessionID=" + client.id(opened), "OUT\r\n"));
    QCOMPARE(left.status, 200);
    QVERIFY(WebClient::ticket(left).closes);
    QCOMPARE(client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(left))).status, 400);
}

void tst_HttpGateway::forgetsTheSilent()
{
    ServiceFixture fixture(withSilence(100ms));
    WebClient client(fixture);
    auto answer = client.exchange(WebClient::post(openNs, version));
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 300) { // whoever asks is kept
        answer = client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(answer)));
        QCOMPARE(answer.status, 200);
    }
    QVERIFY(!client.receive(300).status);
    QCOMPARE(client.exchange(WebClient::post("Action=poll&SessionID=" + client.id(answer))).status, 400);
}

void tst_HttpGateway::sessionsAreCounted()
{
    Msn::ServiceOptions options = withSilence(100ms);
    options.limits.maxGatewaySessions = 3;
    ServiceFixture fixture(options);
    WebClient client(fixture);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.exchange(WebClient::post(openNs, version)).status, 200);
    QCOMPARE(client.exchange(WebClient::post(openNs, version)).status, 503);
    EVENTUALLY(client.exchange(WebClient::post(openNs, version)).status == 200); // room again
}

void tst_HttpGateway::idsOfOthersAreNotGuessed()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const QByteArray one = client.id(client.exchange(WebClient::post(openNs)));
    const QByteArray two = client.id(client.exchange(WebClient::post(openNs)));
    QVERIFY(one.size() >= 20);
    QVERIFY(one.first(8) != two.first(8));
}

void tst_HttpGateway::continueIsSaid()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const QByteArray request = WebClient::post(openNs, version, "Expect: 100-continue\r\n");
    client.send(request.chopped(version.size()));
    QCOMPARE(client.receive().status, 100);
    QCOMPARE(client.exchange(version).body, version);
}

void tst_HttpGateway::passportIsNotServedWithoutTls()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    const auto first = client.exchange(WebClient::post(openNs, version));
    QCOMPARE(first.status, 200);
    for (const char *page : {"/rdr/pprdr.asp", "/login2.srf", "/login2.srf?lc=1033"}) {
        const auto answer
            = client.exchange(QByteArray("GET ") + page + " HTTP/1.1\r\nHost: chat.example.org\r\n\r\n");
        QCOMPARE(answer.status, 404);
        QVERIFY(!answer.headers.hasHeader("PassportURLs"));
    }
    QCOMPARE(client.exchange("GET /gateway/gateway.dll?" + openNs + " HTTP/1.1\r\n\r\n").status, 405);
}

void tst_HttpGateway::networkFileNamesIt()
{
    ServiceFixture fixture;
    const auto network = fixture.service.networkDescription(Msn::NetworkDescription::Security::Tls);
    const Msn::Endpoint https = fixture.service.httpsEndpoint();
    QCOMPARE(network.gateway, QUrl(QStringLiteral("https://%1/gateway/gateway.dll").arg(https.toString())));
    const auto again = Msn::parseNetworkFile(Msn::encodeNetworkFile(network));
    QVERIFY(again);
    QCOMPARE(again->gateway, network.gateway);
}

void tst_HttpGateway::msnpOnTheSamePort()
{
    ServiceFixture fixture;
    WebClient client(fixture);
    for (const char byte : version) {
        client.send(QByteArray(1, byte));
        client.socket->flush();
    }
    QByteArray answer;
    EVENTUALLY((answer += client.socket->readAll()) == version);
}

void tst_HttpGateway::silentGuestIsCutOff()
{
    Msn::ServiceOptions options;
    options.timings.switchboardEntry = 50ms;
    ServiceFixture fixture(options);
    for (const char *word : {"", "P", "POST"}) {
        WebClient client(fixture);
        client.send(word);
        EVENTUALLY(client.socket->state() == QAbstractSocket::UnconnectedState);
    }
}

void tst_HttpGateway::garbageIsSurvived_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("POST alone") << QByteArray("POST \r\n\r\n");
    QTest::newRow("POST and MSNP") << "POST " + version;
    QTest::newRow("zeroes") << "POST " + QByteArray(20'000, '\0');
    QTest::newRow("not MSNP in the body") << WebClient::post(openNs, QByteArray(1000, '\x80'));
    QTest::newRow("line without end in the body") << WebClient::post(openNs, QByteArray(200'000, 'A'));
    QTest::newRow("two requests at once") << WebClient::post(openNs, version).repeated(2);
}

void tst_HttpGateway::garbageIsSurvived()
{
    QFETCH(QByteArray, bytes);
    ServiceFixture fixture;
    WebClient client(fixture);
    client.send(bytes);
    client.receive(200); // or nothing, where the request never ends
    WebClient other(fixture);
    QCOMPARE(other.exchange(WebClient::post(openNs, version)).body, version);
}

/// The client goes in the middle of its request: no session, or one that is forgotten; nothing else.
void tst_HttpGateway::cutAtEveryByte()
{
    ServiceFixture fixture;
    const QByteArray whole = WebClient::post(openNs, version);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        WebClient client(fixture);
        client.send(whole.first(size));
        client.socket->disconnectFromHost();
        EVENTUALLY(client.socket->state() == QAbstractSocket::UnconnectedState);
    }
    WebClient client(fixture);
    QCOMPARE(client.exchange(whole).body, version);
}

QTEST_GUILESS_MAIN(tst_HttpGateway)

#include "tst_httpgateway.moc"
