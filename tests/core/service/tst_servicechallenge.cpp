#include "core/protocol/challenge.h"
#include "tests/core/service/servicefixture.h"

#include <QTest>

using namespace Test;

/// Challenges and pings: who is still there, and with what program.
class tst_ServiceChallenge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void challenge_data();
    void challenge();
    void challengeIsForEverySession();
    void unansweredChallengeCloses();
    void ping_data();
    void ping();
};

void tst_ServiceChallenge::challenge_data()
{
    QTest::addColumn<QByteArray>("product");
    QTest::addColumn<bool>("right");
    QTest::newRow("first product of the seed") << QByteArray("msmsgs@msnmsgr.com") << true;
    QTest::newRow("second product of the seed") << QByteArray("PROD0038W!61ZTF9") << true;
    QTest::newRow("another product") << QByteArray("PROD0061VRRZH@4F") << true;
    QTest::newRow("unknown product") << QByteArray("PROD9999") << false;
    QTest::newRow("wrong digest") << QByteArray("msmsgs@msnmsgr.com") << false;
}

void tst_ServiceChallenge::challenge()
{
    QFETCH(QByteArray, product);
    QFETCH(bool, right);
    Msn::ServiceOptions options;
    options.timings.challengeDelay = std::chrono::milliseconds(1);
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    PLAY(fixture.dialogue, "alice < CHL 0 <challenge>");
    const QByteArray challenge = fixture.dialogue.value("<challenge>");
    QCOMPARE(challenge.size(), 20);
    const auto known = Msn::findProduct(product);
    const QByteArray answer
        = right ? Msn::challengeResponse(challenge, *known) : QByteArray("00000000000000000000000000000000");
    const QByteArray reply = right ? "alice < QRY 10\nalice silent" : "alice < 540 10\nalice closed";
    PLAY(fixture.dialogue, "alice > QRY 10 " + product + " # | " + answer + "\n" + reply);
}

void tst_ServiceChallenge::challengeIsForEverySession()
{
    Msn::ServiceOptions options;
    options.timings.challengeDelay = std::chrono::milliseconds(1);
    options.timings.challengeInterval = std::chrono::milliseconds(1);
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    QByteArray last;
    for (int round = 0; round < 3; ++round) {
        fixture.dialogue.forget("<challenge>");
        PLAY(fixture.dialogue, "alice < CHL 0 <challenge>");
        const QByteArray challenge = fixture.dialogue.value("<challenge>");
        QVERIFY(challenge != last);
        last = challenge;
        PLAY(fixture.dialogue,
            "alice > QRY 10 msmsgs@msnmsgr.com # | "
                + Msn::challengeResponse(challenge, Msn::messengerProduct()) + "\nalice < QRY 10");
    }
}

void tst_ServiceChallenge::unansweredChallengeCloses()
{
    Msn::ServiceOptions options;
    options.timings.challengeDelay = std::chrono::milliseconds(1);
    options.timings.challengeAnswer = std::chrono::milliseconds(10);
    ServiceFixture fixture(options);
    QCOMPARE(fixture.signInOnline("alice", 8), QString());
    PLAY(fixture.dialogue, "alice < CHL 0 *\nalice < 540 0\nalice closed");
}

void tst_ServiceChallenge::ping_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("MSNP8") << 8 << QByteArray("alice < QNG");
    QTest::newRow("MSNP9") << 9 << QByteArray("alice < QNG 50");
    QTest::newRow("MSNP10") << 10 << QByteArray("alice < QNG 50");
}

void tst_ServiceChallenge::ping()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, answer);
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(fixture.dialogue, "alice > PNG\n" + answer);
}

QTEST_GUILESS_MAIN(tst_ServiceChallenge)

#include "tst_servicechallenge.moc"
