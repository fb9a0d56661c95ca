#include "core/net/signinsequence.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::ServerScript;
using Test::TestHttpsServer;

namespace {

const Endpoint dispatch{QStringLiteral("messenger.example.net"), 1863};
const Endpoint cachedServer{QStringLiteral("192.0.2.10"), 1863};

/// VER and CVR up to USR I, for the version in the first line.
QByteArray hello(const QByteArray &offered, const QByteArray &chosen)
{
    return "C VER 1 " + offered + " CVR0\\r\\n\nS VER 1 " + chosen
        + "\\r\\n\nC CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com\\r\\n\n"
          "S CVR 2 6.0.0602 6.0.0602 5.0.0527 http://dl.example.net/s.exe http://im.example.net\\r\\n\n"
          "C USR 3 TWN I alice@example.com\\r\\n\n";
}

const QByteArray policyLine = "S USR 3 TWN S lc=1033,tw=40,tpf=00ff\\r\\n\n";
const QByteArray ticketLine = "C USR 4 TWN S t=4aBcD$$&p=4eFgH$$\\r\\n\n";
const QByteArray accepted = "S USR 4 OK alice@example.com Alice%20A. 1 0\\r\\n\n";

} // namespace

class TestSignInSequence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void transcripts_data();
    void transcripts();
    void everyVersion_data();
    void everyVersion();
    void serverChoosesAnotherVersion();
    void noCommonVersion_data();
    void noCommonVersion();
    void dispatchWithoutTransfer();
    void transferWithoutPort();
    void cachedServerFirst();
    void deadCachedServerLeadsToDispatch_data();
    void deadCachedServerLeadsToDispatch();
    void wrongPasswordKeepsTheCache();
    void fiveTransfersButNotSix();
    void refusedTicketIsRetriedOnce();
    void refusedTicketTwice();
    void ticketRefusalBeforeThePolicyAsksNoTicket();
    void errors_data();
    void errors();
    void clientVersionErrorIsNoReason();
    void silentAtEachStep_data();
    void silentAtEachStep();
    void closesAtEachStep_data();
    void closesAtEachStep();
    void cancelAtEachStep_data();
    void cancelAtEachStep();
    void cancelInEverySignal_data();
    void cancelInEverySignal();
    void passportIsPreparedMeanwhile();
    void learnedAddressesAreKept();

private:
    void make();
    void start(const ServerCache &cache = {});
    ServerScript at(qsizetype index) { return ServerScript(*m_session->network.await(index)); }
    bool ended() const { return m_signedIn->size() + m_failed->size() > 0; }
    Error error() const { return m_failed->isEmpty() ? Error{} : (*m_failed)[0][0].value<Error>(); }

    std::unique_ptr<Test::Session> m_session;
    std::unique_ptr<SignInSequence> m_sequence;
    std::unique_ptr<QSignalSpy> m_signedIn;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_cache;
    std::unique_ptr<QSignalSpy> m_progress;
};

void TestSignInSequence::init()
{
    m_session = std::make_unique<Test::Session>(ProtocolVersion::Msnp8);
}

void TestSignInSequence::cleanup()
{
    m_sequence.reset();
    Test::turnEventLoop();
    m_session.reset();
}

void TestSignInSequence::make()
{
    m_sequence = std::make_unique<SignInSequence>(
        m_session->description, m_session->network.transports(), nullptr, m_session->options.timing);
    m_signedIn = std::make_unique<QSignalSpy>(m_sequence.get(), &SignInSequence::signedIn);
    m_failed = std::make_unique<QSignalSpy>(m_sequence.get(), &SignInSequence::failed);
    m_cache = std::make_unique<QSignalSpy>(m_sequence.get(), &SignInSequence::cacheChanged);
    m_progress = std::make_unique<QSignalSpy>(m_sequence.get(), &SignInSequence::progressChanged);
}

void TestSignInSequence::start(const ServerCache &cache)
{
    if (!m_sequence)
        make();
    m_sequence->start(Test::address("alice@example.com"), QStringLiteral("pa,ss%"), cache);
}

