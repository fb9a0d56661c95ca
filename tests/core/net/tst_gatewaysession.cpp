#include "core/net/gatewaysession.h"
#include "tests/support/chunks.h"
#include "tests/support/eventually.h"
#include "tests/support/postserver.h"
#include "tests/support/serverscript.h"
#include "tests/support/transcript.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::PostServer;

namespace {

const QByteArray version = "VER 1 MSNP8 CVR0\r\n";
const QByteArray firstTicket = "SessionID=700000001.10001";

Timing shortTiming()
{
    Timing timing;
    timing.gatewayPoll = 1ms;
    timing.gatewaySlowPoll = 1ms;
    return timing;
}

/// Polls that only a test which asks for them can provoke.
Timing withoutPolls()
{
    Timing timing;
    timing.gatewayPoll = 1h;
    timing.gatewaySlowPoll = 1h;
    return timing;
}

struct Client
{
    explicit Client(const PostServer &server, const Timing &timing = shortTiming(), bool throughProxy = false)
    {
        NetworkDescription network;
        network.gateway
            = QUrl(QStringLiteral("http://127.0.0.1:%1/gateway/gateway.dll").arg(server.serverPort()));
        ProxySettings proxy;
        if (throughProxy) {
            network.gateway = QUrl(QStringLiteral("http://gateway.example.net/gateway/gateway.dll"));
            proxy = {ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), server.serverPort(), {}, {}};
        }
        start(network, proxy, timing);
    }
    Client(const NetworkDescription &network, const ProxySettings &proxy, const Timing &timing)
    {
        start(network, proxy, timing);
    }
    ~Client() { delete session; }

    void start(const NetworkDescription &network, const ProxySettings &proxy, const Timing &timing)
    {
        session = new GatewaySession(network, proxy, timing);
        QObject::connect(session, &GatewaySession::opened, session, [this] {
            isOpen = true;
            session->write(first);
        });
        QObject::connect(session, &GatewaySession::received, session,
            [this](const QByteArray &bytes) { received += bytes; });
        QObject::connect(session, &GatewaySession::closed, session, [this](const Error &error) {
            ++closings;
            end = error;
        });
    }
    void open() { session->open({QStringLiteral("messenger.example.net"), 1863}); }

    QPointer<GatewaySession> session;
    QByteArray first = version;
    bool isOpen = false;
    QByteArray received;
    int closings = 0;
    Error end;
};

QByteArrayList namesOf(const QByteArrayList &headers)
{
    QByteArrayList names;
    for (const QByteArray &line : headers)
        names.append(line.first(line.indexOf(':')));
    return names;
}

/// Of the fields that both have.
QByteArray shared(const QByteArrayList &headers, const QByteArray &transcriptHead)
{
    QByteArray lines;
    for (const QByteArray &line : headers) {
        if (transcriptHead.contains("\r\n" + line.first(line.indexOf(':') + 1)))
            lines += line + "\r\n";
    }
    return lines;
}

} // namespace

class TestGatewaySession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transcriptH1_data();
    void transcriptH1();
    void headersOfEveryRequest();
    void switchboards_data();
    void switchboards();
    void oneRequestAtATime();
    void wordsOfOneTurnGoTogether();
    void longQueuesAreSplitBetweenCommands();
    void pollsWhileNothingIsSaid();
    void pause_data();
    void pause();
    void heldBackAnswers();
    void impatientGatewayIsNotFlooded();
    void sessionIds_data();
    void sessionIds();
    void gatewayHost_data();
    void gatewayHost();
    void unreachableGatewayHost();
    void nameThatLeadsInside();
    void refusedOpening_data();
    void refusedOpening();
    void refusedPoll_data();
    void refusedPoll();
    void refusedSend_data();
    void refusedSend();
    void silence_data();
    void silence();
    void closeAfterTheBody();
    void connectionIsKept();
    void connectionMayEndBetweenRequests();
    void garbage_data();
    void garbage();
    void cutAtEveryByte_data();
    void cutAtEveryByte();
    void pausedReading();
    void lastWords_data();
    void lastWords();
    void lastWordsDoNotWaitForEver();
    void proxyWithPassword();
    void deletedInEverySignal();
    void nobodyListens();
};

void TestGatewaySession::transcriptH1_data()
{
    QTest::addColumn<int>("chunkSize");
    for (const qsizetype size : Test::chunkSizes())
        QTest::addRow("chunks of %d", int(size)) << int(size);
}

