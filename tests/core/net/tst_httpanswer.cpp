#include "core/net/httpanswer.h"
#include "tests/support/chunks.h"

#include <QTest>

using namespace Msn;

namespace {

const QByteArray ok = "HTTP/1.1 200 OK\r\n";

/// Feeds \p bytes in pieces until there is an answer or a fault; the end of the connection follows.
HttpAnswerReader::Result read(const QByteArray &bytes, qsizetype chunkSize)
{
    HttpAnswerReader reader;
    const QByteArrayList pieces = Test::chunks(bytes, chunkSize);
    for (const QByteArray &piece : pieces) {
        const auto result = reader.feed(piece);
        if (!result || *result)
            return result;
    }
    return reader.finish();
}

} // namespace

class TestHttpAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void bytesBehindTheAnswerEndTheConnection();
    void everyCutIsNoticed();
    void headAlone_data();
    void headAlone();
};

void TestHttpAnswer::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepsAlive");
    const QByteArray five = "Content-Length: 5\r\n\r\nhello";
    QTest::newRow("length") << ok + five << 200 << QByteArray("hello") << true;
    QTest::newRow("empty") << ok + "Content-Length: 0\r\n\r\n" << 200 << QByteArray() << true;
    QTest::newRow("no reason phrase") << "HTTP/1.1 200\r\n" + five << 200 << QByteArray("hello") << true;
    QTest::newRow("100 Continue first")
        << "HTTP/1.1 100 Continue\r\n\r\n" + ok + five << 200 << QByteArray("hello") << true;
    QTest::newRow("several interim answers")
        << "HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + ok + five << 200
        << QByteArray("hello") << true;
    QTest::newRow("chunked") << ok
            + "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;ext=1\r\nllo\r\n0\r\n\r\n"
                             << 200 << QByteArray("hello") << true;
    QTest::newRow("chunked, trailer")
        << ok + "Transfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n"
        << 200 << QByteArray("hello") << true;
    QTest::newRow("until the end") << ok + "\r\nhello" << 200 << QByteArray("hello") << false;
    QTest::newRow("close") << ok + "Connection: close\r\n" + five << 200 << QByteArray("hello") << false;
    QTest::newRow("proxy closes") << ok + "Proxy-Connection: Close\r\n" + five << 200 << QByteArray("hello")
                                  << false;
    QTest::newRow("1.0") << "HTTP/1.0 200 OK\r\n" + five << 200 << QByteArray("hello") << false;
    QTest::newRow("1.0 kept") << "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\n" + five << 200
                              << QByteArray("hello") << true;
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray()
                                << true;
    QTest::newRow("refusal") << "HTTP/1.1 404 Not Found\r\n" + five << 404 << QByteArray("hello") << true;
}

void TestHttpAnswer::reads()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype size = 0; size <= bytes.size(); ++size) {
        const auto result = read(bytes, size);
        QVERIFY2(result && *result, qPrintable(QStringLiteral("chunks of %1").arg(size)));
        QTEST((*result)->status, "status");
        QTEST((*result)->body, "body");
        QTEST((*result)->keepsAlive, "keepsAlive");
    }
}

void TestHttpAnswer::headAlone_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepsAlive");
    QTest::newRow("no body") << ok + "Content-Length: 0\r\n\r\n" << QByteArray() << true;
    QTest::newRow("no body, LF alone")
        << QByteArray("HTTP/1.1 200 OK\nContent-Length: 0\n\n") << QByteArray() << true;
    QTest::newRow("no length") << ok + "\r\n" << QByteArray() << false;
    QTest::newRow("a body that is still to come") << ok + "Content-Length: 5\r\n\r\n"
                                                  << QByteArray() << false;
    QTest::newRow("a body") << ok + "Content-Length: 5\r\n\r\n" << QByteArray("hello") << false;
    QTest::newRow("chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n" << QByteArray("0\r\n\r\n") << false;
    QTest::newRow("a length that lies") << ok + "Content-Length: -7\r\n\r\n" << QByteArray() << false;
    QTest::newRow("100 Continue first") << "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 0\r\n\r\n"
                                        << QByteArray() << true;
}