void TestSignInSequence::transcripts_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("ticket");
    QTest::addColumn<ProtocolVersion>("version");
    QTest::addColumn<QString>("name");
    QTest::newRow("S1: MSNP8, transfer")
        << hello("MSNP8", "MSNP8 CVR0") + "S XFR 3 NS 192.0.2.10:1863 0 192.0.2.1:1863\\r\\n\n"
        << QByteArray(
               "C VER 4 MSNP8 CVR0\\r\\n\nS VER 4 MSNP8 CVR0\\r\\n\n"
               "C CVR 5 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com\\r\\n\n"
               "S CVR 5 6.0.0602 6.0.0602 5.0.0527 http://dl.example.net/s.exe http://im.example.net\\r\\n\n"
               "C USR 6 TWN I alice@example.com\\r\\n\n"
               "S USR 6 TWN S lc=1033,id=507,tw=40,fs=1,ru=http%3A%2F%2Fmessenger%2Emsn%2Ecom,ct=1100000000,"
               "kpp=1,kv=5,ver=2.1.0173.1,tpf=0f1e2d3c4b5a69780f1e2d3c4b5a6978\\r\\n\n"
               "C USR 7 TWN S t=4aBcD!x*Y$$&p=4eFgH!z$$\\r\\n\n"
               "S USR 7 OK alice@example.com Alice%20A. 1 0\\r\\n\n")
        << QByteArray("t=4aBcD!x*Y$$&p=4eFgH!z$$") << ProtocolVersion::Msnp8 << QStringLiteral("Alice A.");
    QTest::newRow("S2: MSNP9") << hello("MSNP9 MSNP8", "MSNP9 CVR0") + policyLine + ticketLine + accepted
                               << QByteArray() << QByteArray("t=4aBcD$$&p=4eFgH$$") << ProtocolVersion::Msnp9
                               << QStringLiteral("Alice A.");
    QTest::newRow("S3: MSNP10") << hello("MSNP10 MSNP9 MSNP8", "MSNP10 CVR0") + policyLine + ticketLine
            + "S USR 4 OK alice@example.com 1 0\\r\\n\n"
                                << QByteArray() << QByteArray("t=4aBcD$$&p=4eFgH$$")
                                << ProtocolVersion::Msnp10 << QString();
    QTest::newRow("S5: hobby server")
        << hello("MSNP8", "MSNP8")
            + "S USR 3 TWN S ct=1,rver=1,wp=FS_40SEC_0_COMPACT,lc=1,id=1\\r\\n\n"
              "C USR 4 TWN S k3Jd82hGq0LmPz91xVbN\\r\\n\nS USR 4 OK alice@example.com 1 0\\r\\n\n"
        << QByteArray() << QByteArray("k3Jd82hGq0LmPz91xVbN") << ProtocolVersion::Msnp8 << QString();
}

void TestSignInSequence::transcripts()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, ticket);
    QFETCH(ProtocolVersion, version);
    QFETCH(QString, name);
    m_session->passport.servePassport(ticket);
    m_session->description.protocols = supportedProtocolVersions();
    while (m_session->description.protocols.constFirst() != version)
        m_session->description.protocols.removeFirst();
    start();
    QVERIFY(at(0).play(first));
    if (!second.isEmpty()) {
        QVERIFY(m_session->network.await(1));
        QCOMPARE(m_session->network.at(1).endpoint(), cachedServer);
        QVERIFY(m_session->network.at(0).isLeft());
        QVERIFY(at(1).play(second));
    }
    QTRY_COMPARE(m_signedIn->size(), 1);
    QCOMPARE(m_sequence->dialect().version, version);
    const auto result = (*m_signedIn)[0][0].value<SignInAccepted>();
    QCOMPARE(result.friendlyName.value_or(FriendlyName()).text(), name);
    QVERIFY(m_failed->isEmpty());
    const ServerCache cache = m_cache->last()[0].value<ServerCache>();
    QCOMPARE(cache.notificationServer, second.isEmpty() ? dispatch : cachedServer);
    // The policy went into the login header exactly as received.
    const QByteArray policyToken = second.isEmpty() ? QByteArray("lc=1") : QByteArray("tpf=0f1e2d3c");
    QVERIFY(m_session->passport.requestsFor("/login.srf")[0].header("Authorization").contains(policyToken));
}