/// Through a proxy, which is what the whole address in the request line was meant for; so that the
/// hosts of the transcript need not exist.
void TestGatewaySession::transcriptH1()
{
    QFETCH(int, chunkSize);
    using Step = Test::Transcript::Step;
    QList<QByteArray> heads;
    QList<QByteArray> answers;
    const auto transcript = Test::Transcript::load(QStringLiteral("h1"));
    for (const Step &step : transcript.steps()) {
        if (step.kind == Step::Kind::Client)
            heads.append(step.bytes);
        else if (step.kind == Step::Kind::Server && answers.size() < heads.size())
            answers.append(step.bytes);
        else if (step.kind == Step::Kind::Server)
            answers.last() += step.bytes; // 100 Continue and the real one
    }
    QCOMPARE(heads.size(), 2);
    QCOMPARE(answers.size(), 2);

    PostServer server;
    server.chunkSize = chunkSize;
    server.answer({answers[0]});
    Client client(server, shortTiming(), true);
    client.first = "VER 5 MSNP8 CVR0\r\n";
    client.session->open({QStringLiteral("messenger.example.net"), 1863});
    EVENTUALLY(client.received == "VER 5 MSNP8 CVR0\r\n");
    server.answer({answers[1]});
    EVENTUALLY(client.closings == 1);
    QCOMPARE(client.received, QByteArray("VER 5 MSNP8 CVR0\r\nOUT SSD\r\n"));
    QCOMPARE(client.end.code, ErrorCode::ConnectionClosed);

    QCOMPARE(server.requests().size(), 2);
    for (int i = 0; i < 2; ++i) {
        const PostServer::Request &request = server.requests()[i];
        const QByteArray &head = heads[i];
        QCOMPARE(request.line + "\r\n", head.first(head.indexOf("\r\n") + 2));
        QCOMPARE(request.body, head.sliced(head.indexOf("\r\n\r\n") + 4));
        const QByteArray rest = head.mid(head.indexOf("\r\n") + 2);
        QCOMPARE(shared(request.headers, head), rest.first(rest.indexOf("\r\n\r\n") + 2));
    }
}

void TestGatewaySession::headersOfEveryRequest()
{
    PostServer server;
    server.answerAll(PostServer::gateway(firstTicket));
    Client client(server);
    client.open();
    EVENTUALLY(server.pollCount() > 0);
    client.session->write("CVR 2\r\n");
    EVENTUALLY(server.last().body == "CVR 2\r\n");
    const QByteArray host = "127.0.0.1:" + QByteArray::number(server.serverPort());
    for (const PostServer::Request &request : server.requests()) {
        QCOMPARE(request.headers,
            (QByteArrayList{"Accept: */*", "Accept-Language: en-us", "User-Agent: MSMSGS", "Host: " + host,
                "Proxy-Connection: Keep-Alive", "Connection: Keep-Alive", "Pragma: no-cache",
                "Content-Type: application/x-msn-messenger",
                "Content-Length: " + QByteArray::number(request.body.size())}));
        QVERIFY(request.line.startsWith("POST http://" + host + "/gateway/gateway.dll?"));
    }
}

void TestGatewaySession::switchboards_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("server");
    QTest::newRow("notification") << version << QByteArray("NS");
    QTest::newRow("USR") << QByteArray("USR 1 alice@example.com 1.2\r\n") << QByteArray("SB");
    QTest::newRow("ANS") << QByteArray("ANS 1 alice@example.com 1.2 3\r\n") << QByteArray("SB");
}

void TestGatewaySession::switchboards()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, server);
    PostServer gateway;
    Client client(gateway);
    client.first = first;
    client.open();
    EVENTUALLY(gateway.requests().size() == 1);
    QVERIFY(gateway.last().asks("Action=open&Server=" + server + "&IP=messenger.example.net"));
    QCOMPARE(gateway.last().body, first);
}

void TestGatewaySession::oneRequestAtATime()
{
    PostServer server;
    Client client(server, withoutPolls());
    client.open();
    EVENTUALLY(server.requests().size() == 1);
    const QByteArray message = "MSG 3 N 5\r\nhello";
    for (const QByteArray &bytes : {QByteArray("CVR 2\r\n"), message, QByteArray("USR 4\r\n")}) {
        client.session->write(bytes);
        Test::turnEventLoop();
    }
    QCOMPARE(server.requests().size(), 1);
    server.answer(PostServer::gateway(firstTicket));
    EVENTUALLY(server.requests().size() == 2);
    QVERIFY(server.last().asks(firstTicket));
    QCOMPARE(server.last().body, "CVR 2\r\n" + message + "USR 4\r\n");
}

