#include "core/protocol/services.h"

#include "tests/support/commands.h"

#include <QTest>

using namespace Msn;
using Test::fromClient;
using Test::fromServer;
using Test::Sender;

class tst_Services : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emailInvitation();
    void emailInvitationTakesBothOrders();
    void serviceUrls();
    void challenge();
    void challengeAnswer();
    void pong_data();
    void pong();
    void refuses();
};

void tst_Services::emailInvitation()
{
    const QByteArray bytes("SDC 13 newbie@example.com 0x0409 MSNMSGR MSMSGS X X Alice%20A. 8\r\nHi Mike!");
    const auto invitation = parseEmailInvitation(Test::parseCommand(bytes, Sender::Client));
    QVERIFY(invitation);
    QCOMPARE(invitation->recipient, Address(QStringLiteral("newbie@example.com")));
    QCOMPARE(invitation->senderName.text(), QStringLiteral("Alice A."));
    QCOMPARE(invitation->text, QStringLiteral("Hi Mike!"));
    QCOMPARE(encode(encodeEmailInvitation(13, *invitation)), bytes);
    QCOMPARE(encode(encodeEmailInvitationReply(13)), QByteArray("SDC 13 OK\r\n"));

    // Seven arguments whatever the name: one less and the server answers 503 and hangs up.
    EmailInvitation nameless = *invitation;
    nameless.senderName = {};
    QCOMPARE(encodeLine(encodeEmailInvitation(13, nameless)).split(' ').size(), 10);
}

void tst_Services::emailInvitationTakesBothOrders()
{
    const QByteArray bytes(
        "SDC 3 example@example.com 0x0409 MSMSGS WindowsMessenger X X Andrew%20S 8\r\nHi Mike!");
    const auto invitation = parseEmailInvitation(Test::parseCommand(bytes, Sender::Client));
    QVERIFY(invitation);
    QCOMPARE(invitation->senderName.text(), QStringLiteral("Andrew S"));
}

void tst_Services::serviceUrls()
{
    const QByteArray line("URL 10 /cgi-bin/HoTMaiL https://login.example.net/ppsecure/md5auth.srf?lc=1033 2");
    const auto url = parseServiceUrl(fromServer(line));
    QVERIFY(url);
    QCOMPARE(url->postUrl, QByteArray("https://login.example.net/ppsecure/md5auth.srf?lc=1033"));
    QCOMPARE(encodeLine(encodeServiceUrl(10, *url)), line);
    QVERIFY(parseServiceUrl(fromServer("URL 11 /unused1 /unused2 1")));
    QCOMPARE(encodeLine(encodeServiceUrlRequest(10, {"INBOX", {}})), QByteArray("URL 10 INBOX"));
    QCOMPARE(encodeLine(encodeServiceUrlRequest(11, {"COMPOSE", "bob@example.com"})),
        QByteArray("URL 11 COMPOSE bob@example.com"));
    const auto request = parseServiceUrlRequest(fromClient("URL 11 COMPOSE bob@example.com"));
    QVERIFY(request && request->argument == "bob@example.com");
}

void tst_Services::challenge()
{
    const auto challenge = parseChallenge(fromServer("CHL 0 15570131571988941333"));
    QVERIFY(challenge);
    QCOMPARE(*challenge, QByteArray("15570131571988941333"));
    QCOMPARE(encodeLine(encodeChallenge(*challenge)), QByteArray("CHL 0 15570131571988941333"));
}

void tst_Services::challengeAnswer()
{
    const QByteArray bytes("QRY 10 PROD0038W!61ZTF9 32\r\na9490bf7295e91dc4c010c37f4ef7e60");
    const auto answer = parseChallengeAnswer(Test::parseCommand(bytes, Sender::Client));
    QVERIFY(answer);
    QCOMPARE(answer->productId, QByteArray("PROD0038W!61ZTF9"));
    QCOMPARE(answer->digest, QByteArray("a9490bf7295e91dc4c010c37f4ef7e60"));
    QCOMPARE(encode(encodeChallengeAnswer(10, *answer)), bytes);
    // The product id goes raw, whatever is in it.
    QCOMPARE(encodeLine(encodeChallengeAnswer(10, {"PROD00504RLUG%WL", QByteArray(32, '0')})),
        QByteArray("QRY 10 PROD00504RLUG%WL 32"));
}

void tst_Services::pong_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("seconds");
    QTest::newRow("8") << QByteArray("QNG") << -1;
    QTest::newRow("9") << QByteArray("QNG 50") << 50;
    QTest::newRow("0 makes no sense") << QByteArray("QNG 0") << -1;
    QTest::newRow("negative") << QByteArray("QNG -5") << -1;
    QTest::newRow("too long") << QByteArray("QNG 3601") << -1;
    QTest::newRow("no number") << QByteArray("QNG soon") << -1;
}

void tst_Services::pong()
{
    QFETCH(QByteArray, line);
    QFETCH(int, seconds);
    QCOMPARE(parsePong(fromServer(line)).value_or(-1), seconds);
    QCOMPARE(encodeLine(encodePing()), QByteArray("PNG"));
    QCOMPARE(encodeLine(encodePong(50)), QByteArray("QNG 50"));
    QCOMPARE(encodeLine(encodePong(std::nullopt)), QByteArray("QNG"));
}

void tst_Services::refuses()
{
    QVERIFY(!parseEmailInvitation(fromClient("SDC 13 newbie@example.com")));
    QVERIFY(!parseEmailInvitation(
        Test::parseCommand("SDC 13 a@b 0x0409 MSNMSGR MSMSGS X X 2\r\nHi", Sender::Client)));
    QVERIFY(!parseServiceUrl(fromServer("URL 10 /x")));
    QVERIFY(!parseServiceUrlRequest(fromClient("URL 10")));
    QVERIFY(!parseChallenge(fromServer("CHL 0")));
    QVERIFY(!parseChallengeAnswer(fromClient("QRY 10 msmsgs@msnmsgr.com")));
}

QTEST_GUILESS_MAIN(tst_Services)

#include "tst_services.moc"