void TestSignInSequence::everyVersion_data()
{
    QTest::addColumn<ProtocolVersion>("version");
    QTest::newRow("MSNP8") << ProtocolVersion::Msnp8;
    QTest::newRow("MSNP9") << ProtocolVersion::Msnp9;
    QTest::newRow("MSNP10") << ProtocolVersion::Msnp10;
}

void TestSignInSequence::everyVersion()
{
    QFETCH(ProtocolVersion, version);
    for (const qsizetype chunkSize : {0, 1, 7}) {
        m_session = std::make_unique<Test::Session>(version);
        m_sequence.reset();
        start();
        ServerScript script(*m_session->network.await(0), chunkSize);
        QVERIFY(script.play(m_session->opening()));
        QCOMPARE(m_signedIn->size(), 1);
        QCOMPARE(m_sequence->dialect().version, version);
        QVERIFY(script.nothingMoreSent());
    }
}

void TestSignInSequence::serverChoosesAnotherVersion()
{
    m_session->description.protocols = supportedProtocolVersions();
    start();
    QVERIFY(at(0).play(hello("MSNP10 MSNP9 MSNP8", "MSNP9 MSNP8 CVR0") + policyLine + ticketLine + accepted));
    QCOMPARE(m_sequence->dialect().version, ProtocolVersion::Msnp9);
}

void TestSignInSequence::noCommonVersion_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("S6: 0") << QByteArray("0");
    QTest::newRow("not offered") << QByteArray("MSNP10");
    QTest::newRow("unknown") << QByteArray("MSNP21 CVR0");
    QTest::newRow("only the pseudo version") << QByteArray("CVR0");
}

void TestSignInSequence::noCommonVersion()
{
    QFETCH(QByteArray, reply);
    start();
    QVERIFY(at(0).play("C VER 1 MSNP8 CVR0\\r\\n\nS VER 1 " + reply + "\\r\\n\n@ server closes\n"));
    QTRY_VERIFY(ended());
    QCOMPARE(error().code, ErrorCode::NoCommonVersion);
    QCOMPARE(error().subject, dispatch.toString());
}

void TestSignInSequence::dispatchWithoutTransfer()
{
    start();
    QVERIFY(at(0).play(m_session->opening()));
    QCOMPARE(m_session->network.count(), 1);
}

void TestSignInSequence::transferWithoutPort()
{
    start();
    QVERIFY(at(0).play(hello("MSNP8", "MSNP8") + "S XFR 3 NS ns.example.net\\r\\n\n"));
    QVERIFY(m_session->network.await(1));
    QCOMPARE(m_session->network.at(1).endpoint(), (Endpoint{QStringLiteral("ns.example.net"), 1863}));
}

void TestSignInSequence::cachedServerFirst()
{
    start({cachedServer, {}});
    QCOMPARE(m_session->network.await(0)->endpoint(), cachedServer);
    QVERIFY(at(0).play(m_session->opening()));
    QCOMPARE(m_signedIn->size(), 1);
}

void TestSignInSequence::deadCachedServerLeadsToDispatch_data()
{
    QTest::addColumn<QByteArray>("what");
    for (const char *what : {"refuses", "closes", "garbage", "601", "600", "911", "500", "VER 0", "silent"})
        QTest::newRow(what) << QByteArray(what);
}