void TestGatewaySession::wordsOfOneTurnGoTogether()
{
    PostServer server;
    server.answer(PostServer::gateway(firstTicket));
    Client client(server, withoutPolls());
    client.open();
    EVENTUALLY(server.requests().size() == 1);
    client.session->write("SYN 2 0\r\n");
    client.session->write("CHG 3 NLN 0\r\n");
    EVENTUALLY(server.requests().size() == 2);
    QCOMPARE(server.last().body, QByteArray("SYN 2 0\r\nCHG 3 NLN 0\r\n"));
}

void TestGatewaySession::longQueuesAreSplitBetweenCommands()
{
    PostServer server;
    Client client(server, withoutPolls());
    client.open();
    EVENTUALLY(server.requests().size() == 1);
    const QByteArray command = "MSG 2 D 1200\r\n" + QByteArray(1200, 'x');
    const int count = 200;
    for (int i = 0; i < count; ++i)
        client.session->write(command);
    server.answerAll(PostServer::gateway(firstTicket));
    QByteArray sent;
    EVENTUALLY([&] {
        sent.clear();
        for (const PostServer::Request &request : server.requests().sliced(1))
            sent += request.body;
        return sent.size() == count * command.size();
    }());
    QCOMPARE(sent, command.repeated(count));
    QVERIFY(server.requests().size() > 3);
    for (const PostServer::Request &request : server.requests().sliced(1))
        QCOMPARE(request.body.size() % command.size(), 0);
}

void TestGatewaySession::pollsWhileNothingIsSaid()
{
    PostServer server;
    server.answer(PostServer::gateway(firstTicket, version));
    Client client(server);
    client.open();
    EVENTUALLY(server.pollCount() == 1);
    QVERIFY(server.last().asks("Action=poll&" + firstTicket));
    QVERIFY(server.last().body.isEmpty());
    QCOMPARE(server.last().header("Content-Length"), QByteArray("0"));
    server.answer(PostServer::gateway("SessionID=700000001.10002", "NLN NLN bob@example.com Bob\r\n"));
    EVENTUALLY(client.received == version + "NLN NLN bob@example.com Bob\r\n");
    EVENTUALLY(server.pollCount() == 2);
    QVERIFY(server.last().asks("Action=poll&SessionID=700000001.10002"));
}

void TestGatewaySession::pause_data()
{
    QTest::addColumn<int>("quietMs");
    QTest::addColumn<int>("pollMs");
    QTest::addColumn<int>("slowPollMs");
    const int never = 3'600'000;
    QTest::newRow("busy: the short pause") << never << 1 << never;
    QTest::newRow("quiet: the long pause") << 0 << never << 1;
}

void TestGatewaySession::pause()
{
    QFETCH(int, quietMs);
    QFETCH(int, pollMs);
    QFETCH(int, slowPollMs);
    PostServer server;
    Timing timing;
    timing.gatewayQuiet = std::chrono::milliseconds(quietMs);
    timing.gatewayPoll = std::chrono::milliseconds(pollMs);
    timing.gatewaySlowPoll = std::chrono::milliseconds(slowPollMs);
    Client client(server, timing);
    client.open();
    EVENTUALLY(server.requests().size() == 1);
    Test::turnEventLoop(); // the quiet begins, if it does
    server.answerAll(PostServer::gateway(firstTicket));
    EVENTUALLY(server.pollCount() >= 3);
}

void TestGatewaySession::heldBackAnswers()
{
    PostServer server;
    NetworkDescription network;
    network.gateway
        = QUrl(QStringLiteral("http://127.0.0.1:%1/gateway/gateway.dll").arg(server.serverPort()));
    network.gatewayLifespanSeconds = 5;
    Timing timing = withoutPolls();
    timing.gatewayPoll = 1ms; // the first one
    Client client(network, {}, timing);
    server.answer(PostServer::gateway(firstTicket));
    client.open();
    EVENTUALLY(server.pollCount() == 1);
    QVERIFY(server.last().asks("Action=poll&Lifespan=5&" + firstTicket));
    server.answer(PostServer::gateway(firstTicket, "QNG\r\n"));
    EVENTUALLY(server.pollCount() == 2); // at once
}