void TestHttpAnswer::headAlone()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    HttpAnswerReader reader(HttpAnswerReader::Part::Head);
    for (qsizetype i = 0; i + 1 < head.size(); ++i) {
        const auto early = reader.feed(head.mid(i, 1));
        QVERIFY(early && !*early);
    }
    const auto result = reader.feed(head.last(1) + body);
    QVERIFY(result && *result);
    QCOMPARE((*result)->status, 200);
    QVERIFY((*result)->body.isEmpty());
    QTEST((*result)->keepsAlive, "keepsAlive");
}

void TestHttpAnswer::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const QByteArray &bytes, HttpFault fault) {
        QTest::newRow(name) << bytes << int(fault);
    };
    row("MSNP", "VER 1 MSNP8 CVR0\r\n", HttpFault::NotHttp);
    row("TLS", QByteArray::fromHex("150301000202"), HttpFault::NotHttp);
    row("HTTP/2", "HTTP/2 200\r\n\r\n", HttpFault::NotHttp);
    row("no status", "HTTP/1.1\r\n\r\n", HttpFault::NotHttp);
    row("version alone", "HTTP/1.\r\n\r\n", HttpFault::NotHttp);
    row("status of letters", "HTTP/1.1 abc OK\r\n\r\n", HttpFault::NotHttp);
    row("status too long", "HTTP/1.1 2000 OK\r\n\r\n", HttpFault::NotHttp);
    row("status too small", "HTTP/1.1 099 OK\r\n\r\n", HttpFault::NotHttp);
    row("negative length", ok + "Content-Length: -1\r\n\r\n", HttpFault::NotHttp);
    row("length of letters", ok + "Content-Length: five\r\n\r\nhello", HttpFault::NotHttp);
    row("length beyond all numbers", ok + "Content-Length: 99999999999999999999\r\n\r\n", HttpFault::NotHttp);
    row("length over the cap", ok + "Content-Length: 1048577\r\n\r\n", HttpFault::BodyTooLong);
    row("chunk over the cap", ok + "Transfer-Encoding: chunked\r\n\r\n100001\r\n", HttpFault::BodyTooLong);
    row("chunk length of letters", ok + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", HttpFault::NotHttp);
    row("chunk with a sign", ok + "Transfer-Encoding: chunked\r\n\r\n+5\r\nhello\r\n", HttpFault::NotHttp);
    row("chunk without its end", ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n", HttpFault::NotHttp);
    row("chunk length without end", ok + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray(2000, '0'),
        HttpFault::NotHttp);
    row("body without end", ok + "\r\n" + QByteArray(HttpAnswerReader::maxBodyBytes + 1, 'x'),
        HttpFault::BodyTooLong);
    row("head without end", ok + "X: " + QByteArray(HttpAnswerReader::maxHeadBytes, 'x'),
        HttpFault::HeadTooLong);
    row("head too long", ok + "X: " + QByteArray(HttpAnswerReader::maxHeadBytes, 'x') + "\r\n\r\n",
        HttpFault::HeadTooLong);
    row("interim answers without end", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1500),
        HttpFault::HeadTooLong);
    row("nothing", {}, HttpFault::CutShort);
}

void TestHttpAnswer::refuses()
{
    QFETCH(QByteArray, bytes);
    for (const qsizetype size : {0, 1, 7, 4096}) {
        if (size == 1 && bytes.size() > 20'000)
            continue;
        const auto result = read(bytes, size);
        QVERIFY2(!result, qPrintable(QStringLiteral("chunks of %1").arg(size)));
        QTEST(int(result.error()), "fault");
    }
}

void TestHttpAnswer::bytesBehindTheAnswerEndTheConnection()
{
    const auto result = read(ok + "Content-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n", 0);
    QVERIFY(result && *result);
    QCOMPARE((*result)->body, QByteArray("ok"));
    QVERIFY(!(*result)->keepsAlive);
}

void TestHttpAnswer::everyCutIsNoticed()
{
    for (const QByteArray &whole : {QByteArray(ok + "Content-Length: 5\r\n\r\nhello"),
             QByteArray(ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")}) {
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto result = read(whole.first(size), 0);
            QVERIFY2(!result, qPrintable(QStringLiteral("cut at %1").arg(size)));
            QCOMPARE(int(result.error()), int(HttpFault::CutShort));
        }
    }
}

QTEST_GUILESS_MAIN(TestHttpAnswer)

#include "tst_httpanswer.moc"