void TestSignInSequence::deadCachedServerLeadsToDispatch()
{
    QFETCH(QByteArray, what);
    m_session->network.acceptsAll = false;
    if (what == "silent")
        m_session->options.timing.signInReply = 50ms;
    start({cachedServer, {}});
    Test::FakeConnection *cached = m_session->network.await(0);
    QVERIFY(cached);
    m_session->network.acceptsAll = true;
    if (what == "refuses") {
        cached->refuse(ErrorCode::ConnectionTimedOut);
    } else {
        cached->accept();
        if (what == "closes")
            cached->hangUp();
        else if (what == "garbage")
            cached->say("HTTP/1.1 400 Bad Request\r\n");
        else if (what == "VER 0")
            cached->say("VER 1 0\r\n");
        else if (what != "silent")
            QVERIFY(ServerScript(*cached).play(hello("MSNP8", "MSNP8") + "S " + what + " 3\\r\\n\n"));
    }
    QVERIFY(m_session->network.await(1));
    QCOMPARE(m_session->network.at(1).endpoint(), dispatch);
    m_session->options.timing.signInReply = 10s;
    QVERIFY((*m_cache)[0][0].value<ServerCache>().notificationServer.isEmpty()
        || (*m_cache)[1][0].value<ServerCache>().notificationServer.isEmpty());
    QVERIFY(at(1).play(m_session->opening()));
    QTRY_COMPARE(m_signedIn->size(), 1);
    QVERIFY(m_failed->isEmpty());
}

void TestSignInSequence::wrongPasswordKeepsTheCache()
{
    m_session->passport.answer("/login.srf", TestHttpsServer::wrongPassword("Try%20again"));
    start({cachedServer, {}});
    QVERIFY(at(0).play(hello("MSNP8", "MSNP8") + policyLine));
    QTRY_VERIFY(ended());
    QCOMPARE(error().code, ErrorCode::WrongPassword);
    QCOMPARE(error().detail, QStringLiteral("Try again"));
    QCOMPARE(m_session->network.count(), 1);
    QVERIFY(m_session->network.at(0).isLeft());
    for (const auto &change : std::as_const(*m_cache))
        QCOMPARE(change[0].value<ServerCache>().notificationServer, cachedServer);
}

void TestSignInSequence::fiveTransfersButNotSix()
{
    start();
    for (int transfer = 0; transfer < 6; ++transfer)
        QVERIFY(at(transfer).play(hello("MSNP8", "MSNP8") + "S XFR 3 NS 192.0.2."
            + QByteArray::number(transfer) + ":1863 0 192.0.2.1:1863\\r\\n\n"));
    QTRY_VERIFY(ended());
    QCOMPARE(error().code, ErrorCode::TooManyTransfers);
    QCOMPARE(m_session->network.count(), 6);
}

void TestSignInSequence::refusedTicketIsRetriedOnce()
{
    // S7: tickets live for seconds.
    m_session->passport.answerOnce("/login.srf", TestHttpsServer::ticket("t=expired&p="));
    start();
    QVERIFY(at(0).play(hello("MSNP8", "MSNP8") + policyLine
        + "C USR 4 TWN S t=expired&p=\\r\\n\nS 911 4\\r\\n\n@ server closes\n"));
    QVERIFY(m_session->network.await(1));
    QCOMPARE(m_session->network.at(1).endpoint(), dispatch);
    QVERIFY(at(1).play(hello("MSNP8", "MSNP8") + policyLine + ticketLine + accepted));
    QCOMPARE(m_signedIn->size(), 1);
    QCOMPARE(m_session->passport.requestsFor("/login.srf").size(), 2);
}

void TestSignInSequence::refusedTicketTwice()
{
    start();
    for (int round = 0; round < 2; ++round)
        QVERIFY(at(round).play(hello("MSNP8", "MSNP8") + policyLine + ticketLine + "S 928 4\\r\\n\n"));
    QTRY_VERIFY(ended());
    QCOMPARE(error().code, ErrorCode::TicketRefused);
    QCOMPARE(error().serverNumber, 928);
    QCOMPARE(m_session->network.count(), 2);
}