/// It knows nothing of Lifespan and answers at once: then the usual pause holds.
void TestGatewaySession::impatientGatewayIsNotFlooded()
{
    PostServer server;
    NetworkDescription network;
    network.gateway
        = QUrl(QStringLiteral("http://127.0.0.1:%1/gateway/gateway.dll").arg(server.serverPort()));
    network.gatewayLifespanSeconds = 5;
    Timing timing;
    timing.gatewayPoll = 300ms;
    server.answerAll(PostServer::gateway(firstTicket));
    Client client(network, {}, timing);
    client.open();
    EVENTUALLY(server.pollCount() == 1);
    QElapsedTimer since;
    since.start();
    EVENTUALLY(server.pollCount() == 3);
    QVERIFY(since.elapsed() >= 500);
}

void TestGatewaySession::sessionIds_data()
{
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("new with every answer") << QByteArray("SessionID=700000001.10002; GW-IP=127.0.0.1")
                                           << QByteArray("SessionID=700000001.10002");
    QTest::newRow("a UUID that stays")
        << QByteArray("SessionID=5f2ec35e-0c9d-4d30; GW-IP=messenger.example.net")
        << QByteArray("SessionID=5f2ec35e-0c9d-4d30");
    QTest::newRow("other order") << QByteArray("GW-IP=127.0.0.1;sessionid=x.y")
                                 << QByteArray("SessionID=x.y");
}

void TestGatewaySession::sessionIds()
{
    QFETCH(QByteArray, next);
    QFETCH(QByteArray, asked);
    PostServer server;
    server.answer(PostServer::gateway(firstTicket));
    server.answer(PostServer::gateway(next));
    Client client(server);
    client.open();
    EVENTUALLY(server.pollCount() == 2);
    QVERIFY2(server.last().asks("Action=poll&" + asked), server.last().line.constData());
    QCOMPARE(client.closings, 0);
}

void TestGatewaySession::gatewayHost_data()
{
    QTest::addColumn<QByteArray>("gatewayHost");
    QTest::addColumn<QByteArray>("asked");
    const QByteArray first = "gateway.example.net";
    QTest::newRow("address") << QByteArray("192.0.2.30") << QByteArray("192.0.2.30");
    QTest::newRow("name") << QByteArray("gw2.example.net") << QByteArray("gw2.example.net");
    QTest::newRow("missing") << QByteArray() << first;
    QTest::newRow("echo of the host that was asked for") << QByteArray("messenger.example.net") << first;
    QTest::newRow("echo in capitals") << QByteArray("MESSENGER.example.net") << first;
    QTest::newRow("same port") << QByteArray("192.0.2.30:80") << QByteArray("192.0.2.30");
    QTest::newRow("other port") << QByteArray("192.0.2.30:25") << first;
    QTest::newRow("not a host") << QByteArray("a/b?c") << first;
    for (const char *inside : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "0.0.0.0",
             "100.64.0.1", "[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]", "224.0.0.1"})
        QTest::newRow(inside) << QByteArray(inside) << first;
}

void TestGatewaySession::gatewayHost()
{
    QFETCH(QByteArray, gatewayHost);
    QFETCH(QByteArray, asked);
    PostServer server;
    server.answer(PostServer::gateway(firstTicket + "; GW-IP=" + gatewayHost));
    Client client(server, shortTiming(), true);
    client.open();
    EVENTUALLY(server.pollCount() == 1);
    QVERIFY2(server.last().line.startsWith("POST http://" + asked + "/gateway/gateway.dll?Action=poll&"),
        server.last().line.constData());
    QCOMPARE(server.last().header("Host"), asked);
}

void TestGatewaySession::unreachableGatewayHost()
{
    PostServer server;
    // Loopback may name loopback; nobody listens there.
    server.answer(PostServer::gateway(firstTicket + "; GW-IP=127.0.0.2"));
    Client client(server);
    client.open();
    EVENTUALLY(server.pollCount() == 1);
    QVERIFY(server.last().line.startsWith("POST http://127.0.0.1:"));
    QCOMPARE(client.closings, 0);
}

void TestGatewaySession::nameThatLeadsInside()
{
    PostServer server;
    server.answer(PostServer::gateway(firstTicket + "; GW-IP=localhost"));
    Client client(server);
    client.open();
    EVENTUALLY(server.pollCount() == 1); // this one may: the first host lies inside as well
    QVERIFY(server.last().line.startsWith("POST http://localhost:"));
}