void TestSignInSequence::ticketRefusalBeforeThePolicyAsksNoTicket()
{
    start();
    QVERIFY(at(0).play(hello("MSNP8", "MSNP8") + "S 911 3\\r\\n\n"));
    QTRY_VERIFY(ended());
    QCOMPARE(error().serverNumber, 911);
    QCOMPARE(m_session->network.count(), 1);
    QVERIFY(m_session->passport.requestsFor("/login.srf").isEmpty());
}

void TestSignInSequence::errors_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("number");
    for (const int number : {500, 600, 601, 910, 917, 919, 921, 922, 923, 924, 931})
        QTest::addRow("%d on USR", number) << hello("MSNP8", "MSNP8") + "S " + QByteArray::number(number)
                + " 3\\r\\n\n" << number;
    QTest::newRow("715 on VER") << QByteArray("C VER 1 MSNP8 CVR0\\r\\n\nS 715 1\\r\\n\n") << 715;
    const QByteArray untilCvr
        = "C VER 1 MSNP8 CVR0\\r\\n\nS VER 1 MSNP8 CVR0\\r\\n\n"
          "C CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com\\r\\n\n";
    for (const int number : {500, 600, 712, 731})
        QTest::addRow("%d on CVR", number) << untilCvr + "S " + QByteArray::number(number) + " 2\\r\\n\n"
                                           << number;
    for (const int number : {200, 710})
        QTest::addRow("%d on CVR, then the end", number) << untilCvr + "S " + QByteArray::number(number)
                + " 2\\r\\n\nC USR 3 TWN I alice@example.com\\r\\n\n@ server closes\n"
                                                         << number;
    QTest::newRow("924 on the ticket") << hello("MSNP8", "MSNP8") + policyLine + ticketLine
            + "S 924 4\\r\\n\n" << 924;
}

void TestSignInSequence::errors()
{
    QFETCH(QByteArray, script);
    QFETCH(int, number);
    start();
    QVERIFY(at(0).play(script));
    QTRY_VERIFY(ended());
    QCOMPARE(error().code, ErrorCode::ServerRefused);
    QCOMPARE(error().serverNumber, number);
    QCOMPARE(error().subject, dispatch.toString());
    QVERIFY(!m_session->network.at(0).isOpen());
}

void TestSignInSequence::clientVersionErrorIsNoReason()
{
    start();
    QVERIFY(at(0).play("C VER 1 MSNP8 CVR0\\r\\n\nS VER 1 MSNP8\\r\\n\n"
                       "C CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com\\r\\n\n"
                       "S 710 2\\r\\n\nC USR 3 TWN I alice@example.com\\r\\n\n"
        + policyLine + ticketLine + accepted));
    QCOMPARE(m_signedIn->size(), 1);
}

void TestSignInSequence::silentAtEachStep_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("VER") << QByteArray("C VER 1 MSNP8 CVR0\\r\\n");
    QTest::newRow("CVR") << QByteArray(
        "C VER 1 MSNP8 CVR0\\r\\n\nS VER 1 MSNP8 CVR0\\r\\n\n"
        "C CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com\\r\\n");
    QTest::newRow("USR I") << hello("MSNP8", "MSNP8");
    QTest::newRow("USR S") << hello("MSNP8", "MSNP8") + policyLine + ticketLine;
}

void TestSignInSequence::silentAtEachStep()
{
    QFETCH(QByteArray, script);
    m_session->options.timing.signInReply = 300ms;
    start();
    QVERIFY(at(0).play(script));
    QTRY_VERIFY(ended());
    QCOMPARE(error().code, ErrorCode::ReplyTimedOut);
    QCOMPARE(error().subject, dispatch.toString());
    QVERIFY(m_session->network.at(0).isLeft());
}

void TestSignInSequence::closesAtEachStep_data()
{
    silentAtEachStep_data();
    QTest::newRow("during Passport") << hello("MSNP8", "MSNP8") + policyLine;
    QTest::newRow("at once") << QByteArray();
}