namespace {

struct StatusRow
{
    int status;
    ErrorCode atOpening;
    ErrorCode later;
};

const QList<StatusRow> &refusals()
{
    static const QList<StatusRow> rows{
        {204, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {301, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {302, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {400, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {401, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {403, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {404, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {407, ErrorCode::ProxyPasswordNeeded, ErrorCode::ProxyPasswordNeeded},
        {500, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {502, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
        {503, ErrorCode::GatewayRefused, ErrorCode::ConnectionLost},
    };
    return rows;
}

void addStatusRows()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("opening");
    QTest::addColumn<ErrorCode>("later");
    for (const StatusRow &row : refusals())
        QTest::addRow("%d", row.status) << row.status << row.atOpening << row.later;
}

} // namespace

void TestGatewaySession::refusedOpening_data()
{
    addStatusRows();
}

void TestGatewaySession::refusedOpening()
{
    QFETCH(int, status);
    PostServer server;
    server.answer(PostServer::status(status));
    Client client(server);
    client.open();
    EVENTUALLY(client.closings == 1);
    QTEST(client.end.code, "opening");
    QCOMPARE(client.end.detail, QStringLiteral("HTTP %1").arg(status));
    QCOMPARE(server.requests().size(), 1);
}

void TestGatewaySession::refusedPoll_data()
{
    addStatusRows();
}

/// 5xx: once more with the same id; then the connection is lost.
void TestGatewaySession::refusedPoll()
{
    QFETCH(int, status);
    PostServer server;
    server.answer(PostServer::gateway(firstTicket));
    server.answer(PostServer::status(status));
    Client client(server);
    client.open();
    if (status >= 500) {
        EVENTUALLY(server.pollCount() == 2);
        QVERIFY(server.last().asks("Action=poll&" + firstTicket));
        server.answer(PostServer::gateway("SessionID=700000001.10002", "QNG\r\n"));
        EVENTUALLY(client.received == "QNG\r\n");
        EVENTUALLY(server.pollCount() == 3);
        server.answer(PostServer::status(status));
        EVENTUALLY(server.pollCount() == 4);
        client.session->write("MSG\r\n"); // waits for the poll to be answered
        QVERIFY(server.last().asks("Action=poll&SessionID=700000001.10002"));
        server.answer(PostServer::status(status));
    }
    EVENTUALLY(client.closings == 1);
    QTEST(client.end.code, "later");
    QCOMPARE(server.pollCount(), status >= 500 ? 4 : 1);
}

void TestGatewaySession::refusedSend_data()
{
    addStatusRows();
}

/// Nobody knows what became of the commands: never sent again.
void TestGatewaySession::refusedSend()
{
    QFETCH(int, status);
    PostServer server;
    server.answer(PostServer::gateway(firstTicket));
    server.answer(PostServer::status(status));
    Client client(server, withoutPolls());
    client.open();
    EVENTUALLY(server.requests().size() == 1);
    client.session->write("MSG 2 N 2\r\nhi");
    EVENTUALLY(client.closings == 1);
    QTEST(client.end.code, "later");
    QCOMPARE(server.requests().size(), 2);
}

void TestGatewaySession::silence_data()
{
    QTest::addColumn<int>("answered"); ///< requests before the silence
    QTest::addColumn<int>("requests"); ///< in all
    QTest::newRow("opening") << 0 << 1;
    QTest::newRow("poll, once more") << 1 << 3;
}

void TestGatewaySession::silence()
{
    QFETCH(int, answered);
    QFETCH(int, requests);
    PostServer server;
    Timing timing = shortTiming();
    timing.gatewayAnswer = 50ms;
    for (int i = 0; i < answered; ++i)
        server.answer(PostServer::gateway(firstTicket));
    Client client(server, timing);
    client.open();
    EVENTUALLY(client.closings == 1);
    QCOMPARE(client.end.code, ErrorCode::ConnectionLost);
    QCOMPARE(server.requests().size(), requests);
}

void TestGatewaySession::closeAfterTheBody()
{
    PostServer server;
    server.answer(PostServer::gateway(firstTicket));
    server.answer(PostServer::gateway(firstTicket + "; Session=close", "OUT OTH\r\n"));
    Client client(server);
    client.open();
    EVENTUALLY(client.closings == 1);
    QCOMPARE(client.received, QByteArray("OUT OTH\r\n"));
    QCOMPARE(client.end.code, ErrorCode::ConnectionClosed);
    QCOMPARE(server.requests().size(), 2);
}

void TestGatewaySession::connectionIsKept()
{
    PostServer server;
    server.answerAll(PostServer::gateway(firstTicket));
    Client client(server);
    client.open();
    EVENTUALLY(server.pollCount() == 5);
    QCOMPARE(server.connectionCount(), 1);
}

void TestGatewaySession::connectionMayEndBetweenRequests()
{
    PostServer server;
    PostServer::Answer closing = PostServer::gateway(firstTicket);
    closing.bytes.replace("\r\nContent-Type", "\r\nConnection: close\r\nContent-Type");
    closing.hangsUp = true;
    server.answerAll(closing);
    Client client(server);
    client.open();
    EVENTUALLY(server.pollCount() == 3);
    client.session->write("CVR 2\r\n");
    EVENTUALLY(server.last().body == "CVR 2\r\n");
    QVERIFY(server.connectionCount() >= 4);
    QCOMPARE(client.closings, 0);
}

void TestGatewaySession::garbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("MSNP") << version;
    QTest::newRow("zeroes") << QByteArray(100, '\0');
    QTest::newRow("page without a ticket")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>");
    QTest::newRow("ticket without an id")
        << QByteArray("HTTP/1.1 200 OK\r\nX-MSN-Messenger: GW-IP=1.2.3.4\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("id with a blank") << QByteArray(
        "HTTP/1.1 200 OK\r\nX-MSN-Messenger: SessionID=a b\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("head without end")
        << "HTTP/1.1 200 OK\r\nX: " + QByteArray(HttpAnswerReader::maxHeadBytes, 'x');
    QTest::newRow("body that is too long")
        << QByteArray("HTTP/1.1 200 OK\r\nX-MSN-Messenger: SessionID=1.1\r\nContent-Length: 1048577\r\n\r\n");
    QTest::newRow("only interim answers") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1500);
    QTest::newRow("two answers") << PostServer::status(404).bytes.repeated(2);
}

void TestGatewaySession::garbage()
{
    QFETCH(QByteArray, bytes);
    for (const bool atOpening : {true, false}) {
        PostServer server;
        if (!atOpening)
            server.answer(PostServer::gateway(firstTicket));
        server.answerAll({bytes});
        Client client(server);
        client.open();
        EVENTUALLY(client.closings == 1);
        QVERIFY(client.end.code == ErrorCode::ConnectionLost || client.end.code == ErrorCode::GatewayRefused);
        QVERIFY(client.received.isEmpty());
        Test::turnEventLoop();
        QCOMPARE(client.closings, 1);
    }
}

void TestGatewaySession::cutAtEveryByte_data()
{
    QTest::addColumn<int>("cutAnswer");
    QTest::newRow("opening") << 0;
    QTest::newRow("poll") << 1;
    QTest::newRow("send") << 2;
}

/// The gateway hangs up in the middle of an answer. A poll is asked again; everything else is the
/// end. Nothing arrives twice, nothing arrives in part.
void TestGatewaySession::cutAtEveryByte()
{
    QFETCH(int, cutAnswer);
    const QByteArray line = "NLN NLN bob@example.com Bob\r\n";
    const QByteArray whole = PostServer::gateway("SessionID=7.2; GW-IP=127.0.0.1", line).bytes;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        PostServer server;
        if (cutAnswer > 0)
            server.answer(PostServer::gateway(firstTicket));
        server.answer({whole.first(size), true});
        Client client(server, cutAnswer == 1 ? shortTiming() : withoutPolls());
        client.open();
        if (cutAnswer == 2) {
            EVENTUALLY(server.requests().size() == 1);
            client.session->write("CHG 2 NLN 0\r\n");
        }
        if (cutAnswer == 1) {
            EVENTUALLY(server.pollCount() == 2);
            QVERIFY(server.last().asks("Action=poll&" + firstTicket));
            server.answer({whole});
            EVENTUALLY(client.received == line);
            QCOMPARE(client.closings, 0);
        } else {
            EVENTUALLY(client.closings == 1);
            QCOMPARE(client.end.code, ErrorCode::ConnectionLost);
            QVERIFY(client.received.isEmpty());
            QCOMPARE(server.requests().size(), cutAnswer == 0 ? 1 : 2);
        }
    }
}

void TestGatewaySession::pausedReading()
{
    PostServer server;
    server.answer(PostServer::gateway(firstTicket));
    Client client(server);
    client.open();
    EVENTUALLY(server.pollCount() == 1);
    client.session->setPaused(true);
    server.answerAll(PostServer::gateway(firstTicket, "QNG\r\n"));
    for (int i = 0; i < 20; ++i)
        Test::turnEventLoop();
    QCOMPARE(server.pollCount(), 1);
    QVERIFY(client.received.isEmpty());
    client.session->setPaused(false);
    QCOMPARE(client.received, QByteArray("QNG\r\n"));
    EVENTUALLY(server.pollCount() > 1);
}

void TestGatewaySession::lastWords_data()
{
    QTest::addColumn<bool>("whilePolling");
    QTest::newRow("idle") << false;
    QTest::newRow("while a poll is under way") << true;
}

void TestGatewaySession::lastWords()
{
    QFETCH(bool, whilePolling);
    PostServer server;
    server.answer(PostServer::gateway(firstTicket));
    Client client(server, whilePolling ? shortTiming() : withoutPolls());
    client.open();
    EVENTUALLY(server.requests().size() == (whilePolling ? 2 : 1));
    Test::turnEventLoop();
    client.session->write("OUT\r\n");
    client.session->finish();
    if (whilePolling)
        server.answer(PostServer::gateway("SessionID=700000001.10002", "NLN\r\n"));
    EVENTUALLY(server.last().body == "OUT\r\n");
    QVERIFY(client.session);
    server.answer(PostServer::gateway("SessionID=700000001.10003; Session=close"));
    EVENTUALLY(!client.session);
    QVERIFY(client.received.isEmpty());
    QCOMPARE(client.closings, 0);
    QVERIFY(server.last().asks(
        whilePolling ? QByteArray("SessionID=700000001.10002") : QByteArray("SessionID=700000001.10001")));
}

void TestGatewaySession::lastWordsDoNotWaitForEver()
{
    PostServer server;
    server.answer(PostServer::gateway(firstTicket));
    Timing timing = withoutPolls();
    timing.gatewayFarewell = 20ms;
    Client client(server, timing);
    client.open();
    EVENTUALLY(server.requests().size() == 1);
    client.session->write("OUT\r\n");
    client.session->finish();
    EVENTUALLY(!client.session);
    QCOMPARE(client.closings, 0);
}

void TestGatewaySession::proxyWithPassword()
{
    PostServer proxy;
    NetworkDescription network;
    network.gateway = QUrl(QStringLiteral("http://gateway.example.net/gateway/gateway.dll"));
    Client client(network,
        {ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), proxy.serverPort(), QStringLiteral("rosa"),
            QStringLiteral("se:cret")},
        shortTiming());
    client.open();
    EVENTUALLY(proxy.requests().size() == 1);
    QCOMPARE(proxy.last().header("Proxy-Authorization"), "Basic " + QByteArray("rosa:se:cret").toBase64());
    QCOMPARE(namesOf(proxy.last().headers).count("Host"), 1);
    proxy.answer(PostServer::status(407));
    EVENTUALLY(client.closings == 1);
    QCOMPARE(client.end.code, ErrorCode::ProxyPasswordNeeded);
    QCOMPARE(client.end.subject, QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
}

void TestGatewaySession::deletedInEverySignal()
{
    for (int which = 0; which < 3; ++which) {
        PostServer server;
        server.answer(PostServer::gateway(firstTicket, version));
        server.answerAll(PostServer::status(404));
        Client client(server);
        const QPointer<GatewaySession> session = client.session;
        const auto drop = [session] { session->deleteLater(); };
        if (which == 0)
            connect(session, &GatewaySession::opened, this, drop);
        else if (which == 1)
            connect(session, &GatewaySession::received, this, drop);
        else
            connect(session, &GatewaySession::closed, this, drop);
        client.open();
        EVENTUALLY(!session);
    }
}

void TestGatewaySession::nobodyListens()
{
    auto server = std::make_unique<PostServer>();
    Client client(*server);
    server.reset();
    client.open();
    EVENTUALLY(client.closings == 1);
    QCOMPARE(client.end.code, ErrorCode::ConnectionRefused);
    QVERIFY(!client.isOpen);
}

QTEST_GUILESS_MAIN(TestGatewaySession)

#include "tst_gatewaysession.moc"