void TestSignInSequence::closesAtEachStep()
{
    QFETCH(QByteArray, script);
    if (QByteArray(QTest::currentDataTag()) == "during Passport")
        m_session->passport.answer("/login.srf", {{}, {}});
    start();
    QTRY_VERIFY(m_session->network.count() == 1 && m_session->network.at(0).isOpen());
    QVERIFY(at(0).play(script + "\n@ server closes\n"));
    QTRY_VERIFY(ended());
    QCOMPARE(m_failed->size(), 1);
    QCOMPARE(error().code, ErrorCode::ConnectionClosed);
}

void TestSignInSequence::cancelAtEachStep_data()
{
    closesAtEachStep_data();
}

void TestSignInSequence::cancelAtEachStep()
{
    QFETCH(QByteArray, script);
    if (QByteArray(QTest::currentDataTag()) == "during Passport")
        m_session->passport.answer("/login.srf", {{}, {}});
    start();
    QVERIFY(at(0).play(script));
    m_sequence->cancel();
    Test::turnEventLoop();
    QVERIFY(!ended());
    QVERIFY(m_session->network.at(0).isLeft());
    // And the same object can begin anew.
    m_session->passport.servePassport("t=4aBcD$$&p=4eFgH$$");
    start();
    QVERIFY(at(1).play(m_session->opening()));
    QTRY_COMPARE(m_signedIn->size(), 1);
}

void TestSignInSequence::cancelInEverySignal_data()
{
    QTest::addColumn<int>("progress");
    for (int progress = 0; progress <= static_cast<int>(SignInProgress::SigningIn); ++progress)
        QTest::addRow("progress %d", progress) << progress;
    QTest::newRow("cache changed") << -1;
}

void TestSignInSequence::cancelInEverySignal()
{
    // Regression: cancelling from a slot of progressChanged() crashed.
    QFETCH(int, progress);
    make();
    bool cancelled = false;
    const auto cancel = [&] {
        cancelled = true;
        m_sequence->cancel();
    };
    connect(m_sequence.get(), &SignInSequence::progressChanged, this, [&](SignInProgress now) {
        if (static_cast<int>(now) == progress)
            cancel();
    });
    if (progress < 0)
        connect(m_sequence.get(), &SignInSequence::cacheChanged, this, cancel);
    start();
    const auto say = [this](qsizetype index, const QByteArray &bytes) {
        if (m_session->network.count() > index) {
            QTRY_VERIFY(m_session->network.at(index).isOpen() || m_session->network.at(index).isLeft());
            m_session->network.at(index).say(bytes);
        }
    };
    for (const qsizetype index : {0, 1}) {
        say(index, "VER 1 MSNP8\r\n");
        say(index, "CVR 2 1 1 1 h h\r\n");
        say(index, index == 0 ? "XFR 3 NS 192.0.2.10:1863 0 h\r\n" : "USR 3 TWN S lc=1\r\n");
    }
    QTRY_VERIFY(cancelled);
    Test::turnEventLoop();
    QVERIFY(!ended());
}

void TestSignInSequence::passportIsPreparedMeanwhile()
{
    start();
    QTRY_COMPARE(m_session->passport.requestsFor("/rdr/pprdr.asp").size(), 1);
    QVERIFY(at(0).play(hello("MSNP8", "MSNP8")));
    QVERIFY2(m_session->passport.requestsFor("/login.srf").isEmpty(), "nothing to show yet");
}

void TestSignInSequence::learnedAddressesAreKept()
{
    start();
    QVERIFY(at(0).play(m_session->opening()));
    const ServerCache cache = m_cache->last()[0].value<ServerCache>();
    QCOMPARE(cache.loginUrl, m_session->passport.url(QStringLiteral("/login.srf")));
    QCOMPARE(cache.notificationServer, dispatch);
    start(cache);
    QVERIFY(at(1).play(m_session->opening()));
    QCOMPARE(m_session->passport.requestsFor("/rdr/pprdr.asp").size(), 1);
}

QTEST_GUILESS_MAIN(TestSignInSequence)
#include "tst_signinsequence.moc"
